-- Schema 1. {INT}, {BLOB}, {KEY}, {STRICT} and {COMPACT} are filled in by the engine; everything else is the
-- subset that SQLite and PostgreSQL read alike. Times are milliseconds UTC, 0 for none; ids are made
-- by the program; a {KEY} column sorts by bytes. Never edited after a release.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) {COMPACT};

CREATE TABLE attachment (
  id {INT} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content {BLOB} NOT NULL,
  digest {BLOB} NOT NULL,
  created_at {INT} NOT NULL
) {STRICT};

CREATE TABLE institution (
  id {INT} NOT NULL PRIMARY KEY,
  government TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  city TEXT NOT NULL,
  zone TEXT NOT NULL,
  paper TEXT NOT NULL,
  number_label TEXT NOT NULL,
  logo_id {INT} NOT NULL
) {STRICT};

CREATE TABLE signatory (
  id {INT} NOT NULL PRIMARY KEY,
  prefix TEXT NOT NULL,
  name TEXT NOT NULL,
  suffix TEXT NOT NULL,
  position TEXT NOT NULL,
  acting TEXT NOT NULL,
  on_behalf TEXT NOT NULL,
  grade {INT} NOT NULL,
  number TEXT NOT NULL
) {STRICT};

CREATE TABLE unit (
  id {INT} NOT NULL PRIMARY KEY,
  parent_id {INT} NOT NULL,
  name TEXT NOT NULL,
  key {KEY} NOT NULL UNIQUE
) {STRICT};

CREATE TABLE unit_alias (
  key {KEY} NOT NULL PRIMARY KEY,
  unit_id {INT} NOT NULL REFERENCES unit (id)
) {COMPACT};

CREATE TABLE person (
  id {INT} NOT NULL PRIMARY KEY,
  number {KEY} NOT NULL,
  number_kind TEXT NOT NULL,
  prefix TEXT NOT NULL,
  name TEXT NOT NULL,
  suffix TEXT NOT NULL,
  name_key {KEY} NOT NULL,
  written TEXT NOT NULL,
  grade {INT} NOT NULL,
  position TEXT NOT NULL,
  unit_id {INT} NOT NULL,
  sex TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  removed_at {INT} NOT NULL
) {STRICT};
CREATE UNIQUE INDEX person_by_number ON person (number) WHERE number <> '';
CREATE INDEX person_by_name ON person (name_key);

CREATE TABLE person_number (
  id {INT} NOT NULL PRIMARY KEY,
  number {KEY} NOT NULL UNIQUE,
  number_kind TEXT NOT NULL,
  person_id {INT} NOT NULL REFERENCES person (id)
) {STRICT};
CREATE INDEX person_number_by_person ON person_number (person_id);

CREATE TABLE pledge_text (
  id {INT} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  version {INT} NOT NULL,
  template TEXT NOT NULL,
  created_at {INT} NOT NULL,
  UNIQUE (name, version)
) {STRICT};

CREATE TABLE signing_key (
  id {INT} NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  event_id {INT} NOT NULL,
  public_key {BLOB} NOT NULL UNIQUE,
  created_at {INT} NOT NULL
) {STRICT};

CREATE TABLE event (
  id {INT} NOT NULL PRIMARY KEY,
  code {INT} NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  theme TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  organizer TEXT NOT NULL,
  place TEXT NOT NULL,
  zone TEXT NOT NULL,
  start_at {INT} NOT NULL,
  end_at {INT} NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  lesson_hours {INT} NOT NULL,
  reported {INT} NOT NULL,
  note TEXT NOT NULL,
  pledge_text_id {INT} NOT NULL,
  pledge_fields TEXT NOT NULL,
  removed_at {INT} NOT NULL
) {STRICT};
CREATE INDEX event_by_start ON event (start_at);

CREATE TABLE event_session (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  position {INT} NOT NULL,
  title TEXT NOT NULL,
  start_at {INT} NOT NULL,
  end_at {INT} NOT NULL
) {STRICT};
CREATE INDEX event_session_by_event ON event_session (event_id, position);

CREATE TABLE event_role (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL,
  place {INT} NOT NULL,
  name TEXT NOT NULL,
  acting TEXT NOT NULL,
  position TEXT NOT NULL,
  institution TEXT NOT NULL,
  grade {INT} NOT NULL,
  number TEXT NOT NULL,
  represented_by TEXT NOT NULL,
  represented_position TEXT NOT NULL
) {STRICT};
CREATE INDEX event_role_by_event ON event_role (event_id, place);

