-- Journal entries that were written into a replica and are not in the shared database yet.
-- name: event_replica_entries
SELECT j.id, j.action, j.subject_id FROM journal j
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.id)

-- name: event_replica_waiting
SELECT COUNT(*) FROM attendance_mark m
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = m.journal_id)

-- With what was taken back meanwhile, which is known there, but not that it was.
-- name: event_replica_marks
SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in,
  m.corrects, m.nonce, j.id, j.at, j.actor, j.desk, j.action, j.event_id, j.subject_id, j.detail,
  j.nonce, j.undo_of, j.undone_by
FROM attendance_mark m JOIN journal j ON j.id = m.journal_id
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.id)
  OR (j.undone_by <> 0
    AND NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.undone_by))
ORDER BY m.id

-- name: event_replica_marks_event
SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in,
  m.corrects, m.nonce, j.id, j.at, j.actor, j.desk, j.action, j.event_id, j.subject_id, j.detail,
  j.nonce, j.undo_of, j.undone_by
FROM event_session e JOIN attendance_mark m ON m.session_id = e.id
JOIN journal j ON j.id = m.journal_id
WHERE e.event_id = $1 ORDER BY m.id

-- name: event_replica_mark_get
SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in,
  m.corrects, m.nonce, j.id, j.at, j.actor, j.desk, j.action, j.event_id, j.subject_id, j.detail,
  j.nonce, j.undo_of, j.undone_by
FROM attendance_mark m JOIN journal j ON j.id = m.journal_id
WHERE m.id = $1

-- name: event_replica_mark_ids
SELECT m.id FROM event_session e JOIN attendance_mark m ON m.session_id = e.id
WHERE e.event_id = $1

-- name: event_replica_seen
SELECT COUNT(*) FROM journal
WHERE event_id IN ($1, 0) AND action NOT LIKE 'attendance.%' AND action NOT LIKE 'undo:attendance.%'
  AND action NOT LIKE 'exchange.deliver'

-- name: event_replica_people
SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, '', p.grade,
  p.position, p.unit_id, '', '', '', p.removed_at
FROM person p WHERE p.id IN (SELECT person_id FROM participant WHERE event_id = $1)

-- name: event_replica_participants
SELECT id, event_id, number, person_id, kind, unit_id, grade, position, seat, group_name, note,
  withdrawn_at, pass_serial
FROM participant WHERE event_id = $1

-- name: event_replica_invited
SELECT id FROM participant WHERE event_id = $1 AND withdrawn_at = 0

-- name: event_replica_withdraw
UPDATE participant SET withdrawn_at = $2 WHERE id = $1

-- name: event_replica_keys
SELECT id, event_id, created_at, public_key FROM signing_key ORDER BY id

-- name: event_replica_key_put
INSERT INTO signing_key (id, purpose, event_id, public_key, created_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING

-- name: event_replica_unit_name
SELECT name FROM unit WHERE id = $1

-- name: event_replica_person
SELECT id FROM person WHERE id = $1

-- Numbers and keys that are unique are given up before those of the shared database are written:
-- guests who were added here may have had them.
-- name: event_replica_free_participants
UPDATE participant SET number = -id WHERE event_id = $1

-- name: event_replica_free_people
UPDATE person SET number = '' WHERE number <> ''

-- name: event_replica_free_units
UPDATE unit SET key = CAST(id AS TEXT)
