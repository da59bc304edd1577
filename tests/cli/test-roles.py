# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what in a shared database: every right is tried for real, allowed or not."""

import os
import pathlib
import re
import subprocess
import sys

from ikrarctl import PROGRAM, SAMPLE, Desk, main

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests/store"))

from cluster import Cluster  # noqa: E402

# S select, I insert, U update, D delete, T truncate; a small letter: only the columns of COLUMNS.
ROLES = ("owner", "office", "desk", "door", "read")
RIGHTS = """
    attachment        SIUDT  SI    S     -     S
    attendance        SIUDT  SIU   SIU   SIU   S
    attendance_mark   SI     SI    SI    SI    S
    certificate       SIUDT  SIu   S     -     S
    certificate_exception SIUDT SIUD S   -     S
    change_counter    SIUDT  Su    Su    Su    S
    checkpoint        SI     SI    SI    -     S
    door_event        SIUDT  SID   S     S     S
    event             SIUDT  SIUD  S     S     S
    event_rule        SI     SI    S     S     S
    event_role        SIUDT  SIUD  S     -     S
    event_session     SIUDT  SIUD  S     S     S
    exchange_conflict SIUDT  SID   S     -     S
    exchange_version  SIUDT  SIUD  S     -     S
    import_batch      SIUDT  SIU   -     -     S
    import_row        SIUDT  SIu   -     -     S
    institution       SIUDT  SIUD  S     S     S
    journal           SIUDT  SIu   SIu   SIu   S
    journal_change    SIUDT  SIu   SI    -     S
    journal_shared    SIUDT  SI    SI    SI    S
    ledger_field      SIUDT  SID   SI    -     S
    ledger_head       SIUDT  SIU   SIU   -     S
    ledger_record     SI     SI    SI    -     S
    mandate           SIUDT  SIUD  SIU   -     S
    number_series     SIUDT  SIUD  S     -     S
    participant       SIUDT  SIUD  SIU   Su    S
    person            SIUDT  SIUD  SIU   s     S
    person_apart      SIUDT  SIUD  S     -     S
    person_merged     SIUDT  SIUD  S     -     S
    person_number     SIUDT  SIUD  SI    -     S
    pledge            SI     SI    SI    -     S
    pledge_act        SI     SI    SI    -     S
    pledge_text       SIUDT  SI    S     -     S
    pledge_witness    SIUDT  SI    SI    -     S
    pledge_wording    SI     SI    SI    -     S
    reported_attendance SIUDT SIUD S     -     S
    roster_mapping    SIUDT  SIUD  -     -     S
    roster_meaning    SIUDT  SIUD  -     -     S
    scan_log          SI     SI    SI    SI    S
    session_closing   SI     SI    S     S     S
    setting           SIUDT  SIU   S     S     S
    signatory         SIUDT  SIUD  S     -     S
    signing_key       SIUDT  SI    S     S     S
    trusted_key       SIUDT  SI    S     -     S
    unit              SIUDT  SIUD  SIU   S     S
    unit_alias        SIUDT  SIUD  S     S     S
    writer            SIUDT  Su    Su    Su    S
"""
UNDO = "undone_by undo_of"
COLUMNS = {
    ("office", "certificate"): "revoked_at revoke_reason face",
    ("office", "import_row"): "written person_before participant_before",
    ("office", "journal"): f"{UNDO} detail",
    ("office", "journal_change"): "before after",
    ("desk", "journal"): UNDO,
    ("door", "journal"): UNDO,
    ("door", "participant"): "state state_at",
    ("door", "person"): "id number number_kind prefix name suffix name_key grade position unit_id removed_at",
    **{(role, "writer"): "grip" for role in ROLES},
    **{(role, "change_counter"): "commits" for role in ROLES},
}
# What a statement comes to, without leaving anything behind.
TRY = """
DO $do$
DECLARE
  line TEXT;
BEGIN
  FOREACH line IN ARRAY $all${%s}$all$::text[] LOOP
    BEGIN
      EXECUTE line;
      RAISE EXCEPTION USING ERRCODE = 'ZZ000';
    EXCEPTION
      WHEN insufficient_privilege THEN RAISE NOTICE '-';
      WHEN raise_exception THEN RAISE NOTICE '!';
      WHEN sqlstate 'ZZ000' OR integrity_constraint_violation OR feature_not_supported THEN RAISE NOTICE '+';
    END;
  END LOOP;
END $do$;
"""


