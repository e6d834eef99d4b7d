"""Invented institutions with invented results, for pictures and measurements: the same seed, the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

from bot import rulebook
from bot.house import Rules
from bot.phrases import Phrases
from contest.awards import DISTINCTION, LICENCE, NOMINEE, STATUETTE, Award, propose
from contest.entrants import Entrant
from contest.ranking import Contact
from contest.snapshot import Snapshot, take
from contest.voting import ABSTAIN, AGAINST, Honour, Outcome
from reports.compile import Facts, facts_of
from reports.council import Held, Table

HOME = Path("editions/lider-zaufania")
SAY = Phrases().plain("pl")
MADE_AT = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
GRANTED = date(2026, 12, 1)
KEY = bytes(range(1, 33))
"""Signs pictures and nothing else."""
LONGEST = (
    "Samodzielny Publiczny Zespół Opieki Zdrowotnej – Szpital Powiatowy im. św. Jadwigi Śląskiej "
    "i bł. Gerarda w Jaworowych Górach nad Cichą Wodą"
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


def tables() -> Iterator[tuple[str, Facts, Table]]:
    """The experts' table after an ordinary edition, a large one with the longest names, and before anything was decided."""
    few, many = with_solutions(entrants(40)), with_solutions(entrants(240))
    many = (replace(many[0], name=LONGEST, description=_AT_LENGTH), *many[1:])
    for name, taking_part in (("zwykła", few), ("duża", many)):
        ranked = facts(taking_part, contacts(taking_part))
        yield name, *_voted(ranked)
    nobody = Table((), (), (), GRANTED, "0 · 0000000000000000", None, embargo=False)
    yield "pusta", replace(facts(few, ()), awards=()), nobody


def with_solutions(taking_part: Iterable[Entrant]) -> tuple[Entrant, ...]:
    """The same; two of three have something to show."""
    return tuple(
        replace(each, solution=_SOLUTIONS[each.id % 3][0], description=_SOLUTIONS[each.id % 3][1])
        for each in taking_part
    )


def _voted(ranked: Facts) -> tuple[Facts, Table]:
    """Each statuette goes to the last of the nominees, the first after a tie; two distinctions."""
    held: list[Held] = []
    honours: list[Award] = []
    for table in ranked.tables:
        candidates = tuple(place.result.entrant for place in table.places[:3])
        if table.group is None or len(candidates) < 2:
            continue
        if not held:
            equal = {str(candidates[0]): 2, str(candidates[1]): 2, ABSTAIN: 1}
            held.append(
                _held("statuette", table.group.id, 1, candidates, equal, Outcome("tie", candidates[:2]))
            )
        votes = {str(candidates[0]): 1, str(candidates[1]): 4}
        number = 1 + sum(each.about == table.group.id for each in held)
        won = Outcome("elected", (candidates[1],))
        held.append(_held("statuette", table.group.id, number, candidates, votes, won))
        honours.append(Award(NOMINEE, candidates[0], f"LJ/2026/N{len(held):04}", None))
        honours.append(Award(NOMINEE, candidates[1], f"LJ/2026/N{len(held) + 50:04}", None))
        honours.append(Award(STATUETTE, candidates[1], f"LJ/2026/S{len(honours) // 3 + 1:04}", None))
    for number, one in enumerate([place.result.entrant for place in ranked.tables[0].places[:2]], start=1):
        votes = {str(one): 3, AGAINST: 1, ABSTAIN: 1}
        held.append(_held("distinction", str(one), 1, (one,), votes, Outcome("elected", (one,))))
        honours.append(Award(DISTINCTION, one, f"LJ/2026/W{number:04}", None))
    reasons = tuple((each.entrant, _REASON) for each in honours if each.kind == DISTINCTION)
    codes = ("E-12", "E-37", "E-41", "E-58", "E-90")
    moment = datetime(2026, 12, 10, 18, 0, tzinfo=UTC)
    council = Table(codes, tuple(held), reasons, GRANTED, "1284 · 3f9ab2c41d70e865", moment, embargo=True)
    kept = tuple(each for each in ranked.awards if each.kind == LICENCE)
    return replace(ranked, awards=(*kept, *honours)), council


def _held(
    honour: Honour,
    about: str,
    number: int,
    candidates: tuple[int, ...],
    votes: dict[str, int],
    outcome: Outcome,
) -> Held:
    voted = sum(votes.values())
    away = ("E-90",) if voted < 5 else ()
    return Held(honour, about, number, candidates, votes, outcome, GRANTED, voted, voted, away)


_REASON = (
    "Za rozmowy z mieszkańcami prowadzone w każdej z sołeckich świetlic, dzięki którym sprawy, z którymi dawniej trzeba było "
    "jechać do powiatu, załatwia się dziś na miejscu i od ręki."
)

_SOLUTIONS = (
    (
        "Jedno okienko dla rodziny",
        (
            "Rodzina, która chce zapisać dziecko do przedszkola, dostać zasiłek i kartę dużej rodziny, składa jeden wniosek przy jednym "
            "stanowisku. Pracownik widzi sprawy trzech wydziałów, więc nie prosi o dokumenty, które urząd już ma.\n"
            "Zaczęliśmy od spisania, o co mieszkańcy pytają najczęściej i ile razy muszą wracać. Przed zmianą były to średnio trzy wizyty, "
            "dziś wystarcza jedna. Szkolenie trwało dwa miesiące, a koszt to sześć stanowisk przestawionych w jednej sali.\n"
            "Najtrudniejsze było ustalenie, kto odpowiada za wniosek, gdy dotyczy kilku wydziałów. Pomogła prosta zasada: kto przyjął, ten "
            "prowadzi do końca."
        ),
    ),
    ("", ""),
    (
        "Oddzwaniamy tego samego dnia",
        (
            "Kto nie dodzwonił się do urzędu, dostaje telefon najpóźniej przed jego zamknięciem. Numery nieodebranych połączeń trafiają "
            "na wspólną listę, a dyżurny danego dnia oddzwania i wpisuje, czym sprawa się skończyła.\n"
            "Lista pokazała też, kiedy telefonów jest najwięcej: w poniedziałki do dziesiątej. W tych godzinach odbierają teraz trzy osoby "
            "zamiast jednej."
        ),
    ),
)
_AT_LENGTH = "\n".join(
    [" ".join([_SOLUTIONS[0][1].replace("\n", " ")] * 2), _SOLUTIONS[2][1], _SOLUTIONS[0][1]]
)[:3000]
