"""The key of identities: made once, for its owner's eyes, never made anew over a database that needs the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import identity
from bot.config import Config, EditionTable, Organiser
from contest.mistakes import Mistakes
from storage import sealing
from storage.database import Database


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(
        home=tmp_path,
        edition=EditionTable(folder="edycja"),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )


def refused(config: Config) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        identity.own_key(config)
    return [found.code for found in caught.value.found]


def test_the_key_is_made_once_and_for_its_owner_alone(config: Config) -> None:
    key = identity.own_key(config)

    assert identity.own_key(config) == key
    [file] = config.data_directory.iterdir()
    assert (file.name, file.stat().st_mode & 0o777) == ("tozsamosc.key", 0o600)
    assert config.data_directory.stat().st_mode & 0o777 == 0o700


async def test_a_missing_key_is_named_once_something_is_sealed_with_it(config: Config) -> None:
    key = identity.own_key(config)
    await (await Database.open(config.database, key=key)).close()
    config.identity_key_file.rename(config.data_directory / "elsewhere")

    assert refused(config) == ["identity-key-missing"]
    assert not config.identity_key_file.exists()


def test_a_key_that_others_can_read_or_that_is_damaged_is_refused(config: Config) -> None:
    identity.own_key(config)
    config.identity_key_file.chmod(0o644)
    assert refused(config) == ["key-exposed"]
    config.identity_key_file.chmod(0o600)
    for damaged in ("", "zażółć", "aGVq", config.identity_key_file.read_text()[5:]):
        config.identity_key_file.write_text(damaged)
        assert refused(config) == ["identity-key-broken"]


def test_a_credential_comes_before_the_file(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = sealing.new_key()
    (tmp_path / "incognito-tozsamosc").write_text(sealing.written(key))
    (tmp_path / "incognito-tozsamosc").chmod(0o400)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert identity.own_key(config) == key
    assert not config.identity_key_file.exists()
