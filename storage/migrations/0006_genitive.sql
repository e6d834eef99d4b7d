-- The name as it stands after „dla” on a diploma: „Gminy Starogard Gdański”. Empty: the diploma names the entrant as it is listed.
ALTER TABLE entrants ADD COLUMN genitive TEXT NOT NULL DEFAULT '';
