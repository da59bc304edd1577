-- name: meaning_get
SELECT meaning FROM roster_meaning WHERE field = $1 AND written = $2

-- name: meaning_list
SELECT field, written, meaning FROM roster_meaning ORDER BY field, written

-- name: meaning_put
INSERT INTO roster_meaning (field, written, meaning) VALUES ($1, $2, $3)
ON CONFLICT (field, written) DO UPDATE SET meaning = excluded.meaning

-- name: meaning_delete
DELETE FROM roster_meaning WHERE field = $1 AND written = $2

-- name: meaning_units
SELECT name, key, 0 FROM unit
UNION ALL
SELECT u.name, a.key, 1 FROM unit_alias a JOIN unit u ON u.id = a.unit_id

-- name: mapping_get
SELECT shape, mapping, file_name, used_at FROM roster_mapping WHERE shape = $1

-- name: mapping_list
SELECT shape, mapping, file_name, used_at FROM roster_mapping ORDER BY used_at DESC, shape

-- name: mapping_put
INSERT INTO roster_mapping (shape, mapping, file_name, used_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (shape) DO UPDATE SET mapping = excluded.mapping, file_name = excluded.file_name,
  used_at = excluded.used_at

-- name: mapping_delete
DELETE FROM roster_mapping WHERE shape = $1

-- name: memory_changes
SELECT entity, before, after FROM journal_change
WHERE journal_id = $1 AND entity IN ('roster_meaning', 'roster_mapping') ORDER BY place DESC

-- name: candidate_by_number
SELECT p.id, p.number, p.prefix, p.name, p.suffix, COALESCE(u.name, ''), p.name_key
FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.number <> '' AND p.number >= $1 AND p.number < $2 AND p.removed_at = 0
ORDER BY p.number LIMIT $3

-- name: candidate_by_name
SELECT p.id, p.number, p.prefix, p.name, p.suffix, COALESCE(u.name, ''), p.name_key
FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.name_key = $1 AND p.number <> '' AND p.removed_at = 0
ORDER BY p.number LIMIT $2
