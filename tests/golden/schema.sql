CREATE TABLE roles (
    person TEXT NOT NULL REFERENCES people (code) ON DELETE CASCADE,
    role   TEXT NOT NULL CHECK (role IN ('juror', 'owner', 'planner', 'checker', 'expert')),
    PRIMARY KEY (person, role)
) STRICT;

CREATE TABLE invitations (
    digest     TEXT PRIMARY KEY,                      -- sha-256 of the code in the link; the code itself is never kept
    role       TEXT NOT NULL,
    label      TEXT NOT NULL DEFAULT '',              -- the organiser's own note
    issued_by  TEXT NOT NULL REFERENCES people (code),
    issued_at  TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_by    TEXT REFERENCES people (code),
    used_at    TEXT,
    revoked_at TEXT
, number INTEGER) STRICT;

CREATE TABLE jurors (
    code     TEXT PRIMARY KEY REFERENCES people (code),
    state    TEXT NOT NULL CHECK (state IN ('registering', 'active', 'paused', 'removed')),
    regions  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(regions)),
    channels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(channels)),
    capacity INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0),
    note     TEXT NOT NULL DEFAULT ''
, home TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE entrants (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL,                        -- the name without case and Polish letters, for finding
    kind        TEXT NOT NULL,                        -- id of a kind of the edition
    voivodeship TEXT NOT NULL DEFAULT '',
    powiat      TEXT NOT NULL DEFAULT '',
    town        TEXT NOT NULL DEFAULT '',
    teryt       TEXT NOT NULL DEFAULT '',
    population  INTEGER,
    address     TEXT NOT NULL DEFAULT '',
    phone       TEXT NOT NULL DEFAULT '',
    email       TEXT NOT NULL DEFAULT '',
    www         TEXT NOT NULL DEFAULT '',
    social      TEXT NOT NULL DEFAULT '',
    hours       TEXT NOT NULL DEFAULT '',
    withdrawn   TEXT NOT NULL DEFAULT ''              -- the reason, when it no longer takes part
, genitive TEXT NOT NULL DEFAULT '', solution TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '') STRICT;

CREATE UNIQUE INDEX entrants_once ON entrants (folded, kind, teryt);

CREATE TABLE conflicts (
    juror   TEXT NOT NULL REFERENCES jurors (code),
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    source  TEXT NOT NULL CHECK (source IN ('registration', 'offer', 'organiser')),
    at      TEXT NOT NULL,
    PRIMARY KEY (juror, entrant)
) STRICT;

CREATE TABLE publications (
    kind         TEXT NOT NULL CHECK (kind IN ('edition', 'checklist', 'scenarios')),
    id           TEXT NOT NULL,
    version      INTEGER NOT NULL,
    source       TEXT NOT NULL,
    digest       TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (kind, id, version)
) STRICT;

CREATE TABLE edition (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    phase      TEXT NOT NULL CHECK (phase IN ('preparation', 'collecting', 'checking', 'frozen', 'published', 'archived')),
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE assignments (
    id         INTEGER PRIMARY KEY,
    label      TEXT NOT NULL UNIQUE,                  -- cover-safe name for the chat: 7/Jodła
    entrant    INTEGER NOT NULL REFERENCES entrants (id),
    channel    TEXT NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 1),  -- which contact of this channel at this entrant
    juror      TEXT NOT NULL REFERENCES jurors (code),
    scenario   TEXT NOT NULL,                         -- pinned: id of a scenario
    scenarios  TEXT NOT NULL,                         -- in this publication: lider-zaufania@1
    checklist  TEXT NOT NULL,                         -- pinned: telefon@3
    state      TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'running', 'waiting', 'submitted', 'returned',
                   'approved', 'excluded', 'declined', 'handed_back', 'overdue', 'cancelled')),
    reason     TEXT NOT NULL DEFAULT '',              -- of a decline, a hand-back, an exclusion
    offered_at TEXT NOT NULL,
    answer_by  TEXT NOT NULL,                         -- the offer holds until then
    opens_at   TEXT NOT NULL,                         -- window of dates for the contact
    due_at     TEXT NOT NULL,
    changed_at TEXT NOT NULL
, aim TEXT NOT NULL DEFAULT 'planned'
    CHECK (aim IN ('planned', 'double', 'further', 'opinion'))) STRICT;

CREATE UNIQUE INDEX assignments_one_live ON assignments (entrant, channel, number)
    WHERE state NOT IN ('declined', 'handed_back', 'overdue', 'cancelled', 'excluded');

CREATE INDEX assignments_of_juror ON assignments (juror, state);

CREATE TABLE answers (
    id       INTEGER PRIMARY KEY,
    session  INTEGER NOT NULL REFERENCES sessions (id),
    question TEXT NOT NULL,
    value    TEXT NOT NULL CHECK (json_valid(value)),
    at       TEXT NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (session, revision, question)
) STRICT;

