"""The command line: `incognito run | demo | check | play | export | backup`.

Exit codes: 0 done · 2 bad configuration or edition · 3 already running · 4 token refused.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from telegram.error import InvalidToken

from bot import app, backing, check, config, play
from bot.clock import Clock
from bot.demo import show
from bot.phrases import catalogue
from contest.mistakes import Mistakes, tell
from contest.planning.rules import Rules

DONE, BAD_CONFIGURATION, ALREADY_RUNNING, TOKEN_REFUSED = 0, 2, 3, 4

_ABOUT = """\
Incognito prowadzi w Telegramie konkurs jakości metodą tajemniczego klienta:
jurorzy wypełniają checklisty na telefonach, organizatorzy prowadzą edycję komendami,
terminarz przypomina, zamyka, liczy ranking i robi dyplomy."""

_EXITS = """\
kody wyjścia: 0 gotowe · 2 błąd w ustawieniach lub edycji · 3 bot już działa na tych danych · 4 Telegram odrzucił token
na początek: make demo (cała edycja bez tokenu i sieci), potem README.md"""


_PLAN = """\
Kto u kogo: przydziela kontakty jurorom, bez bota i bez bazy. Pliki CSV (przecinek albo średnik, UTF-8) lub XLSX.

SLOTS.csv   inst,channel i dowolnie: number,voivodeship,powiat,town,lat,lon,population,on_site,visible,skills
JURORS.csv  juror,capacity,channels i dowolnie: regions,voivodeship,powiat,town,lat,lon,reach_km,load,
            conflicts,seen,met,skills (listy w komórce rozdziela kreska: telefon|wizyta)
PLAN.csv    inst,channel,number,juror,km,first_day,last_day,double,why (pusty juror: kontakt bez obsady, why mówi dlaczego)

