# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that enters and edits an event."""

import sqlite3

from harness import Program, run

HOUR = 60 * 60 * 1000
# 21.00 WITA on 7 November 2026
EVENING = 1794056400000
BRIEFING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"


def open_new(program):
    program.act("win.new-event")
    dialog = program.window("New Event")
    dialog.find("push button", "Create").wait_sensitive()
    return dialog


def open_edit(program, title=BRIEFING):
    program.show_page("Events")
    program.find("list item", title, seen=True).click_pointer()
    program.wait_event(title)
    program.find("filler", "IkrarEventPage").act("event.edit")
    dialog = program.window("Edit Event")
    dialog.find("push button", "Save").wait_sensitive()
    return dialog


def save(dialog, button="Save"):
    dialog.find("push button", button).click()


def test_a_new_event_is_created_and_shown():
    with Program() as program:
        dialog = open_new(program)
        dialog.find("text", "Title").type("Apel Netralitas")
        dialog.find("text", "Day").type("7/11/2026")
        dialog.find("text", "Starts At").type("8:30")
        dialog.find("text", "Place").type("Halaman Kantor Bupati")
        program.screenshot("new", dialog)
        save(dialog, "Create")
        program.wait_closed("New Event")
        program.wait_event("Apel Netralitas")
        # 08.30 WITA is 00.30 UTC.
        row = program.wait_row("SELECT title, kind, place, zone, state, start_at, end_at FROM event")
        assert row == ("Apel Netralitas", "sosialisasi", "Halaman Kantor Bupati", "WITA", "draft",
                       1794011400000, 0), row
        assert program.query("SELECT COUNT(*) FROM event_session") == [(1,)]


def test_the_rules_of_attendance_are_entered():
    with Program(sample=True) as program:
        dialog = open_edit(program)
        dialog.find("spin button", "Hours for a Certificate (%)").scroll_to()
        dialog.find("spin button", "Hours for a Certificate (%)").click_pointer()
        program.xdotool("key", "ctrl+a")
        program.xdotool("type", "80")
        program.xdotool("key", "Tab")
        program.screenshot("rules", dialog)
        save(dialog)
        program.wait_closed("Edit Event")
        assert program.wait_row("SELECT late_after, share FROM event_rule") == (-1, 80)


def test_what_is_missing_is_said_at_its_field():
    with Program() as program:
        dialog = open_new(program)
        save(dialog, "Create")
        dialog.find("text", "Give the event a title")
        dialog.find("text", "Enter the day")
        dialog.find("text", "Write the time like 08.30")
        program.screenshot("missing", dialog)
        dialog.find("text", "Give the event a title").type("Apel")
        dialog.find("text", "Title")
        assert program.query("SELECT COUNT(*) FROM event") == [(0,)]
        program.discard(dialog)


def test_an_end_before_the_start_is_refused():
    with Program() as program:
        dialog = open_new(program)
        dialog.find("text", "Title").type("Apel")
        dialog.find("text", "Day").type("7 November 2026")
        dialog.find("text", "Starts At").type("08.30")
        dialog.find("text", "Ends At (Empty for an Open End)").type("07.30")
        save(dialog, "Create")
        dialog.find("text", "The event ends before it starts").type("10.00")
        save(dialog, "Create")
        program.wait_closed("New Event")
        assert program.wait_row("SELECT end_at - start_at FROM event") == (90 * 60000,)


def test_days_and_times_are_written_as_papers_print_them():
    with Program() as program:
        dialog = open_new(program)
        day = dialog.find("text", "Day")
        day.click_pointer().type("sabtu, 07-11-2026")
        start = dialog.find("text", "Starts At")
        start.click_pointer().type("730")
        day.wait_text("7 November 2026")
        program.key(dialog, "Tab")
        start.wait_text("07.30")
        day.type("32 November 2026")
        program.key(dialog, "shift+Tab", "shift+Tab", "shift+Tab")
        start.click_pointer()
        dialog.find("text", "Write the day like 7 November 2026 or 7/11/2026")
        program.discard(dialog)


def test_an_untouched_form_closes_without_a_question():
    with Program(sample=True) as program:
        dialog = open_edit(program)
        program.key(dialog, "Escape")
        program.wait_closed("Edit Event")
        open_new(program)
        program.window("New Event").find("push button", "Cancel").click()
        program.wait_closed("New Event")


def test_what_was_entered_is_not_lost_without_a_question():
    with Program() as program:
        dialog = open_new(program)
        dialog.find("text", "Theme").type("ASN Netral")
        program.key(dialog, "Escape")
        dialog.question().find("push button", "Keep Editing").click()
        assert dialog.find("text", "Theme").text == "ASN Netral"
        program.discard(dialog)
        assert program.query("SELECT COUNT(*) FROM event") == [(0,)]


