# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups and what stands in the way of a database: through the window, with real files."""

import hashlib
import os
import shutil
import sqlite3

from harness import Program, run, wait

PASSPHRASE = "kata sandi panjang"
REFUSED = "The Database Cannot Be Opened"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def add_event(program, title):
    program.act("win.new-event")
    dialog = program.window("New Event")
    dialog.find("push button", "Create").wait_sensitive()
    dialog.find("text", "Title").type(title)
    dialog.find("text", "Day").type("7/11/2026")
    dialog.find("text", "Starts At").type("8:30")
    dialog.find("push button", "Create").click()
    program.wait_closed("New Event")
    program.wait_row("SELECT 1 FROM event WHERE title = ?", title)


def back_up(program, path, passphrase=None):
    program.act("win.back-up")
    question = program.frame.question()
    question.find("push button", "With Passphrase…" if passphrase else "Without Passphrase…").click()
    if passphrase:
        program.frame.question().find("label", "Passphrase of the Backup")
        entries = wait(lambda: [text for text in program.frame.question().find_all("text")
                                + program.frame.question().find_all("password text")
                                if text.name.startswith("Passphrase")], "the passphrase")
        ok = program.frame.question().find("push button", "Continue")
        assert not ok.is_sensitive
        for entry in entries:
            entry.type(passphrase)
        ok.click()
    program.answer_chooser("Back Up", path)
    program.find("label", f"Backed up and verified: {path.name}")
    wait(path.exists, "no backup")


def make_backup(program):
    """What the program itself puts there at the end of a day."""
    program.close()
    folder = program.database.parent / "backups"
    backups = sorted(folder.glob("ikrar-*.db"))
    assert backups, "no backup was made when the window closed"
    return backups[-1]


def restart(program):
    program.start()


def count_events(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT COUNT(*) FROM event").fetchone()[0]


def test_a_plain_backup_is_a_verified_database():
    with Program(sample=True) as program:
        target = program.folder / "cadangan.db"
        back_up(program, target)
        assert count_events(target) == program.query("SELECT COUNT(*) FROM event")[0][0]
        assert target.stat().st_mode & 0o777 == 0o600
        assert not list(program.folder.glob("*.part"))


def test_a_sealed_backup_is_closed_to_everybody_else():
    with Program(sample=True) as program:
        target = program.folder / "cadangan.ikrb"
        back_up(program, target, PASSPHRASE)
        assert b"SQLite" not in target.read_bytes() and b"Mandala" not in target.read_bytes()


def refuse(damage, message):
    """A database that is no good is left as it is, and the newest good backup is offered."""
    with Program(sample=True) as program:
        backup = make_backup(program)
        expected = count_events(backup)
        damage(program.database)
        before = digest(program.database)
        restart(program)
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
        restart(program)
        program.find("label", REFUSED, seen=True)
        program.find("label", "There is no good backup beside it.", seen=True)
        assert not program.frame.find_all("push button", "Restore the Newest Backup…", seen=True)


def restore_from_data_page(program):
    program.act("win.preferences")
    window = program.window("Preferences")
    window.find("page tab", "Data").click()
    window.find("push button", lambda name: name.startswith("Restore the Backup of")).click()
    question = window.question()
    question.find("label", lambda name: "events" in name and "last changed" in name)
    program.screenshot("restore", question)
    return window, question


def test_what_was_there_can_be_had_back():
    with Program(sample=True) as program:
        backup = make_backup(program)
        restart(program)
        add_event(program, "Apel Sesudah Cadangan")
        window, question = restore_from_data_page(program)
        question.find("push button", "Restore").wait_sensitive().click()
        window.find("label", "Restored. What was there before is kept beside the database.")
        assert count_events(program.database) == count_events(backup)
        assert program.query("SELECT 1 FROM event WHERE title = 'Apel Sesudah Cadangan'") == []
        window.find("label", lambda name: name.endswith("before a restore"))
        window.act("window.close")
        program.wait_closed("Preferences")


def test_a_second_program_sees_changes_and_stops_a_restore():
    with Program(sample=True) as program:
        make_backup(program)
        restart(program)
        before = program.query("SELECT COUNT(*) FROM event")[0][0]
        with Program() as second:
            second.close()
            second.database = program.database
            second.start()
            add_event(second, "Apel Meja Kedua")
            program.find("label", str(before + 1))
            window, question = restore_from_data_page(program)
            question.find("push button", "Restore").wait_sensitive().click()
            refusal = window.question()
            refusal.find("label", lambda name: "is open in another window or program" in name)
            refusal.find("push button", "Close").click()
            assert program.query("SELECT COUNT(*) FROM event")[0][0] == before + 1
            window.act("window.close")
            program.wait_closed("Preferences")


run(globals())