Kolumny mogą mieć nazwy polskie. Opis: docs/planowanie.md. Kody wyjścia: 0 plan zapisany, 2 błąd w danych."""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="incognito",
        description=_ABOUT,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="POLECENIE")

    run = commands.add_parser("run", help="uruchom bota (Ctrl+C albo SIGTERM zatrzymuje)")
    _config(run)
    run.add_argument(
        "--clock-file",
        type=Path,
        metavar="PLIK",
        help="próba generalna: plik z przesunięciem zegara, np. +3d2h; czytany ponownie po każdej zmianie",
    )

    demo = commands.add_parser(
        "demo", help="rozegraj całą edycję bez tokenu i sieci, wyniki w folderze demo/"
    )
    demo.add_argument(
        "--out", type=Path, default=Path("demo"), metavar="FOLDER", help="gdzie zapisać wyniki (demo)"
    )
    demo.add_argument(
        "--seed", type=int, default=2026, metavar="N", help="ziarno losu symulowanych jurorów (2026)"
    )

    look = commands.add_parser(
        "check", help="sprawdź ustawienia, edycję albo checklisty; wypisz wszystkie błędy"
    )
    look.add_argument("files", nargs="*", type=Path, metavar="PLIK", help="checklisty albo foldery edycji")
    look.add_argument(
        "--config", type=Path, metavar="PLIK", help="sprawdź ustawienia i edycję, którą wskazują"
    )

    walk = commands.add_parser("play", help="przejdź checklistę w terminalu i zobacz wynik")
    walk.add_argument("file", type=Path, metavar="PLIK", help="np. editions/lider-zaufania/telefon.toml")
    walk.add_argument("--kind", default="", metavar="RODZAJ", help="rodzaj uczestnika, np. gmina")

    send = commands.add_parser(
        "export", help="wszystko, czego trzeba, by przeliczyć ranking bez nas (CSV, JSON)"
    )
    _config(send)
    send.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="folder na pliki eksportu")

    _plan(
        commands.add_parser(
            "plan",
            help="przydziel kontakty jurorom: SLOTS.csv i JURORS.csv do PLAN.csv, bez bota",
            description=_PLAN,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )

    keep = commands.add_parser(
        "backup", help="kopia bazy, także gdy bot działa; sprawdzona przez odtworzenie"
    )
    _config(keep)
    keep.add_argument("--out", type=Path, metavar="PLIK", help="plik kopii (domyślnie data/backups/…)")
    return made


def _plan(command: argparse.ArgumentParser) -> None:
    usual = Rules()
    command.add_argument(
        "slots", type=Path, metavar="SLOTS.csv", help="kontakty do przydzielenia, wiersz na kontakt"
    )
    command.add_argument("jurors", type=Path, metavar="JURORS.csv", help="jurorzy, wiersz na jurora")
    command.add_argument("--out", type=Path, required=True, metavar="PLAN.csv", help="gdzie zapisać plan")
    command.add_argument(
        "--seed",
        type=int,
        metavar="N",
        help="ziarno: te same dane i ziarno dają ten sam plan (bez niego los)",
    )
    command.add_argument(
        "--previous", type=Path, metavar="PLAN.csv", help="wcześniejszy plan: zmień jak najmniej"
    )
    for name, most, otherwise, told in (
        ("days", 366, 30, "ile dni jest na kontakty"),
        ("gap", 60, 2, "ile pełnych dni między widocznymi kontaktami u uczestnika; 0 – bez odstępów"),
        ("visible", 50, usual.visible_contacts, "ile widocznych kontaktów jednego jurora u uczestnika"),
        ("contacts", 50, usual.contacts, "ile wszystkich kontaktów jednego jurora u uczestnika"),
        ("jurors-each", 10, usual.jurors, "ilu co najmniej jurorów u uczestnika"),
        ("doubles", 100, usual.doubles, "jaki procent zdalnych kontaktów powtórzy drugi juror"),
        ("small", 10**6, usual.small_population, "mniej mieszkańców: mogą rozpoznać obcego"),
    ):
        least = 0 if name in {"gap", "doubles", "small"} else 1
        command.add_argument(
            f"--{name}",
            type=_between(least, most),
            default=otherwise,
            metavar="N",
            help=f"{told} ({otherwise})".replace("%", "%%"),
        )


def _between(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text[:9]) <= most:
            raise argparse.ArgumentTypeError(f"liczba od {least} do {most}, a jest „{text[:40]}”")
        return int(text)

    return read


def _config(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, default=Path("config.toml"), metavar="PLIK", help="plik ustawień (config.toml)"
    )


def main(arguments: list[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for noisy in ("httpx", "httpcore", "apscheduler"):
        # Their lines hold the address of each call, and the address holds the token.
        logging.getLogger(noisy).setLevel(logging.WARNING)
    say = catalogue().plain("pl")
    try:
        return _do(asked)
    except Mistakes as found:
        for complaint in found.found:
            print(tell(say, complaint), file=sys.stderr)
        return BAD_CONFIGURATION
    except app.AlreadyRunning as where:
        print(say("cli-already-running", folder=str(where)), file=sys.stderr)
        return ALREADY_RUNNING
    except InvalidToken:
        print(say("cli-token-refused"), file=sys.stderr)
        return TOKEN_REFUSED


def _do(asked: argparse.Namespace) -> int:
    match asked.command:
        case "run":
            settings = config.load(asked.config)
            asyncio.run(app.run(settings, Clock(asked.clock_file), _ready))
        case "demo":
            return show.play(asked.out, asked.seed)
        case "check":
            return check.report(asked.config, asked.files)
        case "play":
            play.walk(asked.file, asked.kind)
        case "export":
            asyncio.run(backing.export(config.load(asked.config), asked.out, Clock().now()))
        case "plan":
            # The solver is loaded only by the command that solves.
            from bot import planning  # noqa: PLC0415

            rules = Rules(
                visible_contacts=asked.visible,
                contacts=asked.contacts,
                jurors=asked.jurors_each,
                gap_days=asked.gap,
                doubles=asked.doubles,
                small_population=asked.small,
            )
            planning.plan(
                planning.Asked(
                    asked.slots, asked.jurors, asked.out, rules, asked.days, asked.seed, asked.previous
                )
            )
        case "backup":
            asyncio.run(backing.backup(config.load(asked.config), asked.out, Clock().now()))
    return DONE


def _ready() -> None:
    print("ready", flush=True)


if __name__ == "__main__":
    sys.exit(main())
