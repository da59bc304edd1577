-- name: attendance_mark_insert
INSERT INTO attendance_mark (id, participant_id, session_id, state, at, desk, source, stand_in,
  corrects, journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: attendance_marks_of
SELECT id, state, at, desk, source, stand_in, corrects, nonce FROM attendance_mark
WHERE participant_id = $1 AND session_id = $2

-- name: attendance_mark_by_nonce
SELECT at, desk, journal_id FROM attendance_mark WHERE nonce = $1

-- name: attendance_marks_of_journal
SELECT participant_id, session_id, corrects, id FROM attendance_mark WHERE journal_id = $1

-- name: attendance_mark_get
SELECT state, at, desk, stand_in FROM attendance_mark WHERE id = $1

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
  m.at, m.desk, CASE WHEN j.undone_by <> 0 THEN 1 ELSE 0 END
FROM attendance_mark m
JOIN participant r ON r.id = m.participant_id
JOIN person p ON p.id = r.person_id
LEFT JOIN unit u ON u.id = r.unit_id
JOIN journal j ON j.id = m.journal_id
WHERE m.session_id = $1 AND m.source <> 'undo'
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

-- name: attendance_arrivals
SELECT state_at FROM participant
WHERE event_id = $1 AND withdrawn_at = 0 AND state IN ('H', 'D', 'W', 'T')
ORDER BY state_at

-- name: attendance_standing_mark
SELECT mark_id FROM attendance WHERE participant_id = $1 AND session_id = $2

-- name: attendance_history
SELECT m.state, m.at, m.desk, m.source, m.stand_in, s.title, j.actor
FROM attendance_mark m
JOIN event_session s ON s.id = m.session_id
JOIN journal j ON j.id = m.journal_id
WHERE m.participant_id = $1
ORDER BY m.id DESC
