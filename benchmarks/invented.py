"""Invented institutions with invented results, for pictures and measurements: the same seed, the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

from bot import rulebook
from bot.house import Rules
from bot.phrases import Phrases
from contest.awards import propose
from contest.entrants import Entrant
from contest.ranking import Contact
from contest.snapshot import Snapshot, take
from reports.compile import Facts, facts_of

HOME = Path("editions/lider-zaufania")
SAY = Phrases().plain("pl")
MADE_AT = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
GRANTED = date(2026, 12, 1)
KEY = bytes(range(1, 33))
"""Signs pictures and nothing else."""
LONGEST = (
    "Samodzielny Publiczny Zespół Opieki Zdrowotnej – Szpital Powiatowy im. św. Jadwigi Śląskiej "
    "i bł. Gerarda w Jaworowej Górze nad Cichą Wodą w."
)
_FIRST = (
    "Brzozowa",
    "Cicha",
    "Dębowa",
    "Jasna",
    "Jaworowa",
    "Klonowa",
    "Lipowa",
    "Mglista",
    "Sosnowa",
    "Złota",
)
_SECOND = ("Dolina", "Góra", "Łąka", "Polana", "Przystań", "Skała", "Struga", "Woda")
_REGIONS = (
    "małopolskie",
    "łódzkie",
    "śląskie",
    "świętokrzyskie",
    "warmińsko-mazurskie",
    "zachodniopomorskie",
)


@cache
def rules() -> Rules:
    """The edition that pictures are of."""
    return rulebook.read(HOME)[0]


def entrants(many: int, *, kinds: Mapping[str, str] | None = None) -> tuple[Entrant, ...]:
    """So many, over these kinds (`id: words before the name`) in turn."""
    said = kinds or {
        "gmina_wiejska": "Gmina",
        "gmina_miejska": "Miasto",
        "powiat": "Powiat",
        "biblioteka": "Biblioteka Publiczna –",
    }
    found = []
    for index in range(many):
        kind, words = list(said.items())[index % len(said)]
        first, second = _FIRST[index % len(_FIRST)], _SECOND[index // len(_FIRST) % len(_SECOND)]
        town = f"{first} {second}"
        found.append(
            Entrant(
                id=index + 1,
                name=f"{words} {town}",
                kind=kind,
                voivodeship=_REGIONS[index % len(_REGIONS)],
                town=town,
                population=8_000 + 900 * index,
            )
        )
    return tuple(found)


def contacts(
    taking_part: Iterable[Entrant], *, seed: int = 2026, channels: tuple[str, ...] = ()
) -> tuple[Contact, ...]:
    """Approved contacts of all channels, or of these: each entrant has its own level, each section its own luck."""
    dice = Random(seed)
    made: list[Contact] = []
    for entrant in taking_part:
        level = dice.uniform(45, 92)
        for channel in rules().settings.channels:
            if channels and channel.id not in channels:
                continue
            checklist = rules().current[channel.id]
            for juror in ("Dąb", "Klon", "Lipa")[: 2 if channel.id == "wizyta" else 1]:
                sections = {}
                for section in checklist.sections:
                    most = Fraction(sum(question.weight for question in section.questions))
                    share = Fraction(min(max(round(dice.gauss(level, 14)), 0), 100), 100)
                    sections[section.id] = (most * share, most)
                whole = sum((most for _, most in sections.values()), Fraction(0))
                gained = sum((earned for earned, _ in sections.values()), Fraction(0))
                percent = 100 * gained / whole if whole else Fraction(0)
                made.append(
                    Contact(len(made) + 1, entrant.id, channel.id, f"{juror}{channel.id}", percent, sections)
                )
    return tuple(made)


def snapshot(taking_part: tuple[Entrant, ...], met: Iterable[Contact]) -> Snapshot:
    """The frozen state of these."""
    text = (HOME / "edition.toml").read_text("utf-8")
    return take(text, taking_part, contacts=met, seq=1, made_at=MADE_AT)


def facts(taking_part: tuple[Entrant, ...], met: Iterable[Contact]) -> Facts:
    """The same as the documents take it, with what it entitles to."""
    state = snapshot(taking_part, met)
    return facts_of(state, propose(state.settings, state.official(), granted=GRANTED))


def tied(met: Iterable[Contact], percent: int) -> tuple[Contact, ...]:
    """The same contacts, all with one result."""
    share = Fraction(percent, 100)
    return tuple(
        replace(
            each,
            percent=Fraction(percent),
            sections={name: (most * share, most) for name, (_, most) in each.sections.items()},
        )
        for each in met
    )
