# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a backup, from the preferences."""

from backups import count_events, make_backup
from harness import Program, run


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


def restore_from_data_page(program):
    program.act("win.preferences")
    window = program.window("Preferences")
    window.find("page tab", "Data").click()
    button = window.find("push button", lambda name: name.startswith("Restore the Backup of"))
    button.scroll_to().click_pointer()
    question = window.question()
    question.find("label", lambda name: "events" in name and "last changed" in name)
    program.screenshot("restore", question)
    return window, question


def test_what_was_there_can_be_had_back():
    with Program(sample=True) as program:
        backup = make_backup(program)
        program.start()
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
        program.start()
        program.show_page("Events")  # Before a window of the second lies over it.
        before = count_events(program.database)
        with Program() as second:
            second.close()
            second.command = program.command
            second.database = program.database
            second.start()
            add_event(second, "Apel Meja Kedua")
            program.find("list", "Events").find("label", "Apel Meja Kedua", seen=True)
            window, question = restore_from_data_page(program)
            question.find("push button", "Restore").wait_sensitive().click()
            refusal = program.window("The Backup Could Not Be Restored")
            refusal.find("label", lambda name: "is open in another window or program" in name)
            refusal.find("push button", "Close").click()
            assert count_events(program.database) == before + 1
            window.act("window.close")
            program.wait_closed("Preferences")


run(globals())
