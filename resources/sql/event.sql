-- name: event_get
SELECT id, code, kind, title, theme, legal_basis, organizer, place, zone, start_at, end_at, mode,
  state, lesson_hours, reported, note, pledge_text_id, pledge_fields, removed_at
FROM event WHERE id = $1

-- name: event_put
INSERT INTO event (id, code, kind, title, theme, legal_basis, organizer, place, zone, start_at,
  end_at, mode, state, lesson_hours, reported, note, pledge_text_id, pledge_fields, removed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (id) DO UPDATE SET code = excluded.code, kind = excluded.kind, title = excluded.title,
  theme = excluded.theme, legal_basis = excluded.legal_basis, organizer = excluded.organizer,
  place = excluded.place, zone = excluded.zone, start_at = excluded.start_at,
  end_at = excluded.end_at, mode = excluded.mode, state = excluded.state,
  lesson_hours = excluded.lesson_hours, reported = excluded.reported, note = excluded.note,
  pledge_text_id = excluded.pledge_text_id, pledge_fields = excluded.pledge_fields,
  removed_at = excluded.removed_at

-- name: event_delete
DELETE FROM event WHERE id = $1

-- name: event_list
SELECT e.id, e.code, e.kind, e.title, e.theme, e.legal_basis, e.organizer, e.place, e.zone,
  e.start_at, e.end_at, e.mode, e.state, e.lesson_hours, e.reported, e.note, e.pledge_text_id,
  e.pledge_fields, e.removed_at,
  COUNT(r.id),
  COALESCE(SUM(CASE WHEN r.state IN ('H', 'D', 'W', 'T') THEN 1 ELSE 0 END), 0),
  COALESCE(SUM(CASE WHEN r.pledge <> '' THEN 1 ELSE 0 END), 0)
FROM event e LEFT JOIN participant r ON r.event_id = e.id AND r.withdrawn_at = 0
WHERE e.removed_at = 0
GROUP BY e.id
ORDER BY e.start_at DESC

-- name: event_tally
SELECT r.state, r.pledge, COUNT(*),
  SUM(CASE WHEN EXISTS (SELECT 1 FROM certificate c
    WHERE c.participant_id = r.id AND c.revoked_at = 0) THEN 1 ELSE 0 END)
FROM participant r
WHERE r.event_id = $1 AND r.withdrawn_at = 0
GROUP BY r.state, r.pledge

-- name: event_units
SELECT COUNT(DISTINCT unit_id) FROM participant
WHERE event_id = $1 AND withdrawn_at = 0 AND unit_id <> 0

-- name: event_has_key
SELECT COUNT(*) FROM signing_key WHERE event_id = $1

-- name: event_code_taken
SELECT COUNT(*) FROM event WHERE code = $1

-- name: event_session_get
SELECT id, event_id, position, title, start_at, end_at FROM event_session WHERE id = $1

-- name: event_session_put
INSERT INTO event_session (id, event_id, position, title, start_at, end_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, position = excluded.position,
  title = excluded.title, start_at = excluded.start_at, end_at = excluded.end_at

-- name: event_session_delete
DELETE FROM event_session WHERE id = $1

-- name: event_session_list
SELECT id, event_id, position, title, start_at, end_at FROM event_session
WHERE event_id = $1 ORDER BY position, id

-- name: event_session_first
SELECT id FROM event_session WHERE event_id = $1 ORDER BY position, id LIMIT 1

-- name: event_session_event
SELECT event_id FROM event_session WHERE id = $1

-- name: event_session_last_position
SELECT COALESCE(MAX(position), 0) FROM event_session WHERE event_id = $1

-- name: event_role_get
SELECT id, event_id, kind, place, name, acting, position, institution, grade, number,
  represented_by, represented_position
FROM event_role WHERE id = $1

-- name: event_role_put
INSERT INTO event_role (id, event_id, kind, place, name, acting, position, institution, grade,
  number, represented_by, represented_position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, kind = excluded.kind,
  place = excluded.place, name = excluded.name, acting = excluded.acting,
  position = excluded.position, institution = excluded.institution, grade = excluded.grade,
  number = excluded.number, represented_by = excluded.represented_by,
  represented_position = excluded.represented_position

-- name: event_role_delete
DELETE FROM event_role WHERE id = $1

-- name: event_role_list
SELECT id, event_id, kind, place, name, acting, position, institution, grade, number,
  represented_by, represented_position
FROM event_role WHERE event_id = $1
ORDER BY CASE kind WHEN 'opener' THEN 0 WHEN 'speaker' THEN 1 WHEN 'moderator' THEN 2
  WHEN 'pledge-reader' THEN 3 ELSE 4 END, place, id

-- name: event_role_last_place
SELECT COALESCE(MAX(place), 0) FROM event_role WHERE event_id = $1

-- name: event_count
SELECT COUNT(*) FROM event WHERE removed_at = 0
