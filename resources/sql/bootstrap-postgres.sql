-- What a server needs before the first migration: the row that the one writer holds (grip is there
-- to be locked, nothing else), and a counter of commits in many rows. Runs as one transaction, and
-- again without harm.
CREATE SCHEMA IF NOT EXISTS ikrar;
CREATE TABLE IF NOT EXISTS ikrar.writer (
  id {INT} NOT NULL PRIMARY KEY,
  schema {INT} NOT NULL,
  grip {INT} NOT NULL
);
INSERT INTO ikrar.writer (id, schema, grip) VALUES (1, 0, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS ikrar.change_counter (
  slot {INT} NOT NULL PRIMARY KEY,
  commits {INT} NOT NULL
) WITH (fillfactor = 20);
INSERT INTO ikrar.change_counter (slot, commits) SELECT n, 0 FROM generate_series(0, 63) n ON CONFLICT DO NOTHING;
