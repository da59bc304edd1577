-- name: ledger_head_lock
UPDATE ledger_head SET size = size WHERE id = 1 RETURNING size, frontier, origin

-- name: ledger_head_get
SELECT size, frontier, origin FROM ledger_head WHERE id = 1

-- name: ledger_head_insert
INSERT INTO ledger_head (id, size, frontier, origin) VALUES (1, 0, $1, $2)
ON CONFLICT (id) DO NOTHING

-- name: ledger_head_put
UPDATE ledger_head SET size = $1, frontier = $2 WHERE id = 1

-- name: ledger_record_insert
INSERT INTO ledger_record (idx, kind, event_id, subject_id, nonce, record, leaf)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: ledger_field_insert
INSERT INTO ledger_field (idx, tag, salt, value) VALUES ($1, $2, $3, $4)

-- name: ledger_field_get
SELECT value FROM ledger_field WHERE idx = $1 AND tag = $2

-- name: ledger_records
SELECT idx, record FROM ledger_record WHERE idx < $1 ORDER BY idx

-- name: ledger_leaves
SELECT idx, record, leaf FROM ledger_record ORDER BY idx

-- name: ledger_fields
SELECT idx, tag, salt, value FROM ledger_field ORDER BY idx, tag

-- name: ledger_verify_records
SELECT l.idx, l.kind, l.event_id, l.subject_id, l.nonce, l.record, l.leaf,
  COALESCE(p.id, 0), COALESCE(p.event_id, 0), COALESCE(p.participant_id, 0), COALESCE(p.kind, ''),
  COALESCE(p.at, 0), COALESCE(p.act_id, 0), COALESCE(p.revokes, 0), COALESCE(v.ledger_index, -1),
  p.nonce,
  COALESCE(c.id, 0), COALESCE(c.event_id, 0), COALESCE(c.participant_id, 0),
  COALESCE(c.issued_at, 0), COALESCE(c.face, ''), COALESCE(c.letter_number, ''),
  COALESCE(c.code, ''), c.nonce,
  COALESCE(k.revoked_at, 0), COALESCE(k.ledger_index, -1), COALESCE(k.participant_id, 0),
  COALESCE(k.revoke_reason, ''),
  COALESCE(q.id, 0), COALESCE(q.event_id, 0), COALESCE(q.session_id, 0), COALESCE(q.act, ''),
  COALESCE(q.at, 0), COALESCE(q.record, ''), q.nonce
FROM ledger_record l
LEFT JOIN pledge p ON p.ledger_index = l.idx
LEFT JOIN pledge v ON v.id = p.revokes
LEFT JOIN certificate c ON c.ledger_index = l.idx
LEFT JOIN certificate k ON k.id = CASE WHEN l.kind = 5 THEN l.subject_id END
LEFT JOIN session_closing q ON q.ledger_index = l.idx
ORDER BY l.idx

-- name: ledger_strays
SELECT 'pledge', p.id FROM pledge p LEFT JOIN ledger_record l ON l.idx = p.ledger_index
WHERE l.idx IS NULL
UNION ALL
SELECT 'certificate', c.id FROM certificate c LEFT JOIN ledger_record l ON l.idx = c.ledger_index
WHERE l.idx IS NULL
UNION ALL
SELECT 'closing', q.id FROM session_closing q LEFT JOIN ledger_record l ON l.idx = q.ledger_index
WHERE l.idx IS NULL
UNION ALL
SELECT 'participant', r.id FROM participant r
WHERE r.pledge <> COALESCE((
  SELECT p.kind FROM pledge p
  WHERE p.participant_id = r.id AND p.kind <> 'revoked'
    AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.participant_id = r.id AND v.revokes = p.id)
  ORDER BY CASE p.kind WHEN 'signed' THEN 0 ELSE 1 END LIMIT 1), '')

-- name: ledger_wordings
SELECT id, body, digest FROM pledge_wording

-- name: ledger_acts
SELECT a.id, a.event_id, a.kind, a.wording_id, a.at, a.reader, a.reader_position FROM pledge_act a

-- name: ledger_closings
SELECT id, ledger_index FROM session_closing

-- name: ledger_witnesses
SELECT act_id, name, position, institution FROM pledge_witness ORDER BY act_id, place

-- name: ledger_revoked_certificates
SELECT id, ledger_index FROM certificate WHERE revoked_at <> 0

-- name: checkpoint_insert
INSERT INTO checkpoint (size, at, key_id, note) VALUES ($1, $2, $3, $4)

-- name: checkpoint_newest
SELECT c.size, c.at, c.note, k.public_key, k.event_id
FROM checkpoint c LEFT JOIN signing_key k ON k.id = c.key_id
ORDER BY c.size DESC LIMIT 1

-- name: checkpoint_count
SELECT COUNT(*) FROM checkpoint

-- name: checkpoint_list
SELECT c.size, c.at, c.note, k.public_key, k.event_id
FROM checkpoint c LEFT JOIN signing_key k ON k.id = c.key_id
ORDER BY c.size DESC LIMIT $1

-- name: checkpoint_all
SELECT c.size, c.note, k.public_key, k.event_id
FROM checkpoint c LEFT JOIN signing_key k ON k.id = c.key_id
ORDER BY c.size

-- name: checkpoint_keys
SELECT public_key FROM signing_key WHERE event_id = 0 AND id IN (SELECT key_id FROM checkpoint)
ORDER BY id

-- name: signing_key_insert
INSERT INTO signing_key (id, purpose, event_id, public_key, created_at) VALUES ($1, $2, $3, $4, $5)

-- name: signing_key_list
SELECT id, event_id, public_key FROM signing_key ORDER BY id

-- name: signing_key_newest_first
SELECT id, event_id, public_key FROM signing_key WHERE event_id = $1 ORDER BY id DESC

-- name: signing_key_id
SELECT id FROM signing_key WHERE public_key = $1

-- name: ledger_person
SELECT r.person_id FROM pledge p JOIN participant r ON r.id = p.participant_id
WHERE p.ledger_index = $1
UNION ALL
SELECT r.person_id FROM certificate c JOIN participant r ON r.id = c.participant_id
WHERE c.ledger_index = $1
UNION ALL
SELECT r.person_id FROM ledger_record l
JOIN certificate c ON c.id = l.subject_id JOIN participant r ON r.id = c.participant_id
WHERE l.idx = $1 AND l.kind = 5
