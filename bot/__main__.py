"""The command line: `incognito run | demo | check | play | export | backup | verify | page | revoke`.

Exit codes: 0 done · 1 a diploma that is not genuine · 2 bad configuration or edition · 3 already running · 4 token refused.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from pathlib import Path

from telegram.error import InvalidToken

from bot import app, backing, check, config, play, verifying
from bot.clock import Clock
from bot.demo import show
from bot.phrases import catalogue
from contest.mistakes import Mistakes, tell

DONE, BAD_CONFIGURATION, ALREADY_RUNNING, TOKEN_REFUSED = 0, 2, 3, 4

_ABOUT = """\
Incognito prowadzi w Telegramie konkurs jakości metodą tajemniczego klienta:
jurorzy wypełniają checklisty na telefonach, organizatorzy prowadzą edycję komendami,
terminarz przypomina, zamyka, liczy ranking i robi dyplomy."""

_EXITS = """\
kody wyjścia: 0 gotowe · 1 dyplom nieprawdziwy lub nieważny · 2 błąd w ustawieniach lub edycji · 3 bot już działa na tych danych · 4 Telegram odrzucił token
na początek: make demo (cała edycja bez tokenu i sieci), potem README.md"""


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

    keep = commands.add_parser(
        "backup", help="kopia bazy, także gdy bot działa; sprawdzona przez odtworzenie"
    )
    _config(keep)
    keep.add_argument("--out", type=Path, metavar="PLIK", help="plik kopii (domyślnie data/backups/…)")

    prove = commands.add_parser("verify", help="sprawdź dyplom: plik PDF, zdjęcie kodu QR albo tekst kodu")
    prove.add_argument("what", metavar="PLIK|KOD", help="plik PDF, zdjęcie albo tekst kodu QR")
    _config(prove)
    prove.add_argument(
        "--key",
        type=Path,
        action="append",
        default=[],
        metavar="PLIK",
        help="klucz publiczny (podpis.pub); wtedy bez ustawień bota",
    )
    prove.add_argument("--revoked", type=Path, metavar="PLIK", help="lista uniewaznione.json, razem z --key")

    page = commands.add_parser(
        "page", help="strona do sprawdzania dyplomów, lista unieważnionych i klucz publiczny"
    )
    _config(page)
    page.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="folder do umieszczenia w sieci"
    )

    back = commands.add_parser("revoke", help="unieważnij dyplom o podanym numerze (nieodwracalne)")
    back.add_argument("number", metavar="NUMER", help="np. LJ/2026/0001")
    _config(back)
    back.add_argument("--reason", required=True, metavar="POWÓD", help="powód, trafi do dziennika i na listę")
    return made


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
        case "backup":
            asyncio.run(backing.backup(config.load(asked.config), asked.out, Clock().now()))
        case "verify":
            return _verify(asked)
        case "page":
            settings = config.load(asked.config)
            register = asyncio.run(verifying.register_of(settings))
            verifying.publish(settings, register, asked.out, Clock().now())
        case "revoke":
            settings = config.load(asked.config)
            asyncio.run(verifying.revoke(settings, asked.number, asked.reason, Clock().now()))
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    today = Clock().now().date()
    if asked.key:
        return verifying.verify(asked.what, verifying.trust_of_files(asked.key, asked.revoked, today), None)
    settings = config.load(asked.config)
    register = asyncio.run(verifying.register_of(settings))
    return verifying.verify(asked.what, verifying.trust_of(settings, register, today), register)


def _ready() -> None:
    print("ready", flush=True)


if __name__ == "__main__":
    sys.exit(main())
