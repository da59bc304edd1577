# SPDX-License-Identifier: GPL-3.0-or-later
"""What desks do with a PostgreSQL server, beside the same asked of the server barely. The server
is a throw-away one, with every commit synced to the disk, in the folder for temporary files."""

import contextlib
import graphlib
import os
import pathlib
import re
import sys
import time

from measure import Result, Row, run

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/store"))

from cluster import Cluster  # noqa: E402  (its folder must be known first)

DESKS = 16
SCANS = 400  # of each desk
MACROS = {"{LOCK}": "FOR NO KEY UPDATE"}
NONCE = "int8send(:mark) || int8send(:journal)"
VARIABLES = [
    r"\set i :i + 1",
    rf"\set participant :client_id * {SCANS} + :i",
    r"\set mark random(1, 9000000000000000000)",
    r"\set journal random(1, 9000000000000000000)",
    r"\set at 1730937600000 + :i",
]
# What a check-in asks the server, in its order: a named statement with its values, or plain SQL.
CHECK_IN = [
    ("participant_get", ":participant"),
    ("event_session_first", ":event"),
    "BEGIN",
    ("journal_insert", ":journal", ":at", "'bench'", "'Meja'", "'attendance.check-in'", ":event",
     ":participant", "''", NONCE),
    ("participant_lock", ":participant"),
    ("attendance_get", ":participant", ":session"),
    ("attendance_mark_insert", ":mark", ":participant", ":session", "'H'", ":at", "'Meja'",
     "'scan'", "''", "0", ":journal", NONCE),
    ("attendance_put", ":participant", ":session", "'H'", ":at", "'Meja'", "''", ":mark"),
    ("attendance_of_participant", ":participant"),
    ("attendance_summary_put", ":participant", "'H'", ":at"),
    "UPDATE change_counter SET commits = commits + 1 WHERE slot = :client_id",
    "COMMIT",
]


def named_statements():
    found = {}
    for path in (ROOT / "resources/sql").glob("*.sql"):
        for block in re.split(r"^-- name: ", path.read_text(), flags=re.M)[1:]:
            name, text = block.split("\n", 1)
            lines = [line for line in text.splitlines() if not line.startswith("--")]
            found[name.strip()] = " ".join(lines).strip()
    return found


def script():
    """A transaction of pgbench that is a check-in."""
    statements = named_statements()
    lines = list(VARIABLES)
    for part in CHECK_IN:
        if not isinstance(part, str):
            name, *values = part
            part = re.sub(r"\$(\d+)", lambda match: values[int(match.group(1)) - 1],
                          statements[name])
        for macro, text in MACROS.items():
            part = part.replace(macro, text)
        lines.append(f"{part};")
    return "\n".join(lines) + "\n"


@contextlib.contextmanager
def copy_of(cluster, origin):
    """A database for one run, and a server that has written down what came before."""
    cluster.run(f"CREATE DATABASE arena TEMPLATE {origin}")
    cluster.run("CHECKPOINT")
    yield cluster.uri("arena")
    cluster.run("DROP DATABASE arena WITH (FORCE)")


def make_people(ground, cluster):
    uri = cluster.make_database("people")
    run([ground.programs / "check-in", "make", uri, DESKS * SCANS])
    # pgbench can count, but knows no ids.
    cluster.run("BEGIN; SET LOCAL session_replication_role = replica; "
                "UPDATE ikrar.participant SET id = number; COMMIT", "people")
    cluster.run("VACUUM FULL ANALYZE", "people")


def check_in_by_ikrar(ground, uri):
    output, whole = run([ground.programs / "check-in", uri, DESKS, SCANS])
    seconds, work = map(float, output.split()[1:3])
    return Result(seconds, work, whole.memory)


def check_in_by_pgbench(cluster, uri, path):
    event = cluster.run("SELECT id FROM ikrar.event", "arena")
    session = cluster.run("SELECT id FROM ikrar.event_session", "arena")
    output, whole = run([cluster.binaries / "pgbench", "-n", "-M", "prepared", "-c", DESKS, "-j", "2",
                         "-t", SCANS, "-D", f"event={event}", "-D", f"session={session}", "-D", "i=0",
                         "-f", path, uri],
                        environment={**os.environ, "PGOPTIONS": "-c search_path=ikrar"})
    rate = float(re.search(r"^tps = ([0-9.]+)", output, re.M).group(1))
    return Result(DESKS * SCANS / rate, None, whole.memory)


def check_ins(ground, cluster):
    path = pathlib.Path(cluster.folder, "check-in.sql")
    path.write_text(script())
    make_people(ground, cluster)
    own, rival = [], []
    for _ in range(ground.rounds):
        with copy_of(cluster, "people") as uri:
            own.append(check_in_by_ikrar(ground, uri))
        with copy_of(cluster, "people") as uri:
            rival.append(check_in_by_pgbench(cluster, uri, path))
            assert_all_came(cluster)
    return Row(f"{DESKS * SCANS:,} check-ins by {DESKS} desks at once, on a server", own, rival,
               ratio_limit=2)


def assert_all_came(cluster):
    count = cluster.run("SELECT count(*) FROM ikrar.attendance_mark", "arena")
    if int(count) != DESKS * SCANS:
        sys.exit(f"{count} check-ins instead of {DESKS * SCANS}")


def tables_in_order(cluster, database):
    """The tables that have rows, those that others refer to first."""
    needs = {name: set() for name in cluster.run(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'ikrar'", database).split()}
    for line in cluster.run("SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint "
                            "WHERE contype = 'f' AND conrelid <> confrelid", database).splitlines():
        table, other = (name.removeprefix("ikrar.") for name in line.split("|"))
        needs[table].add(other)
    return list(graphlib.TopologicalSorter(needs).static_order())


def load_by_copy(cluster, tables):
    copies = "".join(f"COPY ikrar.{table} FROM '{cluster.folder}/{table}.rows' (FORMAT binary);"
                     for table in tables)
    started = time.monotonic()
    cluster.run(f"BEGIN; {copies} COMMIT", "arena")
    return Result(time.monotonic() - started, None, None)


def keep_rows(cluster, database):
    """Writes the rows of all tables into files, and leaves the tables empty."""
    tables = tables_in_order(cluster, database)
    for table in tables:
        cluster.run(f"COPY ikrar.{table} TO '{cluster.folder}/{table}.rows' (FORMAT binary)",
                    database)
    cluster.run("BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE TABLE "
                + ", ".join(f"ikrar.{table}" for table in tables) + "; COMMIT", database)
    return tables


def loading(ground, cluster):
    command = [ground.programs / "import-roster", ground.roster()]
    run([*command, cluster.make_database("loaded")])
    tables = keep_rows(cluster, "loaded")
    own, rival = [], []
    for _ in range(ground.rounds):
        with copy_of(cluster, "template0") as uri:
            own.append(run([*command, uri])[1])
        with copy_of(cluster, "loaded"):
            rival.append(load_by_copy(cluster, tables))
    return Row("Import of a roster, on a server", own, rival, ratio_limit=2)


def shared(ground):
    with Cluster(durable=True) as cluster:
        os.environ["XDG_DATA_HOME"] = os.path.join(cluster.folder, "home")
        yield check_ins(ground, cluster)
        yield loading(ground, cluster)
