"""`incognito plan`: tables in, a plan out; what is wrong is said all at once, and nothing is half-written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.__main__ import main

SLOTS = """\
uczestnik;kanał;województwo;ludność
Gmina Wieliszew;Wizyta;mazowieckie;21554
Gmina Wieliszew;telefon;mazowieckie;21554
Gmina Wieliszew;www;mazowieckie;21554
Biblioteka, filia 2;telefon;śląskie;
Biblioteka, filia 2;telefon;śląskie;
"""
JURORS = """\
juror;limit;kanały;województwa;konflikty
J-1;3;wizyta|telefon|www;mazowieckie;
J-2;3;telefon|www|WIZYTA;Mazowieckie|śląskie;Gmina Wieliszew
J-3;3;telefon;śląskie;
"""


def ask(folder: Path, *options: str, slots: str = SLOTS, jurors: str = JURORS) -> int:
    (folder / "slots.csv").write_bytes(slots.encode("cp1250"))
    (folder / "jurors.csv").write_text(jurors, "utf-8")
    files = [str(folder / name) for name in ("slots.csv", "jurors.csv")]
    return main(["plan", *files, "--out", str(folder / "PLAN.csv"), *options])


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "PLAN.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_of_an_office_become_a_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(tmp_path, "--seed", "7") == 0

    plan = {(row["inst"], row["channel"], row["number"]): row for row in rows(tmp_path)}
    assert plan["Gmina Wieliszew", "Wizyta", "1"]["juror"] == "J-1"
    assert plan["Gmina Wieliszew", "telefon", "1"]["juror"] == "J-3"
    assert {plan["Biblioteka, filia 2", "telefon", number]["juror"] for number in "12"} < {
        "J-1",
        "J-2",
        "J-3",
    }
    told = capsys.readouterr().out
    assert "Obsadzone kontakty: 5 z 5. Ziarno: 7." in told
    assert "• porównanie jurorów: części – 1" in told


@pytest.mark.parametrize(
    ("slots", "jurors"),
    [
        (
            '\ufeffInst,Channel,Lat,Lon\nA,visit,52.22970000000000112,2.101e1\n"B, filia",phone,,\n',
            'JUROR,Capacity,Channels,Lat,Lon,Conflicts\nJ-1,2.0,"visit, phone",52.2,21.0,"B, filia"\nJ-2,2,visit;phone,,,A\n',
        ),
        (
            "uczestnik;kanał;Szerokość;Długość\nA;visit;52,2297;21,01\nB, filia;phone;;\n",
            "juror;limit;kanały;szerokość;długość;konflikty\nJ-1;2;phone,visit;52,2;21,0;B, filia\nJ-2;2;visit|phone;;;A\n",
        ),
        (
            "entrant\tkanal\tnumer\nA\tvisit\t1\nb,  FILIA\tphone\t1\n",
            "juror\tlimit\tkanaly\tkonflikty\nJ-1\t2\tvisit,phone\tB, filia\nJ-2\t2\tvisit,phone\tA\n",
        ),
    ],
)
def test_tables_are_read_in_any_usual_dress(tmp_path: Path, slots: str, jurors: str) -> None:
    (tmp_path / "slots.csv").write_text(slots, "utf-8")
    (tmp_path / "jurors.csv").write_text(jurors, "utf-8")

    files = [str(tmp_path / name) for name in ("slots.csv", "jurors.csv")]
    assert main(["plan", *files, "--out", str(tmp_path / "PLAN.csv")]) == 0

    assert [row["juror"] for row in rows(tmp_path)] == ["J-1", "J-2"]


def test_a_name_that_no_contact_has_is_pointed_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jurors = "juror;limit;kanały;konflikty\nJ-1;9;telefon|wizzyta;Gmina Wieliszów\n"

    assert ask(tmp_path, jurors=jurors) == 0

    told = capsys.readouterr().out
    assert "uczestnicy, którzy nie mają żadnego kontaktu w planie: 1 (na przykład: Gmina Wieliszów)" in told
    assert "kanały bez żadnego kontaktu w planie: 1 (na przykład: wizzyta)" in told


def test_a_history_of_a_thousand_entrants_fits_in_a_cell(tmp_path: Path) -> None:
    names = [f"Samodzielny Publiczny Zakład Opieki Zdrowotnej numer {number}" for number in range(3000)]
    slots = "inst,channel\n" + "".join(f"{name},telefon\n" for name in names[:2])

    assert (
        ask(
            tmp_path,
            slots=slots,
            jurors=f"juror,capacity,channels,seen\nJ-1,5,telefon,{'|'.join(names[1:])}\n",
        )
        == 0
    )

    assert [row["juror"] for row in rows(tmp_path)] == ["J-1", ""]


def test_the_same_seed_writes_the_same_file(tmp_path: Path) -> None:
    ask(tmp_path, "--seed", "7")
    first = (tmp_path / "PLAN.csv").read_bytes()
    ask(tmp_path, "--seed", "7")

    assert (tmp_path / "PLAN.csv").read_bytes() == first


def test_an_earlier_plan_is_kept_where_it_fits(tmp_path: Path) -> None:
    ask(tmp_path, "--seed", "7")
    before = rows(tmp_path)
    (tmp_path / "PLAN.csv").rename(tmp_path / "old.csv")

    ask(tmp_path, "--seed", "8", "--previous", str(tmp_path / "old.csv"))

    assert rows(tmp_path) == before


def test_what_cannot_be_filled_is_written_and_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(tmp_path, "--seed", "1", jurors=JURORS.splitlines()[0] + "\nJ-1;9;telefon;śląskie;\n") == 0

    empty = {row["channel"]: row["why"] for row in rows(tmp_path) if not row["juror"]}
    assert empty["Wizyta"].startswith("Żaden juror nie obsługuje kanału „wizyta”.")
    assert "telefon" in empty
    told = capsys.readouterr().out
    assert "Bez jurora zostaje: 3" in told
    assert "może zrobić tylko 1 juror, razem najwyżej 1. Brakuje miejsc: 1." in told


def test_all_faults_are_named_at_once_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slots = "inst,channel,lat,lon\nA,wizyta,50,\n,telefon,,\nB,telefon,abc,20\n"
    jurors = "juror,limit,kanaly\nJ-1,-3,telefon\nJ-1,4,\n"
    (tmp_path / "PLAN.csv").write_text("as it was", "utf-8")

    assert ask(tmp_path, slots=slots, jurors=jurors) == 2

    assert capsys.readouterr().err.splitlines() == [
        "plik slots.csv, wiersz 2: podana jest tylko jedna współrzędna. Uzupełnij „lat” i „lon” albo usuń obie.",
        "plik slots.csv, wiersz 3: pusta kolumna „inst”. Uzupełnij ją.",
        "plik slots.csv, wiersz 4: w kolumnie „lat” jest „abc”, a ma być liczba od -90 do 90.",
        "plik jurors.csv, wiersz 2: w kolumnie „limit” jest „-3”, a ma być liczba całkowita, co najmniej 0.",
        "plik jurors.csv, wiersz 3: „J-1” jest już w wierszu 2. Usuń powtórzenie.",
        "plik jurors.csv, wiersz 3: pusta kolumna „kanaly”. Uzupełnij ją.",
    ]
    assert (tmp_path / "PLAN.csv").read_text("utf-8") == "as it was"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["PLAN.csv", "jurors.csv", "slots.csv"]


def test_missing_columns_and_files_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(tmp_path, "--previous", str(tmp_path / "no.csv"), slots="inst,telefon\nA,1\n") == 2

    err = capsys.readouterr().err
    assert "plik slots.csv: brakuje kolumny „channel”. W pliku są: inst, telefon." in err
    assert "no.csv: nie mogę odczytać pliku" in err


def test_a_plan_that_cannot_be_written_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "PLAN.csv").mkdir()

    assert ask(tmp_path) == 2

    assert "nie mogę zapisać planu" in capsys.readouterr().err
    assert [file.name for file in tmp_path.glob(".PLAN*")] == []
