-- What jurors ask the organisers, and the one answer that each question gets. Neither side knows the other's account.
CREATE TABLE questions (
    id          INTEGER PRIMARY KEY,
    juror       TEXT NOT NULL REFERENCES people (code),
    assignment  INTEGER REFERENCES assignments (id),  -- what was on the table when it was asked
    text        TEXT NOT NULL,
    asked_at    TEXT NOT NULL,
    answer      TEXT,
    answered_by TEXT REFERENCES people (code),
    answered_at TEXT
) STRICT;
CREATE INDEX questions_of ON questions (juror);
