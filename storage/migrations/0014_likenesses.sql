-- Near-identical photos are found when a submission arrives, not when somebody looks.

-- Each photo's look in parts (contest/flags/looks.py): two that differ in few bits share one of their parts whole.
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

-- Two photos of different interviews that are nearly the same, told from each side.
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

-- The parts of photos that are there already: 16 digits are cut as 2, 2, 2, 2, 2, 3, 3.
WITH cuts (part, start, length) AS (VALUES (0, 1, 2), (1, 3, 2), (2, 5, 2), (3, 7, 2), (4, 9, 2), (5, 11, 3), (6, 14, 3))
INSERT INTO look_parts (part, digits, session, question, key, look)
SELECT part, substr(look, start, length), session, question, key, look FROM evidence, cuts WHERE look <> '';

DROP INDEX evidence_looks;

-- Traces of what was submitted before are made anew, this time with likenesses.
DELETE FROM traces;
