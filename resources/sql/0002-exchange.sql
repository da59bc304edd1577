-- Schema 2: what databases that exchange events know of each other. Never edited after a release.

-- A state of a row that another database had, or that stood here when another one's came: of two
-- states the one with the greater (at, digest) stands everywhere. A digest of zeros: the row is gone.
CREATE TABLE exchange_version (
  entity_id {INT} NOT NULL,
  digest {KEY} NOT NULL,
  at {INT} NOT NULL,
  PRIMARY KEY (entity_id, digest)
) {COMPACT};

-- What did not fit when an event came from elsewhere, for somebody to look at.
CREATE TABLE exchange_conflict (
  id {INT} NOT NULL PRIMARY KEY,
  event_id {INT} NOT NULL,
  journal_id {INT} NOT NULL,
  subject_id {INT} NOT NULL,
  at {INT} NOT NULL,
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  field TEXT NOT NULL,
  ours TEXT NOT NULL,
  theirs TEXT NOT NULL,
  stands TEXT NOT NULL
) {STRICT};
CREATE INDEX exchange_conflict_by_event ON exchange_conflict (event_id, id);
CREATE INDEX exchange_conflict_by_subject ON exchange_conflict (subject_id);

-- Offices whose files are accepted, by somebody's word.
CREATE TABLE trusted_key (
  id {INT} NOT NULL PRIMARY KEY,
  public_key {BLOB} NOT NULL UNIQUE,
  name TEXT NOT NULL,
  journal_id {INT} NOT NULL,
  accepted_at {INT} NOT NULL
) {STRICT};

-- Journal entries that another database has as well: those that came from it, and in a desk's
-- replica those that were delivered.
CREATE TABLE journal_shared (
  journal_id {INT} NOT NULL PRIMARY KEY
) {STRICT};
