-- name: import_batch_insert
INSERT INTO import_batch (id, event_id, journal_id, file_name, sheet, imported_at, rows, imported,
  refused, undone_at)
VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0)

-- name: import_batch_close
UPDATE import_batch SET rows = $2, imported = $3, refused = $4 WHERE id = $1

-- name: import_batch_list
SELECT b.id, b.event_id, b.journal_id, b.file_name, b.sheet, b.imported_at, b.rows, b.imported,
  b.refused, b.undone_at, COALESCE(j.actor, ''), CASE WHEN j.action = 'roster.update' THEN 1 ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.participant_before <> '' AND i.verdict <> 'withdrawn') ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.verdict = 'withdrawn') ELSE 0 END, e.zone
FROM import_batch b JOIN event e ON e.id = b.event_id LEFT JOIN journal j ON j.id = b.journal_id
WHERE b.event_id = $1 OR $1 = 0 ORDER BY b.id DESC

-- name: import_batch_get
SELECT b.id, b.event_id, b.journal_id, b.file_name, b.sheet, b.imported_at, b.rows, b.imported,
  b.refused, b.undone_at, COALESCE(j.actor, ''), CASE WHEN j.action = 'roster.update' THEN 1 ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.participant_before <> '' AND i.verdict <> 'withdrawn') ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.verdict = 'withdrawn') ELSE 0 END, e.zone
FROM import_batch b JOIN event e ON e.id = b.event_id LEFT JOIN journal j ON j.id = b.journal_id
WHERE b.id = $1

-- Later imports that changed what this one made: a participant of it, or a person whom both changed.
-- name: import_batch_later
SELECT b.id, b.event_id, b.journal_id, b.file_name, b.sheet, b.imported_at, b.rows, b.imported,
  b.refused, b.undone_at, COALESCE(j.actor, ''), CASE WHEN j.action = 'roster.update' THEN 1 ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.participant_before <> '' AND i.verdict <> 'withdrawn') ELSE 0 END,
  CASE WHEN j.action = 'roster.update' THEN (SELECT COUNT(*) FROM import_row i
    WHERE i.batch_id = b.id AND i.verdict = 'withdrawn') ELSE 0 END, e.zone
FROM import_batch b JOIN event e ON e.id = b.event_id LEFT JOIN journal j ON j.id = b.journal_id
WHERE b.undone_at = 0 AND b.id IN (SELECT l.batch_id
    FROM import_row i JOIN import_row l ON l.person_id = i.person_id AND l.batch_id > i.batch_id
    WHERE i.batch_id = $1 AND i.person_id <> 0
      AND ((i.participant_id <> 0 AND l.participant_id = i.participant_id)
        OR (i.person_before <> '' AND l.person_before <> '')))
ORDER BY b.id

-- name: import_batch_undone
UPDATE import_batch SET undone_at = $2 WHERE id = $1

-- name: import_number_count
SELECT COUNT(*)
FROM (SELECT number FROM person WHERE number <> '' UNION ALL SELECT number FROM person_number LIMIT $1) n

-- People with their numbers, in pages.
-- name: import_known
SELECT id, number, id, unit_id, grade, name_key, position, prefix, suffix, sex, phone, email
FROM person WHERE id > $1 AND number <> '' ORDER BY id LIMIT $2

-- The same by their earlier numbers.
-- name: import_known_before
SELECT n.id, n.number, p.id, p.unit_id, p.grade, p.name_key, p.position, p.prefix, p.suffix, p.sex,
  p.phone, p.email
FROM person_number n JOIN person p ON p.id = n.person_id WHERE n.id > $1 ORDER BY n.id LIMIT $2

-- The roster as a file is compared with it.
-- name: import_roster
SELECT r.id, r.person_id, r.unit_id, r.grade, r.withdrawn_at, r.state, r.pledge,
  CASE WHEN EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = r.id AND c.revoked_at = 0)
    THEN 1 ELSE 0 END,
  p.number_kind, p.number, p.prefix, p.name, p.suffix, p.name_key, p.phone, p.email, r.position,
  r.kind, r.seat, r.group_name, r.note
FROM participant r JOIN person p ON p.id = r.person_id
WHERE r.event_id = $1 AND p.removed_at = 0 ORDER BY r.number

-- name: import_roster_people
SELECT person_id FROM participant WHERE event_id = $1

-- name: import_roster_numbers
SELECT n.number, n.person_id FROM person_number n
JOIN participant r ON r.person_id = n.person_id WHERE r.event_id = $1

