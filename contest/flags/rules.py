"""From where on something is odd: the table `[checking]` of an edition, and the ready comments of its checkers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contest.fields import Line, Shape, Whole

_Lines = Annotated[tuple[Line, ...], Field(max_length=8)]


class CheckRules(Shape):
    """The defaults are what a mystery-client study would choose; 0 switches a flag off."""

    seconds_per_question: Annotated[Whole, Field(ge=0, le=60)] = 3
    """Half of the answers came faster than this, one after another."""
    late_hours: Annotated[Whole, Field(ge=0, le=336)] = 24
    """Between the end of the contact and the report."""
    same_scales: Annotated[Whole, Field(ge=0, le=50)] = 5
    """So many judgements on a scale, all alike."""
    disagreement: Annotated[Whole, Field(ge=1, le=100)] = 15
    """Percentage points between two opinions from which on a third one is advised."""
    comments: _Lines = ()
    """Ready comments for a return; none: those of the catalogue."""
    reasons: _Lines = ()
    """Ready reasons for an exclusion; none: those of the catalogue."""
