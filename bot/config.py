"""The configuration of an installation: `config.toml`, read whole and complained about whole.

The contest's own settings are elsewhere (`editions/<name>/edition.toml`). The token is never in the file: it comes from
the environment, from a file of its own, or from a systemd credential.
"""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.disk import refusal
from contest.mistakes import Mistake, Mistakes, mistake
from contest.shape import retell
from contest.toml import read

Role = Literal["owner", "planner", "checker", "expert"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _hour(value: object) -> object:
    """TOML has no quoted times, so a time of day is a text such as "21:00"."""
    try:
        return time.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Hour = Annotated[time, BeforeValidator(_hour)]


class TelegramTable(_Table):
    token_env: str = "INCOGNITO_TOKEN"  # noqa: S105 -- the name of a variable, not a secret
    token_file: str = "token.txt"  # noqa: S105 -- the name of a file
    token_credential: str = "incognito-token"  # noqa: S105 -- the name of a credential
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    messages_per_second: int = Field(default=25, ge=0, le=1000)


class DataTable(_Table):
    directory: str = "data"
    identity_key: str = "tozsamosc.key"
    identity_credential: str = "incognito-tozsamosc"


class BackupTable(_Table):
    recipient: str = Field(default="", pattern=r"^(age1[02-9ac-hj-np-z]{58})?$")
    directory: str = "backups"
    hour: Hour = time(3)
    every_nights: int = Field(default=1, ge=1, le=30)
    keep: int = Field(default=14, ge=1, le=1000)
    keep_days: int = Field(default=30, ge=1, le=3660)


class RetentionTable(_Table):
    texts_days: int = Field(default=30, ge=3, le=3660)
    identities_days: int = Field(default=365, ge=30, le=3660)


class EditionTable(_Table):
    folder: str


class ChatTable(_Table):
    language: Literal["pl", "en"] = "pl"
    quiet_from: Hour = time(21)
    quiet_to: Hour = time(8)
    identity_minutes: int = Field(default=5, ge=1, le=1440)


class ScheduleTable(_Table):
    tick_seconds: float = Field(default=20, gt=0, le=600)


class DigestTable(_Table):
    """When organisers read what waits for them, by the edition's clock; None: never."""

    at: Hour | None = None


class AlarmsTable(_Table):
    """From when on something is alarming."""

    disk_free_mb: int = Field(default=500, ge=0)
    backup_days: int = Field(default=3, ge=1, le=365)
    risk_days: int = Field(default=7, ge=0, le=365)
    """Days before the close from which an entrant with too few contacts done or in hand is one at risk."""


class LimitsTable(_Table):
    """What one person may ask for in a minute; 0: as much as they like. Answers are never counted."""

    costly_per_minute: int = Field(default=10, ge=0, le=1000)
    """Plans, pictures, documents, copies, exports, checks of files."""
    commands_per_minute: int = Field(default=60, ge=0, le=10_000)


class DocumentsTable(_Table):
    """The organiser's electronic seal, if it has one: a PKCS #12 file and the file with its password."""

    seal_key: str = ""
    seal_password_file: str = "pieczec.haslo"  # noqa: S105 -- the name of a file


class Organiser(_Table):
    telegram_id: int = Field(gt=0)
    name: str
    roles: tuple[Role, ...] = Field(min_length=1)


class Config(_Table):
    """Everything in `config.toml`; `home` is the folder that its relative paths start from."""

    home: Path
    telegram: TelegramTable = TelegramTable()
    data: DataTable = DataTable()
    backup: BackupTable = BackupTable()
    retention: RetentionTable = RetentionTable()
    edition: EditionTable
    chat: ChatTable = ChatTable()
    schedule: ScheduleTable = ScheduleTable()
    digest: DigestTable = DigestTable()
    alarms: AlarmsTable = AlarmsTable()
    limits: LimitsTable = LimitsTable()
    documents: DocumentsTable = DocumentsTable()
    organisers: tuple[Organiser, ...] = Field(min_length=1)

    @property
    def data_directory(self) -> Path:
        return self.home / self.data.directory

    @property
    def database(self) -> Path:
        return self.data_directory / "incognito.sqlite3"

    @property
    def backup_folder(self) -> Path:
        """Where backups go; a relative path starts from the data folder."""
        return self.data_directory / self.backup.directory

    @property
    def identity_key_file(self) -> Path:
        """The key of identities; a relative path starts from the data folder."""
        return self.data_directory / self.data.identity_key

    @property
    def edition_folder(self) -> Path:
        return self.home / self.edition.folder

    def token(self) -> str:
        """The token from the first place that has one. Raises `Mistakes` when none has."""
        if said := os.environ.get(self.telegram.token_env, "").strip():
            return said
        credentials = os.environ.get("CREDENTIALS_DIRECTORY")
        places = [self.home / self.telegram.token_file]
        if credentials:
            places.append(Path(credentials) / self.telegram.token_credential)
        for place in places:
            if said := _secret(place):
                return said
        raise Mistakes([mistake("no-token", variable=self.telegram.token_env, file=self.telegram.token_file)])


def _secret(place: Path) -> str:
    """What a file holds, or nothing when there is none. Raises `Mistakes` for one that cannot be read."""
    try:
        return place.read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ""
    except OSError as error:
        raise Mistakes([mistake("token-unreadable", file=str(place), problem=refusal(error))]) from None
    except UnicodeDecodeError:
        raise Mistakes([mistake("not-utf8").within("file", place.name)]) from None


def load(path: Path) -> Config:
    """Read the configuration. Raises `Mistakes` with everything that is wrong with it."""
    try:
        source = path.read_text("utf-8")
    except OSError:
        raise Mistakes([mistake("no-config", file=str(path))]) from None
    except UnicodeDecodeError:
        raise Mistakes([mistake("not-utf8")]).within("file", path.name) from None
    document = read(source, file=path.name)
    try:
        config = Config.model_validate({**document.table, "home": path.resolve().parent})
    except ValidationError as refused:
        raise Mistakes(retell(refused, Config, document)) from None
    if found := list(_problems(config)):
        raise Mistakes(found).within("file", path.name)
    return config


def _problems(config: Config) -> list[Mistake]:
    found: list[Mistake] = []
    ids = [organiser.telegram_id for organiser in config.organisers]
    found += [
        mistake("doubled-organiser", id=doubled).within("table", "organisers")
        for doubled in sorted({number for number in ids if ids.count(number) > 1})
    ]
    if not any("owner" in organiser.roles for organiser in config.organisers):
        found.append(mistake("no-owner").within("table", "organisers"))
    if not (config.edition_folder / "edition.toml").is_file():
        found.append(
            mistake("no-edition", folder=config.edition.folder)
            .within("key", "folder")
            .within("table", "edition")
        )
    return found
