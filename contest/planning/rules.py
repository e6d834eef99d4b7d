"""What a plan of assignments obeys besides capacity, channels, regions and conflicts: the table `[planning]` of an edition."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contest.fields import Shape, Whole


class Rules(Shape):
    """Rotation, spacing and control. The defaults are what a mystery-client study would choose."""

    visible_contacts: Annotated[Whole, Field(ge=1, le=50)] = 1
    """Contacts of one juror at one entrant in which the juror is seen, heard or written to."""
    contacts: Annotated[Whole, Field(ge=1, le=50)] = 2
    """Contacts of one juror at one entrant altogether."""
    jurors: Annotated[Whole, Field(ge=1, le=10)] = 2
    """Different jurors at an entrant whose contacts are all carried out, where it has that many contacts."""
    gap_days: Annotated[Whole, Field(ge=0, le=60)] = 0
    """Whole days without a visible contact between two of them at one entrant; twice as many at a small body.
    0: contacts are not kept apart."""
    doubles: Annotated[Whole, Field(ge=0, le=100)] = 0
    """Percent of the remote contacts that are made a second time by another juror, as a check on the first."""
    small_population: Annotated[Whole, Field(ge=0)] = 2000
    """Entrants with fewer inhabitants may recognise a stranger."""
    wave: Annotated[Whole, Field(ge=0, le=500)] = 0
    """Offers that one juror gets at once when a plan is approved; the next ones come with the next wave. 0: all at once."""
    wave_hours: Annotated[Whole, Field(ge=1, le=720)] = 24
    """Hours from one wave to the next."""

    def most_here(self, contacts: int) -> int:
        """How many of an entrant's contacts one juror may have, so that all of them together have enough jurors.

        With `k` jurors wanted, no `k - 1` of them may reach the whole: (k - 1) x most < contacts.
        """
        others = self.jurors - 1
        spread = (contacts - 1) // others if others else contacts
        return max(1, min(self.contacts, spread))
