-- Invitations are spoken of by number, on paper and in the chat: what opens the door is known to nobody any more.
ALTER TABLE invitations ADD COLUMN number INTEGER;
UPDATE invitations SET number = (
    SELECT count(*) FROM invitations AS older
    WHERE (older.issued_at, older.digest) <= (invitations.issued_at, invitations.digest)
);
CREATE UNIQUE INDEX invitations_number ON invitations (number);
