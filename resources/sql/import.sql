-- name: import_batch_insert
INSERT INTO import_batch (id, event_id, journal_id, file_name, sheet, imported_at, rows, imported,
  refused, undone_at)
VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0)

-- name: import_batch_close
UPDATE import_batch SET rows = $2, imported = $3, refused = $4 WHERE id = $1

-- name: import_batch_list
SELECT id, event_id, journal_id, file_name, sheet, imported_at, rows, imported, refused, undone_at
FROM import_batch WHERE event_id = $1 OR $1 = 0 ORDER BY id DESC

-- name: import_batch_get
SELECT id, event_id, journal_id, file_name, sheet, imported_at, rows, imported, refused, undone_at
FROM import_batch WHERE id = $1

-- name: import_batch_undone
UPDATE import_batch SET undone_at = $2 WHERE id = $1

-- name: import_row_insert
INSERT INTO import_row (batch_id, row, verdict, reasons, written, participant_id, person_id,
  person_created, person_before)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: import_dependents
SELECT COUNT(*) FROM import_row i
WHERE i.batch_id = $1 AND i.participant_id <> 0
  AND (EXISTS (SELECT 1 FROM attendance_mark m WHERE m.participant_id = i.participant_id)
    OR EXISTS (SELECT 1 FROM pledge p WHERE p.participant_id = i.participant_id)
    OR EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = i.participant_id))

-- name: import_delete_participants
DELETE FROM participant
WHERE id IN (SELECT participant_id FROM import_row WHERE batch_id = $1 AND participant_id <> 0)

-- name: import_delete_people
DELETE FROM person
WHERE id IN (SELECT person_id FROM import_row WHERE batch_id = $1 AND person_created = 1)
  AND NOT EXISTS (SELECT 1 FROM participant r WHERE r.person_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM person_number n WHERE n.person_id = person.id)

-- name: import_changed_people
SELECT person_before FROM import_row WHERE batch_id = $1 AND person_before <> '' ORDER BY row DESC