CREATE TABLE import_batch (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  journal_id {INT} NOT NULL,
  file_name TEXT NOT NULL,
  sheet TEXT NOT NULL,
  imported_at {INT} NOT NULL,
  rows {INT} NOT NULL,
  imported {INT} NOT NULL,
  refused {INT} NOT NULL,
  undone_at {INT} NOT NULL
) {STRICT};

CREATE TABLE participant (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  number {INT} NOT NULL,
  person_id {INT} NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  unit_id {INT} NOT NULL,
  grade {INT} NOT NULL,
  position TEXT NOT NULL,
  seat TEXT NOT NULL,
  group_name TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn_at {INT} NOT NULL,
  pass_serial {INT} NOT NULL,
  state TEXT NOT NULL DEFAULT '-',
  state_at {INT} NOT NULL DEFAULT 0,
  pledge TEXT NOT NULL DEFAULT '',
  pledge_at {INT} NOT NULL DEFAULT 0,
  UNIQUE (event_id, number),
  UNIQUE (person_id, event_id)
) {STRICT};

-- One row of a roster file, imported or not: what stood there, what became of it, and for a person
-- who was changed by it, what was there before.
CREATE TABLE import_row (
  batch_id {INT} NOT NULL REFERENCES import_batch (id),
  row {INT} NOT NULL,
  verdict TEXT NOT NULL,
  reasons TEXT NOT NULL,
  written TEXT NOT NULL,
  participant_id {INT} NOT NULL,
  person_id {INT} NOT NULL,
  person_created {INT} NOT NULL,
  person_before TEXT NOT NULL,
  PRIMARY KEY (batch_id, row)
) {COMPACT};
CREATE INDEX import_row_by_person ON import_row (person_id);

CREATE TABLE journal (
  id {INT} NOT NULL PRIMARY KEY,
  at {INT} NOT NULL,
  actor TEXT NOT NULL,
  desk TEXT NOT NULL,
  action TEXT NOT NULL,
  event_id {INT} NOT NULL,
  subject_id {INT} NOT NULL,
  detail TEXT NOT NULL,
  nonce {BLOB} NOT NULL UNIQUE,
  undo_of {INT} NOT NULL,
  undone_by {INT} NOT NULL
) {STRICT};
CREATE INDEX journal_by_event ON journal (event_id, id);
CREATE INDEX journal_by_subject ON journal (subject_id);

CREATE TABLE journal_change (
  journal_id {INT} NOT NULL REFERENCES journal (id),
  place {INT} NOT NULL,
  entity TEXT NOT NULL,
  entity_id {INT} NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (journal_id, place)
) {COMPACT};
CREATE INDEX journal_change_by_entity ON journal_change (entity_id);

-- Append-only: a correction is a new mark that names the old one.
CREATE TABLE attendance_mark (
  id {INT} NOT NULL PRIMARY KEY,
  participant_id {INT} NOT NULL REFERENCES participant (id),
  session_id {INT} NOT NULL REFERENCES event_session (id),
  state TEXT NOT NULL,
  at {INT} NOT NULL,
  desk TEXT NOT NULL,
  source TEXT NOT NULL,
  stand_in TEXT NOT NULL,
  corrects {INT} NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id),
  nonce {BLOB} NOT NULL UNIQUE
) {STRICT};
CREATE INDEX attendance_mark_by_participant ON attendance_mark (participant_id);
CREATE INDEX attendance_mark_by_session ON attendance_mark (session_id, id);
CREATE INDEX attendance_mark_by_journal ON attendance_mark (journal_id);

-- The newest mark of each participant in each session.
CREATE TABLE attendance (
  participant_id {INT} NOT NULL REFERENCES participant (id),
  session_id {INT} NOT NULL REFERENCES event_session (id),
  state TEXT NOT NULL,
  at {INT} NOT NULL,
  desk TEXT NOT NULL,
  stand_in TEXT NOT NULL,
  mark_id {INT} NOT NULL,
  PRIMARY KEY (participant_id, session_id)
) {COMPACT};
CREATE INDEX attendance_by_session ON attendance (session_id);
CREATE INDEX attendance_stand_in ON attendance (session_id) WHERE stand_in <> '';

