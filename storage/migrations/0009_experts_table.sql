-- The experts' table: nominations, ballots, and secret votes. Who voted and what was voted meet in no row and in no order:
-- `electors` knows who has voted, `tallies` only counts, and a paper is gone with its vote.
CREATE TABLE nominations (
    id      INTEGER PRIMARY KEY,
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    expert  TEXT NOT NULL REFERENCES people (code),
    reason  TEXT NOT NULL,
    at      TEXT NOT NULL,
    UNIQUE (entrant, expert)
) STRICT;

CREATE TABLE ballots (
    id         INTEGER PRIMARY KEY,
    snapshot   INTEGER NOT NULL REFERENCES snapshots (id),
    honour     TEXT NOT NULL CHECK (honour IN ('statuette', 'distinction')),
    about      TEXT NOT NULL,                         -- a peer group; of a distinction, the entrant
    number     INTEGER NOT NULL CHECK (number >= 1),  -- which ballot on this topic
    candidates TEXT NOT NULL CHECK (json_valid(candidates)),
    opened_at  TEXT NOT NULL,
    opened_by  TEXT NOT NULL REFERENCES people (code),
    closes_at  TEXT NOT NULL,
    closed_at  TEXT,
    closed_by  TEXT,                                  -- a code, or 'system'
    outcome    TEXT CHECK (outcome IS NULL OR json_valid(outcome)),
    UNIQUE (snapshot, honour, about, number),
    CHECK ((closed_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE TABLE electors (
    ballot INTEGER NOT NULL REFERENCES ballots (id),
    expert TEXT NOT NULL REFERENCES people (code),
    state  TEXT NOT NULL CHECK (state IN ('entitled', 'voted', 'recused')),
    PRIMARY KEY (ballot, expert)
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
    token  TEXT PRIMARY KEY,                          -- what a button holds instead of the choice
    ballot INTEGER NOT NULL REFERENCES ballots (id),
    expert TEXT NOT NULL REFERENCES people (code),
    choice TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies (
    ballot INTEGER NOT NULL REFERENCES ballots (id),
    choice TEXT NOT NULL,                             -- a candidate's number, 'against', 'abstain'
    votes  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (ballot, choice)
) STRICT, WITHOUT ROWID;

-- An entrant's appeal on facts: against one answer of one approved contact. What it corrects stands beside the answer,
-- which stays as it was submitted.
CREATE TABLE appeals (
    id         INTEGER PRIMARY KEY,
    audit      INTEGER NOT NULL REFERENCES audits (id),
    question   TEXT NOT NULL,
    claim      TEXT NOT NULL,                         -- what the entrant says
    entered_by TEXT NOT NULL REFERENCES people (code),
    entered_at TEXT NOT NULL,
    verdict    TEXT CHECK (verdict IN ('upheld', 'dismissed')),
    correction TEXT CHECK (correction IS NULL OR json_valid(correction)),  -- the answer as it should have been; NULL and upheld: it counts for nothing
    reason     TEXT NOT NULL DEFAULT '',
    judged_by  TEXT REFERENCES people (code),
    judged_at  TEXT,
    UNIQUE (audit, question)
) STRICT;
