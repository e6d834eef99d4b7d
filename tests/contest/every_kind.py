"""A checklist with one question of every kind, each with what its kind can have: evidence, conditions, bounds, skipping."""

from __future__ import annotations

from contest.checklist import Checklist
from contest.checklist_file import parse

SOURCE = """
format   = 1
id       = "kazdy"
version  = 1
channel  = "phone"
title    = "Każdy rodzaj"

[[sections]]
id    = "wstep"
title = "Przed wyjściem"

[[sections.questions]]
id   = "zasady"
type = "acknowledge"
text = "Nie nagrywaj rozmowy i nie zapisuj nazwisk."

[[sections.questions]]
id       = "lista"
type     = "acknowledge"
text     = "Przejrzyj listę dokumentów."
label    = "Przejrzane"
required = false

[[sections]]
id    = "wizyta"
title = "Wizyta"

[[sections.questions]]
id   = "dzien"
type = "date"
text = "Którego dnia byłaś lub byłeś na miejscu?"
min  = 2026-10-01
evidence = { text = "Jeśli masz, dołącz zdjęcie biletu.", required = false, most = 2 }

[[sections.questions]]
id     = "termin"
type   = "date"
text   = "Na kiedy wyznaczono następny termin?"
future = true
max    = 2026-12-31
na     = true

[[sections.questions]]
id   = "godzina"
type = "time"
text = "O której godzinie wszedłeś lub weszłaś?"
min  = 06:00:00
max  = 20:00:00

[[sections.questions]]
id       = "zamkniecie"
type     = "time"
text     = "Do której godziny otwarte?"
now      = false
required = false

[[sections.questions]]
id       = "czas"
type     = "duration"
text     = "Zmierz czas."
unit     = "min"
na       = true
marks    = [ { id = "wchodze", label = "Wchodzę" }, { id = "obsluga", label = "Obsługa" }, { id = "wychodze", label = "Wychodzę" } ]
measure  = ["wchodze", "obsluga"]
bands    = [ { up_to = 5, points = 1 } ]
evidence = { text = "Dołącz zdjęcie numerka.", most = 2, required = false }

[[sections.questions]]
id   = "obsluzono"
type = "yes_no"
text = "Czy ktoś zajął się sprawą?"
gate = true
evidence = { when = ["no"], most = 2, text = "Zrób zdjęcie drzwi." }

[[sections]]
id      = "rozmowa"
title   = "Rozmowa"
show_if = { obsluzono = "yes" }

[[sections.questions]]
id      = "odpowiedz"
type    = "choice"
text    = "Jaka była odpowiedź?"
options = [
  { id = "pelna", label = "Pełna", points = 1 },
  { id = "brak",  label = "Bez odpowiedzi", points = 0 },
]

[[sections.questions]]
id      = "informacje"
type    = "choices"
text    = "O czym powiedziano?"
options = [
  { id = "oplata", label = "Opłata", points = 0.5 },
  { id = "termin", label = "Termin", points = 0.5 },
  { id = "zadne",  label = "O niczym", alone = true },
]

[[sections.questions]]
id   = "uprzejmosc"
type = "scale"
text = "Jak oceniasz uprzejmość?"
low  = "niegrzecznie"
high = "uprzejmie"

[[sections.questions]]
id    = "oplata"
type  = "number"
text  = "Ile kosztuje?"
unit  = "zł"
whole = false
min   = 0
max   = 999
weight = 0
show_if = { informacje = "oplata" }

[[sections]]
id    = "list"
title = "List"

[[sections.questions]]
id    = "poczta"
type  = "reply"
text  = "Wyślij pytanie i poczekaj na odpowiedź."
sent  = "Wysłane"
came  = "Przyszła odpowiedź"
cap   = 3
bands = [ { up_to = 1, points = 1 } ]

[[sections.questions]]
id      = "tresc"
type    = "text"
text    = "Wklej odpowiedź."
show_if = { poczta = "came" }

[[sections.questions]]
id    = "zdjecia"
type  = "photo"
text  = "Dołącz zrzuty strony."
least = 1
most  = 3
"""


def every_kind() -> Checklist:
    return parse(SOURCE)
