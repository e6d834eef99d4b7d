"""What the server says no with: Telegram's own HTTP status and words, and a different voice for our stricter rules."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 -- an answer of the protocol, not an error of the program
    """One refused request. `description` holds the whole text, such as `Bad Request: chat not found`."""

    def __init__(self, status: int, description: str, *, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = dict(parameters or {})


def bad(words: str) -> Refusal:
    """400, as the real server words it."""
    return Refusal(400, f"Bad Request: {words}")


def strict(words: str) -> Refusal:
    """400 for what the real server would let pass: only the strict mode says it."""
    return Refusal(400, f"Bad Request: [sandbox] {words}")


def forbidden(words: str) -> Refusal:
    return Refusal(403, f"Forbidden: {words}")


def conflict(words: str) -> Refusal:
    return Refusal(409, f"Conflict: {words}")


def too_many(seconds: int) -> Refusal:
    """429; `seconds` is what the client must wait."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", parameters={"retry_after": seconds})
