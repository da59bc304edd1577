-- What holds and what held before.
-- name: event_rule_newest
SELECT late_after, share, at, journal_id FROM event_rule
WHERE event_id = $1 ORDER BY at DESC, id DESC LIMIT 2

-- name: event_rule_of_journal
SELECT id FROM event_rule WHERE journal_id = $1

-- name: event_rule_insert
INSERT INTO event_rule (id, event_id, late_after, share, at, journal_id)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING

-- name: event_rule_list
SELECT id, late_after, share, at, journal_id FROM event_rule WHERE event_id = $1 ORDER BY at, id

-- name: session_closing_insert
INSERT INTO session_closing (id, event_id, session_id, act, at, desk, actor, record, ledger_index,
  journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: session_closing_last
SELECT id, act, at, ledger_index, journal_id FROM session_closing
WHERE session_id = $1 ORDER BY at DESC, id DESC LIMIT 1

-- name: session_closing_of_journal
SELECT session_id FROM session_closing WHERE journal_id = $1

-- name: session_closing_list
SELECT id, session_id, act, at, desk, actor, record, ledger_index FROM session_closing
WHERE event_id = $1 ORDER BY at DESC, id DESC

-- name: session_closing_known
SELECT id FROM session_closing WHERE nonce = $1

-- name: session_closing_index
SELECT ledger_index FROM session_closing WHERE id = $1

-- name: session_closing_exists
SELECT id FROM session_closing WHERE id = $1
