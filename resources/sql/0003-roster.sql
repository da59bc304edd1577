-- Schema 3: lists of people as offices really send them. Never edited after a release.

-- What somebody said a list's columns mean: shape is the key of its heads.
CREATE TABLE roster_mapping (
  shape {KEY} NOT NULL PRIMARY KEY,
  mapping TEXT NOT NULL,
  file_name TEXT NOT NULL,
  used_at {INT} NOT NULL
) {COMPACT};

-- What somebody said a word in such a column means.
CREATE TABLE roster_meaning (
  field TEXT NOT NULL,
  written {KEY} NOT NULL,
  meaning TEXT NOT NULL,
  PRIMARY KEY (field, written)
) {COMPACT};

-- Two who look like one, and of whom somebody said that they are two: the smaller id first.
CREATE TABLE person_apart (
  id {INT} NOT NULL PRIMARY KEY,
  first_id {INT} NOT NULL,
  second_id {INT} NOT NULL,
  UNIQUE (first_id, second_id)
) {STRICT};
CREATE INDEX person_apart_by_second ON person_apart (second_id);

-- Who was merged (id) became whom (into_id), so that files made elsewhere find who it is now.
CREATE TABLE person_merged (
  id {INT} NOT NULL PRIMARY KEY,
  into_id {INT} NOT NULL
) {STRICT};
CREATE INDEX person_merged_by_into ON person_merged (into_id);

-- An alias as it was written, with an id for the journal; no program before this one made any.
ALTER TABLE unit_alias ADD COLUMN id {INT} NOT NULL DEFAULT 0;
ALTER TABLE unit_alias ADD COLUMN name TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX unit_alias_by_id ON unit_alias (id) WHERE id <> 0;
CREATE INDEX unit_alias_by_unit ON unit_alias (unit_id);
CREATE INDEX unit_by_parent ON unit (parent_id);

-- Where in the file: row is only the running number of the import's lines from now on.
ALTER TABLE import_row ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN line {INT} NOT NULL DEFAULT 0;
ALTER TABLE import_row ADD COLUMN block {INT} NOT NULL DEFAULT 0;
ALTER TABLE import_row ADD COLUMN participant_before TEXT NOT NULL DEFAULT '';
