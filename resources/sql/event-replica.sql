-- Journal entries that were written into a replica and are not in the shared database yet.
-- name: event_replica_entries
SELECT j.id, j.action FROM journal j
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.id)

-- name: event_replica_waiting
SELECT COUNT(*) FROM attendance_mark m
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = m.journal_id)

-- With what was taken back meanwhile, which is known there, but not that it was.
-- name: event_replica_marks
SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in,
  m.corrects, m.nonce, j.id, j.at, j.actor, j.desk, j.action, j.event_id, j.subject_id, j.detail,
  j.nonce, j.undo_of, j.undone_by
FROM attendance_mark m JOIN journal j ON j.id = m.journal_id
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.id)
  OR (j.undone_by <> 0
    AND NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = j.undone_by))
ORDER BY m.id
