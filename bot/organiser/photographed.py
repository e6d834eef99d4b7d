"""Which photos a submission holds: as answers themselves, and as evidence of others."""

from __future__ import annotations

from contest.answers import Photos
from storage.audits import Audit


def submitted_photos(audit: Audit) -> list[tuple[str, str]]:
    """Question and key of each photo that was submitted, each once."""
    given = [(question, key) for question, keys in audit.session.evidence.items() for key in keys]
    given += [
        (question, key)
        for question, answer in audit.session.answers.items()
        if isinstance(answer, Photos)
        for key in answer.keys
    ]
    return list(dict.fromkeys(given))
