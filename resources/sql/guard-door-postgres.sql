-- As guard-postgres.sql, for the tables of schema 4.
CREATE TRIGGER scan_log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON scan_log FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER event_rule_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event_rule FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
CREATE TRIGGER session_closing_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON session_closing FOR EACH STATEMENT EXECUTE FUNCTION ikrar.refuse_change();
