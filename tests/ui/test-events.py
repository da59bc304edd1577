# SPDX-License-Identifier: GPL-3.0-or-later
"""The events, and what is done with a whole event."""

from harness import Program, run, wait

RUNNING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
DONE = "Bimtek Penilaian Kinerja Pegawai"


def show(program):
    program.show_page("Events")
    page = program.find("filler", "IkrarEventsPage")
    page.find("list item", RUNNING, seen=True)
    return page


def open_event(program, title=RUNNING):
    show(program).find("list item", title, seen=True).click_pointer()
    return program.wait_event(title)


def choose(program, page, item):
    """Takes an item of the event's menu."""
    menu = page.find_all("push button", "Event Menu") or page.find_all("toggle button", "Event Menu")
    menu[-1].click()
    program.find("menu item", item).click()


def titles(program):
    return {title for title, in program.query("SELECT title FROM event WHERE removed_at = 0")}


def test_events_are_found_by_title_place_and_year():
    found = [("bimtek", [DONE]), ("2026 netralitas ikrar", [RUNNING]), ("nowhere", [])]
    with Program(sample=True) as program:
        page = show(program)
        program.act("win.search")
        search = page.find("entry", "Title, place or year")
        for text, wanted in found:
            search.type(text)
            wait(lambda: [row.name for row in page.find_all("list item", seen=True)] == wanted,
                 f"“{text}” does not find {wanted}")
        page.find("label", "No Results", seen=True)


def test_a_new_event_is_entered_from_an_empty_list():
    with Program() as program:
        program.show_page("Events")
        page = program.find("filler", "IkrarEventsPage")
        page.find("label", "No Events Yet", seen=True)
        page.find_all("push button", "New Event", seen=True)[-1].click()
        dialog = program.window("New Event")
        dialog.find("push button", "Create").wait_sensitive()
        dialog.find("push button", "Cancel").click()
        program.wait_closed("New Event")


def test_an_event_is_edited_from_its_menu():
    with Program(sample=True) as program:
        page = open_event(program)
        choose(program, page, "Edit Event…")
        dialog = program.window("Edit Event")
        dialog.find("push button", "Save").wait_sensitive()
        dialog.find("text", "Place").type("Pendopo")
        dialog.find("push button", "Save").click()
        program.wait_closed("Edit Event")
        page.find("label", lambda name: name.startswith("Pendopo · "))
        assert program.query("SELECT place FROM event WHERE title = ?", RUNNING) == [("Pendopo",)]


def test_a_copy_is_a_draft_with_the_same_parts_and_nobody_on_it():
    parts = ("SELECT state, (SELECT COUNT(*) FROM event_role WHERE event_id = event.id),"
             " (SELECT COUNT(*) FROM event_session WHERE event_id = event.id),"
             " (SELECT COUNT(*) FROM participant WHERE event_id = event.id)"
             " FROM event WHERE title LIKE ? ORDER BY id")
    with Program(sample=True) as program:
        page = open_event(program)
        choose(program, page, "Copy Event")
        program.find("label", "Copied as a draft. Set its day and time.")
        wait(lambda: len(program.query(parts, RUNNING + "%")) == 2, "there is no copy")
        page.find("push button", "State: Draft")
        original, copy = program.query(parts, RUNNING + "%")
        assert copy == ("draft", original[1], original[2], 0), copy


def test_an_event_is_cancelled_and_the_list_says_so():
    with Program(sample=True) as program:
        page = open_event(program)
        page.find_all("push button", "State: Running")[-1].click()
        program.find("menu item", "Cancelled").click()
        page.find("push button", "State: Cancelled")
        row = show(program).find("list item", RUNNING)
        row.find(None, "Cancelled")
        program.act("win.undo")
        row = show(program).find("list item", RUNNING)
        row.find(None, "Running")


def test_an_event_is_removed_and_comes_back():
    with Program(sample=True) as program:
        before = titles(program)
        page = open_event(program)
        choose(program, page, "Remove Event")
        program.find("push button", "Undo", seen=True)
        assert titles(program) == before - {RUNNING}
        program.find("push button", "Undo").click()
        wait(lambda: titles(program) == before, "the event does not come back")
        show(program)


def test_a_calendar_file_is_saved():
    with Program(sample=True) as program:
        path = program.folder / "rapat.ics"
        page = open_event(program)
        choose(program, page, "Save Calendar File…")
        chooser = program.window("Save Calendar File")
        chooser.find("text", "Name:").type(str(path))
        chooser.find("push button", "Save").click()
        program.find("label", "Calendar file saved")
        lines = path.read_text().splitlines()
        assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR", lines
        assert any(line.startswith("SUMMARY:") and RUNNING in line for line in lines), lines
        assert "BEGIN:VEVENT" in lines


run(globals())
