"""What a ranking was counted from, frozen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import Phrases
from contest.mistakes import Mistakes, tell
from contest.ranking import Contact, rank
from contest.snapshot import Snapshot, digest, freeze_snapshot, take, thaw_snapshot
from tests.contest.an_edition import EDITION, commune, contact, pair, settings

AT = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)


def frozen(contacts: list[Contact]) -> Snapshot:
    return take(EDITION, [commune(2), commune(1)], contacts=contacts, seq=41, made_at=AT)


any_contacts = st.lists(
    st.builds(
        contact,
        st.integers(1, 99),
        st.integers(1, 2),
        st.sampled_from(["wizyta", "telefon", "mail"]),
        st.sampled_from("ABC"),
        st.fractions(0, 100),
    ),
    max_size=8,
    unique_by=lambda one: one.assignment,
)


@given(any_contacts)
def test_what_is_frozen_is_read_back_exactly(contacts: list[Contact]) -> None:
    snapshot = frozen(contacts)

    assert thaw_snapshot(freeze_snapshot(snapshot)) == snapshot


@given(any_contacts, st.randoms())
def test_the_same_facts_have_the_same_digest_in_any_order(contacts: list[Contact], dice: Random) -> None:
    mixed = list(contacts)
    dice.shuffle(mixed)

    assert digest(frozen(mixed)) == digest(frozen(contacts))


@given(any_contacts)
def test_a_ranking_is_the_same_before_and_after_the_freeze(contacts: list[Contact]) -> None:
    counted = rank(settings(), [commune(1), commune(2)], contacts)

    assert thaw_snapshot(freeze_snapshot(frozen(contacts))).official() == counted


def test_fractions_are_written_as_fractions() -> None:
    text = freeze_snapshot(frozen([contact(7, 1, "mail", "A", Fraction(200, 3))]))

    assert json.loads(text)["contacts"] == [
        {
            "assignment": 7,
            "entrant": 1,
            "channel": "mail",
            "juror": "A",
            "percent": "200/3",
            "sections": {"calosc": ["2/3", "1"]},
        }
    ]


def test_the_digest_is_that_of_the_text() -> None:
    snapshot = frozen([*pair(1, 80)])

    assert digest(snapshot) == hashlib.sha256(freeze_snapshot(snapshot).encode()).hexdigest()


def test_a_column_that_came_later_leaves_older_digests_as_they_were() -> None:
    plain = frozen([])
    named = replace(plain, entrants=tuple(replace(one, genitive="Gminy Alfa") for one in plain.entrants))

    assert "genitive" not in freeze_snapshot(plain)
    assert thaw_snapshot(freeze_snapshot(named)) == named


def test_one_changed_point_changes_the_digest() -> None:
    assert digest(frozen([*pair(1, 80)])) != digest(frozen([*pair(1, 80 + Fraction(1, 10**9))]))


def test_the_moment_is_kept_in_utc() -> None:
    warsaw = AT.astimezone(timezone(timedelta(hours=1)))

    assert freeze_snapshot(take(EDITION, [], contacts=[], seq=1, made_at=warsaw)) == freeze_snapshot(
        take(EDITION, [], contacts=[], seq=1, made_at=AT)
    )


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format":2}', freeze_snapshot(frozen([])) + "x"])
def test_a_damaged_snapshot_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Mistakes) as refused:
        thaw_snapshot(text)

    (fault,) = refused.value.found
    assert fault.code == "broken-snapshot"
    assert tell(Phrases().plain("pl"), fault).startswith("Zamrożonych danych rankingu nie da się odczytać: ")
