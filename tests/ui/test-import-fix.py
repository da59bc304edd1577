# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a roster are corrected in its window, before anything is written."""

from harness import Program, run, wait
from rosters import (HEADS, chip, choose, contents, count_of, open_import, participants, people,
                     write_csv)


def open_roster(program, rows, heads=None):
    """The window with these rows in it, all of them checked."""
    window = open_import(program)
    choose(program, window, write_csv(program.folder / "opd.csv", [heads or HEADS, *rows]))
    window.find("push button", lambda name: name.startswith("Import"), seen=True)
    wait(lambda: not window.find_all("label", "The rows are being checked", seen=True),
         "the rows are checked")
    return window


def select(window, text):
    """Selects the row with this text by a click on it."""
    window.find("label", text, seen=True).click_pointer()
    window.find("push button", lambda name: name.endswith("Skip Row") or name == "Do Not Skip",
                seen=True)


def find_entry(window, cell):
    """The entry at the foot for this cell: letters and head of its column."""
    return window.find("text", cell, seen=True)


def apply(window, cell, text):
    find_entry(window, cell).type(text)
    window.find("push button", "Apply").wait_sensitive().click()


def close(program, window):
    """Closes the window although what was corrected goes with it."""
    window.act("window.close")
    window.question().find("push button", "Discard").click()
    program.wait_closed("Import Roster")


def names(program):
    rows = program.query("SELECT person.name, person.number FROM person JOIN participant"
                         " ON person.id = person_id WHERE event_id = ? ORDER BY person.name",
                         program.event)
    return dict(rows)


def test_a_wrong_number_is_corrected_at_the_foot():
    with Program(sample=True) as program:
        rows = people(4)
        right, rows[2][2] = rows[2][2], "123"
        window = open_roster(program, rows)
        assert count_of(window, "Error") == 1
        before = contents(program)
        chip(window, "Error").click()
        select(window, "Peserta C2")
        # The cell at fault is offered, whichever was clicked.
        find_entry(window, "C  NIP").wait_text("123")
        program.screenshot("foot", window)
        assert not window.find("push button", "Apply").is_sensitive
        apply(window, "C  NIP", right)
        button = window.find("push button", "Import 4 People", seen=True)
        assert contents(program) == before
        button.wait_sensitive().click()
        program.wait_closed("Import Roster")
        assert names(program)["Peserta C2"] == right
        # What the sender wrote is kept beside it.
        written = program.query("SELECT written FROM import_row WHERE reasons <> ''"
                                " OR written LIKE '%Peserta C2%'")
        assert any("123" in row[0].split("\t") for row in written), written


def test_corrections_are_taken_back_one_by_one():
    with Program(sample=True) as program:
        rows = people(3)
        rows[1][2] = "123"
        window = open_roster(program, rows)
        select(window, "Peserta B1")
        apply(window, "C  NIP", people(3)[1][2])
        window.find("push button", "Import 3 People", seen=True)
        window.find("push button", "Skip Row", seen=True).click()
        window.find("push button", "Import 2 People", seen=True)
        window.find("push button", "Do Not Skip", seen=True)
        program.key(window, "ctrl+z")
        window.find("push button", "Import 3 People", seen=True)
        window.act("import.undo-fix")
        window.find("push button", "Import 2 People", seen=True)
        assert count_of(window, "Error") == 1
        window.act("import.redo-fix")
        window.find("push button", "Import 3 People", seen=True)
        close(program, window)
        assert participants(program) == 0


def test_a_cell_is_edited_in_place_by_keyboard():
    with Program(sample=True) as program:
        window = open_roster(program, people(3))
        select(window, "Peserta B1")
        program.key(window, "F2")
        entry = window.find("text", lambda name: "column B" in name)
        entry.wait_text("Peserta B1")
        program.screenshot("cell", window)
        entry.type("Budi Santoso")
        program.key(window, "Return")
        window.find("label", "Budi Santoso", seen=True)
        # Another cell of the row is two steps to the right.
        program.key(window, "Right", "Right", "F2")
        entry = window.find("text", lambda name: "column D" in name)
        entry.wait_text("Dinas Kesehatan")
        program.key(window, "Escape")
        wait(lambda: window.find("push button", "Import 3 People").is_sensitive, "all are checked")
        window.find("push button", "Import 3 People").click()
        program.wait_closed("Import Roster")
        assert "Budi Santoso" in names(program)


