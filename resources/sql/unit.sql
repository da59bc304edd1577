-- name: unit_get
SELECT id, parent_id, name, key FROM unit WHERE id = $1

-- name: unit_put
INSERT INTO unit (id, parent_id, name, key) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
  key = excluded.key

-- name: unit_delete
DELETE FROM unit WHERE id = $1

-- name: unit_by_key
SELECT id FROM unit WHERE key = $1
UNION ALL
SELECT unit_id FROM unit_alias WHERE key = $1

-- name: unit_list
SELECT id, parent_id, name, key FROM unit ORDER BY key

-- name: unit_list_event
SELECT id, parent_id, name, key FROM unit
WHERE id IN (SELECT unit_id FROM participant WHERE event_id = $1) ORDER BY key

-- name: unit_people
SELECT unit_id, COUNT(*) FROM person WHERE removed_at = 0 AND unit_id <> 0 GROUP BY unit_id

-- name: unit_participants
SELECT unit_id, COUNT(*) FROM participant WHERE unit_id <> 0 GROUP BY unit_id

-- name: unit_people_rows
SELECT id, number, number_kind, prefix, name, suffix, name_key, written, grade, position, unit_id,
  sex, phone, email, removed_at
FROM person WHERE unit_id = $1

-- name: unit_participant_rows
SELECT id, event_id, number, person_id, kind, unit_id, grade, position, seat, group_name, note,
  withdrawn_at, pass_serial
FROM participant WHERE unit_id = $1

-- name: unit_children_rows
SELECT id, parent_id, name, key FROM unit WHERE parent_id = $1

-- name: unit_alias_rows
SELECT id, unit_id, name, key FROM unit_alias WHERE unit_id = $1

-- name: unit_alias_list
SELECT id, unit_id, CASE WHEN name <> '' THEN name ELSE key END AS written, key FROM unit_alias
ORDER BY key

-- name: unit_alias_find
SELECT id FROM unit_alias WHERE key = $1 AND unit_id = $2

-- name: unit_alias_get
SELECT id, unit_id, name, key FROM unit_alias WHERE id = $1 AND id <> 0

-- name: unit_alias_put
INSERT INTO unit_alias (id, unit_id, name, key) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) WHERE id <> 0 DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name,
  key = excluded.key

-- name: unit_alias_delete
DELETE FROM unit_alias WHERE id = $1 AND id <> 0
