"""Released words of jurors as the individual reports quote them: by entrant, in an order that tells no juror."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bot.house import Rules
from contest.answers import Written
from contest.redaction import redacted
from contest.session import thaw_answer
from reports.comparison import Words
from storage import quotes
from storage.database import Reading


async def words(db: Reading, rules: Rules) -> Mapping[int, tuple[Words, ...]]:
    """What a checker released of approved contacts, by entrant; by channel and question as the edition has them."""
    found = defaultdict[int, list[tuple[tuple[int, int, str], Words]]](list)
    channels = [channel.id for channel in rules.settings.channels]
    for one in await quotes.released(db):
        answer, checklist = thaw_answer(one.value), rules.checklists[one.checklist]
        if not isinstance(answer, Written) or one.channel not in channels:
            continue
        text = redacted(answer.text, one.hidden)
        order = [question.id for question in checklist.questions()].index(one.question)
        said = Words(rules.channel_name(one.channel), checklist.question(one.question).text, text)
        found[one.entrant].append(((channels.index(one.channel), order, text), said))
    return {
        entrant: tuple(said for _, said in sorted(these, key=lambda pair: pair[0]))
        for entrant, these in found.items()
    }
