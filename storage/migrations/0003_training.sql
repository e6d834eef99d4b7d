-- A person's own interviews are three now: registration, training, calibration; each once.
CREATE TABLE sessions_new (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES people (code),
    assignment INTEGER UNIQUE REFERENCES assignments (id),
    purpose    TEXT NOT NULL CHECK (purpose IN ('assignment', 'registration', 'training', 'calibration')),
    state      TEXT NOT NULL CHECK (json_valid(state)),
    revision   INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK ((purpose = 'assignment') = (assignment IS NOT NULL))
) STRICT;
INSERT INTO sessions_new SELECT id, person, assignment, purpose, state, revision, changed_at FROM sessions;
DROP TABLE sessions;
ALTER TABLE sessions_new RENAME TO sessions;
CREATE UNIQUE INDEX sessions_one_of_a_kind ON sessions (person, purpose) WHERE purpose <> 'assignment';
