-- Who may do what in a shared database. Run it as a superuser in the database that has Ikrar's
-- schema, after "ikrarctl db init" and again after every update of Ikrar:
--
--     ikrarctl db roles | psql -v ON_ERROR_STOP=1 ikrar
--
-- It makes five groups, takes every earlier right from them, and grants the rights below; logins
-- are made by whoever looks after the server, IN ROLE one of the groups.
--
--   ikrar_owner   owns schema and tables; for updates of Ikrar only
--   ikrar_office  all ordinary work
--   ikrar_desk    check-in, walk-ins, pledges; deletes nothing
--   ikrar_door    check-in at the events that door_event names for the login, and reads no other
--   ikrar_read    looks on
--
-- Marks, pledges, their acts and wordings, the sealed log and its checkpoints are never changed or
-- deleted by any of them: they have no right to it, and the triggers refuse it besides.
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL search_path = ikrar, pg_catalog;

DO $$
DECLARE
  wanted TEXT;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['ikrar_owner', 'ikrar_office', 'ikrar_desk', 'ikrar_door', 'ikrar_read'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    END IF;
  END LOOP;
END $$;

-- Which login is the door of which event. By the name of the login and not by a setting of the
-- session: a setting can be changed by whoever is connected, the name was proven by a password.
CREATE TABLE IF NOT EXISTS door_event (
  role_name NAME NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  PRIMARY KEY (role_name, event_id)
);

-- Everything belongs to the owner; nobody else has any right until it is granted below.
DO $$
DECLARE
  thing RECORD;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ikrar_owner, ikrar_office, ikrar_desk, ikrar_door, ikrar_read', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO ikrar_owner', current_database());
  ALTER SCHEMA ikrar OWNER TO ikrar_owner;
  FOR thing IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'ikrar' LOOP
    EXECUTE format('ALTER TABLE ikrar.%I OWNER TO ikrar_owner', thing.name);
    EXECUTE format('REVOKE ALL ON ikrar.%I FROM PUBLIC, ikrar_office, ikrar_desk, ikrar_door, ikrar_read', thing.name);
    EXECUTE format('ALTER TABLE ikrar.%I DISABLE ROW LEVEL SECURITY', thing.name);
  END LOOP;
  FOR thing IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'ikrar'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO ikrar_owner', thing.name);
  END LOOP;
  FOR thing IN SELECT policyname AS name, tablename FROM pg_policies WHERE schemaname = 'ikrar' LOOP
    EXECUTE format('DROP POLICY %I ON ikrar.%I', thing.name, thing.tablename);
  END LOOP;
END $$;
REVOKE ALL ON SCHEMA ikrar FROM PUBLIC;
GRANT USAGE ON SCHEMA ikrar TO ikrar_office, ikrar_desk, ikrar_door, ikrar_read;

-- The server itself checks references with the owner's rights, and takes a right to change some
-- column for granted when it locks a row for that; so the owner keeps it for the key, and only that.
REVOKE UPDATE, DELETE, TRUNCATE ON attendance_mark, pledge, pledge_act, pledge_wording, ledger_record, checkpoint,
  scan_log, event_rule, session_closing FROM ikrar_owner;
GRANT UPDATE (id) ON attendance_mark, pledge, pledge_act, pledge_wording TO ikrar_owner;
GRANT UPDATE (idx) ON ledger_record TO ikrar_owner;
GRANT UPDATE (size) ON checkpoint TO ikrar_owner;

-- Office.
GRANT SELECT ON ALL TABLES IN SCHEMA ikrar TO ikrar_office;
GRANT INSERT ON ALL TABLES IN SCHEMA ikrar TO ikrar_office;
REVOKE INSERT ON writer, change_counter FROM ikrar_office;
GRANT UPDATE (grip) ON writer TO ikrar_office;
GRANT UPDATE (commits) ON change_counter TO ikrar_office;
GRANT UPDATE ON attendance, certificate_exception, event, event_role, event_session, exchange_version, import_batch,
  institution, ledger_head, mandate, number_series, participant, person, person_apart, person_merged, person_number,
  reported_attendance, roster_mapping, roster_meaning, setting, signatory, unit, unit_alias TO ikrar_office;
