# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of backups share."""

import hashlib
import sqlite3


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def count_events(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT COUNT(*) FROM event").fetchone()[0]


def make_backup(program):
    """What the program itself puts there at the end of a day."""
    program.close()
    folder = program.database.parent / "backups"
    backups = sorted(folder.glob("ikrar-*.db"))
    assert backups, "no backup was made when the window closed"
    return backups[-1]
