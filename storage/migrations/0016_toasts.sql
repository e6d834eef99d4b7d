-- The answer to a tap is a courtesy, said past the outbox from now on: what was promised and did not leave would be of no use to anybody.
UPDATE outbox SET state = 'dropped', body = '{}'
WHERE state IN ('new', 'sending', 'parked') AND json_extract(body, '$.kind') = 'toast';
