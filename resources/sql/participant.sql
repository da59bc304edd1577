-- name: participant_get
SELECT id, event_id, number, person_id, kind, unit_id, grade, position, seat, group_name, note,
  withdrawn_at, pass_serial
FROM participant WHERE id = $1

-- name: participant_put
INSERT INTO participant (id, event_id, number, person_id, kind, unit_id, grade, position, seat,
  group_name, note, withdrawn_at, pass_serial)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, number = excluded.number,
  person_id = excluded.person_id, kind = excluded.kind, unit_id = excluded.unit_id,
  grade = excluded.grade, position = excluded.position, seat = excluded.seat,
  group_name = excluded.group_name, note = excluded.note, withdrawn_at = excluded.withdrawn_at,
  pass_serial = excluded.pass_serial

-- name: participant_delete
DELETE FROM participant WHERE id = $1

-- name: participant_event
SELECT event_id FROM participant WHERE id = $1

-- name: participant_lock
SELECT event_id FROM participant WHERE id = $1 {LOCK}

-- Numbers from 2^29 were given by an exchange, to somebody whose own was taken.
-- name: participant_last_number
SELECT COALESCE(MAX(number), 0) FROM participant WHERE event_id = $1 AND number < 536870912

-- name: participant_of_person
SELECT id FROM participant WHERE event_id = $1 AND person_id = $2

-- Whoever came with the same file stands behind $4. The name goes first, by its index: an event may
-- have a whole province on its roster.
-- name: participant_namesake
SELECT p.id, p.prefix, p.name, p.suffix
FROM person p CROSS JOIN participant r
WHERE p.name_key = $2 AND p.number = '' AND r.person_id = p.id AND r.event_id = $1
  AND r.unit_id = $3 AND r.number < $4
LIMIT 1

-- name: participant_invited
SELECT id, event_id, number, person_id, kind, unit_id, grade, position, seat, group_name, note,
  withdrawn_at, pass_serial
FROM participant WHERE event_id = $1 AND withdrawn_at = 0 ORDER BY number

-- name: participant_count
SELECT COUNT(*) FROM participant WHERE event_id = $1

-- name: participant_table
SELECT r.id, r.person_id, r.unit_id, r.state_at, r.pledge_at, p.name, p.prefix, p.suffix,
  p.name_key, p.number, p.number_kind, r.kind, r.position, r.seat, r.group_name, r.note, r.number,
  r.pass_serial, r.grade, r.state, r.pledge, r.withdrawn_at
FROM participant r JOIN person p ON p.id = r.person_id
WHERE r.event_id = $1 AND (r.unit_id = $2 OR $2 = 0) AND (r.withdrawn_at = 0 OR $3 = 1)
ORDER BY r.number

-- name: participant_stand_ins
SELECT a.participant_id, a.stand_in FROM attendance a
JOIN event_session s ON s.id = a.session_id
WHERE s.event_id = $1 AND a.stand_in <> ''

-- name: participant_certificates
SELECT participant_id, letter_number FROM certificate WHERE event_id = $1 AND revoked_at = 0

-- name: participant_by_number
SELECT id FROM participant WHERE event_id = $1 AND number = $2

-- name: participant_card
SELECT r.id, r.event_id, r.number, r.person_id, r.kind, r.unit_id, r.grade, r.position, r.seat,
  r.group_name, r.note, r.withdrawn_at, r.pass_serial, p.prefix, p.name, p.suffix, p.number,
  p.number_kind, COALESCE(u.name, ''), r.state, r.state_at, r.pledge
FROM participant r JOIN person p ON p.id = r.person_id LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.id = $1
