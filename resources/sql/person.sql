-- name: person_get
SELECT id, number, number_kind, prefix, name, suffix, name_key, written, grade, position, unit_id,
  sex, phone, email, removed_at
FROM person WHERE id = $1

-- name: person_put
INSERT INTO person (id, number, number_kind, prefix, name, suffix, name_key, written, grade,
  position, unit_id, sex, phone, email, removed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, number_kind = excluded.number_kind,
  prefix = excluded.prefix, name = excluded.name, suffix = excluded.suffix,
  name_key = excluded.name_key, written = excluded.written, grade = excluded.grade,
  position = excluded.position, unit_id = excluded.unit_id, sex = excluded.sex,
  phone = excluded.phone, email = excluded.email, removed_at = excluded.removed_at

-- name: person_delete
DELETE FROM person WHERE id = $1

-- name: person_by_number
SELECT id FROM person WHERE number = $1 AND number <> ''
UNION ALL
SELECT person_id FROM person_number WHERE number = $1

-- name: person_number_get
SELECT id, number, number_kind, person_id FROM person_number WHERE id = $1

-- name: person_number_put
INSERT INTO person_number (id, number, number_kind, person_id) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, number_kind = excluded.number_kind,
  person_id = excluded.person_id

-- name: person_number_delete
DELETE FROM person_number WHERE id = $1

-- name: person_number_find
SELECT id FROM person_number WHERE number = $1 AND person_id = $2

-- name: person_number_known
SELECT COUNT(*) FROM person_number WHERE number = $1

-- name: person_number_list
SELECT id, number, number_kind, person_id FROM person_number WHERE person_id = $1

-- name: person_number_all
SELECT person_id, number FROM person_number

-- name: person_number_erase
DELETE FROM person_number WHERE person_id = $1

-- name: person_count
SELECT COUNT(*) FROM person WHERE removed_at = 0

-- name: person_table
SELECT id, unit_id, name, prefix, suffix, name_key, number, number_kind, grade, position
FROM person WHERE removed_at = 0

-- name: person_list
SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, p.written, p.grade,
  p.position, p.unit_id, p.sex, p.phone, p.email, p.removed_at, COALESCE(u.name, ''),
  (SELECT COUNT(*) FROM participant r WHERE r.person_id = p.id AND r.withdrawn_at = 0)
FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.removed_at = 0
ORDER BY p.name_key LIMIT $1

-- name: person_search
SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, p.written, p.grade,
  p.position, p.unit_id, p.sex, p.phone, p.email, p.removed_at, COALESCE(u.name, ''),
  (SELECT COUNT(*) FROM participant r WHERE r.person_id = p.id AND r.withdrawn_at = 0)
FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.removed_at = 0 AND (p.name_key LIKE $1 OR p.number LIKE $2 OR u.key LIKE $3
  OR p.id IN (SELECT person_id FROM person_number WHERE number LIKE $2))
ORDER BY p.name_key LIMIT $4

-- name: person_search_count
SELECT COUNT(*) FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.removed_at = 0 AND (p.name_key LIKE $1 OR p.number LIKE $2 OR u.key LIKE $3
  OR p.id IN (SELECT person_id FROM person_number WHERE number LIKE $2))

-- name: person_events
SELECT e.id, r.id, e.title, e.start_at, e.zone, r.state, r.state_at, r.pledge, r.pledge_at,
  COALESCE(c.letter_number, '')
FROM participant r
JOIN event e ON e.id = r.event_id
LEFT JOIN certificate c ON c.participant_id = r.id AND c.revoked_at = 0
WHERE r.person_id = $1 AND e.removed_at = 0
ORDER BY e.start_at DESC

-- name: person_erase_imports
UPDATE import_row SET written = '', person_before = '',
  participant_before = CASE WHEN participant_before = '' THEN '' ELSE '-' END
WHERE person_id = $1

-- name: person_erase_refused_rows
UPDATE import_row SET written = '' WHERE person_id = 0 AND written LIKE $1

-- name: person_erase_participants
UPDATE participant SET position = '', note = '' WHERE person_id = $1

-- name: person_erase_certificates
UPDATE certificate SET face = '', revoke_reason = ''
WHERE participant_id IN (SELECT id FROM participant WHERE person_id = $1)

-- The letter number (tag 40) is no personal datum, and keeps the register provable.
-- name: ledger_field_erase_person
DELETE FROM ledger_field WHERE tag <> 40 AND idx IN (
  SELECT g.ledger_index FROM pledge g JOIN participant r ON r.id = g.participant_id
  WHERE r.person_id = $1
  UNION
  SELECT l.idx FROM ledger_record l JOIN certificate c ON c.id = l.subject_id
  JOIN participant r ON r.id = c.participant_id
  WHERE r.person_id = $1)
