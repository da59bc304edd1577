-- As guard-sqlite.sql, for the tables of schema 4.
CREATE TRIGGER scan_log_keeps BEFORE UPDATE ON scan_log BEGIN SELECT RAISE(ABORT, 'scan_log is append-only'); END;
CREATE TRIGGER scan_log_stays BEFORE DELETE ON scan_log BEGIN SELECT RAISE(ABORT, 'scan_log is append-only'); END;
CREATE TRIGGER event_rule_keeps BEFORE UPDATE ON event_rule BEGIN SELECT RAISE(ABORT, 'event_rule is append-only'); END;
CREATE TRIGGER event_rule_stays BEFORE DELETE ON event_rule BEGIN SELECT RAISE(ABORT, 'event_rule is append-only'); END;
CREATE TRIGGER session_closing_keeps BEFORE UPDATE ON session_closing BEGIN SELECT RAISE(ABORT, 'session_closing is append-only'); END;
CREATE TRIGGER session_closing_stays BEFORE DELETE ON session_closing BEGIN SELECT RAISE(ABORT, 'session_closing is append-only'); END;