CREATE TABLE evidence (
    key      TEXT NOT NULL,                           -- sha-256 of the cleaned bytes
    session  INTEGER NOT NULL REFERENCES sessions (id),
    question TEXT NOT NULL,
    original TEXT NOT NULL,                           -- sha-256 of the bytes as they came
    media    TEXT NOT NULL,
    width    INTEGER NOT NULL,
    height   INTEGER NOT NULL,
    bytes    BLOB NOT NULL,
    at       TEXT NOT NULL, look TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (session, question, key)
) STRICT;

CREATE TABLE chats (
    person  TEXT PRIMARY KEY REFERENCES people (code),
    session INTEGER REFERENCES sessions (id)
) STRICT;

CREATE TABLE audits (
    id           INTEGER PRIMARY KEY,
    assignment   INTEGER NOT NULL REFERENCES assignments (id),
    round        INTEGER NOT NULL CHECK (round >= 1), -- 1, then 2 after a return ...
    checklist    TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (json_valid(state)),   -- the session as it was submitted
    salt         TEXT NOT NULL DEFAULT (lower(hex(randomblob(16)))),    -- of the journal's digest of it
    started_at   TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    UNIQUE (assignment, round)
) STRICT;

CREATE TABLE audit_answers (
    audit    INTEGER NOT NULL REFERENCES audits (id),
    question TEXT NOT NULL,
    value    TEXT NOT NULL CHECK (json_valid(value)),
    PRIMARY KEY (audit, question)
) STRICT;

CREATE TABLE verdicts (
    audit   INTEGER PRIMARY KEY REFERENCES audits (id),   -- one verdict an audit
    verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'returned', 'excluded')),
    comment TEXT NOT NULL DEFAULT '',
    by      TEXT NOT NULL REFERENCES people (code),
    at      TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL,                         -- a code of people; for strangers 'tg:<chat id>'
    dedupe     TEXT NOT NULL UNIQUE,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    binds      TEXT CHECK (binds IS NULL OR json_valid(binds)),    -- what a typed reply to this message answers
    state      TEXT NOT NULL CHECK (state IN ('new', 'sending', 'sent', 'parked', 'dead', 'dropped')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL,
    message_id INTEGER,
    problem    TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    sent_at    TEXT
) STRICT;

CREATE INDEX outbox_open ON outbox (person, id) WHERE state IN ('new', 'sending');

CREATE INDEX outbox_sent ON outbox (person, message_id) WHERE message_id IS NOT NULL;

CREATE INDEX outbox_bound ON outbox (person, binds) WHERE binds IS NOT NULL;

CREATE TABLE due (
    key     TEXT PRIMARY KEY,                         -- nudge:17:1d
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    at      TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('new', 'done', 'superseded', 'cancelled')),
    done_at TEXT
) STRICT;

CREATE INDEX due_ripe ON due (at) WHERE state = 'new';

CREATE TABLE proposals (
    nonce      TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    made_by    TEXT NOT NULL REFERENCES people (code),
    made_at    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT
) STRICT;

