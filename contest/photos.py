"""Photos in an interview: as the answer itself, and as what proves one."""

from __future__ import annotations

from dataclasses import replace

from contest.answers import Photos
from contest.mistakes import mistake
from contest.position import Here, wanted
from contest.questions import DONE, Photo, Question
from contest.steps import change, keep, refuse, save, stale
from contest.talk import Proven, Step, Tapped
from contest.workdays import WorkCalendar


def attach(here: Here, question_id: str, key: str) -> Step:
    """A photo for a question: part of its answer, or proof of it."""
    question = here.seen(question_id)
    if isinstance(question, Photo):
        return _add_photo(here, question, key)
    evidence = None if question is None else wanted(here.session, question)
    if question is None or evidence is None:
        early = question is not None and question.evidence is not None and not here.standing(question)
        return refuse(here, mistake("photo-after-answer" if early else "photo-not-asked"))
    keys = here.session.evidence.get(question.id, ())
    if key in keys:
        return refuse(here, mistake("photo-known"))
    if not here.room(question, keys, evidence.most):
        return refuse(here, mistake("photos-full", most=evidence.most))
    keys = (*keys, key)[-evidence.most :]
    full = {question.id} if len(keys) == evidence.most else set()
    given = {**here.session.evidence, question.id: keys}
    proven = (Proven(question, here.session.answers[question.id], len(keys)),) if full else ()
    return change(here, replace(here.session, evidence=given, closed=here.session.closed | full), *proven)


def _add_photo(here: Here, question: Photo, key: str) -> Step:
    match here.session.answers.get(question.id):
        case Photos(keys=keys):
            pass
        case _:
            keys = ()
    if key in keys:
        return refuse(here, mistake("photo-known"))
    if not here.room(question, keys, question.most):
        return refuse(here, mistake("photos-full", most=question.most))
    photos = Photos((*keys, key)[-question.most :])
    session = here.session
    given = {**session.answers, question.id: photos}
    added = replace(session, answers=given, skipped=session.skipped - {question.id})
    if len(photos.keys) == question.most:
        return save(here, question, photos, replace(added, closed=session.closed | {question.id}))
    if question.id in session.closed:
        return save(here, question, photos, added)
    return change(here, added)


def close_photos(here: Here, question: Photo) -> Step:
    """The answer has as many photos as it will have."""
    match here.session.answers.get(question.id):
        case Photos(keys=keys) if len(keys) >= question.least:
            closed = here.session.closed | {question.id}
            return save(here, question, Photos(keys), replace(here.session, closed=closed))
        case Photos(keys=keys):
            return refuse(here, mistake("photos-too-few", least=question.least, given=len(keys)))
        case _ if question.id == here.session.revisiting and here.standing(question):
            return keep(here)
    return refuse(here, mistake("photos-too-few", least=question.least, given=0))


def close_evidence(here: Here, question: Question, event: Tapped, calendar: WorkCalendar) -> Step:
    """A tap that says that the proof is complete."""
    if event.choice != DONE:
        return stale(here, event, calendar)
    if not here.session.evidence.get(question.id):
        return refuse(here, mistake("photo-expected"))
    return prove(here, question)


def prove(here: Here, question: Question) -> Step:
    """No more photos are to come."""
    session = here.session
    proven = Proven(question, session.answers[question.id], len(session.evidence.get(question.id, ())))
    return change(here, replace(session, closed=session.closed | {question.id}), proven)


def detach(here: Here, question_id: str, key: str) -> Step:
    """A photo is taken away; what it leaves short is asked for again."""
    question = here.seen(question_id)
    session = here.session
    if question is None:
        return refuse(here, mistake("no-such-photo"))
    match session.answers.get(question_id):
        case Photos(keys=keys) if key in keys:
            left = tuple(one for one in keys if one != key)
            given = {**session.answers, question_id: Photos(left)}
            if not left:
                del given[question_id]
            short = isinstance(question, Photo) and len(left) < question.least
            closed = session.closed - {question_id} if short else session.closed
            return change(here, replace(session, answers=given, closed=closed))
    keys = session.evidence.get(question_id, ())
    if key not in keys:
        return refuse(here, mistake("no-such-photo"))
    left = tuple(one for one in keys if one != key)
    closed = session.closed if left else session.closed - {question_id}
    return change(here, replace(session, evidence={**session.evidence, question_id: left}, closed=closed))
