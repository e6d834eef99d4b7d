"""Sixteen ways of being a juror: what each simulated one does differently from a model pupil."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habit:
    """How a simulated juror behaves. Shares are probabilities from 0 to 1."""

    name: str
    severity: float = 0.0  # taken off every judgement, in shares of the scale
    types: float = 0.0  # types an answer where a button would do
    corrects: float = 0.0  # goes to an answer from the summary and changes it
    goes_back: float = 0.0  # presses Wstecz in the middle
    double_taps: float = 0.0
    wrong_first: float = 0.0  # says something unusable before the answer
    photographs: bool = False  # adds evidence wherever it may
    slow: bool = False  # starts only when reminded
    pauses: bool = False  # stops in the middle of the first interview until reminded
    ignores_offers: bool = False  # answers no offer before the first one has lapsed
    conflicted: bool = False  # declines the first offer: knows the institution
    hands_back: bool = False  # accepts, then gives the first one back


HABITS = (
    Habit("szybka"),
    Habit("dokładny", corrects=0.3, photographs=True),
    Habit("pisząca", types=0.8),
    Habit("cofający", goes_back=0.1),
    Habit("fotograf", photographs=True),
    Habit("powolna", slow=True),
    Habit("przerywający", pauses=True),
    Habit("milcząca", ignores_offers=True),
    Habit("z konfliktem", conflicted=True),
    Habit("oddająca", hands_back=True),
    Habit("surowy", severity=0.15),
    Habit("łagodna", severity=-0.1),
    Habit("niecierpliwy", double_taps=0.2),
    Habit("roztargniona", wrong_first=0.1, types=0.3),
    Habit("zmienny", corrects=0.5, goes_back=0.05),
    Habit("spokojna", types=0.2),
)
