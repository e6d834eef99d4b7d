"""What an update says is read from its own text; what has another shape than Telegram says is nobody's word."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from bot.incoming import Attachment, Crowd, Edited, Incoming, Left, Nothing, Other, Returned, Tap, Words, read

HERE = {"id": 7, "type": "private"}
GROUP = {"id": -7, "type": "group"}
SAID = {"message_id": 3, "chat": HERE, "from": {"id": 7}, "date": 1}


@pytest.mark.parametrize(
    ("update", "meant"),
    [
        ({"message": {**SAID, "text": "pół \ud83d, całe \U0001f600"}}, Words("pół ?, całe \U0001f600", 3)),
        (
            {"message": {**SAID, "text": "3", "reply_to_message": {**SAID, "message_id": 2, "text": "Ile?"}}},
            Words("3", 3, 2, quoted="Ile?"),
        ),
        ({"message": {**SAID, "text": "/start", "forward_origin": {}}}, Words("/start", 3, forwarded=True)),
        ({"edited_message": {**SAID, "text": "4"}}, Edited("4", 3)),
        ({"edited_message": {**SAID, "caption": "4"}}, Nothing()),
        ({"message": {**SAID, "photo": [{"file_id": "s"}, {"file_id": "l", "file_size": 9}]}}, "photo"),
        ({"message": {**SAID, "document": {"file_id": "d", "mime_type": "text/csv"}}}, "document"),
        ({"message": {**SAID, "document": {"file_id": "d"}, "animation": {}}}, Other("animation", 3)),
        ({"message": {**SAID, "voice": {}}}, Other("voice", 3)),
        ({"message": {**SAID, "novelty": {}}}, Other("other", 3)),
        ({"message": {**SAID, "chat": GROUP, "text": "hej"}}, Crowd(-7)),
        ({"callback_query": {"id": "q", "data": "q:1", "message": SAID}}, Tap("q:1", "q", 3)),
        ({"callback_query": {"id": "q", "data": "q:1"}}, Tap("q:1", "q", None)),
        ({"callback_query": {"id": "q", "game_short_name": "g", "message": SAID}}, Nothing()),
        ({"my_chat_member": {"chat": HERE, "new_chat_member": {"status": "kicked"}}}, Left()),
        ({"my_chat_member": {"chat": HERE, "new_chat_member": {"status": "member"}}}, Returned()),
        ({"my_chat_member": {"chat": GROUP, "new_chat_member": {"status": "member"}}}, Crowd(-7, added=True)),
        ({"poll_answer": {"poll_id": "1"}}, Nothing()),
    ],
)
def test_an_update_means(update: dict[str, object], meant: Incoming | str) -> None:
    files = {
        "photo": Attachment("l", "", 9, 3, photo=True),
        "document": Attachment("d", "", 0, 3, media="text/csv"),
    }
    assert read(json.dumps({"update_id": 1, **update})) == (files[meant] if isinstance(meant, str) else meant)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"update_id": 1, "message": []}',
        '{"update_id": 1, "message": {"message_id": "?", "chat": "?"}}',
        '{"update_id": 1, "callback_query": {"data": "q:1"}}',
    ],
)
def test_another_shape_is_refused(body: str) -> None:
    with pytest.raises(ValidationError):
        read(body)
