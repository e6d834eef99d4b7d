"""Who may do what is said in sets of roles; an owner may do everything that organisers may."""

from __future__ import annotations

JUROR = frozenset({"juror"})
OWNER = frozenset({"owner"})
PLANNER = frozenset({"owner", "planner"})
CHECKER = frozenset({"owner", "checker"})
ORGANISER = frozenset({"owner", "planner", "checker"})
EXPERT = frozenset({"expert"})
TABLE = ORGANISER | EXPERT
"""Who decides about entrants, and may have an interest there."""
EVERYBODY = JUROR | ORGANISER | EXPERT
TABLE = OWNER | EXPERT
"""The experts' table: owners open and close, experts nominate and vote."""
