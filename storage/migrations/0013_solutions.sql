-- What an entrant shows to others: its solution in a line, and in its own words. The catalogue of good practices prints those awarded.
ALTER TABLE entrants ADD COLUMN solution TEXT NOT NULL DEFAULT '';
ALTER TABLE entrants ADD COLUMN description TEXT NOT NULL DEFAULT '';