CREATE TABLE snapshots (
    id     INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    body   TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE awards (
    number  TEXT PRIMARY KEY,                         -- LJ/2026/0001
    kind    TEXT NOT NULL,
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    snapshot INTEGER NOT NULL REFERENCES snapshots (id),
    granted_at TEXT NOT NULL,
    valid_until TEXT,
    UNIQUE (kind, entrant, snapshot)
) STRICT;

CREATE TABLE documents (
    name     TEXT PRIMARY KEY,                        -- ranking.pdf, licencja-0001.pdf
    kind     TEXT NOT NULL,
    entrant  INTEGER REFERENCES entrants (id),
    snapshot INTEGER REFERENCES snapshots (id),       -- none: a file on its way to an organiser, no result
    digest   TEXT NOT NULL,
    bytes    BLOB NOT NULL,
    made_at  TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,                            -- a code, or 'system'
    action  TEXT NOT NULL,                            -- dotted: audit.submit
    subject TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    prev    TEXT NOT NULL,
    hash    TEXT NOT NULL
) STRICT;

CREATE INDEX journal_of ON journal (action, subject);

CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

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

CREATE TABLE "sessions" (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES people (code),
    assignment INTEGER UNIQUE REFERENCES assignments (id),
    purpose    TEXT NOT NULL CHECK (purpose IN ('assignment', 'registration', 'training', 'calibration')),
    state      TEXT NOT NULL CHECK (json_valid(state)),
    revision   INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK ((purpose = 'assignment') = (assignment IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX sessions_one_of_a_kind ON sessions (person, purpose) WHERE purpose <> 'assignment';

CREATE TABLE recusals (
    person  TEXT NOT NULL REFERENCES people (code) ON DELETE CASCADE,
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL REFERENCES people (code),   -- who said so: the person, or an owner
    at      TEXT NOT NULL,
    PRIMARY KEY (person, entrant)
) STRICT;

CREATE UNIQUE INDEX invitations_number ON invitations (number);

CREATE TABLE plans (
    id         INTEGER PRIMARY KEY,
    seed       INTEGER NOT NULL,
    scenarios  TEXT NOT NULL,                         -- the publication that its scenarios are from
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL,
    stopped_at TEXT
) STRICT;

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

CREATE TABLE wishes (
    entrant INTEGER NOT NULL REFERENCES entrants (id),
    channel TEXT NOT NULL,
    number  INTEGER NOT NULL CHECK (number >= 1),
    juror   TEXT REFERENCES jurors (code),
    by      TEXT NOT NULL REFERENCES people (code),
    at      TEXT NOT NULL,
    PRIMARY KEY (entrant, channel, number)
) STRICT;

CREATE TABLE benched (
    juror TEXT PRIMARY KEY REFERENCES jurors (code),
    by    TEXT NOT NULL REFERENCES people (code),
    at    TEXT NOT NULL
) STRICT;

CREATE TABLE moved_dates (
    name       TEXT PRIMARY KEY,                      -- collecting_until
    moved_from TEXT NOT NULL,                         -- local time in the file
    moved_to   TEXT NOT NULL,                         -- local time
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL
) STRICT;

CREATE TABLE announcements (
    id         INTEGER PRIMARY KEY,
    text       TEXT NOT NULL,
    audience   TEXT NOT NULL,
    readers    INTEGER NOT NULL,
    by         TEXT NOT NULL REFERENCES people (code),
    at         TEXT NOT NULL,
    stopped_at TEXT
) STRICT;

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

CREATE INDEX evidence_original ON evidence (original);

CREATE INDEX evidence_key ON evidence (key);

CREATE TABLE traces (
    audit    INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    digest   TEXT NOT NULL,
    PRIMARY KEY (audit, question)
) STRICT;

CREATE INDEX traces_alike ON traces (digest);

CREATE TABLE opinions (
    assignment INTEGER PRIMARY KEY REFERENCES assignments (id),       -- the further contact
    doubted    INTEGER NOT NULL REFERENCES assignments (id),          -- the first contact
    audit      INTEGER NOT NULL REFERENCES audits (id),               -- and which of its rounds was in doubt
    asked_by   TEXT NOT NULL REFERENCES people (code),
    asked_at   TEXT NOT NULL,
    settled_at TEXT                                                   -- when it was decided which of them count, or called off
) STRICT;

CREATE INDEX opinions_open ON opinions (doubted) WHERE settled_at IS NULL;

CREATE TABLE quotes (
    audit    INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    hidden   TEXT NOT NULL CHECK (json_valid(hidden)),                -- [[from, to], ...] in characters of the text
    released INTEGER NOT NULL CHECK (released IN (0, 1)),
    by       TEXT NOT NULL REFERENCES people (code),
    at       TEXT NOT NULL,
    PRIMARY KEY (audit, question)
) STRICT;

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

CREATE TABLE sealed_by (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    mark BLOB NOT NULL
) STRICT;

CREATE TABLE "people" (
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

CREATE TABLE "inbox" (
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

CREATE INDEX inbox_new ON inbox (chat, update_id) WHERE state = 'new';

CREATE TABLE look_parts (
    part     INTEGER NOT NULL,
    digits   TEXT NOT NULL,
    session  INTEGER NOT NULL,
    question TEXT NOT NULL,
    key      TEXT NOT NULL,
    look     TEXT NOT NULL,
    PRIMARY KEY (part, digits, session, question, key),
    FOREIGN KEY (session, question, key) REFERENCES evidence (session, question, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX look_parts_of_photo ON look_parts (session, question, key);

CREATE TABLE likenesses (
    session        INTEGER NOT NULL,
    question       TEXT NOT NULL,
    key            TEXT NOT NULL,
    other_session  INTEGER NOT NULL,
    other_question TEXT NOT NULL,
    other_key      TEXT NOT NULL,
    PRIMARY KEY (session, question, key, other_session, other_question, other_key),
    FOREIGN KEY (session, question, key) REFERENCES evidence (session, question, key) ON DELETE CASCADE,
    FOREIGN KEY (other_session, other_question, other_key) REFERENCES evidence (session, question, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX likenesses_other ON likenesses (other_session, other_question, other_key);

CREATE INDEX outbox_prompts ON outbox (person, id) WHERE binds IS NOT NULL;
