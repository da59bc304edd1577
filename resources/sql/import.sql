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

-- name: import_number_count
SELECT COUNT(*)
FROM (SELECT number FROM person WHERE number <> '' UNION ALL SELECT number FROM person_number LIMIT $1) n

-- name: import_numbers
SELECT number, id FROM person WHERE number <> ''
UNION ALL
SELECT number, person_id FROM person_number

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
  AND NOT EXISTS (SELECT 1 FROM person_merged m WHERE m.into_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM journal_change c JOIN journal j ON j.id = c.journal_id
    WHERE c.entity_id = person.id AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%')

-- name: import_delete_units
DELETE FROM unit
WHERE id IN (SELECT c.entity_id
    FROM journal_change c JOIN import_batch b ON b.journal_id = c.journal_id
    WHERE b.id = $1 AND c.entity = 'unit' AND c.before = '')
  AND id NOT IN (SELECT unit_id FROM participant)
  AND id NOT IN (SELECT unit_id FROM person)
  AND id NOT IN (SELECT unit_id FROM unit_alias)
  AND id NOT IN (SELECT parent_id FROM unit)
  AND NOT EXISTS (SELECT 1 FROM journal_change c JOIN journal j ON j.id = c.journal_id
    JOIN import_batch b ON b.id = $1
    WHERE c.entity_id = unit.id AND c.journal_id <> b.journal_id AND j.undone_by = 0
      AND j.action NOT LIKE 'undo:%')

-- name: import_changed_people
SELECT person_before FROM import_row i JOIN import_batch b ON b.id = i.batch_id
WHERE i.batch_id = $1 AND i.person_before <> ''
  AND NOT EXISTS (SELECT 1 FROM journal_change c JOIN journal j ON j.id = c.journal_id
    WHERE c.entity_id = i.person_id AND c.journal_id > b.journal_id AND j.undone_by = 0
      AND j.action NOT LIKE 'undo:%')
  AND NOT EXISTS (SELECT 1 FROM import_row l JOIN import_batch lb ON lb.id = l.batch_id
    WHERE l.person_id = i.person_id AND l.batch_id > i.batch_id AND l.person_before <> ''
      AND lb.undone_at = 0)
ORDER BY i.row DESC
