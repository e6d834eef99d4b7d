"""A line to Telegram: HTTP by aiohttp under python-telegram-bot, which keeps what the answers mean.

The library's own line spends three times the work on a call. Neither an address (it holds the token) nor an answer
that cannot be read (it holds what people wrote) is ever repeated in an error or in the log.
"""

from __future__ import annotations

import json
import ssl
from typing import cast
from urllib.request import getproxies

import certifi
from aiohttp import BytesPayload, ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

_TO_SEND = 60.0
"""Seconds that an upload may take, beside the time to connect and to read the answer."""


class Form:
    """Plain fields of our own choosing, with what a line reads of a `RequestData`; those without a value are left out."""

    contains_files = False
    multipart_data = None

    def __init__(self, **fields: str | int | bool | None) -> None:
        self.json_parameters = {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in fields.items()
            if value is not None
        }

    def as_data(self) -> RequestData:
        """The library's own class takes no fields but its own."""
        return cast("RequestData", self)


class Line(BaseRequest):
    """At most `most` calls at once; `read_timeout` and `connect_timeout` in seconds where the call names none."""

    def __init__(self, *, most: int, read_timeout: float = 15.0, connect_timeout: float = 10.0) -> None:
        self._most = most
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        """May be called again."""
        if self._session is None:
            trusted = ssl.create_default_context()
            trusted.load_verify_locations(certifi.where())  # also where the system keeps none
            self._session = ClientSession(
                connector=TCPConnector(limit=self._most, ssl=trusted),
                trust_env=bool(
                    getproxies()
                ),  # a proxy, where the network has one: looked for once, not at every call
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- waiting for a place counts as connecting
    ) -> tuple[int, bytes]:
        """The status and the body of the answer. Raises TimedOut and NetworkError, and nothing else of its own."""
        if self._session is None:
            raise RuntimeError("the line is not open")
        read = _seconds(read_timeout, self._read_timeout)
        connect = _seconds(connect_timeout, self._connect_timeout)
        limits = ClientTimeout(
            total=read + connect + _seconds(write_timeout, _TO_SEND), connect=connect, sock_read=read
        )
        try:
            async with self._session.request(
                method, URL(url, encoded=True), data=_body(request_data), timeout=limits
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """The answer as JSON; one that was cut off on its way is a fault of the network."""
        try:
            answer = json.loads(payload)
        except ValueError:
            raise NetworkError("an answer that cannot be read") from None
        if not isinstance(answer, dict):
            raise NetworkError("an answer of another shape")
        return cast("dict[str, object]", answer)


def _seconds(asked: object, usual: float) -> float:
    return float(asked) if isinstance(asked, int | float) else usual


def _body(data: RequestData | None) -> FormData | BytesPayload | None:
    """The parameters as JSON, which costs half of what a form does; with files, as a form in parts."""
    if data is None:
        return None
    if not data.contains_files:
        return BytesPayload(
            json.dumps(data.json_parameters).encode(),
            content_type="application/json",
        )
    form = FormData(data.json_parameters)
    for name, (file_name, content, media) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=media)
    return form
