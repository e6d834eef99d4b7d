"""Editions in which jurors work from the first day: most stories begin after the training, which has stories of its own."""

from __future__ import annotations

import re
from pathlib import Path

_TABLE = re.compile(r"^\[training\]\n(?:(?!\[).*\n)*", re.MULTILINE)


def without_training(folder: Path) -> Path:
    """The edition in this folder asks nothing of jurors before their first assignment."""
    file = folder / "edition.toml"
    file.write_text(_TABLE.sub("", file.read_text("utf-8")), "utf-8")
    return folder
