# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters are pasted, as cells or as a file, through the clipboard of the display."""

import contextlib
import os
import pathlib
import subprocess

from harness import Program, run, wait
from rosters import HEADS, count_of, open_import, participants, people, write_book

DATA = pathlib.Path(__file__).parents[1] / "roster" / "data"


@contextlib.contextmanager
def clipboard(program, offers):
    """Another program from which this was copied: what is offered, by its type."""
    arguments = []
    for index, (kind, text) in enumerate(offers.items()):
        path = program.folder / f"copied-{index}"
        path.write_text(text)
        arguments.append(f"{kind}={path}")
    owner = subprocess.Popen([os.environ["IKRAR_CLIPBOARD"], *arguments],
                             stdout=subprocess.PIPE, text=True)
    try:
        owner.stdout.readline()
        yield
    finally:
        owner.kill()
        owner.wait()


def cells_as_text(rows):
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def cells_as_page(*tables):
    lines = ["".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
             for rows in tables]
    content = "".join(f"<table>{line}</table>" for line in lines)
    return f'<html><meta charset="utf-8"><body>{content}</body></html>'


def import_all(program, window, count):
    window.find("label", "Clipboard", seen=True)
    window.find("push button", f"Import {count} People", seen=True).wait_sensitive().click()
    program.wait_closed("Import Roster")
    assert participants(program) == count


def test_cells_are_pasted_into_the_window():
    rows = [HEADS, *people(3)]
    offers = [{"text/plain;charset=utf-8": cells_as_text(rows)},
              {"text/html": cells_as_page(rows)},
              # A page without a table, and what stands in it as text.
              {"text/html": "<p>No table</p>", "text/plain;charset=utf-8": cells_as_text(rows)}]
    for offer in offers:
        with Program(sample=True) as program, clipboard(program, offer):
            window = open_import(program)
            window.find("push button", "Paste from Spreadsheet", seen=True).click()
            import_all(program, window, 3)


def test_cells_are_pasted_on_the_page_of_an_event():
    with Program(sample=True) as program, \
            clipboard(program, {"text/html": cells_as_page([HEADS, *people(4)])}):
        window = open_import(program)
        window.act("window.close")
        program.wait_closed("Import Roster")
        program.find("filler", "IkrarEventPage").act("event.paste-roster")
        import_all(program, program.window("Import Roster"), 4)
        file_name, = program.wait_row("SELECT file_name FROM import_batch ORDER BY id DESC")
        assert file_name == "Clipboard", file_name


def test_a_file_copied_in_the_file_manager_is_read():
    with Program(sample=True) as program:
        path = write_book(program.folder / "opd baru.xlsx", [HEADS, *people(5)])
        with clipboard(program, {"text/uri-list": f"{path.as_uri()}\r\n"}):
            window = open_import(program)
            program.key(window, "ctrl+v")
            window.find("label", "opd baru.xlsx", seen=True)
            window.find("push button", "Import 5 People", seen=True).wait_sensitive()
            # Nothing is lost when something else is pasted over it.
            with clipboard(program, {"text/plain;charset=utf-8":
                                     cells_as_text([HEADS, *people(2)])}):
                window.act("import.paste")
                import_all(program, window, 2)


def test_a_table_that_the_first_look_does_not_reach_is_read_as_well():
    rows = people(1102)
    page = cells_as_page([HEADS, *rows[:1100]], [HEADS, *rows[1100:]])
    with Program(sample=True) as program, clipboard(program, {"text/html": page}):
        window = open_import(program)
        window.act("import.paste")
        window.find("label", "All sheets (2 of 2)")
        window.find("push button", "Import 1.102 People", seen=True).wait_sensitive().click()
        program.wait_closed("Import Roster")
        assert participants(program) == len(rows)


def test_where_nothing_was_copied_it_says_so():
    with Program(sample=True) as program, clipboard(program, {"image/png": "no picture"}):
        window = open_import(program)
        window.act("import.paste")
        window.find("label", lambda name: name.startswith("Nothing to paste."))
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_all_sheets_are_read_and_one_can_be_chosen():
    with Program(sample=True) as program:
        with clipboard(program, {"text/uri-list": (DATA / "several-sheets.ods").as_uri()}):
            window = open_import(program)
            window.act("import.paste")
            box = window.find("combo box", "Sheet", seen=True)
            box.find("label", lambda name: name.startswith("All sheets ("))
            wait(lambda: window.find_all("push button", lambda name: name.startswith("Import ")),
                 "the sheets are read")
            everybody = count_of(window, "All")
            notes = window.find("push button", lambda name: name.endswith(("Note", "Notes")))
            program.screenshot("sheets", window)
            notes.click_pointer()
            window.find("push button", "Choose Sheet")
            program.screenshot("notes", window)
            program.key(window, "Escape")
            program.choose(window, "Sheet", 2)
            wait(lambda: 0 < count_of(window, "All") < everybody, "one sheet is read")
        window.act("window.close")
        program.wait_closed("Import Roster")


run(globals())
