"""A checklist: the questions of one channel, as organisers write them and jurors walk through them.

Shapes only live here as plain frozen models; `parse` reads a TOML text into them and complains about everything at once.
Conditions look backward only and have no expression language, so a checklist is fully checkable before anybody is called.
The format is described for organisers in `docs/checklista.md`.
"""

from __future__ import annotations

# SHAPE, to be completed with parse() and problems(): see the helper's task.
