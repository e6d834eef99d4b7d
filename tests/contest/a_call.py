"""A short telephone call as a checklist: its questions one by one, for whoever needs few of them."""

from __future__ import annotations

HEAD = """format = 1
id = "telefon"
version = {version}
channel = "telefon"
title = "Rozmowa"
[[sections]]
id = "rozmowa"
title = "Rozmowa"
"""
ANSWERED = """[[sections.questions]]
id = "odebrano"
type = "yes_no"
text = "Czy ktoś odebrał?"
"""
WHY = """[[sections.questions]]
id = "dlaczego"
type = "text"
text = "Co się stało?"
weight = 0
show_if = { odebrano = "no" }
"""
TONE = """[[sections.questions]]
id = "ton"
type = "scale"
text = "Jaki był ton rozmowy?"
low = "zły"
high = "dobry"
"""
BOARD = """[[sections.questions]]
id = "tablica"
type = "yes_no"
text = "Czy jest tablica?"
evidence = { text = "Zrób zdjęcie tablicy.", when = ["yes"], most = 3 }
"""
ENTRANCE = """[[sections.questions]]
id = "wejscie"
type = "photo"
text = "Zdjęcie wejścia"
weight = 0
most = 3
"""
REMARKS = """[[sections.questions]]
id = "uwagi"
type = "text"
text = "Uwagi <własne>"
weight = 0
required = false
"""


def call(*questions: str, version: int) -> str:
    """The file of a checklist with these questions."""
    return HEAD.format(version=version) + "".join(questions)
