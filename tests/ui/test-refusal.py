# SPDX-License-Identifier: GPL-3.0-or-later
"""Databases that cannot be used: left as they are, and the newest backup is offered."""

import os
import shutil
import sqlite3

from backups import count_events, digest, make_backup
from harness import Program, run, wait

REFUSED = "The Database Cannot Be Opened"


def refuse(damage, message):
    """A database that is no good is left as it is, and the newest good backup is offered."""
    with Program(sample=True) as program:
        backup = make_backup(program)
        expected = count_events(backup)
        damage(program.database)
        before = digest(program.database)
        program.start()
        program.find("label", REFUSED, seen=True)
        program.find("label", lambda name: message in name, seen=True)
        offer = program.find("push button", "Restore the Newest Backup…", seen=True)
        assert digest(program.database) == before, "the refused file was changed"
        program.screenshot(damage.__name__)
        offer.click()
        question = program.frame.question()
        question.find("label", backup.name)
        program.screenshot(damage.__name__ + "-question")
        question.find("push button", "Restore").wait_sensitive().click()
        program.find("label", "Restored. What was there before is kept beside the database.")
        program.find("label", REFUSED)
        wait(lambda: not program.frame.find_all("label", REFUSED, seen=True), "still refused")
        assert count_events(program.database) == expected
        kept = program.database.with_name(program.database.name + ".before-restore")
        assert digest(kept) == before, "what was there is not kept"


def cut_off(path):
    with open(path, "r+b") as file:
        file.truncate(os.path.getsize(path) // 2)


def of_another_application(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE lain (nama TEXT)")


def of_the_future(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9000")
        connection.execute("PRAGMA journal_mode = DELETE")


def text(path):
    path.write_text("ini bukan basis data\n" * 100)


def test_a_damaged_database_is_refused_and_the_backup_offered():
    refuse(cut_off, "damaged")


def test_a_database_of_another_application_is_refused():
    refuse(of_another_application, "is not a database of Ikrar")


def test_a_newer_database_is_refused():
    refuse(of_the_future, "was made by a newer version of Ikrar")


def test_a_file_that_is_no_database_is_refused():
    refuse(text, "is not a database of Ikrar")


def test_without_a_backup_nothing_is_offered():
    with Program() as program:
        program.close()
        shutil.rmtree(program.database.parent / "backups", ignore_errors=True)
        text(program.database)
        program.start()
        program.find("label", REFUSED, seen=True)
        program.find("label", "There is no good backup beside it.", seen=True)
        assert not program.frame.find_all("push button", "Restore the Newest Backup…", seen=True)


run(globals())
