-- name: pledge_text_list
SELECT id, name, version, template FROM pledge_text ORDER BY id DESC

-- name: pledge_text_get
SELECT id, name, version, template FROM pledge_text WHERE id = $1

-- name: pledge_text_newest
SELECT id, name, version, template FROM pledge_text ORDER BY id DESC LIMIT 1

-- name: pledge_text_insert
INSERT INTO pledge_text (id, name, version, template, created_at) VALUES ($1, $2, $3, $4, $5)

-- name: pledge_text_last_version
SELECT COALESCE(MAX(version), 0) FROM pledge_text WHERE name = $1

-- name: pledge_wording_find
SELECT id FROM pledge_wording WHERE event_id = $1 AND digest = $2

-- name: pledge_wording_insert
INSERT INTO pledge_wording (id, event_id, pledge_text_id, body, digest)
VALUES ($1, $2, $3, $4, $5)

-- name: pledge_act_insert
INSERT INTO pledge_act (id, event_id, kind, wording_id, at, desk, reader, reader_position, journal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: pledge_witness_insert
INSERT INTO pledge_witness (act_id, place, name, position, institution) VALUES ($1, $2, $3, $4, $5)

-- name: pledge_insert
INSERT INTO pledge (id, event_id, participant_id, act_id, kind, revokes, at, ledger_index,
  journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: pledge_by_nonce
SELECT id, journal_id FROM pledge WHERE nonce = $1 AND participant_id = $2 AND kind = 'signed'

-- name: pledge_recited_by_nonce
SELECT j.id, (SELECT COUNT(*) FROM pledge p WHERE p.journal_id = j.id)
FROM journal j WHERE j.nonce = $1 AND j.action = 'pledge.recite'

-- name: pledge_in_force
SELECT p.id, p.act_id, p.kind, p.ledger_index, p.at FROM pledge p
WHERE p.participant_id = $1 AND p.kind <> 'revoked'
  AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.participant_id = $1 AND v.revokes = p.id)
ORDER BY CASE p.kind WHEN 'signed' THEN 0 ELSE 1 END, p.at, p.id LIMIT 1

-- name: pledge_summary_put
UPDATE participant SET pledge = $2, pledge_at = $3 WHERE id = $1

-- name: pledge_subject
SELECT p.number, p.prefix, p.name, p.suffix, COALESCE(u.name, ''), r.position, r.event_id,
  r.withdrawn_at
FROM participant r JOIN person p ON p.id = r.person_id LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.id = $1

-- name: pledge_to_recite
SELECT id FROM participant
WHERE event_id = $1 AND withdrawn_at = 0 AND pledge = '' AND state IN ('H', 'D', 'W', 'T')
ORDER BY number

-- name: pledge_of_journal
SELECT p.id, p.participant_id FROM pledge p
WHERE p.journal_id = $1 AND p.kind <> 'revoked'
  AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.revokes = p.id AND v.participant_id = p.participant_id)
ORDER BY p.id

-- name: pledge_get
SELECT p.id, p.act_id, p.kind, p.ledger_index, p.at FROM pledge p WHERE p.id = $1

-- name: pledge_wording_of_act
SELECT w.digest FROM pledge_act a JOIN pledge_wording w ON w.id = a.wording_id WHERE a.id = $1

-- name: pledge_signatures
SELECT p.participant_id, f.value
FROM pledge p JOIN ledger_field f ON f.idx = p.ledger_index AND f.tag = 36
WHERE p.event_id = $1 AND p.kind = 'signed'
  AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.participant_id = p.participant_id AND v.revokes = p.id)

-- name: pledge_act_newest
SELECT a.id, a.at, a.reader, a.reader_position,
  (SELECT COUNT(*) FROM pledge p WHERE p.act_id = a.id AND p.kind = 'recited')
FROM pledge_act a
WHERE a.event_id = $1 AND a.wording_id = $2 AND a.kind = 'recited'
ORDER BY a.id DESC LIMIT 1

-- name: pledge_wording_list
SELECT w.id, w.pledge_text_id, t.version, w.body, w.digest
FROM pledge_wording w JOIN pledge_text t ON t.id = w.pledge_text_id
WHERE w.event_id = $1
ORDER BY COALESCE((
  SELECT MAX(p.ledger_index) FROM pledge_act a JOIN pledge p ON p.act_id = a.id
  WHERE a.event_id = $1 AND a.wording_id = w.id AND p.kind <> 'revoked'), 0)

-- name: pledge_bindings
SELECT p.participant_id, a.wording_id
FROM pledge p JOIN pledge_act a ON a.id = p.act_id
WHERE p.event_id = $1 AND p.kind <> 'revoked'
  AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.participant_id = p.participant_id AND v.revokes = p.id)
ORDER BY CASE p.kind WHEN 'signed' THEN 1 ELSE 0 END

-- name: pledge_witness_list
SELECT name, position, institution FROM pledge_witness WHERE act_id = $1 ORDER BY place

-- name: pledge_coverage
SELECT r.unit_id, COALESCE(u.name, ''), COUNT(*),
  SUM(CASE WHEN r.state IN ('H', 'D', 'W', 'T') THEN 1 ELSE 0 END),
  SUM(CASE WHEN r.pledge = 'recited' THEN 1 ELSE 0 END),
  SUM(CASE WHEN r.pledge = 'signed' THEN 1 ELSE 0 END)
FROM participant r JOIN event e ON e.id = r.event_id LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.withdrawn_at = 0 AND e.removed_at = 0
GROUP BY r.unit_id, u.name
ORDER BY 3 DESC, 2

-- name: pledge_coverage_event
SELECT r.unit_id, COALESCE(u.name, ''), COUNT(*),
  SUM(CASE WHEN r.state IN ('H', 'D', 'W', 'T') THEN 1 ELSE 0 END),
  SUM(CASE WHEN r.pledge = 'recited' THEN 1 ELSE 0 END),
  SUM(CASE WHEN r.pledge = 'signed' THEN 1 ELSE 0 END)
FROM participant r JOIN event e ON e.id = r.event_id LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.event_id = $1 AND r.withdrawn_at = 0 AND e.removed_at = 0
GROUP BY r.unit_id, u.name
ORDER BY 3 DESC, 2