class Office:
    """A cluster with the sample in a shared database, its roles, and a login of each."""

    def __init__(self, cluster):
        self.cluster = cluster
        cluster.make_database("kantor")
        with Desk() as desk:
            desk.one("db", "init", "--sample")
            desk.one("db", "copy", "--to", cluster.uri("kantor"))
        self.run_script()
        for role in ROLES:
            self.sql(f"CREATE ROLE orang_{role} LOGIN IN ROLE ikrar_{role}")

    def run_script(self, database="kantor"):
        script = subprocess.run([PROGRAM, "db", "roles"], check=True, capture_output=True, text=True)
        self.psql("ikrar", script.stdout, database=database)

    def uri(self, login, database="kantor"):
        return self.cluster.uri(database).replace("ikrar@", f"{login}@")

    def psql(self, login, script, check=True, database="kantor"):
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.uri(login, database)],
                              input=f"SET search_path = ikrar, pg_catalog;\n{script}", capture_output=True, text=True)
        assert not check or done.returncode == 0, done.stderr
        return done if not check else done.stdout.strip() or done.stderr

    def sql(self, script):
        return self.psql("ikrar", script)

    def desk(self, login):
        desk = Desk()
        desk.database = self.uri(login)
        return desk

    def try_all(self, role, statements):
        """A sign for each: + allowed, - no right, ! refused by the guard of an append-only table."""
        array = ",".join('"' + line.replace('"', '\\"') + '"' for line in statements)
        told = self.psql(f"orang_{role}", f"SET client_min_messages = notice;\n{TRY % array}")
        return re.findall(r"NOTICE:  (.)", told)


def expected():
    for line in RIGHTS.strip().splitlines():
        table, *rights = line.split()
        for role, letters in zip(ROLES, rights):
            yield role, table, letters


def columns_of(office):
    lines = office.sql("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'ikrar'")
    found = {}
    for table, column in (line.split("|") for line in lines.splitlines()):
        found.setdefault(table, []).append(column)
    return found


def attempts(table, columns):
    """Statements by letter; those by column try each one alone."""
    for column in columns:
        yield "S", column, f"SELECT {column} FROM {table} WHERE false"
        yield "U", column, f"UPDATE {table} SET {column} = NULL WHERE false"
    yield "I", None, f"INSERT INTO {table} ({columns[0]}) SELECT NULL WHERE false"
    yield "D", None, f"DELETE FROM {table} WHERE false"
    yield "T", None, f"TRUNCATE {table}"


def is_allowed(role, table, letters, letter, column):
    limited = letter.lower() in letters and column in COLUMNS[role, table].split()
    return letter in letters or limited


def every_right_is_as_written():
    columns = columns_of(OFFICE)
    assert sorted({table for _, table, _ in expected()}) == sorted(columns), "a table has no line in RIGHTS"
    for role in ROLES:
        tries = [(table, letters, *attempt) for each, table, letters in expected() if each == role
                 for attempt in attempts(table, columns[table])]
        signs = OFFICE.try_all(role, [attempt[-1] for attempt in tries])
        assert len(signs) == len(tries)
        for sign, (table, letters, letter, column, statement) in zip(signs, tries):
            wanted = is_allowed(role, table, letters, letter, column)
            assert (sign == "+") == wanted, (role, statement, sign, letters)


def sealed_tables_refuse_even_the_superuser():
    for table in ("attendance_mark", "pledge", "pledge_act", "pledge_wording", "ledger_record", "checkpoint",
                  "scan_log", "event_rule", "session_closing"):
        for statement in (f"DELETE FROM {table} WHERE false", f"TRUNCATE {table} CASCADE"):
            refused = OFFICE.psql("ikrar", statement, check=False)
            assert refused.returncode != 0 and "append-only" in refused.stderr, (statement, refused.stderr)


def may_run(role, is_wanted):
    """Plans the program's own statements with a role's rights; gives how many."""
    script = []
    for path in sorted((ROOT / "resources/sql").glob("*.sql")):
        for name, text in re.findall(r"-- name: (\w+)\n(.*?)(?=-- name:|\Z)", path.read_text(), re.S):
            text = re.sub(r"^--.*", "", text, flags=re.M).replace("{LOCK}", "FOR UPDATE").replace("{INT}", "BIGINT")
            count = max(map(int, re.findall(r"\$(\d+)", text)), default=0)
            values = f"({', '.join(['NULL'] * count)})" if count else ""
            if is_wanted(name):
                script.append(f"PREPARE {name} AS {text};\nEXPLAIN EXECUTE {name}{values};\n")
    done = OFFICE.psql(f"orang_{role}", "\\set ON_ERROR_STOP off\n" + "".join(script), check=False)
    assert done.stderr == "", done.stderr
    return len(script)


def office_may_run_every_statement():
    assert may_run("office", lambda name: True) > 100