def test_an_event_is_saved_with_its_parts_and_undone_at_once():
    with Program(sample=True) as program:
        before = parts_of(program)
        dialog = open_edit(program)
        dialog.find("text", "Title").type("Sosialisasi Netralitas")
        dialog.find_all("push button", "Remove This Role")[1].click()
        dialog.find("push button", "Add Session").click()
        dialog.find("list item", "Sesi 3")
        save(dialog)
        program.wait_closed("Edit Event")
        title, roles, sessions = parts_of(program)
        assert (title, roles, sessions) == ("Sosialisasi Netralitas", before[1] - 1, before[2] + 1)
        program.find("push button", "Undo", seen=True).click()
        program.find("label", "Undone", seen=True)
        assert parts_of(program) == before, parts_of(program)


def parts_of(program):
    return program.query(
        "SELECT title, (SELECT COUNT(*) FROM event_role WHERE event_id = event.id),"
        " (SELECT COUNT(*) FROM event_session WHERE event_id = event.id)"
        " FROM event WHERE state = 'running'")[0]


def test_a_session_with_attendance_cannot_go():
    with Program(sample=True) as program:
        dialog = open_edit(program)
        dialog.find_all("push button", "Remove This Session")[0].click()
        save(dialog)
        message = dialog.question()
        message.find("label", "A session in which attendance was taken cannot be removed.")
        message.find("push button", "Close").click()
        dialog.find("push button", "Save").wait_sensitive()
        program.discard(dialog)
        assert parts_of(program)[2] == 2


def times_of(program):
    return program.query(
        "SELECT s.start_at, s.end_at FROM event_session s JOIN event e ON e.id = s.event_id"
        " WHERE e.state = 'running' ORDER BY s.position")


def move(program, length, sessions):
    """Lets the event begin in the evening; lengths and times are hours from there."""
    with sqlite3.connect(program.database) as database:
        event = database.execute("SELECT id FROM event WHERE state = 'running'").fetchone()[0]
        database.execute("UPDATE event SET start_at = ?, end_at = ? WHERE id = ?",
                         (EVENING, EVENING + length * HOUR, event))
        for position, (start, end) in enumerate(sessions):
            database.execute("UPDATE event_session SET start_at = ?, end_at = ? WHERE event_id = ?"
                             " AND position = (SELECT MIN(position) FROM event_session"
                             " WHERE event_id = ?) + ?",
                             (EVENING + start * HOUR, EVENING + end * HOUR, event, event, position))
    database.close()


def test_sessions_past_midnight_keep_their_times():
    for length, sessions in ((4, ((0, 2), (2, 4))), (4, ((2, 4), (3, 4))),
                             (50, ((0, 44), (44, 50)))):
        program = Program(sample=True)
        move(program, length, sessions)
        before = times_of(program)
        with program:
            dialog = open_edit(program)
            dialog.find("text", "Title").type("Sosialisasi Malam")
            save(dialog)
            program.wait_closed("Edit Event")
            assert program.query("SELECT title FROM event WHERE state = 'running'") == [
                ("Sosialisasi Malam",)]
            assert times_of(program) == before, (times_of(program), before)


def test_the_pledge_goes_with_the_day():
    with Program() as program:
        dialog = open_new(program)
        assert dialog.find("text", "Year of the Election").text != "1970", "no day is no year"
        dialog.find("text", "Day").type("3 Maret 2027")
        dialog.find("text", "Starts At").type("08.00")
        dialog.find("text", "Year of the Election").wait_text("2027")
        dialog.find("text", "Election").type("Pilkada")
        text = dialog.find("label", lambda name: "kami berikrar" in name)
        assert "PADA PILKADA TAHUN 2027" in text.name, text.name
        assert "#" not in text.name
        program.discard(dialog)


def test_a_role_takes_a_capacity_out_of_the_post():
    with Program(sample=True) as program:
        dialog = open_edit(program)
        dialog.find("list item", "Wening Prameswari, S.H., M.H.").scroll_to().click_pointer()
        positions = dialog.find_all("text", "Position")
        positions[1].scroll_to().click_pointer().type("plt. Kepala Bagian Hukum")
        program.key(dialog, "Tab")
        positions[1].wait_text("Kepala Bagian Hukum")
        save(dialog)
        program.wait_closed("Edit Event")
        assert program.query("SELECT acting, position FROM event_role r JOIN event e ON"
                             " e.id = r.event_id WHERE e.state = 'running' AND r.kind = 'speaker'"
                             ) == [("Plt.", "Kepala Bagian Hukum")]


run(globals())
