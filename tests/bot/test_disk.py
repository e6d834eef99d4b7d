"""What the system refuses is said in Polish, with what it was and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.disk import refusal, writing
from bot.phrases import Phrases
from contest.mistakes import Mistakes, tell

SAY = Phrases().plain("pl")


def test_a_folder_that_cannot_be_made_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "plik").touch()
    folder = tmp_path / "plik" / "folder"

    with pytest.raises(Mistakes) as refused, writing(folder):
        folder.mkdir()

    assert [tell(SAY, one) for one in refused.value.found] == [
        f"nie mogę zapisywać w folderze {folder} (część tej ścieżki nie jest folderem). Popraw to albo wskaż inny folder."
    ]


def test_an_error_without_a_sentence_keeps_its_name() -> None:
    said = SAY("system-reason", problem=refusal(OSError(errno.EXDEV, "Invalid cross-device link")))

    assert said == "błąd systemu EXDEV"


def test_a_command_that_is_not_understood_is_told_so_in_polish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["plan"])

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("incognito plan: nie rozumiem tego polecenia (")
