# SPDX-License-Identifier: GPL-3.0-or-later
"""A database moves as a whole, or not at all."""

import sqlite3

from ikrarctl import Desk, digest, main


def contents(path):
    """Every table of a database file, its rows sorted."""
    with sqlite3.connect(path) as database:
        tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: sorted(database.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def sample_moves_with_proof_and_keys():
    with Desk() as desk:
        desk.one("db", "init", "--sample")
        before = desk.one("ledger", "verify")
        done = desk.one("db", "copy", "--to", desk.path("new.db"))
        assert done["keys"] and done["records"] == before["size"] and done["root"] == before["root"], done
        assert done["rows"] == sum(map(len, contents(desk.database).values())), done
        assert contents(desk.database) == contents(desk.path("new.db"))
        assert digest(f"{desk.database}.keys") == digest(desk.path("new.db.keys"))
        desk.database = desk.path("new.db")
        assert desk.one("ledger", "verify") == before
        desk.lines("ledger", "checkpoint")


def keys_stay_if_asked():
    with Desk() as desk:
        desk.one("db", "init", "--sample")
        assert not desk.one("db", "copy", "--to", desk.path("new.db"), "--without-keys")["keys"]
        assert not desk.path("new.db.keys").exists()


def data_is_never_overwritten():
    with Desk() as desk, Desk() as other:
        desk.one("db", "init", "--sample")
        other.one("db", "init")
        other.add_event()
        before = contents(other.database)
        desk.fails("db", "copy", "--to", other.database, status=3)
        desk.fails("db", "copy", "--to", desk.database, status=3)
        assert contents(other.database) == before
        assert not other.path("ikrar.db.keys").exists()


def bad_calls_change_nothing():
    with Desk() as desk:
        desk.fails("db", "copy", "--to", desk.path("new.db"), status=3)
        desk.one("db", "init")
        desk.fails("db", "copy", status=2)
        desk.fails("db", "copy", "--to", "", status=2)
        desk.fails("db", "copy", desk.path("new.db"), status=2)
        desk.fails("db", "copy", "--to", desk.path("nowhere/new.db"), status=3)
        desk.fails("db", "copy", "--to", "postgresql://someone:secret@localhost/new", status=3)
        assert not desk.path("new.db").exists()


main([sample_moves_with_proof_and_keys, keys_stay_if_asked, data_is_never_overwritten, bad_calls_change_nothing])
