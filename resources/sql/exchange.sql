-- What an event is made of, in the order in which it is handed on. The versioned rows have the
-- columns of their entity, but a unit stands as its key and a pledge text as its version and name.

-- name: exchange_keys
SELECT public_key, created_at FROM signing_key WHERE event_id = $1 ORDER BY id

-- name: exchange_units
WITH RECURSIVE used (id, depth) AS (
  SELECT x.unit_id, 0 FROM (
    SELECT unit_id FROM participant WHERE event_id = $1
    UNION
    SELECT p.unit_id FROM participant r JOIN person p ON p.id = r.person_id WHERE r.event_id = $1) x
  UNION
  SELECT u.parent_id, used.depth + 1 FROM used JOIN unit u ON u.id = used.id
  WHERE u.parent_id <> 0 AND used.depth < 16
)
SELECT u.key, u.name, COALESCE(MAX(v.key), '')
FROM used JOIN unit u ON u.id = used.id LEFT JOIN unit v ON v.id = u.parent_id
GROUP BY u.id, u.key, u.name
ORDER BY MAX(used.depth) DESC, u.key

-- name: exchange_texts
SELECT id, name, version, template, created_at FROM pledge_text
WHERE id IN (SELECT pledge_text_id FROM event WHERE id = $1
  UNION SELECT pledge_text_id FROM pledge_wording WHERE event_id = $1)
ORDER BY id

-- name: exchange_event
SELECT e.id, e.code, e.kind, e.title, e.theme, e.legal_basis, e.organizer, e.place, e.zone,
  e.start_at, e.end_at, e.mode, e.state, e.lesson_hours, e.reported, e.note,
  COALESCE(CAST(t.version AS TEXT) || ' ' || t.name, ''), e.pledge_fields, e.removed_at
FROM event e LEFT JOIN pledge_text t ON t.id = e.pledge_text_id WHERE e.id = $1

-- name: exchange_sessions
SELECT id, event_id, position, title, start_at, end_at FROM event_session
WHERE event_id = $1 ORDER BY id

-- name: exchange_session_get
SELECT id, event_id, position, title, start_at, end_at FROM event_session WHERE id = $1

-- name: exchange_roles
SELECT id, event_id, kind, place, name, acting, position, institution, grade, number,
  represented_by, represented_position
FROM event_role WHERE event_id = $1 ORDER BY id

-- name: exchange_role_get
SELECT id, event_id, kind, place, name, acting, position, institution, grade, number,
  represented_by, represented_position
FROM event_role WHERE id = $1

-- name: exchange_gone
SELECT c.entity, c.entity_id FROM journal j JOIN journal_change c ON c.journal_id = j.id
WHERE j.event_id = $1 AND c.after = '' AND c.before <> ''
  AND c.entity IN ('event_session', 'event_role', 'participant')
GROUP BY c.entity, c.entity_id

-- name: exchange_persons
SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, p.written, p.grade,
  p.position, COALESCE(u.key, ''), p.sex, p.phone, p.email, p.removed_at
FROM person p LEFT JOIN unit u ON u.id = p.unit_id
WHERE p.id IN (SELECT person_id FROM participant WHERE event_id = $1) ORDER BY p.id

-- name: exchange_person_get
SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, p.written, p.grade,
  p.position, COALESCE(u.key, ''), p.sex, p.phone, p.email, p.removed_at
FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = $1

-- name: exchange_formers
SELECT n.id, n.number, n.number_kind, n.person_id FROM person_number n
WHERE n.person_id IN (SELECT person_id FROM participant WHERE event_id = $1) ORDER BY n.id

-- name: exchange_participants
SELECT r.id, r.event_id, r.number, r.person_id, r.kind, COALESCE(u.key, ''), r.grade, r.position,
  r.seat, r.group_name, r.note, r.withdrawn_at, r.pass_serial
FROM participant r LEFT JOIN unit u ON u.id = r.unit_id WHERE r.event_id = $1 ORDER BY r.id

-- name: exchange_participant_get
SELECT r.id, r.event_id, r.number, r.person_id, r.kind, COALESCE(u.key, ''), r.grade, r.position,
  r.seat, r.group_name, r.note, r.withdrawn_at, r.pass_serial
FROM participant r LEFT JOIN unit u ON u.id = r.unit_id WHERE r.id = $1

-- name: exchange_journal
SELECT id, at, actor, desk, action, subject_id, detail, nonce, undo_of, undone_by FROM journal j
WHERE j.event_id = $1 AND (
  EXISTS (SELECT 1 FROM attendance_mark m WHERE m.journal_id = j.id)
  OR EXISTS (SELECT 1 FROM pledge p WHERE p.journal_id = j.id)
  OR EXISTS (SELECT 1 FROM certificate c WHERE c.journal_id = j.id)
  OR EXISTS (SELECT 1 FROM event_rule e WHERE e.journal_id = j.id)
  OR EXISTS (SELECT 1 FROM session_closing q WHERE q.journal_id = j.id))
