"""The word to the service manager, heard on a real socket."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot import supervision


def test_the_manager_hears_the_words_on_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(place))
        monkeypatch.setenv("NOTIFY_SOCKET", str(place))

        supervision.tell("READY=1")
        supervision.tell("WATCHDOG=1")

        assert [manager.recv(100), manager.recv(100)] == [b"READY=1", b"WATCHDOG=1"]


def test_without_a_manager_or_with_a_dead_one_nothing_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    supervision.tell("WATCHDOG=1")
    assert caplog.text == ""

    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    supervision.tell("WATCHDOG=1")
    assert "does not hear" in caplog.text