GRANT UPDATE (revoked_at, revoke_reason, face) ON certificate TO ikrar_office;
GRANT UPDATE (written, person_before, participant_before) ON import_row TO ikrar_office;
GRANT UPDATE (undone_by, undo_of, detail) ON journal TO ikrar_office;
GRANT UPDATE (before, after) ON journal_change TO ikrar_office;
GRANT DELETE ON certificate_exception, door_event, event, event_role, event_session, exchange_conflict, exchange_version,
  institution, ledger_field, mandate, number_series, participant, person, person_apart, person_merged, person_number,
  reported_attendance, roster_mapping, roster_meaning, signatory, unit, unit_alias TO ikrar_office;

-- Desk.
GRANT SELECT ON ALL TABLES IN SCHEMA ikrar TO ikrar_desk;
REVOKE SELECT ON import_batch, import_row, roster_mapping, roster_meaning FROM ikrar_desk;
GRANT INSERT ON attendance, attendance_mark, checkpoint, journal, journal_change, journal_shared,
  ledger_field, ledger_head, ledger_record, mandate, participant, person, person_number, pledge, pledge_act,
  pledge_witness, pledge_wording, scan_log, unit TO ikrar_desk;
GRANT UPDATE (grip) ON writer TO ikrar_desk;
GRANT UPDATE (commits) ON change_counter TO ikrar_desk;
GRANT UPDATE ON attendance, ledger_head, mandate, participant, person, unit TO ikrar_desk;
GRANT UPDATE (undone_by, undo_of) ON journal TO ikrar_desk;

-- Door.
GRANT SELECT ON attendance, attendance_mark, change_counter, door_event, event, event_rule, event_session,
  institution, journal, journal_shared, participant, scan_log, session_closing, setting, signing_key, unit, unit_alias,
  writer TO ikrar_door;
GRANT SELECT (id, number, number_kind, prefix, name, suffix, name_key, grade, position, unit_id, removed_at)
  ON person TO ikrar_door;
GRANT INSERT ON attendance, attendance_mark, journal, journal_shared, scan_log TO ikrar_door;
GRANT UPDATE ON attendance TO ikrar_door;
GRANT UPDATE (state, state_at) ON participant TO ikrar_door;
GRANT UPDATE (undone_by, undo_of) ON journal TO ikrar_door;
GRANT UPDATE (grip) ON writer TO ikrar_door;
GRANT UPDATE (commits) ON change_counter TO ikrar_door;

-- Reading.
GRANT SELECT ON ALL TABLES IN SCHEMA ikrar TO ikrar_read;

-- The key that backups are sealed with is the office's.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON setting TO ikrar_office USING (true);
CREATE POLICY others ON setting FOR SELECT TO ikrar_desk, ikrar_door, ikrar_read USING (name <> 'backup-key');

-- A door sees its own lines here, by which it sees its own events below.
ALTER TABLE door_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON door_event TO ikrar_office USING (true);
CREATE POLICY others ON door_event FOR SELECT TO ikrar_desk, ikrar_read USING (true);
CREATE POLICY door ON door_event FOR SELECT TO ikrar_door USING (role_name = session_user);

DO $$
DECLARE
  guarded TEXT;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['event', 'event_rule', 'event_session', 'participant', 'person', 'attendance', 'attendance_mark', 'journal',
    'scan_log', 'session_closing'] LOOP
    EXECUTE format('ALTER TABLE ikrar.%I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY office ON ikrar.%I TO ikrar_office, ikrar_desk, ikrar_read USING (true)', guarded);
  END LOOP;
END $$;
CREATE POLICY door ON event TO ikrar_door USING (id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON event_session TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON event_rule TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON session_closing TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON scan_log TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON participant TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON person TO ikrar_door USING (EXISTS (SELECT 1 FROM participant r WHERE r.person_id = person.id));
CREATE POLICY door ON journal TO ikrar_door USING (event_id IN (SELECT d.event_id FROM door_event d));
CREATE POLICY door ON attendance TO ikrar_door
  USING (EXISTS (SELECT 1 FROM participant r WHERE r.id = participant_id))
  WITH CHECK (EXISTS (SELECT 1 FROM participant r JOIN event_session s ON s.event_id = r.event_id
    WHERE r.id = participant_id AND s.id = session_id));
CREATE POLICY door ON attendance_mark TO ikrar_door
  USING (EXISTS (SELECT 1 FROM participant r WHERE r.id = participant_id))
  WITH CHECK (EXISTS (SELECT 1 FROM participant r JOIN event_session s ON s.event_id = r.event_id
    WHERE r.id = participant_id AND s.id = session_id));
COMMIT;
