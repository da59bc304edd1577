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
