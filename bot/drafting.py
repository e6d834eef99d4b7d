"""Runs in the worker process: the demand of an edition goes in as plain values, a plan of assignments comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contest.planning.demand import Juror, Plan, Proposed, Slot, Standing
from contest.planning.rules import Rules


@dataclass(frozen=True, slots=True)
class Demand:
    """What to plan, and for whom."""

    slots: tuple[Slot, ...]
    jurors: tuple[Juror, ...]
    standing: tuple[Standing, ...]
    scenarios: Mapping[str, tuple[str, ...]]
    rules: Rules
    days: int | None
    seed: int
    kept: tuple[Proposed, ...] = ()
    """An earlier plan: what of it still fits stays."""


def draft(demand: Demand) -> Plan:
    """The plan for a demand."""
    # The solver is loaded by the process that solves; the chat's process starts without it.
    from contest.planning.making import make_plan  # noqa: PLC0415

    return make_plan(
        demand.slots,
        demand.jurors,
        seed=demand.seed,
        scenarios=demand.scenarios,
        standing=demand.standing,
        rules=demand.rules,
        days=demand.days,
        kept=demand.kept,
    )
