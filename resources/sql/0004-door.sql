-- Schema 4: the door. Never edited after a release.

-- Every scan, also those that were refused; append-only. What was read is there only as what kind
-- of text it was and as a clue, a digest too short to find a number by trying them all. source says
-- how it was read (scan, typed, name, camera, kiosk), way whether the desk let in or out.
CREATE TABLE scan_log (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL,
  session_id {INT} NOT NULL,
  at {INT} NOT NULL,
  desk TEXT NOT NULL,
  actor TEXT NOT NULL,
  source TEXT NOT NULL,
  way TEXT NOT NULL,
  verdict TEXT NOT NULL,
  participant_id {INT} NOT NULL,
  kind TEXT NOT NULL,
  clue TEXT NOT NULL,
  journal_id {INT} NOT NULL,
  nonce {BLOB} NOT NULL UNIQUE
) {STRICT};
CREATE INDEX scan_log_by_event ON scan_log (event_id, id);

-- The rules of an event; append-only, the last one holds. late_after: minutes after a session's
-- start, -1 for no rule; share: percent of the minutes that a certificate needs, 0 for no rule.
CREATE TABLE event_rule (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  late_after {INT} NOT NULL,
  share {INT} NOT NULL,
  at {INT} NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id)
) {STRICT};
CREATE INDEX event_rule_by_event ON event_rule (event_id, at, id);
CREATE INDEX event_rule_by_journal ON event_rule (journal_id);

-- A session that was closed, or opened again (act); append-only, the last one holds. record is the
-- exact text whose digest is in the sealed log.
CREATE TABLE session_closing (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  session_id {INT} NOT NULL REFERENCES event_session (id),
  act TEXT NOT NULL,
  at {INT} NOT NULL,
  desk TEXT NOT NULL,
  actor TEXT NOT NULL,
  record TEXT NOT NULL,
  ledger_index {INT} NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id),
  nonce {BLOB} NOT NULL UNIQUE
) {STRICT};
CREATE INDEX session_closing_by_event ON session_closing (event_id, at, id);
CREATE INDEX session_closing_by_session ON session_closing (session_id, at, id);
CREATE UNIQUE INDEX session_closing_by_ledger ON session_closing (ledger_index);
CREATE INDEX session_closing_by_journal ON session_closing (journal_id);

-- Who may get a certificate though the rule says no, and why.
CREATE TABLE certificate_exception (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  participant_id {INT} NOT NULL UNIQUE,
  reason TEXT NOT NULL
) {STRICT};
CREATE INDEX certificate_exception_by_event ON certificate_exception (event_id);

-- People whom an office reported as a sum: session 0 for the event as a whole, unit 0 for none.
CREATE TABLE reported_attendance (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  session_id {INT} NOT NULL,
  unit_id {INT} NOT NULL,
  people {INT} NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL
) {STRICT};
CREATE INDEX reported_attendance_by_event ON reported_attendance (event_id);

-- Who came for whom (0: somebody who is not on the roster), and by which letter.
CREATE TABLE mandate (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  session_id {INT} NOT NULL,
  stand_in_id {INT} NOT NULL,
  absent_id {INT} NOT NULL,
  letter_number TEXT NOT NULL,
  letter_at {INT} NOT NULL
) {STRICT};
CREATE INDEX mandate_by_event ON mandate (event_id);

-- Going out of a session and coming back are marks with source out and in, void for one taken back.
CREATE INDEX attendance_mark_passage ON attendance_mark (participant_id, session_id)
  WHERE source IN ('in', 'out', 'void');
