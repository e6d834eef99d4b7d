"""Texts, captions and keyboards: what the local Telegram shows and what it refuses, in Telegram's words."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.asked import Asked
from bot.sandbox.checks import caption, markup, text
from bot.sandbox.entities import parse_html, written
from bot.sandbox.refusals import Refusal


def _refused(source: str) -> str:
    with pytest.raises(Refusal) as refusal:
        parse_html(source)
    return refusal.value.description.removeprefix("Bad Request: can't parse entities: ")


def test_tags_become_entities_counted_in_utf16() -> None:
    formatted = parse_html('<b>Żółw 🐢 <i>idzie</i></b> &lt;3 <a href="https://x.pl/?a=1&amp;b=2">tu</a>')

    assert formatted.text == "Żółw 🐢 idzie <3 tu"
    assert formatted.entities == (
        {"type": "bold", "offset": 0, "length": 13},
        {"type": "italic", "offset": 8, "length": 5},
        {"type": "text_link", "offset": 17, "length": 2, "url": "https://x.pl/?a=1&b=2"},
    )


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<blockquote>a</blockquote>", "blockquote"),
        ("<blockquote expandable>a</blockquote>", "expandable_blockquote"),
        ("<tg-spoiler>a</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">a</span>', "spoiler"),
        ("<DEL>a</del>", "strikethrough"),
        ("<ins>a</ins>", "underline"),
        ('<code class="language-py">a</code>', "code"),
        ("<pre>a</pre>", "pre"),
    ],
)
def test_each_allowed_tag_has_its_entity(source: str, kind: str) -> None:
    entities = parse_html(source).entities

    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [(kind, 0, 1)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("zażółć <br>", 'Unsupported start tag "br" at byte offset 11'),
        ("ą<3", "Unclosed start tag at byte offset 2"),
        ("1 < 2 > 0", 'Unsupported start tag "" at byte offset 2'),
        ("<b>raz", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_html_is_refused_with_the_byte_where_it_breaks(source: str, words: str) -> None:
    assert _refused(source) == words


def test_spaces_around_a_text_are_cut_and_entities_move_along() -> None:
    formatted = parse_html("\n <b> Tak </b> \n")

    assert (formatted.text, formatted.entities) == ("Tak", ({"type": "bold", "offset": 0, "length": 3},))


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=60))
def test_escaped_text_comes_out_as_it_went_in(source: str) -> None:
    formatted = parse_html(f"<b>{html.escape(source)}</b>")

    assert formatted.text == source.strip()
    assert [entity["length"] for entity in formatted.entities] == (
        [len(source.strip().encode("utf-16-le")) // 2] if source.strip() else []
    )


def test_an_ampersand_that_is_no_reference_is_an_ampersand() -> None:
    assert parse_html("A & B &amp; C &nbsp; &#x17C;").text == "A & B & C &nbsp; ż"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": "a" * 4096}, ""),
        ({"text": "🐢" * 4096}, ""),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": f"<b>{'a' * 4096}</b>", "parse_mode": "HTML"}, ""),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ],
)
def test_a_text_has_1_to_4096_characters_after_parsing(values: dict[str, object], words: str) -> None:
    assert _said(lambda: text(Asked("sendMessage", values, {}))) == words


@pytest.mark.parametrize(("length", "words"), [(1024, ""), (1025, "message caption is too long")])
def test_a_caption_has_up_to_1024_characters(length: int, words: str) -> None:
    assert _said(lambda: caption({"caption": "ż" * length})) == words


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "Tak", "callback_data": "ż" * 32}, ""),
        ({"text": "Tak", "callback_data": "ż" * 32 + "a"}, "BUTTON_DATA_INVALID"),
        ({"text": "Tak", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "Tak"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "a"}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        ({"text": " ", "callback_data": "a"}, "can't parse inline keyboard button: Text is empty"),
        (
            {"text": "Tu", "url": "urzad"},
            "inline keyboard button URL 'urzad' is invalid: Wrong HTTP URL",
        ),
        ("Tak", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ],
)
def test_a_button_holds_1_to_64_bytes(button: object, words: str) -> None:
    asked = Asked("sendMessage", {"reply_markup": {"inline_keyboard": [[button]]}}, {})

    assert _said(lambda: markup(asked)) == words


def test_commands_and_links_in_written_text_are_found() -> None:
    found = [
        (entity["type"], entity["offset"]) for entity in written("/start 🐢 jan@x.pl https://x.pl").entities
    ]

    assert found == [("bot_command", 0), ("email", 10), ("url", 19)]


def _said(check: object) -> str:
    assert callable(check)
    try:
        check()
    except Refusal as refusal:
        return refusal.description.removeprefix("Bad Request: ")
    return ""