ORDER BY id

-- name: exchange_marks
SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in,
  m.corrects, m.journal_id, m.nonce
FROM event_session s JOIN attendance_mark m ON m.session_id = s.id
WHERE s.event_id = $1 ORDER BY m.id

-- name: exchange_wordings
SELECT w.id, COALESCE(CAST(t.version AS TEXT) || ' ' || t.name, ''), w.body, w.digest
FROM pledge_wording w LEFT JOIN pledge_text t ON t.id = w.pledge_text_id
WHERE w.event_id = $1 ORDER BY w.id

-- name: exchange_acts
SELECT id, kind, wording_id, at, desk, reader, reader_position, journal_id FROM pledge_act
WHERE event_id = $1 ORDER BY id

-- name: exchange_witnesses
SELECT w.act_id, w.place, w.name, w.position, w.institution
FROM pledge_act a JOIN pledge_witness w ON w.act_id = a.id
WHERE a.event_id = $1 ORDER BY w.act_id, w.place

-- name: exchange_pledges
SELECT p.id, p.participant_id, p.act_id, p.kind, p.revokes, p.at, p.journal_id, p.nonce, l.record,
  COALESCE(n.value, ''), COALESCE(b.value, ''), COALESCE(u.value, ''), COALESCE(o.value, ''),
  COALESCE(g.value, ''), COALESCE(y.value, '')
FROM pledge p JOIN ledger_record l ON l.idx = p.ledger_index
LEFT JOIN ledger_field n ON n.idx = l.idx AND n.tag = 32
LEFT JOIN ledger_field b ON b.idx = l.idx AND b.tag = 33
LEFT JOIN ledger_field u ON u.idx = l.idx AND u.tag = 34
LEFT JOIN ledger_field o ON o.idx = l.idx AND o.tag = 35
LEFT JOIN ledger_field g ON g.idx = l.idx AND g.tag = 36
LEFT JOIN ledger_field y ON y.idx = l.idx AND y.tag = 39
WHERE p.event_id = $1 ORDER BY p.ledger_index

-- name: exchange_series
SELECT DISTINCT s.name, s.year, s.code, s.unit, s.pattern
FROM certificate c JOIN number_series s ON s.id = c.series_id
WHERE c.event_id = $1 ORDER BY s.name, s.year

-- name: exchange_certificates
SELECT c.id, c.participant_id, s.name, s.year, c.number, c.letter_number, c.issued_at, c.face,
  c.code, c.journal_id, c.nonce, l.record, COALESCE(n.value, ''), COALESCE(b.value, ''),
  COALESCE(u.value, ''), COALESCE(o.value, ''), c.revoked_at, c.revoke_reason, v.record
FROM certificate c JOIN ledger_record l ON l.idx = c.ledger_index
JOIN number_series s ON s.id = c.series_id
LEFT JOIN ledger_record v ON v.subject_id = c.id AND v.kind = 5
LEFT JOIN ledger_field n ON n.idx = l.idx AND n.tag = 32
LEFT JOIN ledger_field b ON b.idx = l.idx AND b.tag = 33
LEFT JOIN ledger_field u ON u.idx = l.idx AND u.tag = 34
LEFT JOIN ledger_field o ON o.idx = l.idx AND o.tag = 35
WHERE c.event_id = $1 ORDER BY c.ledger_index

-- A number of an exchange file is never below zero: 0 for no rule, else the minutes and one.
-- name: exchange_rules
SELECT id, late_after + 1, share, at, journal_id FROM event_rule WHERE event_id = $1 ORDER BY id

-- name: exchange_closings
SELECT q.id, q.session_id, q.actor, q.record, q.journal_id, q.nonce, l.record
FROM session_closing q JOIN ledger_record l ON l.idx = q.ledger_index
WHERE q.event_id = $1 ORDER BY q.ledger_index

-- name: exchange_scans
SELECT id, session_id, at, desk, actor, source, way, participant_id, verdict, kind, clue,
  journal_id, nonce
FROM scan_log WHERE event_id = $1 ORDER BY id

-- When a row was last written here, or taken away: by a change of its own, not by an exchange.
-- name: exchange_own_time
SELECT COALESCE(MAX(j.at), 0) FROM journal_change c JOIN journal j ON j.id = c.journal_id
WHERE c.entity_id = $1 AND SUBSTR(j.action, 1, 9) <> 'exchange.'

-- name: exchange_roster_time
SELECT COALESCE(MAX(b.imported_at), 0) FROM import_row r JOIN import_batch b ON b.id = r.batch_id
WHERE r.person_id = $1

