"""`incognito calibrate`: files in, files out, and what is said about bad ones."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.contest.a_contest import scored, world

HEAD = "inst,group,channel,juror,score"


def table(folder: Path, *, mark: str = ",", comma: str = ".") -> Path:
    """The world of the other tests as a file."""
    file = folder / "AUDITS.csv"
    rows = [
        mark.join(
            [
                each.entrant,
                f"G{int(each.entrant[1:]) % 4}",
                each.channel,
                each.juror,
                f"{each.score:.1f}".replace(".", comma),
            ]
        )
        for each in scored(world())
    ]
    file.write_text("\n".join([HEAD.replace(",", mark), *rows]) + "\n", "utf-8")
    return file


def calibrate(file: Path, name: str = "RANKING.csv") -> int:
    return main(["calibrate", str(file), "--out", str(file.with_name(name)), "--seed", "5"])


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_ranking_and_the_jurors_stand_side_by_side(tmp_path: Path) -> None:
    assert calibrate(table(tmp_path)) == 0

    ranking, jurors = rows(tmp_path / "RANKING.csv"), rows(tmp_path / "JURORS.csv")
    assert list(ranking[0]) == [
        "inst",
        "group",
        "raw",
        "est",
        "lo_score",
        "hi_score",
        "lo_rank",
        "hi_rank",
        "lo_rank_in_group",
        "hi_rank_in_group",
    ]
    assert sorted(each["inst"] for each in ranking) == sorted({each.entrant for each in scored(world())})
    assert [float(each["est"]) for each in ranking] == sorted(
        (float(each["est"]) for each in ranking), reverse=True
    )
    assert all(float(each["lo_score"]) < float(each["est"]) < float(each["hi_score"]) for each in ranking)
    assert all(1 <= int(each["lo_rank"]) <= int(each["hi_rank"]) <= 60 for each in ranking)
    assert all(int(each["hi_rank_in_group"]) <= 15 for each in ranking)
    assert {each["juror"] for each in jurors} == {each.juror for each in scored(world())}
    assert list(jurors[0])[-1] == "flags"


def test_semicolons_commas_a_mark_of_order_and_other_columns_change_nothing(tmp_path: Path) -> None:
    plain, polish = tmp_path / "plain", tmp_path / "polish"
    for folder in (plain, polish):
        folder.mkdir()
    calibrate(table(plain))
    file = table(polish, mark=";", comma=",")
    lines = file.read_text("utf-8").splitlines()
    lines[0] = "Data;Instytucja;Grupa;Kanał;Juror;Wynik"
    lines[1:] = [f"2026-11-{at % 28 + 1:02};{line}" for at, line in enumerate(lines[1:])]
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())

    assert calibrate(file) == 0
    for name in ("RANKING.csv", "JURORS.csv"):
        assert (polish / name).read_bytes() == (plain / name).read_bytes()


def test_threads_of_the_machine_do_not_change_a_byte(tmp_path: Path) -> None:
    file = table(tmp_path)
    made = []
    for threads in ("1", "4"):
        out = tmp_path / f"{threads}.csv"
        subprocess.run(
            [sys.executable, "-m", "bot", "calibrate", str(file), "--out", str(out)],
            check=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            cwd=Path(__file__).parents[2],
        )
        made.append(out.read_bytes())

    assert made[0] == made[1]


def test_a_script_without_our_code_counts_the_same_scores(tmp_path: Path) -> None:
    file, model = table(tmp_path), tmp_path / "MODEL.json"
    assert main(["calibrate", str(file), "--out", str(tmp_path / "R.csv"), "--model", str(model)]) == 0

    script = Path(__file__).parents[2] / "examples" / "przelicz.py"
    told = subprocess.run(
        [sys.executable, str(script), str(model), str(tmp_path / "R.csv")],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert "Instytucji: 60" in told.stdout


def test_all_faults_are_named_at_once_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "zle.csv"
    file.write_text(
        "inst;group;channel;juror;score\nA;g;tel;J1;73,5\nA;h;tel;J1;120\n;g;tel;J2;nan\nB;g;tel;;12x\nC;g;tel;J1;-1\n",
        "utf-8",
    )

    assert calibrate(file) == 2
    assert capsys.readouterr().err.splitlines() == [
        "plik zle.csv, wiersz 3: wynik „120” jest spoza zakresu. Wpisz liczbę od 0 do 100.",
        "plik zle.csv, wiersz 3: „A” jest tu w grupie „h”, a w wierszu 2 w grupie „g”. Uczestnik należy do jednej grupy.",
        "plik zle.csv, wiersz 4: kolumna „inst” jest pusta. Uzupełnij ją albo usuń wiersz.",
        "plik zle.csv, wiersz 4: wynik „nan” nie jest liczbą. Wpisz liczbę od 0 do 100, na przykład 73,5, bez znaku %.",
        "plik zle.csv, wiersz 5: kolumna „juror” jest pusta. Uzupełnij ją albo usuń wiersz.",
        "plik zle.csv, wiersz 5: wynik „12x” nie jest liczbą. Wpisz liczbę od 0 do 100, na przykład 73,5, bez znaku %.",
        "plik zle.csv, wiersz 6: wynik „-1” jest spoza zakresu. Wpisz liczbę od 0 do 100.",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["zle.csv"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "nie ma ani jednego kontaktu"),
        (HEAD, "nie ma ani jednego kontaktu"),
        ("inst,group,juror,score\nA,g,J,5\n", "brakuje kolumny „channel”"),
        ("inst,group,channel,kanał,juror,score\nA,g,t,t,J,5\n", "kolumna „channel” jest dwa razy"),
        (f'{HEAD}\nA,g,"t,J,5\n', "cudzysłów otwarty"),
        (f"{HEAD}\nA,g,t,J,inf\n", "„inf” nie jest liczbą"),
        (f"{HEAD}\nA,g,t,J,1e999\n", "jest spoza zakresu"),
        (f"{HEAD}\nA,g,t\n", "kolumna „juror” jest pusta"),
        ("\x00\x01\x02", "nie jest tabela"),
    ],
)
def test_a_bad_file_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, said: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(source, "utf-8")

    assert calibrate(file) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "RANKING.csv").exists()


def test_a_file_that_is_not_there_and_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calibrate", str(tmp_path / "nie.csv"), "--out", str(tmp_path / "a.csv")]) == 2
    assert main(["calibrate", str(table(tmp_path)), "--out", str(tmp_path / "nie" / "a.csv")]) == 2
    assert main(["calibrate", str(table(tmp_path)), "--out", str(tmp_path / "JURORS.csv")]) == 2

    said = capsys.readouterr().err
    assert "nie mogę odczytać tego pliku" in said
    assert "Niczego nie zapisałem" in said
    assert "Podaj w --out inną nazwę" in said
    assert not (tmp_path / "JURORS.csv").exists()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["A,g,t,J,50"], "Za mało jurorów"),
        ([f"I{at},g,t,J{at % 3},50" for at in range(9)], "Za mało wspólnych kontaktów"),
        ([f"I{at % 5},g,t,J{at % 4},50" for at in range(60)], "Wszystkie wyniki są takie same"),
    ],
)
def test_too_little_is_said_and_plain_means_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], said: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("\n".join([HEAD, *lines]), "utf-8")

    assert calibrate(file) == 0
    assert said in capsys.readouterr().err
    assert {(each["raw"], each["est"]) for each in rows(tmp_path / "RANKING.csv")} == {("50.0000", "50.0000")}
    assert all(each["severity"] == "" for each in rows(tmp_path / "JURORS.csv"))


def test_the_same_row_twice_is_counted_twice_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD}\nA,g,t,J,50\nB,g,t,J,60\nA,g,t,J,50", "utf-8")

    assert calibrate(file) == 0
    assert "plik a.csv, wiersz 4: ten wiersz jest taki sam jak wiersz 2" in capsys.readouterr().err
    assert [each["contacts"] for each in rows(tmp_path / "JURORS.csv")] == ["3"]


def test_ten_thousand_rows_and_as_many_jurors_are_ranked(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    lines = [f"I{at % 900},G{at % 3},K{at % 4},J{at * 7 % 5000},{at * 31 % 101}" for at in range(10_000)]
    file.write_text("\n".join([HEAD, *lines]), "utf-8")

    assert calibrate(file) == 0
    assert len(rows(tmp_path / "RANKING.csv")) == 900
