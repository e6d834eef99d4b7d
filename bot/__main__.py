"""The command line: `incognito run | status | demo | check | play | export | backup | restore | verify | page | revoke | calibrate`.

Exit codes: 0 done · 1 a diploma that is not genuine, a journal that was changed, a bot that is not well · 2 bad configuration or
edition · 3 already running · 4 token refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from bot import logs
from bot.disk import refusal
from bot.exits import BAD_CONFIGURATION, DONE
from bot.phrases import catalogue
from contest.mistakes import Mistakes, tell
from contest.planning.rules import Rules

_ABOUT = """\
Incognito prowadzi w Telegramie konkurs jakości metodą tajemniczego klienta:
jurorzy wypełniają checklisty na telefonach, organizatorzy prowadzą edycję komendami,
terminarz przypomina, zamyka, liczy ranking i robi dyplomy."""

_EXITS = """\
kody wyjścia: 0 gotowe · 1 dyplom nieprawdziwy lub nieważny, dziennik zmieniony, bot wymaga uwagi (status) · 2 błąd w ustawieniach lub edycji · 3 bot już działa na tych danych · 4 Telegram odrzucił token
na początek: make demo (cała edycja bez tokenu i sieci), potem README.md"""


_PLAN = """\
Kto u kogo: przydziela kontakty jurorom, bez bota i bez bazy. Pliki CSV (przecinek albo średnik, UTF-8) lub XLSX.

SLOTS.csv   inst,channel i dowolnie: number,voivodeship,powiat,town,lat,lon,population,on_site,visible,skills
JURORS.csv  juror,capacity,channels i dowolnie: regions,voivodeship,powiat,town,lat,lon,reach_km,load,
            conflicts,seen,met,skills (listy w komórce rozdziela kreska: telefon|wizyta)
PLAN.csv    inst,channel,number,juror,km,first_day,last_day,double,why (pusty juror: kontakt bez obsady, why mówi dlaczego)

Kolumny mogą mieć nazwy polskie. Opis: docs/planowanie.md. Kody wyjścia: 0 plan zapisany, 2 błąd w danych."""


class _Parser(argparse.ArgumentParser):
    """Says in Polish that a command is not understood; what argparse found stands behind it."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            BAD_CONFIGURATION, catalogue().plain("pl")("cli-usage", program=self.prog, problem=message) + "\n"
        )


def parser() -> argparse.ArgumentParser:
    made = _Parser(
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

    seen = commands.add_parser(
        "status",
        help="czy bot działa, czy nic nie utknęło, czy jest świeża kopia; kod 1, gdy coś wymaga uwagi",
    )
    _config(seen)
    seen.add_argument("--json", action="store_true", help="wynik dla programu, który pyta")
    seen.add_argument("--clock-file", type=Path, metavar="PLIK", help="jak przy run: zegar próby generalnej")

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
    keep.add_argument("--out", type=Path, metavar="PLIK", help="plik kopii (domyślnie w folderze kopii)")
    keep.add_argument(
        "--key-for", default="", metavar="age1...", help="zaszyfruj tę kopię innym kluczem publicznym"
    )
    keep.add_argument(
        "--new-key", type=Path, metavar="PLIK", help="nie rób kopii, tylko nową parę kluczy do kopii"
    )

    again = commands.add_parser(
        "restore", help="odtwórz bazę z kopii (bot musi stać); mówi, czego w niej brakuje"
    )
    again.add_argument("file", type=Path, metavar="KOPIA", help="plik kopii")
    again.add_argument("--identity", type=Path, metavar="PLIK", help="plik z kluczem prywatnym do kopii")
    _config(again)

    prove = commands.add_parser(
        "verify", help="sprawdź dyplom (PDF, zdjęcie kodu QR, tekst kodu) albo dziennik (--journal)"
    )
    prove.add_argument("what", nargs="?", metavar="PLIK|KOD", help="plik PDF, zdjęcie albo tekst kodu QR")
    prove.add_argument("--journal", action="store_true", help="sprawdź dziennik w bazie")
    prove.add_argument(
        "--anchors",
        type=Path,
        action="append",
        default=[],
        metavar="PLIK",
        help="opublikowane pieczęcie dziennika: wiersze „numer pieczęć” (domyślnie pieczecie.txt z folderu danych)",
    )
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

    rank = commands.add_parser(
        "calibrate",
        help="policz sprawiedliwy ranking z tabeli ocenionych kontaktów (CSV, XLSX), bez bota i bazy",
    )
    rank.add_argument(
        "audits",
        type=Path,
        metavar="AUDITS.csv",
        help="kolumny inst, group, channel, juror, score (0-100); inne są pomijane",
    )
    rank.add_argument(
        "--out", type=Path, required=True, metavar="RANKING.csv", help="wynik; obok powstaje JURORS.csv"
    )
    rank.add_argument(
        "--model",
        type=Path,
        metavar="MODEL.json",
        help="to, z czego examples/przelicz.py policzy wynik bez nas",
    )
    rank.add_argument(
        "--seed", type=_seed, default=2026, metavar="N", help="ziarno losu dla przedziałów (2026)"
    )
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


def _seed(said: str) -> int:
    seed = int(said)
    if seed < 0:
        raise argparse.ArgumentTypeError("ziarno jest liczbą całkowitą od 0")
    return seed


def _config(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, default=Path("config.toml"), metavar="PLIK", help="plik ustawień (config.toml)"
    )


def main(arguments: list[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    logs.begin()
    say = catalogue().plain("pl")
    try:
        return _do(asked)
    except Mistakes as found:
        for complaint in found.found:
            print(tell(say, complaint), file=sys.stderr)
        return BAD_CONFIGURATION
    except OSError as refused:
        print(say("cli-refused", problem=refusal(refused)), file=sys.stderr)
        raise


def _do(asked: argparse.Namespace) -> int:
    """Loads only what the command needs: a table is ranked without Telegram, documents or a database."""
    if asked.command == "plan":
        from bot import planning  # noqa: PLC0415 -- the same

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
        return DONE
    if asked.command == "calibrate":
        from bot import calibrating  # noqa: PLC0415 -- the same

        calibrating.run(asked.audits, asked.out, seed=asked.seed, model=asked.model)
        return DONE
    from bot import commands  # noqa: PLC0415 -- the same

    return commands.do(asked)


if __name__ == "__main__":
    sys.exit(main())
