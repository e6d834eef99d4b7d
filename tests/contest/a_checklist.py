"""A checklist with every kind of question, for the tests of the interview."""

from __future__ import annotations

from contest.checklist import Checklist
from contest.checklist_file import parse

SOURCE = """
format   = 1
id       = "telefon"
version  = 3
channel  = "phone"
title    = "Infolinia"
intro    = "Zadzwoń jak zwykły mieszkaniec."

[[sections]]
id    = "polaczenie"
title = "Połączenie"

[[sections.questions]]
id       = "odebrano"
type     = "yes_no"
text     = "Czy ktoś odebrał telefon?"
gate     = true
evidence = { when = ["no"], most = 2, text = "Dołącz zrzut ekranu z listy połączeń." }

[[sections.questions]]
id      = "czekanie"
type    = "duration"
text    = "Zmierz czas oczekiwania."
show_if = { odebrano = "yes" }
marks   = [ { id = "dzwonie", label = "Dzwonię" }, { id = "odebral", label = "Odebrano" }, { id = "koniec", label = "Koniec" } ]
measure = ["dzwonie", "odebral"]
bands   = [ { up_to = 30, points = 1 }, { up_to = 60, points = 0.5 } ]

[[sections.questions]]
id      = "przelaczenia"
type    = "number"
text    = "Ile razy Cię przełączono?"
show_if = { odebrano = "yes" }
min     = 0
max     = 9
bands   = [ { up_to = 1, points = 1 } ]

[[sections]]
id      = "rozmowa"
title   = "Rozmowa"
show_if = { odebrano = "yes" }

[[sections.questions]]
id      = "powitanie"
type    = "choice"
text    = "Jak przywitał się rozmówca?"
na      = true
options = [
  { id = "pelne",    label = "Imię i nazwa urzędu", points = 1 },
  { id = "skrocone", label = "Tylko nazwa urzędu", points = "1/3" },
  { id = "brak",     label = "Bez powitania", points = 0 },
]

[[sections.questions]]
id      = "informacje"
type    = "choices"
text    = "O czym powiedział?"
options = [
  { id = "dokumenty", label = "Dokumenty", points = 0.5 },
  { id = "oplata",    label = "Opłata", points = 0.5 },
  { id = "termin",    label = "Termin", points = 0.5 },
  { id = "zadne",     label = "O niczym z tych rzeczy", alone = true },
]

[[sections.questions]]
id       = "uprzejmosc"
type     = "scale"
text     = "Jak oceniasz uprzejmość?"
low      = "niegrzecznie"
high     = "bardzo uprzejmie"
evidence = { when = ["0"], text = "Jeśli masz, dołącz zdjęcie notatki.", required = false }

[[sections.questions]]
id         = "bip"
type       = "yes_no"
text       = "Czy wskazano BIP?"
applies_to = ["gmina"]

[[sections]]
id    = "koniec"
title = "Na koniec"

[[sections.questions]]
id    = "zdjecia"
type  = "photo"
text  = "Dołącz zrzuty strony z numerem."
least = 2
most  = 3

[[sections.questions]]
id         = "uwagi"
type       = "text"
text       = "Opisz krótko przebieg rozmowy."
required   = false
min_length = 10
max_length = 60
"""


def checklist() -> Checklist:
    return parse(SOURCE)
