-- Append-only tables refuse change in SQLite as well: it keeps honest code honest, the sealed log is
-- for the rest. PostgreSQL does the same by granting no more than INSERT and SELECT.
CREATE TRIGGER attendance_mark_keeps BEFORE UPDATE ON attendance_mark BEGIN SELECT RAISE(ABORT, 'attendance_mark is append-only'); END;
CREATE TRIGGER attendance_mark_stays BEFORE DELETE ON attendance_mark BEGIN SELECT RAISE(ABORT, 'attendance_mark is append-only'); END;
CREATE TRIGGER pledge_keeps BEFORE UPDATE ON pledge BEGIN SELECT RAISE(ABORT, 'pledge is append-only'); END;
CREATE TRIGGER pledge_stays BEFORE DELETE ON pledge BEGIN SELECT RAISE(ABORT, 'pledge is append-only'); END;
CREATE TRIGGER pledge_act_keeps BEFORE UPDATE ON pledge_act BEGIN SELECT RAISE(ABORT, 'pledge_act is append-only'); END;
CREATE TRIGGER pledge_act_stays BEFORE DELETE ON pledge_act BEGIN SELECT RAISE(ABORT, 'pledge_act is append-only'); END;
CREATE TRIGGER pledge_wording_keeps BEFORE UPDATE ON pledge_wording BEGIN SELECT RAISE(ABORT, 'pledge_wording is append-only'); END;
CREATE TRIGGER pledge_wording_stays BEFORE DELETE ON pledge_wording BEGIN SELECT RAISE(ABORT, 'pledge_wording is append-only'); END;
CREATE TRIGGER ledger_record_keeps BEFORE UPDATE ON ledger_record BEGIN SELECT RAISE(ABORT, 'ledger_record is append-only'); END;
CREATE TRIGGER ledger_record_stays BEFORE DELETE ON ledger_record BEGIN SELECT RAISE(ABORT, 'ledger_record is append-only'); END;
CREATE TRIGGER checkpoint_keeps BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
CREATE TRIGGER checkpoint_stays BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
