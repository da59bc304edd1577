-- name: merge_journal_insert
INSERT INTO journal (id, at, actor, desk, action, event_id, subject_id, detail, nonce, undo_of, undone_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING

-- Undone twice, in two databases that were apart: the smaller id, so that both say the same.
-- name: merge_journal_undone
UPDATE journal SET undone_by = $2 WHERE id = $1 AND (undone_by = 0 OR undone_by > $2)

-- name: merge_place
SELECT COUNT(*) FROM participant r JOIN event_session s ON s.event_id = r.event_id
WHERE r.event_id = $1 AND r.id = $2 AND s.id = $3

-- name: merge_mark_by_nonce
SELECT id FROM attendance_mark WHERE nonce = $1

-- name: merge_many_desks
SELECT m.participant_id, m.session_id, r.number, p.prefix, p.name, p.suffix
FROM event_session s
JOIN attendance_mark m ON m.session_id = s.id
JOIN participant r ON r.id = m.participant_id
JOIN person p ON p.id = r.person_id
WHERE s.event_id = $1 AND m.source NOT IN ('in', 'out', 'void')
GROUP BY m.participant_id, m.session_id, r.number, p.prefix, p.name, p.suffix
HAVING COUNT(DISTINCT m.desk) > 1
ORDER BY m.session_id, r.number

-- name: merge_note_shared
INSERT INTO journal_shared (journal_id) VALUES ($1) ON CONFLICT (journal_id) DO NOTHING
