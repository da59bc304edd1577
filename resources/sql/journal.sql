-- name: journal_insert
INSERT INTO journal (id, at, actor, desk, action, event_id, subject_id, detail, nonce, undo_of, undone_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0)

-- name: journal_change_insert
INSERT INTO journal_change (journal_id, place, entity, entity_id, before, after)
VALUES ($1, $2, $3, $4, $5, $6)

-- name: journal_get
SELECT id, at, actor, desk, action, event_id, subject_id, detail, undo_of, undone_by
FROM journal WHERE id = $1

-- name: journal_list
SELECT id, at, actor, desk, action, event_id, subject_id, detail, undo_of, undone_by
FROM journal ORDER BY id DESC LIMIT $1

-- name: journal_list_event
SELECT id, at, actor, desk, action, event_id, subject_id, detail, undo_of, undone_by
FROM journal WHERE event_id = $1 ORDER BY id DESC LIMIT $2

-- name: journal_list_subject
SELECT id, at, actor, desk, action, event_id, subject_id, detail, undo_of, undone_by
FROM journal
WHERE subject_id = $1 OR id IN (SELECT journal_id FROM journal_change WHERE entity_id = $1)
  OR subject_id IN (SELECT id FROM person_merged WHERE into_id = $1)
ORDER BY id DESC LIMIT $2

-- name: journal_later
SELECT j.action FROM journal_change c JOIN journal j ON j.id = c.journal_id
WHERE c.entity_id = $1 AND j.id > $2 AND j.undone_by = 0 AND j.action NOT LIKE 'undo:%'
ORDER BY j.id DESC LIMIT 1

-- name: journal_mark_undone
UPDATE journal SET undone_by = $2 WHERE id = $1 AND undone_by = 0

-- name: journal_mark_undo
UPDATE journal SET undo_of = $2 WHERE id = $1

-- name: journal_changes_newest_first
SELECT entity, entity_id, before, after FROM journal_change
WHERE journal_id = $1 ORDER BY place DESC

-- name: journal_scrub_entity
UPDATE journal_change SET before = '', after = '' WHERE entity_id = $1

-- name: journal_scrub_numbers
UPDATE journal_change SET before = '', after = ''
WHERE entity = 'person_number' AND journal_id IN (SELECT id FROM journal WHERE subject_id = $1)

-- name: journal_scrub_participants
UPDATE journal_change SET before = '', after = ''
WHERE entity_id IN (SELECT id FROM participant WHERE person_id = $1)

-- name: journal_scrub_subject
UPDATE journal SET detail = ''
WHERE action <> 'person.erase'
  AND (subject_id = $1 OR subject_id IN (SELECT id FROM participant WHERE person_id = $1))

-- A place on a roster that went when two people were merged is not found by its person any more.
-- name: journal_scrub_merges
UPDATE journal_change SET before = '', after = ''
WHERE entity IN ('participant', 'person') AND entity_id IN (
  SELECT c.entity_id FROM journal j JOIN journal_change c ON c.journal_id = j.id
  WHERE j.subject_id = $1 AND j.action = 'person.merge' AND j.undone_by = 0)

-- name: journal_scrub_merged_places
UPDATE journal SET detail = '' WHERE subject_id IN (
  SELECT c.entity_id FROM journal j JOIN journal_change c ON c.journal_id = j.id
  WHERE j.subject_id = $1 AND j.action = 'person.merge' AND j.undone_by = 0
    AND c.entity = 'participant')
