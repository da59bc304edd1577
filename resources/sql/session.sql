-- What holds and what held before.
-- name: event_rule_newest
SELECT late_after, share, at, journal_id FROM event_rule
WHERE event_id = $1 ORDER BY at DESC, id DESC LIMIT 2

-- name: event_rule_insert
INSERT INTO event_rule (id, event_id, late_after, share, at, journal_id)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING

-- name: event_rule_list
SELECT id, late_after, share, at, journal_id FROM event_rule WHERE event_id = $1 ORDER BY at, id
