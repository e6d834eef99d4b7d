"""A word to the service manager: ready, alive, stopping. Without one (a terminal, a container) nobody is told.

`WATCHDOG=1` goes out only after a write that reached the disk (`bot/schedule.py`), so a bot that can no longer keep anything
is restarted like one that hangs. The protocol is sd_notify(3): a datagram to the socket that the manager names.
"""

from __future__ import annotations

import logging
import os
import socket
from typing import Literal

log = logging.getLogger(__name__)

Word = Literal["READY=1", "WATCHDOG=1", "STOPPING=1"]


def tell(word: Word) -> None:
    """Never fails and never waits: who cannot be told is not told."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    place = f"\0{address[1:]}" if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as line:
            line.sendto(word.encode(), place)
    except OSError as error:
        log.warning("the service manager does not hear: %s", type(error).__name__)
