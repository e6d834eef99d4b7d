"""Where a juror sets out from to visits, typed by an organiser in the middle of a plan."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.house import Turn, refuse
from bot.messages import Send
from bot.organiser.table import table_of
from contest.planning.home import LONGEST, fit_home
from storage import jurors


async def asked(turn: Turn, parts: list[str]) -> None:
    """A tap: where the juror sets out from is typed next."""
    table, code = await table_of(turn, parts[0]), parts[1]
    if await jurors.find(turn.tx, code) is None:
        raise refuse("dead-button")
    binds = json.dumps({"ask": "home", "plan": table.nonce, "juror": code})
    await turn.tell(Send(text=turn.say("home-ask", code=code)), binds=binds)


async def typed(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A town or a powiat, for the way to visits; a dash: it is not known."""
    code, said = str(bound["juror"]), fit_home(text)
    if said is None:
        raise refuse("home-not-read", most=LONGEST)
    home = "" if said in ("-", "–") else said
    if not await jurors.live_at(turn.tx, code, home):
        raise refuse("dead-button")
    await turn.note("juror.home", code)
    await turn.write("home-kept" if home else "home-gone", code=code)
