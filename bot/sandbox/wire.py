"""HTTP in and out: forms, JSON bodies and multipart uploads become parameters and files; results become JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.sandbox.files import Upload
from bot.sandbox.refusals import Refusal, bad

Given = tuple[Mapping[str, object], Mapping[str, Upload]]

_HTML = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"


async def read(request: web.Request) -> Given:
    """Parameters and files of a request, by any of the four ways that the Bot API accepts; raises `Refusal`."""
    values: dict[str, object] = dict(request.query)
    if request.method == "GET" or not request.body_exists:
        return values, {}
    try:
        match request.content_type:
            case "multipart/form-data":
                return await _multipart(request, values)
            case "application/json":
                values.update(_json(await request.read()))
            case _:
                form = (await request.read()).decode("utf-8")
                values.update(parse_qsl(form, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None
    return values, {}


async def _multipart(request: web.Request, values: dict[str, object]) -> Given:
    files: dict[str, Upload] = {}
    room = request.app._client_max_size  # noqa: SLF001 -- aiohttp offers no public way to ask
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("can't parse multipart/form-data")
        data = bytes(await part.read(decode=True))
        room -= len(data)
        if room < 0:
            raise Refusal(413, "Request Entity Too Large")
        if part.filename is None:
            values[part.name] = data.decode("utf-8")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, mime, data)
    return values, files


def _json(body: bytes) -> dict[str, object]:
    try:
        read = json.loads(body.decode("utf-8") or "{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(read, dict):
        raise bad("can't parse JSON object")
    return cast("dict[str, object]", read)


def success(result: object) -> web.Response:
    return _response(200, {"ok": True, "result": result})


def batch(raw: list[str]) -> web.Response:
    """The result of getUpdates, whose updates are JSON already."""
    body = '{"ok":true,"result":[' + ",".join(raw) + "]}"
    return web.Response(body=body.encode("utf-8"), content_type="application/json")


def refused(refusal: Refusal) -> web.Response:
    body: dict[str, object] = {
        "ok": False,
        "error_code": refusal.status,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    response = _response(refusal.status, body)
    if "retry_after" in refusal.parameters:
        response.headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return response


def bad_gateway() -> web.Response:
    """What a front server says when the one behind it is away: no JSON at all."""
    return web.Response(status=502, text=_HTML, content_type="text/html")


def truncated(response: web.Response) -> web.Response:
    """The same answer, cut in the middle of its JSON."""
    body = response.body
    assert isinstance(body, bytes)
    return web.Response(status=response.status, body=body[: len(body) // 2], content_type="application/json")


def _response(status: int, body: object) -> web.Response:
    return web.Response(status=status, body=json.dumps(body).encode("ascii"), content_type="application/json")
