"""Toggles of a question with several answers: a log, so that a tap on a keyboard a moment old is still understood.

A juror taps faster than a keyboard is redrawn. Each toggle is kept with the revision that it made, so a tap tells by its own
revision which boxes its keyboard showed ticked, and so what it meant: a second „A” from the same keyboard is the same wish.
"""

from __future__ import annotations

from collections.abc import Sequence

from contest.questions import Choices


def ticked(
    question: Choices, start: Sequence[str], log: Sequence[tuple[str, int]], *, shown_at: int | None = None
) -> tuple[str, ...]:
    """What is ticked, in order of the checklist; or what a keyboard of the revision `shown_at` showed."""
    chosen = set(start)
    for option, revision in log:
        if shown_at is None or revision <= shown_at:
            chosen = _toggled(question, chosen, option)
    return tuple(option for option in question.own_ids if option in chosen)


def _toggled(question: Choices, chosen: set[str], option: str) -> set[str]:
    if option in chosen:
        return chosen - {option}
    alone = {one.id for one in question.options if one.alone}
    return {option} if option in alone else {*(chosen - alone), option}
