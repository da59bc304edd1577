# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns of a list hold is said once: it is remembered, shared as a file, and forgotten."""

import json

from harness import Program, run, wait
from rosters import HEADS, choose, open_import, participants, people, write_csv

STRANGE = "Isian 7"
COLUMN = f"What Column E “{STRANGE}” Holds"
POSITION = "Position"
# Of the choices of a column; see IkrarRosterField.
POSITION_PLACE = 8


def write_strange(program, name, first, count):
    rows = [[*row, f"Bendahara {row[0]}"] for row in people(first + count)[first:]]
    return write_csv(program.folder / name, [[*HEADS, STRANGE], *rows])


def wait_checked(window, count):
    window.find("push button", f"Import {count} People", seen=True).wait_sensitive()


def wait_held(window, word):
    """Waits until the column is taken for this."""
    wait(lambda: any(label.name == word for label in
                     window.find("combo box", COLUMN).find_all("label")), f"{COLUMN}: {word}")


def open_strange(program, name, first=0, count=3):
    """The window with a list of which nobody knows what its last column holds."""
    window = open_import(program)
    choose(program, window, write_strange(program, name, first, count))
    wait_checked(window, count)
    return window


def import_all(program, window, count):
    window.find("push button", f"Import {count} People").click()
    program.wait_closed("Import Roster")


def open_again(program, path, count):
    program.find("filler", "IkrarEventPage").act("event.import-roster")
    window = program.window("Import Roster")
    choose(program, window, path)
    wait_checked(window, count)
    return window


def positions(program):
    return [row[0] for row in program.query(
        "SELECT person.position FROM person JOIN participant ON person.id = person_id"
        " WHERE event_id = ? ORDER BY person.name", program.event)]


def say_position(program, window):
    program.choose(window, COLUMN, POSITION_PLACE)
    wait_held(window, POSITION)


def close(program, window):
    window.act("window.close")
    program.wait_closed("Import Roster")


def test_what_a_column_holds_is_remembered_for_lists_of_that_shape():
    with Program(sample=True) as program:
        window = open_strange(program, "september.csv")
        wait_held(window, "Not read")
        say_position(program, window)
        wait_checked(window, 3)
        import_all(program, window, 3)
        assert positions(program) == ["Bendahara 1", "Bendahara 2", "Bendahara 3"]
        # Another office fills in the same form.
        window = open_again(program, write_strange(program, "oktober.csv", 3, 2), 2)
        wait_held(window, POSITION)
        program.screenshot("remembered", window)
        import_all(program, window, 2)
        assert participants(program) == 5 and positions(program)[-1] == "Bendahara 5"
        # A list of another shape is none of its business.
        rows = [[STRANGE, "Nama"], *[[f"x{row[0]}", row[1]] for row in people(7)[5:]]]
        program.find("filler", "IkrarEventPage").act("event.import-roster")
        window = program.window("Import Roster")
        choose(program, window, write_csv(program.folder / "lain.csv", rows))
        window.find("combo box", lambda name: STRANGE in name).find("label", "Not read")
        close(program, window)


def test_what_columns_hold_is_shared_as_a_file_and_forgotten():
    with Program(sample=True) as program:
        window = open_strange(program, "opd.csv")
        say_position(program, window)
        wait_checked(window, 3)
        shared = program.folder / "susunan.json"
        window.act("import.save-mapping")
        program.answer_chooser("Save What Columns Hold", shared)
        window.find("label", "Columns saved. Another office can load them for such files.")
        text = shared.read_text()
        assert "position" in text and json.loads(text), text
        # Nothing of anybody travels with it.
        assert not any(word in text for word in ("Peserta", "Bendahara", people(1)[0][2])), text
        close(program, window)
    with Program(sample=True) as office:
        shared = office.folder / "susunan.json"
        shared.write_text(text)
        window = open_strange(office, "opd.csv")
        wait_held(window, "Not read")
        window.act("import.load-mapping")
        office.answer_chooser("Load What Columns Hold", shared)
        window.find("label", "Columns loaded")
        wait_held(window, POSITION)
        wait_checked(window, 3)
        window.act("import.forget-mapping")
        window.find("label", "Columns forgotten")
        wait_held(window, "Not read")
        # Forgetting is taken back as everything is.
        window.find("push button", "Undo").click()
        wait_held(window, POSITION)
        wait_checked(window, 3)
        import_all(office, window, 3)
        assert positions(office) == ["Bendahara 1", "Bendahara 2", "Bendahara 3"]


def test_a_file_that_says_nothing_of_columns_changes_nothing():
    with Program(sample=True) as program:
        window = open_strange(program, "opd.csv")
        for name, text in (("kosong.json", ""), ("lain.json", '{"a": 1}')):
            (program.folder / name).write_text(text)
            window.act("import.load-mapping")
            program.answer_chooser("Load What Columns Hold", program.folder / name)
            message = window.question()
            message.find("label", "The Columns Could Not Be Loaded")
            message.find("push button", "Close").click()
            wait(lambda: not any(shown.role == "dialog" for shown in program.windows()),
                 "the message goes")
        wait_held(window, "Not read")
        assert program.query("SELECT COUNT(*) FROM roster_mapping") == [(0,)]
        close(program, window)


run(globals())
