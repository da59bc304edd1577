-- name: attendance_session_states
SELECT a.participant_id, a.state, a.at FROM attendance a
WHERE a.session_id = $1 AND a.mark_id <> 0

-- name: attendance_nonce_standing
SELECT CASE WHEN j.undone_by <> 0 THEN 1 ELSE 0 END
FROM attendance_mark m JOIN journal j ON j.id = m.journal_id WHERE m.nonce = $1