# What a replica is filled with, and what is carried back from it (src/store/event-replica*.c).
FOLLOWED = {"unit_list_event", "event_get", "event_session_list", "event_replica_people",
            "event_replica_participants", "event_replica_keys", "event_replica_seen",
            "event_replica_marks_event", "event_replica_mark_get", "event_replica_mark_ids",
            "merge_journal_insert", "merge_journal_undone", "merge_note_shared",
            "merge_mark_by_nonce", "merge_place", "attendance_marks_of", "attendance_mark_insert",
            "attendance_put", "attendance_summary_put", "participant_lock", "participant_event"}
BROUGHT = {"event_replica_person", "person_by_number", "person_put", "participant_put",
           "participant_of_person", "participant_by_number", "participant_last_number", "unit_by_key",
           "unit_put", "journal_insert", "journal_change_insert"}


def door_may_follow_its_event():
    assert may_run("door", FOLLOWED.__contains__) == len(FOLLOWED)


def desk_may_follow_and_bring_guests():
    names = FOLLOWED | BROUGHT
    assert may_run("desk", names.__contains__) == len(names)


def script_may_run_again():
    OFFICE.run_script()


def nobody_else_gets_in():
    OFFICE.sql("CREATE ROLE orang_luar LOGIN")
    done = OFFICE.psql("orang_luar", "SELECT 1", check=False)
    assert done.returncode != 0 and "permission denied for database" in done.stderr, done.stderr


def key_of_backups_is_the_offices():
    OFFICE.sql("INSERT INTO setting VALUES ('backup-key', 'rahasia') ON CONFLICT DO NOTHING")
    for role in ("desk", "door", "read"):
        assert OFFICE.psql(f"orang_{role}", "SELECT count(*) FROM setting WHERE name = 'backup-key'") == "0", role
    assert OFFICE.psql("orang_office", "SELECT count(*) FROM setting WHERE name = 'backup-key'") == "1"
    OFFICE.sql("DELETE FROM setting WHERE name = 'backup-key'")


def two_events():
    """The event with most people on its roster, and another one with people."""
    found = OFFICE.sql("SELECT event_id FROM participant GROUP BY event_id ORDER BY count(*) DESC LIMIT 2").split()
    assert len(found) == 2
    return found


def door_reads_only_its_event():
    own, other = two_events()
    with OFFICE.desk("orang_office") as office:
        office.one("person", "add", "--name", "Tidak Diundang")
    OFFICE.psql("orang_office", f"DELETE FROM door_event; INSERT INTO door_event VALUES ('orang_door', {own})")
    for table, condition in {
            "event": f"id = {own}", "event_session": f"event_id = {own}", "participant": f"event_id = {own}",
            "journal": f"event_id = {own}",
            "person": f"id IN (SELECT person_id FROM participant WHERE event_id = {own})",
            "attendance": f"participant_id IN (SELECT id FROM participant WHERE event_id = {own})",
            "attendance_mark": f"participant_id IN (SELECT id FROM participant WHERE event_id = {own})"}.items():
        seen = OFFICE.psql("orang_door", f"SELECT {'id' if table != 'attendance' else 'participant_id'} FROM {table}")
        column = "participant_id" if table == "attendance" else "id"
        there = OFFICE.sql(f"SELECT {column} FROM {table} WHERE {condition}")
        assert sorted(seen.split()) == sorted(there.split()), table
        assert OFFICE.sql(f"SELECT count(*) FROM {table} WHERE NOT ({condition})") != "0", table
    for attack in (f"SET ikrar.event = {other}; SELECT count(*) FROM participant WHERE event_id = {other}",
                   f"SELECT count(*) FROM door_event WHERE event_id = {other}"):
        assert OFFICE.psql("orang_door", attack) == "0", attack
    for attack in ("SET ROLE ikrar_office", "SET SESSION AUTHORIZATION orang_office",
                   "SET row_security = off; SELECT count(id) FROM person", f"INSERT INTO door_event VALUES ('orang_door', {other})"):
        assert OFFICE.psql("orang_door", attack, check=False).returncode != 0, attack


def door_writes_only_for_its_event():
    own, other = two_events()
    for event, welcome in ((own, True), (other, False)):
        participant, session = OFFICE.sql(
            f"SELECT (SELECT min(id) FROM participant WHERE event_id = {event}), min(id) FROM event_session WHERE event_id = {event}").split("|")
        journal = f"INSERT INTO journal VALUES (77, 1, 'x', 'x', 'x', {event}, 0, '', '\\x77', 0, 0)"
        mark = (f"INSERT INTO attendance_mark VALUES (78, {participant}, {session}, 'H', 1, 'x', 'scan', '', 0, "
                f"(SELECT min(id) FROM journal), '\\x78')")
        for statement in (journal, mark):
            done = OFFICE.psql("orang_door", f"BEGIN; {statement}; ROLLBACK", check=False)
            assert (done.returncode == 0) == welcome, (statement, done.stderr)
            assert welcome or "row-level security" in done.stderr, done.stderr


