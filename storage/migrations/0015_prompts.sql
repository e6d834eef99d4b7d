-- A text is held against the newest question in its chat: found from the end, not among all that were ever asked.
CREATE INDEX outbox_prompts ON outbox (person, id) WHERE binds IS NOT NULL;
