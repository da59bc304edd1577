-- name: number_series_get
SELECT id, name, year, code, unit, pattern, last FROM number_series WHERE id = $1

-- name: number_series_put
INSERT INTO number_series (id, name, year, code, unit, pattern, last)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, year = excluded.year, code = excluded.code,
  unit = excluded.unit, pattern = excluded.pattern, last = excluded.last

-- name: number_series_delete
DELETE FROM number_series WHERE id = $1

-- name: number_series_find
SELECT id, name, year, code, unit, pattern, last FROM number_series WHERE name = $1 AND year = $2

-- name: number_series_before
SELECT id, name, year, code, unit, pattern, last FROM number_series
WHERE name = $1 AND year < $2 ORDER BY year DESC LIMIT 1

-- name: certificate_insert
INSERT INTO certificate (id, event_id, participant_id, series_id, number, letter_number, issued_at,
  face, code, ledger_index, revoked_at, revoke_reason, journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '', $11, $12)

-- name: certificate_candidates
SELECT r.id, p.prefix, p.name, p.suffix, r.kind, p.number, COALESCE(u.name, ''), r.position,
  r.number
FROM participant r JOIN person p ON p.id = r.person_id LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.event_id = $1 AND r.withdrawn_at = 0 AND r.state IN ('H', 'D', 'W', 'T')
  AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = r.id AND c.revoked_at = 0)
ORDER BY r.number

-- name: certificate_due
SELECT COUNT(*) FROM participant r
WHERE r.event_id = $1 AND r.withdrawn_at = 0 AND r.state IN ('H', 'D', 'W', 'T')
  AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = r.id AND c.revoked_at = 0)

-- name: certificate_list
SELECT id, event_id, participant_id, number, letter_number, issued_at, face, code, ledger_index,
  revoked_at, revoke_reason
FROM certificate ORDER BY issued_at, number

-- name: certificate_list_event
SELECT id, event_id, participant_id, number, letter_number, issued_at, face, code, ledger_index,
  revoked_at, revoke_reason
FROM certificate WHERE event_id = $1 ORDER BY issued_at, number

-- name: certificate_get
SELECT id, event_id, participant_id, number, letter_number, issued_at, face, code, ledger_index,
  revoked_at, revoke_reason
FROM certificate WHERE id = $1

-- name: certificate_of_journal
SELECT id FROM certificate WHERE journal_id = $1 AND revoked_at = 0 ORDER BY number

-- name: certificate_revoke
UPDATE certificate SET revoked_at = $2, revoke_reason = $3 WHERE id = $1 AND revoked_at = 0

-- name: certificate_exception_get
SELECT id, event_id, participant_id, reason FROM certificate_exception WHERE id = $1

-- name: certificate_exception_put
INSERT INTO certificate_exception (id, event_id, participant_id, reason) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id,
  participant_id = excluded.participant_id, reason = excluded.reason

-- name: certificate_exception_delete
DELETE FROM certificate_exception WHERE id = $1

-- name: certificate_exception_list
SELECT participant_id, reason FROM certificate_exception WHERE event_id = $1

-- name: certificate_exception_of
SELECT id FROM certificate_exception WHERE participant_id = $1
