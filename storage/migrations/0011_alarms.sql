-- Alarms: what is wrong now and what was, each told once to those whom it concerns, in the panel until it is over.
CREATE TABLE alarms (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,                          -- unreachable, risk, recognised, disk, backup, clock, poller
    subject   TEXT NOT NULL,                          -- a code, an entrant, an assignment; nothing where there is but one
    role      TEXT NOT NULL CHECK (role IN ('owner', 'planner', 'checker')),
    entrant   INTEGER REFERENCES entrants (id),       -- hidden from whoever has an interest there
    facts     TEXT NOT NULL CHECK (json_valid(facts)),
    raised_at TEXT NOT NULL,
    over_at   TEXT,
    over_by   TEXT NOT NULL DEFAULT ''                -- who closed it; 'system' when it passed by itself
) STRICT;
CREATE UNIQUE INDEX alarms_once ON alarms (kind, subject) WHERE over_at IS NULL;
