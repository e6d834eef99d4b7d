-- Which key this database is sealed with: what that key makes of nothing.
CREATE TABLE sealed_by (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    mark BLOB NOT NULL
) STRICT;

-- Who somebody is, sealed with a key outside this file: seal() is the program's own (storage/sealing.py).
CREATE TABLE people_new (
    code         TEXT PRIMARY KEY,                    -- J-37, O-12, E-05: all that the rest of the database knows
    telegram_id  BLOB UNIQUE,                         -- sealed as 'account'
    name         BLOB NOT NULL,                       -- sealed as 'name ' and the code
    language     TEXT NOT NULL DEFAULT 'pl',
    zone         TEXT,                                -- NULL: the edition's
    reachable    INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
    reachable_since TEXT,                             -- when that changed last
    consented_at TEXT,
    consent      TEXT,                                -- digest of the text that was agreed to
    created_at   TEXT NOT NULL
) STRICT;
INSERT INTO people_new
SELECT code, seal('account', telegram_id), seal('name ' || code, name), language, zone, reachable, reachable_since,
       consented_at, consent, created_at
FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;

-- What came from Telegram says who wrote it.
CREATE TABLE inbox_sealed (
    update_id   INTEGER PRIMARY KEY,
    chat        BLOB,                                 -- sealed as 'account'
    body        BLOB,                                 -- sealed as 'update ' and the number
    state       TEXT NOT NULL CHECK (state IN ('new', 'done', 'dead')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    problem     TEXT NOT NULL DEFAULT '',
    received_at TEXT NOT NULL,
    tried_at    TEXT,                                 -- when it failed last
    done_at     TEXT
) STRICT;
INSERT INTO inbox_sealed
SELECT update_id, seal('account', chat), seal('update ' || update_id, body), state, attempts, problem, received_at,
       tried_at, done_at
FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_sealed RENAME TO inbox;
CREATE INDEX inbox_new ON inbox (chat, update_id) WHERE state = 'new';

-- Strangers are written to by their sealed account.
UPDATE outbox
SET dedupe = replace(dedupe, person, 'tg:' || lower(hex(seal('account', substr(person, 4))))),
    person = 'tg:' || lower(hex(seal('account', substr(person, 4))))
WHERE person LIKE 'tg:%';
