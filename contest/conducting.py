"""How jurors work over time, from the approved contacts and from when and how fast each was made. Told, never acted upon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from contest.calibrated import scored
from contest.calibration.contacts import gather, order
from contest.calibration.course import drift, halo, pace, surprises
from contest.calibration.design import design, too_little
from contest.calibration.fit import fit
from contest.conduct import Conduct, Told, Work
from contest.ranking import Contact
from contest.snapshot import Snapshot


def conducts(snapshot: Snapshot, works: Iterable[Work]) -> tuple[Conduct, ...]:
    """One for each juror of the contacts that count, by code; contacts without a work tell of sections alone."""
    settings, made = snapshot.settings, {work.assignment: work for work in works}
    counted = [contact for contact in snapshot.contacts if settings.channel(contact.channel)]
    own: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in counted:
        own[contact.juror].append(contact)
    drifts = _drifts(counted, made)
    halos = halo({juror: [_sections(each) for each in these] for juror, these in own.items()})
    paces = pace({juror: list(_seconds(these, made)) for juror, these in own.items()})
    return tuple(
        Conduct(juror, drifts.get(juror), paces.get(juror), halos.get(juror)) for juror in sorted(own)
    )


def _drifts(contacts: Sequence[Contact], made: Mapping[int, Work]) -> Mapping[str, Told]:
    """Empty when the contacts cannot tell a strict juror from a weak entrant."""
    contacts = sorted(contacts, key=lambda contact: order(scored(contact)))
    if not contacts:
        return {}
    known = gather(scored(contact) for contact in contacts)
    if too_little(known, design(known)) is not None:
        return {}
    found = surprises(fit(known))
    own: defaultdict[str, list[tuple[Work, float, float]]] = defaultdict(list)
    for at, contact in enumerate(contacts):
        if contact.assignment in made:
            surprise = float(found.points[at]), float(found.weight[at])
            own[contact.juror].append((made[contact.assignment], *surprise))
    told = {}
    for juror, these in own.items():
        these.sort(key=lambda each: (each[0].begun, each[0].assignment))
        seen = drift([points for _, points, _ in these], [weight for _, _, weight in these])
        if seen is not None:
            told[juror] = seen
    return told


def _sections(contact: Contact) -> tuple[str, Mapping[str, float]]:
    return contact.channel, {
        name: float(100 * earned / possible)
        for name, (earned, possible) in contact.sections.items()
        if possible
    }


def _seconds(contacts: Iterable[Contact], made: Mapping[int, Work]) -> Iterable[tuple[str, float]]:
    for contact in contacts:
        work = made.get(contact.assignment)
        if work is not None and work.seconds is not None:
            yield contact.channel, work.seconds
