-- A juror who lives elsewhere reads and sleeps by a clock of their own; NULL: by the edition's.
ALTER TABLE people ADD COLUMN zone TEXT;
