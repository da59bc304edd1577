-- What keeps the register of people in order: people who are one, and people who are two.

-- Events of the one who goes ($2), with the place of the one who stays, and what each has on record.
-- name: person_merge_events
SELECT e.id, e.title, COALESCE(k.id, 0), o.id,
  (SELECT COUNT(*) FROM attendance_mark m WHERE m.participant_id = k.id)
  + (SELECT COUNT(*) FROM pledge p WHERE p.participant_id = k.id)
  + (SELECT COUNT(*) FROM certificate c WHERE c.participant_id = k.id),
  (SELECT COUNT(*) FROM attendance_mark m WHERE m.participant_id = o.id)
  + (SELECT COUNT(*) FROM pledge p WHERE p.participant_id = o.id)
  + (SELECT COUNT(*) FROM certificate c WHERE c.participant_id = o.id)
FROM participant o JOIN event e ON e.id = o.event_id
LEFT JOIN participant k ON k.event_id = o.event_id AND k.person_id = $1
WHERE o.person_id = $2
ORDER BY e.start_at DESC, e.id

-- What was recorded after a merge for a place that it moved.
-- name: person_merge_later
SELECT e.title FROM journal_change c JOIN participant r ON r.id = c.entity_id
JOIN event e ON e.id = r.event_id
WHERE c.journal_id = $1 AND c.entity = 'participant' AND c.before <> ''
  AND (EXISTS (SELECT 1 FROM pledge p WHERE p.participant_id = r.id AND p.journal_id > $1)
    OR EXISTS (SELECT 1 FROM certificate f WHERE f.participant_id = r.id AND f.journal_id > $1))
ORDER BY e.start_at LIMIT 1

-- name: person_merged_get
SELECT id, into_id FROM person_merged WHERE id = $1

-- name: person_merged_put
INSERT INTO person_merged (id, into_id) VALUES ($1, $2)
ON CONFLICT (id) DO UPDATE SET into_id = excluded.into_id

-- name: person_merged_delete
DELETE FROM person_merged WHERE id = $1

-- name: person_merged_into
SELECT into_id FROM person_merged WHERE id = $1

-- name: person_merged_list
SELECT id, into_id FROM person_merged WHERE into_id = $1

-- name: person_apart_get
SELECT id, first_id, second_id FROM person_apart WHERE id = $1

-- name: person_apart_put
INSERT INTO person_apart (id, first_id, second_id) VALUES ($1, $2, $3)
ON CONFLICT (id) DO UPDATE SET first_id = excluded.first_id, second_id = excluded.second_id

-- name: person_apart_delete
DELETE FROM person_apart WHERE id = $1

-- name: person_apart_find
SELECT id FROM person_apart WHERE first_id = $1 AND second_id = $2

-- name: person_apart_list
SELECT first_id, second_id FROM person_apart

-- name: person_apart_erase
DELETE FROM person_apart WHERE first_id = $1 OR second_id = $1

-- Everybody with what tells whether two are one.
-- name: person_likeness
SELECT id, number, number_kind, name_key, unit_id, sex FROM person WHERE removed_at = 0

-- Where somebody came from: files, sheets and rows, newest first.
-- name: person_sources
SELECT b.event_id, e.title, b.file_name, CASE WHEN i.sheet <> '' THEN i.sheet ELSE b.sheet END,
  CASE WHEN i.line <> 0 THEN i.line ELSE i.row END, b.imported_at
FROM import_row i JOIN import_batch b ON b.id = i.batch_id JOIN event e ON e.id = b.event_id
WHERE (i.person_id = $1 OR i.person_id IN (SELECT id FROM person_merged WHERE into_id = $1))
  AND b.undone_at = 0
ORDER BY b.imported_at DESC, i.row LIMIT $2

-- name: person_of_event
SELECT person_id FROM participant WHERE event_id = $1 AND withdrawn_at = 0

-- name: person_same_number
SELECT p.id, n.person_id FROM person_number n JOIN person p ON p.number = n.number
WHERE p.number <> '' AND p.id <> n.person_id AND p.removed_at = 0