-- The exact text as read or signed at one event. Never changed once a pledge refers to it.
CREATE TABLE pledge_wording (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  pledge_text_id {INT} NOT NULL REFERENCES pledge_text (id),
  body TEXT NOT NULL,
  digest {BLOB} NOT NULL,
  UNIQUE (event_id, digest)
) {STRICT};

CREATE TABLE pledge_act (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL,
  wording_id {INT} NOT NULL REFERENCES pledge_wording (id),
  at {INT} NOT NULL,
  desk TEXT NOT NULL,
  reader TEXT NOT NULL,
  reader_position TEXT NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id)
) {STRICT};
CREATE INDEX pledge_act_by_event ON pledge_act (event_id, kind);

CREATE TABLE pledge_witness (
  act_id {INT} NOT NULL REFERENCES pledge_act (id),
  place {INT} NOT NULL,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  institution TEXT NOT NULL,
  PRIMARY KEY (act_id, place)
) {COMPACT};

-- Append-only. kind is signed, recited, or revoked (then revokes names the pledge). Names and
-- signatures are not here but in ledger_field, from where they can be erased.
CREATE TABLE pledge (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  participant_id {INT} NOT NULL REFERENCES participant (id),
  act_id {INT} NOT NULL REFERENCES pledge_act (id),
  kind TEXT NOT NULL,
  revokes {INT} NOT NULL,
  at {INT} NOT NULL,
  ledger_index {INT} NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id),
  nonce {BLOB} NOT NULL UNIQUE
) {STRICT};
CREATE INDEX pledge_by_participant ON pledge (participant_id);
CREATE INDEX pledge_by_event ON pledge (event_id);
CREATE UNIQUE INDEX pledge_by_ledger ON pledge (ledger_index);
CREATE INDEX pledge_by_act ON pledge (act_id);
CREATE INDEX pledge_by_journal ON pledge (journal_id);

CREATE TABLE number_series (
  id {INT} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  year {INT} NOT NULL,
  code TEXT NOT NULL,
  unit TEXT NOT NULL,
  pattern TEXT NOT NULL,
  last {INT} NOT NULL,
  UNIQUE (name, year)
) {STRICT};

CREATE TABLE certificate (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL REFERENCES event (id),
  participant_id {INT} NOT NULL REFERENCES participant (id),
  series_id {INT} NOT NULL REFERENCES number_series (id),
  number {INT} NOT NULL,
  letter_number TEXT NOT NULL,
  issued_at {INT} NOT NULL,
  face TEXT NOT NULL,
  code TEXT NOT NULL,
  ledger_index {INT} NOT NULL,
  revoked_at {INT} NOT NULL,
  revoke_reason TEXT NOT NULL,
  journal_id {INT} NOT NULL REFERENCES journal (id),
  nonce {BLOB} NOT NULL UNIQUE,
  UNIQUE (series_id, number)
) {STRICT};
CREATE UNIQUE INDEX certificate_in_force ON certificate (participant_id) WHERE revoked_at = 0;
CREATE UNIQUE INDEX certificate_by_ledger ON certificate (ledger_index);
CREATE INDEX certificate_by_participant ON certificate (participant_id);
CREATE INDEX certificate_by_journal ON certificate (journal_id);
CREATE INDEX certificate_by_event ON certificate (event_id);

CREATE TABLE ledger_head (
  id {INT} NOT NULL PRIMARY KEY,
  size {INT} NOT NULL,
  frontier {BLOB} NOT NULL,
  origin TEXT NOT NULL
) {STRICT};

CREATE TABLE ledger_record (
  idx {INT} NOT NULL PRIMARY KEY,
  kind {INT} NOT NULL,
  event_id {INT} NOT NULL,
  subject_id {INT} NOT NULL,
  nonce {BLOB} NOT NULL UNIQUE,
  record {BLOB} NOT NULL,
  leaf {BLOB} NOT NULL
) {STRICT};
CREATE INDEX ledger_record_by_subject ON ledger_record (subject_id);

-- The only place where what a record says of a person can be read.
CREATE TABLE ledger_field (
  idx {INT} NOT NULL REFERENCES ledger_record (idx),
  tag {INT} NOT NULL,
  salt {BLOB} NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (idx, tag)
) {COMPACT};

CREATE TABLE checkpoint (
  size {INT} NOT NULL PRIMARY KEY,
  at {INT} NOT NULL,
  key_id {INT} NOT NULL REFERENCES signing_key (id),
  note TEXT NOT NULL
) {STRICT};
