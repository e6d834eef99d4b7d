"""The electronic seal of an installation: named in the configuration, readable by nobody else, good today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import config, stamping
from bot.__main__ import main
from bot.config import Config
from contest.mistakes import Mistakes
from tests.reports import a_seal

NOW = datetime.now(UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    seal, _ = a_seal.made()
    for name, content in (("pieczec.p12", seal.pkcs12), ("pieczec.haslo", seal.password + b"\n")):
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    edition = Path("editions/lider-zaufania").resolve()
    (tmp_path / "config.toml").write_text(
        f'[edition]\nfolder = "{edition}"\n[documents]\nseal_key = "pieczec.p12"\n'
        '[[organisers]]\ntelegram_id = 1\nname = "Ewa"\nroles = ["owner"]\n',
        "utf-8",
    )
    return config.load(tmp_path / "config.toml")


def _refused(settings: Config, now: datetime = NOW) -> list[str]:
    with pytest.raises(Mistakes) as refused:
        stamping.own_seal(settings, now)
    return [each.code for each in refused.value.found]


def test_the_check_tells_whose_seal_documents_get(
    settings: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    until = (NOW + timedelta(days=364)).date()

    assert main(["check", "--config", str(settings.home / "config.toml")]) == 0

    said = f"Pieczęć elektroniczna: {a_seal.NAME}, certyfikat ważny do {until}."
    assert said in capsys.readouterr().out.splitlines()


def test_an_installation_without_a_seal_needs_no_file(settings: Config) -> None:
    plain = settings.model_copy(update={"documents": config.DocumentsTable()})

    assert stamping.own_seal(plain, NOW) is None


def test_a_seal_that_others_can_read_is_lost_or_has_run_out_is_refused(settings: Config) -> None:
    assert _refused(settings, NOW + timedelta(days=400)) == ["seal-not-valid"]
    (settings.home / "pieczec.haslo").write_text("inne", "utf-8")
    assert _refused(settings) == ["seal-broken"]
    (settings.home / "pieczec.haslo").chmod(0o640)
    assert _refused(settings) == ["key-exposed"]
    (settings.home / "pieczec.haslo").unlink()
    assert _refused(settings) == ["seal-unreadable"]
