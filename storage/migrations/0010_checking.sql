-- What helps a checker: what a photo looks like, traces of answers that were seen before, second opinions, words for the report.
-- Audits stay as they were sent; everything here stands beside them.

-- 64 bits in hexadecimal (contest/flags/looks.py): near-identical pictures differ in few of them. Empty: taken before this was kept.
ALTER TABLE evidence ADD COLUMN look TEXT NOT NULL DEFAULT '';

-- The same photo, or nearly the same, is found without reading the pictures themselves, which lie before the look in a row.
CREATE INDEX evidence_original ON evidence (original);
CREATE INDEX evidence_key ON evidence (key);
CREATE INDEX evidence_looks ON evidence (look, session, question, key) WHERE look <> '';

-- Digests by which an audit is found again in another one: of each free text, and ('*') of all that was ticked.
CREATE TABLE traces (
    audit    INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    digest   TEXT NOT NULL,
    PRIMARY KEY (audit, question)
) STRICT;
CREATE INDEX traces_alike ON traces (digest);

-- A further contact that a checker asked for because one audit was in doubt.
CREATE TABLE opinions (
    assignment INTEGER PRIMARY KEY REFERENCES assignments (id),       -- the further contact
    doubted    INTEGER NOT NULL REFERENCES assignments (id),          -- the first contact
    audit      INTEGER NOT NULL REFERENCES audits (id),               -- and which of its rounds was in doubt
    asked_by   TEXT NOT NULL REFERENCES people (code),
    asked_at   TEXT NOT NULL,
    settled_at TEXT                                                   -- when it was decided which of them count, or called off
) STRICT;
CREATE INDEX opinions_open ON opinions (doubted) WHERE settled_at IS NULL;

-- A free text that a checker released for reports, with what is hidden of it.
CREATE TABLE quotes (
    audit    INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    hidden   TEXT NOT NULL CHECK (json_valid(hidden)),                -- [[from, to], ...] in characters of the text
    released INTEGER NOT NULL CHECK (released IN (0, 1)),
    by       TEXT NOT NULL REFERENCES people (code),
    at       TEXT NOT NULL,
    PRIMARY KEY (audit, question)
) STRICT;
