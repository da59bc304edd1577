-- name: scan_log_insert
INSERT INTO scan_log (id, event_id, session_id, at, desk, actor, source, way, verdict,
  participant_id, kind, clue, journal_id, nonce)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT DO NOTHING

-- name: scan_log_list
SELECT l.id, COALESCE(s.title, ''), l.at, l.desk, l.actor, l.source, l.way, l.verdict,
  l.participant_id, COALESCE(r.number, 0), COALESCE(p.prefix, ''), COALESCE(p.name, ''),
  COALESCE(p.suffix, ''), COALESCE(u.name, ''), l.kind, l.clue,
  CASE WHEN COALESCE(j.undone_by, 0) <> 0 THEN 1 ELSE 0 END
FROM scan_log l
LEFT JOIN event_session s ON s.id = l.session_id
LEFT JOIN participant r ON r.id = l.participant_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN unit u ON u.id = r.unit_id
LEFT JOIN journal j ON j.id = l.journal_id
WHERE l.event_id = $1 AND (l.session_id = $2 OR $2 = 0) AND (l.participant_id = $3 OR $3 = 0)
  AND (l.desk = $4 OR $4 = '')
  AND (l.verdict = $5 OR $5 = '' OR ($5 = 'refused'
    AND l.verdict NOT IN ('welcome', 'already', 'returned', 'left')))
  AND l.at >= $6 AND l.at < $7
ORDER BY l.id DESC

-- name: scan_log_desks
SELECT DISTINCT desk FROM scan_log WHERE event_id = $1 ORDER BY desk

-- What a replica logged and did not deliver: journal_shared knows what another database has.
-- name: scan_log_waiting
SELECT l.id, l.event_id, l.session_id, l.at, l.desk, l.actor, l.source, l.way, l.verdict,
  l.participant_id, l.kind, l.clue, l.journal_id, l.nonce
FROM scan_log l
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = l.id)
ORDER BY l.id

-- name: scan_log_count_waiting
SELECT COUNT(*) FROM scan_log l
WHERE NOT EXISTS (SELECT 1 FROM journal_shared s WHERE s.journal_id = l.id)