-- name: import_holds
SELECT r.state, r.pledge,
  CASE WHEN EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = r.id AND c.revoked_at = 0)
    THEN 1 ELSE 0 END
FROM participant r WHERE r.id = $1

-- name: import_standing
SELECT id FROM import_batch WHERE event_id = $1 AND undone_at = 0 ORDER BY id DESC

-- Who was in the file of an import.
-- name: import_people
SELECT DISTINCT person_id FROM import_row
WHERE batch_id = $1 AND person_id <> 0 AND verdict <> 'error' AND verdict <> 'withdrawn'

-- Participants whom an import added or changed, and people whom it changed, with what happened to
-- them since its journal entry $2. An edit that was undone is none, nor is an undo; who was erased
-- is gone in any case, and of later imports tells import_batch_later. A person whom another event has as well stays, edited or not.
-- name: import_dependents
SELECT p.prefix, p.name, p.suffix, i.participant_before,
  CASE WHEN EXISTS (SELECT 1 FROM attendance_mark m WHERE m.participant_id = i.participant_id)
    THEN 1 ELSE 0 END AS attended,
  CASE WHEN EXISTS (SELECT 1 FROM pledge g WHERE g.participant_id = i.participant_id)
    THEN 1 ELSE 0 END AS pledged,
  CASE WHEN EXISTS (SELECT 1 FROM certificate c WHERE c.participant_id = i.participant_id)
    THEN 1 ELSE 0 END AS certified,
  CASE WHEN i.participant_id IN (SELECT c.entity_id FROM journal_change c
        JOIN journal j ON j.id = c.journal_id
        WHERE c.journal_id > $2 AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%'
          AND j.action <> 'person.erase' AND j.action <> 'roster.update')
      OR ((i.person_before <> '' OR (i.person_created = 1 AND NOT EXISTS (SELECT 1 FROM participant o
            WHERE o.person_id = i.person_id AND o.id <> i.participant_id)))
        AND i.person_id IN (SELECT c.entity_id FROM journal_change c
          JOIN journal j ON j.id = c.journal_id
          WHERE c.journal_id > $2 AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%'
            AND j.action <> 'person.erase' AND j.action <> 'roster.update'))
    THEN 1 ELSE 0 END AS edited
FROM import_row i JOIN person p ON p.id = i.person_id
WHERE i.batch_id = $1 AND i.participant_id <> 0
ORDER BY i.row

-- name: import_delete_participants
DELETE FROM participant
WHERE id IN (SELECT participant_id FROM import_row
  WHERE batch_id = $1 AND participant_id <> 0 AND participant_before = '')

-- name: import_changed_participants
SELECT participant_before FROM import_row
WHERE batch_id = $1 AND participant_before <> '' AND participant_before <> '-' ORDER BY row DESC

-- name: import_changed_people
SELECT person_before FROM import_row WHERE batch_id = $1 AND person_before <> '' ORDER BY row DESC

-- People of this import whom it or another one that was undone brought, and nobody needs any more.
-- name: import_delete_people
DELETE FROM person
WHERE id IN (SELECT person_id FROM import_row WHERE batch_id = $1 AND person_id <> 0)
  AND removed_at = 0
  AND EXISTS (SELECT 1 FROM import_row c JOIN import_batch b ON b.id = c.batch_id
    WHERE c.person_id = person.id AND c.person_created = 1 AND b.undone_at <> 0)
  AND NOT EXISTS (SELECT 1 FROM participant r WHERE r.person_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM person_number n WHERE n.person_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM person_merged m WHERE m.into_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM journal_change c JOIN journal j ON j.id = c.journal_id
    WHERE c.entity_id = person.id AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%')

-- Units that came with imports that were undone, and nobody has any more.
-- name: import_delete_units
DELETE FROM unit
WHERE id IN (SELECT c.entity_id
    FROM journal_change c JOIN import_batch b ON b.journal_id = c.journal_id
    WHERE b.undone_at <> 0 AND c.entity = 'unit' AND c.before = '')
  AND id NOT IN (SELECT unit_id FROM participant)
  AND id NOT IN (SELECT unit_id FROM person)
  AND id NOT IN (SELECT unit_id FROM unit_alias)
  AND id NOT IN (SELECT parent_id FROM unit)
  AND NOT EXISTS (SELECT 1 FROM journal_change c JOIN journal j ON j.id = c.journal_id
    WHERE c.entity_id = unit.id AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%')
