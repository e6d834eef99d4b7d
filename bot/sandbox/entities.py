"""Telegram's HTML: from `<b>tak</b>` to plain text with entities, refusing with the server's words.

Entity offsets are counted in UTF-16 units, the offsets in refusals in bytes of the UTF-8 source, lengths in code points.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from bot.sandbox.refusals import Refusal, bad

Json = dict[str, object]

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
# Control characters become spaces, carriage returns vanish, as on the server.
_CLEAN = {code: " " for code in range(32) if chr(code) not in "\n\r"} | {ord("\r"): None}
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#(?:x[0-9a-fA-F]+|[0-9]+)|lt|gt|amp|quot);?")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES = re.compile(r"\s*")
_WRITTEN = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<mention>(?<!\w)@\w{3,32})"
    r"|(?P<url>https?://[^\s<>\"]+)"
    r"|(?P<hashtag>(?<!\w)#\w+)"
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text and what is marked in it."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass(slots=True)
class _Open:
    tag: str
    at: int
    argument: str = ""


def utf16(text: str) -> int:
    """Length in UTF-16 units, the unit of entity offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> Formatted:
    """Plain text and entities of Telegram HTML, trimmed as the server trims; raises `Refusal`."""
    return _trimmed(_Parser(source.translate(_CLEAN)).run())


def plain(source: str) -> Formatted:
    """Text sent without a parse mode."""
    return Formatted(source.translate(_CLEAN).strip())


def written(text: str) -> Formatted:
    """What a person wrote, with the entities that the server finds by itself (commands, links, mentions)."""
    return Formatted(
        text,
        tuple(
            {
                "type": str(found.lastgroup),
                "offset": utf16(text[: found.start()]),
                "length": utf16(found.group()),
            }
            for found in _WRITTEN.finditer(text)
        ),
    )


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.strip()
    if len(text) == len(formatted.text):
        return formatted
    cut = utf16(formatted.text[: len(formatted.text) - len(formatted.text.lstrip())])
    end = utf16(text)
    kept = []
    for entity in formatted.entities:
        start = max(0, int(str(entity["offset"])) - cut)
        stop = min(end, int(str(entity["offset"])) + int(str(entity["length"])) - cut)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return Formatted(text, tuple(kept))


@dataclass(slots=True)
class _Parser:
    """One pass over the source; `i` is where it reads, `units` how much text it has made."""

    source: str
    i: int = 0
    units: int = 0
    parts: list[str] = field(default_factory=list)
    nested: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> Formatted:
        while (special := _SPECIAL.search(self.source, self.i)) is not None:
            self._text(self.source[self.i : special.start()])
            self.i = special.start()
            if special.group() == "&":
                self._text(self._character())
            elif self.source.startswith("</", self.i):
                self._end_tag()
            else:
                self._start_tag()
        self._text(self.source[self.i :])
        if self.nested:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.nested[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -int(str(entity["length"]))))
        return Formatted("".join(self.parts), tuple(self.entities))

    def _text(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.units += utf16(text)

    def _character(self) -> str:
        """The character that a reference stands for, or the ampersand itself when it is none."""
        found = _REFERENCE.match(self.source, self.i)
        if found is None:
            self.i += 1
            return "&"
        self.i = found.end()
        return html.unescape(found.group() if found.group().endswith(";") else found.group() + ";")

    def _start_tag(self) -> None:
        begin = self.i
        name = _NAME.match(self.source, begin + 1)
        assert name is not None
        tag = name.group().lower()
        self.i = name.end()
        if self.i >= len(self.source):
            raise self._at("Unclosed start tag", begin)
        if tag not in _STYLES:
            raise self._at(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        if tag == "span" and argument != "spoiler":
            raise self._at('Tag "span" must have class "tg-spoiler"', begin)
        self.nested.append(_Open(tag, self.units, argument))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """The next attribute of the tag, or None after its closing bracket."""
        self._skip_spaces()
        if self.source.startswith(">", self.i):
            self.i += 1
            return None
        name = _ATTRIBUTE.match(self.source, self.i)
        assert name is not None
        if not name.group() and self.i < len(self.source):
            raise self._at(f'Empty attribute name in the tag "{tag}"', begin)
        self.i = name.end()
        self._skip_spaces()
        if self.i >= len(self.source):
            raise self._at(f'Unclosed start tag "{tag}"', begin)
        if self.source[self.i] != "=":
            return name.group(), ""
        self.i += 1
        self._skip_spaces()
        value = self._value()
        if self.i >= len(self.source):
            raise self._at("Unclosed start tag", begin)
        return name.group(), value

    def _value(self) -> str:
        quote = self.source[self.i : self.i + 1]
        if quote in {'"', "'"}:
            end = self.source.find(quote, self.i + 1)
            stop = end if end >= 0 else len(self.source)
            value = self.source[self.i + 1 : stop]
            self.i = stop + 1
            return html.unescape(value)
        token = _TOKEN.match(self.source, self.i)
        assert token is not None
        begin, self.i = self.i, token.end()
        if self.i < len(self.source) and not (self.source[self.i].isspace() or self.source[self.i] == ">"):
            raise self._at("Unexpected end of name token", begin)
        return token.group().lower()

    def _end_tag(self) -> None:
        begin = self.i
        if not self.nested:
            raise self._at("Unexpected end tag", begin)
        name = _NAME.match(self.source, begin + 2)
        assert name is not None
        self.i = name.end()
        self._skip_spaces()
        if not self.source.startswith(">", self.i):
            raise self._at("Unclosed end tag", begin)
        self.i += 1
        tag = self.nested[-1].tag
        if name.group() and name.group() != tag:
            found = f'expected "</{tag}>", found "</{name.group()}>"'
            raise self._at("Unmatched end tag", begin, rest=f", {found}")
        self._close(self.nested.pop())

    def _close(self, opened: _Open) -> None:
        if self.units == opened.at:
            return
        entity: Json = {
            "type": _STYLES[opened.tag],
            "offset": opened.at,
            "length": self.units - opened.at,
        }
        match opened.tag:
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "a":
                if not opened.argument:
                    return
                entity["url"] = opened.argument
            case "tg-emoji":
                entity["custom_emoji_id"] = opened.argument
            case "tg-time":
                entity["unix_time"] = int(opened.argument or 0)
            case _:
                pass
        self.entities.append(entity)

    def _skip_spaces(self) -> None:
        spaces = _SPACES.match(self.source, self.i)
        assert spaces is not None
        self.i = spaces.end()

    def _at(self, words: str, index: int, *, rest: str = "") -> Refusal:
        offset = len(self.source[:index].encode("utf-8", "surrogatepass"))
        return _cannot(f"{words} at byte offset {offset}{rest}")


def _argument(tag: str, name: str, value: str) -> str:
    """What an attribute says about its tag; attributes that mean nothing are passed over."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return value
        case "blockquote", "expandable":
            return "expandable"
        case "span", "class":
            return value.removeprefix("tg-")
        case _:
            return ""


def _cannot(words: str) -> Refusal:
    return bad(f"can't parse entities: {words}")
