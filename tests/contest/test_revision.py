"""What a new version of a file changes is told place by place."""

from __future__ import annotations

from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.revision import Revised, revised
from contest.toml import with_version
from tests.contest.a_call import ANSWERED, TONE, call

FIRST = call(ANSWERED, TONE, version=3)
ASKED_FOR = """[[sections.questions]]
id = "imie"
type = "yes_no"
text = "Czy padło imię?"
"""


def told(source: str) -> tuple[Revised, ...]:
    return revised(parse(FIRST), parse(source))


def test_another_number_alone_is_no_difference() -> None:
    assert told(with_version(FIRST, 4)) == ()


def test_a_value_is_told_before_and_after() -> None:
    place = ("sections", "rozmowa", "questions", "ton", "text")

    assert told(FIRST.replace("Jaki był ton rozmowy?", "Jaki był ton głosu?")) == (
        Revised(place, "changed", "Jaki był ton rozmowy?", "Jaki był ton głosu?"),
    )


def test_a_question_more_or_less_is_told_by_its_text() -> None:
    place = ("sections", "rozmowa", "questions", "imie")

    assert told(FIRST + ASKED_FOR) == (Revised(place, "added", after="Czy padło imię?"),)
    assert revised(parse(FIRST + ASKED_FOR), parse(FIRST)) == (
        Revised(place, "removed", before="Czy padło imię?"),
    )


def test_questions_in_another_order_are_the_same_questions() -> None:
    head, first, second = (
        FIRST.partition("[[sections.questions]]\n")[0],
        *FIRST.split("[[sections.questions]]\n")[1:],
    )
    turned = f"{head}[[sections.questions]]\n{second}[[sections.questions]]\n{first}"

    assert told(turned) == (Revised(("sections", "rozmowa", "questions"), "moved"),)


def test_only_the_number_of_the_file_itself_is_written_anew() -> None:
    source = "# version = 1\nid = 'x'\r\nversion   = 12  # od maja\n[table]\nversion = 3\n"

    assert with_version(source, 13) == source.replace("= 12", "= 13")


def test_a_checklist_under_another_number_is_the_same_checklist() -> None:
    after: Checklist = parse(with_version(FIRST, 9))

    assert after == parse(FIRST).model_copy(update={"version": 9})
