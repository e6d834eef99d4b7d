"""The interview: a pure state machine that walks a juror through a checklist.

    advance(checklist, session, event) -> Step(session, effects)

Rule 1: every rule about what may happen next lives in this file.
Rule 2: this file knows nothing of Telegram, SQL or the clock; time arrives inside events.
Rule 3: an event that does not fit changes nothing but the effects it explains itself with.
Rule 4: position is derived: the question on the table is the first visible one that is not settled.
"""
