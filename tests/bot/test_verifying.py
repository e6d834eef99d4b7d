"""The installation's key, and the command line that checks a diploma with it or with published files alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import config, rulebook, signing, verifying
from bot.__main__ import main
from bot.config import Config
from bot.phrases import catalogue
from bot.verifying import Register
from contest.mistakes import Mistakes, tell
from reports import proof
from storage.awards import Revoked
from storage.database import Database
from tests.reports.test_proof import CLAIM

NOW = datetime(2026, 12, 10, 12, tzinfo=UTC)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#a01020"/></svg>'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree("editions/lider-zaufania", tmp_path / "edycja")
    (tmp_path / "data").mkdir()
    (tmp_path / "config.toml").write_text(
        '[edition]\nfolder = "edycja"\n[[organisers]]\ntelegram_id = 1\nname = "Ewa"\nroles = ["owner"]\n',
        "utf-8",
    )
    return tmp_path


@pytest.fixture
def settings(home: Path) -> Config:
    return config.load(home / "config.toml")


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = signing.own_key(tmp_path)

    assert signing.own_key(tmp_path) == first
    assert (tmp_path / signing.PRIVATE).stat().st_mode & 0o777 == 0o600
    assert list(signing.trusted(tmp_path).values()) == [proof.public_of(first)]
    assert sorted(file.name for file in tmp_path.iterdir()) == [signing.PRIVATE, signing.PUBLIC]


def test_a_key_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    signing.own_key(tmp_path)
    (tmp_path / signing.PRIVATE).chmod(0o644)

    with pytest.raises(Mistakes) as refused:
        signing.own_key(tmp_path)

    assert [each.code for each in refused.value.found] == ["key-exposed"]


def test_diplomas_of_an_older_key_still_count(tmp_path: Path) -> None:
    old = signing.own_key(tmp_path)
    (tmp_path / signing.PUBLIC).rename(tmp_path / "podpis-2026.pub")
    (tmp_path / signing.PRIVATE).unlink()
    new = signing.own_key(tmp_path)

    assert new != old
    assert proof.proved(proof.read(proof.code(CLAIM, old)), signing.trusted(tmp_path))


def test_a_code_is_checked_with_the_published_files_alone(
    home: Path, settings: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """On another computer, without the bot: the public key and the list that stand on the web."""
    code = proof.code(replace(CLAIM, valid_until=None), signing.own_key(settings.data_directory))
    page = home / "strona"
    key, revoked = str(page / "podpis.pub"), str(page / "uniewaznione.json")
    verifying.publish(settings, Register(), page, NOW)

    assert main(["verify", code, "--key", key, "--revoked", revoked]) == 0
    assert "Dyplom jest autentyczny." in capsys.readouterr().out

    taken_back = Register((Revoked(CLAIM.number, NOW, "pomyłka"),))
    verifying.publish(settings, taken_back, page, NOW)

    assert main(["verify", code, "--key", key, "--revoked", revoked]) == 1
    assert "Dyplom został unieważniony." in capsys.readouterr().out
    assert main(["verify", code[:-70] + "A" * 70, "--key", key]) == 1
    assert "podrobiony" in capsys.readouterr().out


def test_what_is_no_code_is_said_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "LJ/2026/0001", "--config", str(home / "config.toml")]) == 2
    assert "To nie jest kod dyplomu." in capsys.readouterr().err


async def test_an_emblem_is_published_with_its_edition_and_comes_back_whole(
    home: Path, tmp_path: Path
) -> None:
    folder = home / "edycja"
    text = (folder / "edition.toml").read_text("utf-8").replace('emblem   = ""', 'emblem   = "znak.svg"')
    (folder / "edition.toml").write_text(text, "utf-8")
    (folder / "znak.svg").write_text(SVG, "utf-8")
    db = await Database.open(tmp_path / "contest.db")
    try:
        rules = await rulebook.publish(folder, db, NOW)
        kept = await rulebook.emblem_of(db.reading, rules.settings)
        (folder / "znak.svg").write_text(SVG.replace("a01020", "102030"), "utf-8")
        with pytest.raises(Mistakes) as refused:
            await rulebook.publish(folder, db, NOW)
    finally:
        await db.close()

    assert kept == SVG.encode()
    assert [each.code for each in refused.value.found] == ["same-version-other-text"]


async def test_what_decides_places_does_not_change_once_collecting_has_started(
    home: Path, tmp_path: Path
) -> None:
    file = home / "edycja" / "edition.toml"
    before = rulebook.read(home / "edycja")[0].settings
    starts = before.utc(before.dates.collecting_from)
    next_ = file.read_text("utf-8").replace(
        f"version      = {before.version}", f"version = {before.version + 1}"
    )
    changed = next_.replace('decides      = "official"', 'decides = "calibrated"')
    db = await Database.open(tmp_path / "contest.db")
    try:
        await rulebook.publish(home / "edycja", db, starts - timedelta(days=30))
        file.write_text(changed.replace("2026-10-01T08:00:00", "2026-10-09T08:00:00"), "utf-8")
        with pytest.raises(Mistakes) as refused:
            await rulebook.publish(home / "edycja", db, starts)
        file.write_text(changed, "utf-8")
        rules = await rulebook.publish(home / "edycja", db, starts - timedelta(hours=1))
        assert rules.settings.ranking.decides == "calibrated"
    finally:
        await db.close()

    assert [each.code for each in refused.value.found] == ["ranking-fixed"]
    assert 'decides = "official"' in tell(catalogue().plain("pl"), refused.value.found[0])


def test_an_emblem_that_cannot_be_drawn_is_a_fault_of_the_edition(home: Path) -> None:
    folder = home / "edycja"
    text = (folder / "edition.toml").read_text("utf-8").replace('emblem   = ""', 'emblem   = "znak.svg"')
    (folder / "edition.toml").write_text(text, "utf-8")
    (folder / "znak.svg").write_text(SVG.replace("<circle", "<text>a</text><circle"), "utf-8")

    with pytest.raises(Mistakes) as refused:
        rulebook.read(folder)

    assert [each.code for each in refused.value.found] == ["emblem-unsupported"]
