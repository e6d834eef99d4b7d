-- Organisers and experts with an interest at an entrant: they neither see it nor decide about it.
CREATE TABLE recusals (
    person  TEXT NOT NULL REFERENCES people (code) ON DELETE CASCADE,
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL REFERENCES people (code),   -- who said so: the person, or an owner
    at      TEXT NOT NULL,
    PRIMARY KEY (person, entrant)
) STRICT;
