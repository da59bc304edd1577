-- name: attendance_mark_insert
INSERT INTO attendance_mark (id, participant_id, session_id, state, at, desk, source, stand_in,
  corrects, journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: attendance_marks_of
SELECT id, state, at, desk, source, stand_in, corrects, nonce FROM attendance_mark
WHERE participant_id = $1 AND session_id = $2 AND source NOT IN ('in', 'out', 'void')

-- name: attendance_mark_by_nonce
SELECT at, desk, journal_id, source, state FROM attendance_mark WHERE nonce = $1

-- name: attendance_marks_of_journal
SELECT participant_id, session_id, corrects, id, source FROM attendance_mark WHERE journal_id = $1

-- name: attendance_mark_get
SELECT state, at, desk, stand_in, source FROM attendance_mark WHERE id = $1

-- name: attendance_get
SELECT state, at, desk, mark_id FROM attendance WHERE participant_id = $1 AND session_id = $2

-- name: attendance_put
INSERT INTO attendance (participant_id, session_id, state, at, desk, stand_in, mark_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (participant_id, session_id) DO UPDATE SET state = excluded.state, at = excluded.at,
  desk = excluded.desk, stand_in = excluded.stand_in, mark_id = excluded.mark_id

-- name: attendance_of_participant
SELECT a.state, a.at FROM attendance a WHERE a.participant_id = $1
ORDER BY a.at, a.mark_id

-- name: attendance_summary_put
UPDATE participant SET state = $2, state_at = $3 WHERE id = $1

-- name: attendance_recent
SELECT m.journal_id, m.participant_id, p.prefix, p.name, p.suffix, COALESCE(u.name, ''), m.state,
  m.at, m.desk, CASE WHEN j.undone_by <> 0 THEN 1 ELSE 0 END, m.source,
  CASE WHEN COALESCE((SELECT c.act FROM session_closing c WHERE c.session_id = m.session_id
    AND c.at < j.at ORDER BY c.at DESC, c.id DESC LIMIT 1), '') = 'closed' THEN 1 ELSE 0 END
FROM attendance_mark m
JOIN participant r ON r.id = m.participant_id
JOIN person p ON p.id = r.person_id
LEFT JOIN unit u ON u.id = r.unit_id
JOIN journal j ON j.id = m.journal_id
WHERE m.session_id = $1 AND m.source NOT IN ('undo', 'void')
ORDER BY m.id DESC LIMIT $2

-- name: attendance_session_count
SELECT COALESCE(a.state, '-'), COUNT(*)
FROM participant r LEFT JOIN attendance a ON a.participant_id = r.id AND a.session_id = $2
WHERE r.event_id = $1 AND r.withdrawn_at = 0
GROUP BY COALESCE(a.state, '-')

-- name: attendance_desks_session
SELECT a.desk, COUNT(*) FROM attendance a JOIN participant r ON r.id = a.participant_id
WHERE a.session_id = $1 AND r.withdrawn_at = 0 AND a.state IN ('H', 'D', 'W', 'T')
GROUP BY a.desk ORDER BY COUNT(*) DESC, MIN(a.at)

-- name: attendance_desks_event
SELECT a.desk, COUNT(DISTINCT r.id) FROM participant r JOIN attendance a ON a.participant_id = r.id
WHERE r.event_id = $1 AND r.withdrawn_at = 0 AND r.state IN ('H', 'D', 'W', 'T')
  AND a.state IN ('H', 'D', 'W', 'T') AND a.at = r.state_at
GROUP BY a.desk ORDER BY COUNT(*) DESC, MIN(a.at)

-- The newest first: as many as a hall lets in within minutes.
-- name: attendance_pace
SELECT desk, at FROM (SELECT desk, at, source, state FROM attendance_mark
  WHERE session_id = $1 ORDER BY id DESC LIMIT 3000) newest
WHERE at >= $2 AND source IN ('scan', 'typed', 'name', 'camera', 'kiosk') AND state IN ('H', 'T')

-- name: attendance_arrivals
SELECT state_at FROM participant
WHERE event_id = $1 AND withdrawn_at = 0 AND state IN ('H', 'D', 'W', 'T')
ORDER BY state_at

-- name: attendance_standing_mark
SELECT mark_id FROM attendance WHERE participant_id = $1 AND session_id = $2

-- name: attendance_history
SELECT m.state, m.at, m.desk, m.source, m.stand_in, s.title, j.actor,
  CASE WHEN COALESCE((SELECT c.act FROM session_closing c WHERE c.session_id = m.session_id
    AND c.at < j.at ORDER BY c.at DESC, c.id DESC LIMIT 1), '') = 'closed' THEN 1 ELSE 0 END
FROM attendance_mark m
JOIN event_session s ON s.id = m.session_id
JOIN journal j ON j.id = m.journal_id
WHERE m.participant_id = $1
ORDER BY m.id DESC

-- What a check-in asks of its session, 0 for the first of the event: the session, its event, when
-- it starts, and after how many minutes somebody is late.
-- name: attendance_session_rule
SELECT s.id, s.start_at, COALESCE((SELECT r.late_after FROM event_rule r
  WHERE r.event_id = s.event_id ORDER BY r.at DESC, r.id DESC LIMIT 1), -1)
FROM event_session s WHERE s.event_id = $1 AND (s.id = $2 OR $2 = 0)
ORDER BY s.position, s.id LIMIT 1

-- name: attendance_unrecorded
SELECT r.id FROM participant r LEFT JOIN attendance a ON a.participant_id = r.id AND a.session_id = $2
WHERE r.event_id = $1 AND r.withdrawn_at = 0 AND COALESCE(a.state, '-') = '-'
  AND (r.unit_id = $3 OR $3 = 0)
ORDER BY r.number

-- name: attendance_passages
SELECT id, source, at, corrects FROM attendance_mark
WHERE participant_id = $1 AND session_id = $2 AND source IN ('in', 'out', 'void')

-- name: attendance_passages_event
SELECT m.id, m.source, m.at, m.corrects, m.participant_id, m.session_id
FROM event_session s JOIN attendance_mark m ON m.session_id = s.id
WHERE s.event_id = $1 AND m.source IN ('in', 'out', 'void')

-- Who is present, and since when: what a desk read, or another program, counts from then on; what a
-- hand wrote, or somebody into a form, from the session's start. After an undo it is what the mark said that was put back.
-- name: attendance_presences
SELECT a.participant_id, a.session_id, a.at, CASE WHEN EXISTS (SELECT 1 FROM attendance_mark m
  WHERE m.participant_id = a.participant_id AND m.session_id = a.session_id AND m.at = a.at
    AND m.desk = a.desk AND m.state = a.state
    AND m.source IN ('scan', 'typed', 'name', 'camera', 'kiosk', 'zoom', 'e-presensi')) THEN 1 ELSE 0 END
FROM event_session s JOIN attendance a ON a.session_id = s.id
WHERE s.event_id = $1 AND a.state IN ('H', 'D', 'W', 'T')
