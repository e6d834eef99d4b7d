-- What a contact is for: nothing is guessed from its number any more.
ALTER TABLE assignments ADD COLUMN aim TEXT NOT NULL DEFAULT 'planned'
    CHECK (aim IN ('planned', 'double', 'further', 'opinion'));

-- A plan that was approved as a whole and leaves in waves.
CREATE TABLE plans (
    id         INTEGER PRIMARY KEY,
    seed       INTEGER NOT NULL,
    scenarios  TEXT NOT NULL,                         -- the publication that its scenarios are from
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL,
    stopped_at TEXT
) STRICT;

-- The contacts of approved plans whose wave has not come: a row goes when its offer is made, or given up.
CREATE TABLE planned (
    entrant   INTEGER NOT NULL REFERENCES entrants (id),
    channel   TEXT NOT NULL,
    number    INTEGER NOT NULL CHECK (number >= 1),
    plan      INTEGER NOT NULL REFERENCES plans (id),
    wave      INTEGER NOT NULL CHECK (wave >= 1),
    juror     TEXT NOT NULL REFERENCES jurors (code),
    scenario  TEXT NOT NULL,
    aim   TEXT NOT NULL,
    first_day TEXT,                                   -- dates between which it may take place; NULL: any day
    last_day  TEXT,
    PRIMARY KEY (entrant, channel, number)
) STRICT;

-- What planners decided by hand about a contact that is still to be planned: this juror; NULL: nobody, leave it out.
CREATE TABLE wishes (
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    channel TEXT NOT NULL,
    number  INTEGER NOT NULL CHECK (number >= 1),
    juror   TEXT REFERENCES jurors (code),
    by      TEXT NOT NULL REFERENCES people (code),
    at      TEXT NOT NULL,
    PRIMARY KEY (entrant, channel, number)
) STRICT;

-- Jurors whom planners leave out of plans for now; what they have stays theirs.
CREATE TABLE benched (
    juror TEXT PRIMARY KEY REFERENCES jurors (code),
    by    TEXT NOT NULL REFERENCES people (code),
    at    TEXT NOT NULL
) STRICT;

-- Where a juror sets out from, in their own words; empty: they did not say.
ALTER TABLE jurors ADD COLUMN home TEXT NOT NULL DEFAULT '';

-- Dates of the edition that were moved in the chat. Each stands for the date of the file that it was moved from, so a file
-- with another date there is heard again.
CREATE TABLE moved_dates (
    name       TEXT PRIMARY KEY,                      -- collecting_until
    moved_from TEXT NOT NULL,                         -- local time in the file
    moved_to   TEXT NOT NULL,                         -- local time
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL
) STRICT;

-- Messages of an organiser to many; each copy is a row of the outbox.
CREATE TABLE announcements (
    id         INTEGER PRIMARY KEY,
    text       TEXT NOT NULL,
    audience   TEXT NOT NULL,
    readers    INTEGER NOT NULL,
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL,
    stopped_at TEXT
) STRICT;