-- A state as the journal keeps it, of before or after a change here.
-- name: exchange_stood_here
SELECT COUNT(*) FROM journal_change WHERE entity_id = $1 AND (before = $2 OR after = $2)

-- name: exchange_version_at
SELECT at FROM exchange_version WHERE entity_id = $1 AND digest = $2

-- name: exchange_version_newest
SELECT COALESCE(MAX(at), 0) FROM exchange_version WHERE entity_id = $1

-- name: exchange_version_put
INSERT INTO exchange_version (entity_id, digest, at) VALUES ($1, $2, $3)
ON CONFLICT (entity_id, digest) DO UPDATE SET at = excluded.at
WHERE exchange_version.at < excluded.at

-- name: exchange_version_erase
DELETE FROM exchange_version
WHERE entity_id = $1 OR entity_id IN (SELECT id FROM participant WHERE person_id = $1)

-- name: exchange_conflict_insert
INSERT INTO exchange_conflict (id, event_id, journal_id, subject_id, at, what, who, field, ours,
  theirs, stands)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: exchange_conflict_known
SELECT COUNT(*) FROM exchange_conflict
WHERE event_id = $1 AND subject_id = $2 AND what = $3 AND field = $4 AND ours = $5 AND theirs = $6

-- name: exchange_conflict_list
SELECT subject_id, at, what, who, field, ours, theirs, stands FROM exchange_conflict
WHERE event_id = $1 AND what <> 'arrival' ORDER BY id

-- name: exchange_conflict_erase
DELETE FROM exchange_conflict
WHERE subject_id = $1 OR subject_id IN (SELECT id FROM participant WHERE person_id = $1)

-- name: exchange_unit_key
SELECT key FROM unit WHERE id = $1

-- name: exchange_event_of_code
SELECT id FROM event WHERE code = $1

-- name: exchange_text_find
SELECT id, template FROM pledge_text WHERE name = $1 AND version = $2

-- name: exchange_text_insert
INSERT INTO pledge_text (id, name, version, template, created_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING

-- name: exchange_former_insert
INSERT INTO person_number (id, number, number_kind, person_id) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING

-- name: exchange_participant_erased
SELECT p.removed_at FROM participant r JOIN person p ON p.id = r.person_id WHERE r.id = $1

-- What keeps a row from being taken away.
-- name: exchange_uses
SELECT (SELECT COUNT(*) FROM attendance_mark WHERE participant_id = $1)
  + (SELECT COUNT(*) FROM attendance_mark WHERE session_id = $1)
  + (SELECT COUNT(*) FROM pledge WHERE participant_id = $1)
  + (SELECT COUNT(*) FROM certificate WHERE participant_id = $1)

-- name: exchange_journal_find
SELECT id FROM journal WHERE nonce = $1

-- name: exchange_wording_insert
INSERT INTO pledge_wording (id, event_id, pledge_text_id, body, digest)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING

-- name: exchange_act_insert
INSERT INTO pledge_act (id, event_id, kind, wording_id, at, desk, reader, reader_position, journal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING

-- name: exchange_act_get
SELECT a.event_id, a.kind, a.at, a.desk, a.reader, a.reader_position, w.digest
FROM pledge_act a JOIN pledge_wording w ON w.id = a.wording_id WHERE a.id = $1

-- name: exchange_pledge_known
SELECT id FROM pledge WHERE nonce = $1

-- name: exchange_pledge_rivals
SELECT p.at, a.desk FROM pledge p JOIN pledge_act a ON a.id = p.act_id
WHERE p.participant_id = $1 AND p.id <> $2 AND p.kind = $3
  AND NOT EXISTS (SELECT 1 FROM pledge v WHERE v.participant_id = $1 AND v.revokes = p.id)
ORDER BY p.at, p.id LIMIT 1

-- name: exchange_session_count
SELECT COUNT(*) FROM event_session WHERE event_id = $1

-- name: exchange_certificate_known
SELECT id FROM certificate WHERE nonce = $1

-- name: exchange_certificate_of_number
SELECT letter_number FROM certificate WHERE series_id = $1 AND number = $2

-- name: exchange_certificate_in_force
SELECT letter_number FROM certificate WHERE participant_id = $1 AND revoked_at = 0

-- name: exchange_certificate_state
SELECT participant_id, ledger_index, revoked_at FROM certificate WHERE id = $1

-- name: exchange_certificate_insert
INSERT INTO certificate (id, event_id, participant_id, series_id, number, letter_number, issued_at,
  face, code, ledger_index, revoked_at, revoke_reason, journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: exchange_trusted
SELECT COUNT(*) FROM trusted_key WHERE public_key = $1

-- name: exchange_own_key
SELECT COUNT(*) FROM signing_key WHERE public_key = $1 AND event_id = 0

-- name: exchange_trust_insert
INSERT INTO trusted_key (id, public_key, name, journal_id, accepted_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
