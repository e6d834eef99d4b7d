"""Exit codes of the command line."""

from __future__ import annotations

DONE, BAD_CONFIGURATION, ALREADY_RUNNING, TOKEN_REFUSED = 0, 2, 3, 4