def door_checks_in_for_its_event():
    own, other = two_events()
    with OFFICE.desk("orang_office") as office, OFFICE.desk("orang_door") as door:
        codes = {event: list(office.codes(event).values())[:3] for event in (own, other)}
        OFFICE.sql(f"UPDATE event SET start_at = start_at + 1000000000000, end_at = end_at + 1000000000000 WHERE id IN ({own}, {other})")
        said = [line["verdict"] for line in door.lines("checkin", "--event", own, stdin="\n".join(codes[own] * 2))]
        assert set(said[:3]) <= {"welcome", "already"} and said[3:] == ["already"] * 3, said
        refused = door.lines("checkin", "--event", own, status=1, stdin=codes[other][0])
        assert refused[0]["verdict"] == "not-in-event", refused
        door.fails("checkin", "--event", other, status=3, stdin=codes[other][0])
        door.fails("person", "list", status=3)
        door.fails("event", "add", "--title", "T", "--kind", "sosialisasi", "--zone", "WIB", "--start",
                   "2026-11-26T08:30", "--end", "2026-11-26T12:00", "--place", "P", status=3)


def desk_works_and_deletes_nothing():
    own, _ = two_events()
    with OFFICE.desk("orang_desk") as desk:
        person = desk.one("person", "add", "--name", "Tamu Tanpa Undangan", "--unit", "Dinas Baru")
        guest = desk.one("participant", "add", "--event", own, "--person", person["id"])["id"]
        desk.one("mark", "--event", own, "--participant", guest, "--status", "H")
        desk.lines("pledge", "sign", "--event", own, "--participant", guest)
        desk.fails("person", "erase", person["id"], "--reason", "x", status=3)
        desk.fails("event", "edit", own, "--title", "Lain", status=3)
        desk.one("ledger", "verify")


def reader_reads():
    own, _ = two_events()
    with OFFICE.desk("orang_read") as reader:
        assert reader.lines("participant", "list", "--event", own)
        reader.one("ledger", "verify")
        reader.fails("person", "add", "--name", "Siapa Saja", status=3)
        participant = OFFICE.sql(f"SELECT min(id) FROM participant WHERE event_id = {own}")
        reader.fails("mark", "--event", own, "--participant", participant, "--status", "H", status=3)


def office_moves_a_database_in():
    """Where row security holds, rows go another way than by COPY."""
    OFFICE.cluster.make_database("baru")
    moved = OFFICE.cluster.uri("baru")
    with Desk() as desk:
        desk.database = moved
        desk.one("db", "init")
    OFFICE.run_script("baru")
    with Desk() as desk:
        desk.one("db", "init", "--sample")
        proof = desk.one("ledger", "verify")
        done = desk.one("db", "copy", "--without-keys", "--to", moved.replace("ikrar@", "orang_office@"))
        assert done["root"] == proof["root"], done
        back = desk.path("back.db")
        desk.database = moved.replace("ikrar@", "orang_office@")
        desk.one("db", "backup", back)
        desk.database = back
        assert desk.one("ledger", "verify") == proof


def office_does_all_of_it():
    with OFFICE.desk("orang_office") as office:
        event = office.add_event()
        office.raw("roster", "import", SAMPLE / "roster.xlsx", "--event", event)
        batch = office.lines("roster", "import", SAMPLE / "roster.xlsx", "--event", office.add_event(), status=1)[-1]
        assert batch["summary"]["imported"] > 10, batch
        people = office.add_people(event, 3)
        office.one("mark", "--event", event, "--participant", people[0], "--status", "H")
        office.one("participant", "withdraw", people[1])
        office.lines("ledger", "checkpoint")
        person = office.one("person", "add", "--name", "Salah Tulis")
        office.one("person", "erase", person["id"], "--reason", "permintaan")
        office.one("ledger", "verify")


with Cluster() as cluster:
    folder = Desk()
    with folder:
        os.environ["XDG_DATA_HOME"] = str(folder.folder)
        OFFICE = Office(cluster)
        main([every_right_is_as_written, sealed_tables_refuse_even_the_superuser, office_may_run_every_statement,
              door_may_follow_its_event, desk_may_follow_and_bring_guests, script_may_run_again, nobody_else_gets_in, key_of_backups_is_the_offices, door_reads_only_its_event,
              door_writes_only_for_its_event, door_checks_in_for_its_event, desk_works_and_deletes_nothing,
              reader_reads, office_moves_a_database_in, office_does_all_of_it])