def test_whom_a_destroyed_number_means_is_chosen_by_a_person():
    with Program(sample=True) as program:
        right, name = program.wait_row("SELECT number, name FROM person WHERE length(number) = 18"
                                       " AND removed_at = 0 ORDER BY id LIMIT 1")
        rows = people(3)
        rows[1][1:3] = [name, right[:15] + "000"]
        window = open_roster(program, rows)
        assert count_of(window, "Error") == 1
        select(window, name)
        find_entry(window, "C  NIP").wait_text(right[:15] + "000")
        window.find("push button", "Who It May Be…", seen=True).click_pointer()
        window.find("list item", lambda text: right in text)
        program.key(window, "Return")
        # It is in the entry, and nowhere else before somebody applies it.
        find_entry(window, "C  NIP").wait_text(right)
        assert count_of(window, "Error") == 1
        window.find("push button", "Apply").wait_sensitive().click()
        window.find("push button", "Import 3 People", seen=True)
        close(program, window)


def test_one_unit_is_said_once_for_all_rows():
    with Program(sample=True) as program:
        program.wait_row("SELECT id FROM unit WHERE name = 'Dinas Kesehatan'")
        rows = people(5)
        for row in rows[1:4]:
            row[3] = "Dinkes Kab Antah"
        window = open_roster(program, rows)
        assert count_of(window, "Warning") == 3
        select(window, "Peserta B1")
        check = window.find("check box", "Apply to all 3 rows with the same text", seen=True)
        assert check.is_checked, check
        apply(window, "D  Unit Kerja", "Dinas Kesehatan")
        window.wait_gone("push button", lambda name: name.startswith("Warning, "), seen=True)
        program.screenshot("unit", window)
        window.find("push button", "Import 5 People").wait_sensitive().click()
        program.wait_closed("Import Roster")
        units = program.query("SELECT DISTINCT unit.name FROM participant JOIN unit"
                              " ON unit.id = participant.unit_id WHERE event_id = ?", program.event)
        assert units == [("Dinas Kesehatan",)], units


def test_a_corrected_row_leaves_the_list_of_errors_and_the_next_is_selected():
    with Program(sample=True) as program:
        rows = people(6)
        rows[1][2] = rows[4][2] = "123"
        rows[4][2] = "12"
        window = open_roster(program, rows)
        chip(window, "Error").click()
        window.wait_gone("label", "Peserta A0", seen=True)
        select(window, "Peserta B1")
        find_entry(window, "C  NIP").wait_text("123")
        apply(window, "C  NIP", people(6)[1][2])
        window.wait_gone("label", "Peserta B1", seen=True)
        find_entry(window, "C  NIP").wait_text("12")
        close(program, window)


def test_a_skipped_row_is_told_to_be_a_person():
    with Program(sample=True) as program:
        rows = people(3)
        rows[2][1:3] = ["Jumlah", ""]
        window = open_roster(program, rows)
        select(window, "Peserta B1")
        window.find("push button", "Skip Row", seen=True).click()
        window.find("push button", "Do Not Skip", seen=True).click()
        window.find("push button", "Skip Row", seen=True)
        close(program, window)


def test_at_360_px_the_foot_still_corrects():
    with Program(sample=True) as program:
        rows = people(3)
        rows[1][2] = "123"
        rows[2][1] = "Raden Ajeng " + "Kusumawardhani " * 4 + "<b>&"
        window = open_roster(program, rows)
        program.resize(window, 360, 700)
        select(window, "Peserta B1")
        program.screenshot("narrow", window)
        apply(window, "C  NIP", people(3)[1][2])
        window.find("push button", "Import 3 People", seen=True)
        close(program, window)


run(globals())
