"""Exit codes of the command line."""

from __future__ import annotations

DONE, NOT_WELL, BAD_CONFIGURATION, ALREADY_RUNNING, TOKEN_REFUSED = 0, 1, 2, 3, 4
