-- Append-only tables refuse change on a server as in a file, whoever asks: it keeps honest code
-- honest. The roles have no right to it either, and the sealed log is for the rest.
CREATE FUNCTION ikrar.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER attendance_mark_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON attendance_mark FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER pledge_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pledge FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER pledge_act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pledge_act FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER pledge_wording_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pledge_wording FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER ledger_record_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_record FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
