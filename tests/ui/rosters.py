# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the window that takes rosters have in common."""

import openpyxl

from harness import wait

HEADS = ["No", "Nama", "NIP", "Unit Kerja"]


def open_import(program):
    """The window for the event that nobody is invited to yet."""
    program.event, = program.wait_row("SELECT id FROM event WHERE state = 'planned'")
    program.show_page("Events")
    program.find("list item", lambda name: name.startswith("Rapat"), seen=True).click_pointer()
    page = program.find("filler", "IkrarEventPage")
    wait(lambda: page.is_seen, "the page of the event")
    page.act("event.import-roster")
    window = program.window("Import Roster")
    window.find("push button", "Choose File…", seen=True)
    return window


def choose(program, window, path):
    window.act("import.choose-file")
    program.answer_chooser("Choose a Roster", path)


def participants(program):
    return program.query("SELECT COUNT(*) FROM participant WHERE event_id = ?", program.event)[0][0]


def contents(program):
    """How much of everything there is that an import could change."""
    return [program.query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in
            ("participant", "person", "unit", "import_batch", "import_row", "journal")]


def number(index):
    """An employee number that no other one is like."""
    month, day = index % 12 + 1, index % 28 + 1
    return (f"{1970 + index % 15}{month:02d}{day:02d}{2005 + index % 10}{month:02d}"
            f"{index % 2 + 1}{index % 990 + 1:03d}")


def people(count):
    return [[index + 1, f"Peserta {chr(65 + index % 26)}{index}", number(index), "Dinas Kesehatan"]
            for index in range(count)]


def write_csv(path, rows):
    path.write_text("".join(";".join(map(str, row)) + "\n" for row in rows))
    return path


def write_book(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def chip(window, verdict):
    return window.find("push button", lambda name: name.startswith(verdict + ", "))


def count_of(window, verdict):
    return int(chip(window, verdict).name.split(", ")[1].replace(".", ""))
