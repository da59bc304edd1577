# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that takes a roster from a spreadsheet."""

import fcntl
import pathlib
import zipfile

import openpyxl

from desktop import BOOK_TYPE, file_manager, note_openings
from harness import Program, run, wait
from rosters import (HEADS, chip, choose, contents, count_of, open_import, participants, people,
                     write_book, write_csv)

SAMPLE = pathlib.Path(__file__).parents[2] / "resources" / "sample" / "roster.xlsx"
# So many that they are not all checked before somebody can say stop.
MANY = 900_000
REFUSED = "kembali.xlsx"
VERDICTS = {"Ready": "ok", "Warning": "warning", "Error": "error", "Duplicate": "duplicate",
            "Skipped": "skipped"}


def test_the_sample_goes_in_with_its_refused_rows_in_a_workbook():
    with Program(sample=True) as program:
        window = open_import(program)
        choose(program, window, SAMPLE)
        button = window.find("push button", lambda name: name.startswith("Import 2"))
        counts = {word: count_of(window, verdict) for verdict, word in VERDICTS.items()}
        assert button.name == f"Import {counts['ok'] + counts['warning']} People", button
        assert participants(program) == 0
        # Rows are shown with the number and the text that they have in the file.
        chip(window, "Error").click()
        window.find("label", "1,98309E+17")
        window.find("label", "183")
        program.screenshot("errors", window)
        button.click()
        window.find("push button", "Done", seen=True)
        assert participants(program) == counts["ok"] + counts["warning"]
        written = dict(program.query("SELECT verdict, COUNT(*) FROM import_row GROUP BY verdict"))
        assert written == counts, (written, counts)
        save_refused(program, window, counts["error"] + counts["duplicate"],
                     f"The refused rows are in “{REFUSED}”")
        window.find("push button", "Done").click()
        program.wait_closed("Import Roster")
        find_toast(program, "push button", "Undo").click()
        find_toast(program, "label", "Undone")
        assert participants(program) == 0


def find_toast(program, role, name):
    """A part of a toast of the main window. Toasts are the last things in it and soon gone."""
    def walk_back(widget):
        yield widget
        for child in reversed(list(widget.children)):
            yield from walk_back(child)

    def look():
        for widget, _ in zip(walk_back(program.frame), range(40)):
            if (widget.role, widget.name) == (role, name):
                return widget
        return None
    return wait(look, f"a toast with {role} “{name}”")


def save_refused(program, window, count, said="Refused rows saved"):
    path = program.folder / REFUSED
    window.find("push button", f"Save {count} Refused Rows…", seen=True).click()
    program.answer_chooser("Save Refused Rows", path)
    window.find("label", lambda name: name.startswith(said))
    heads, *rows = openpyxl.load_workbook(path).active.values
    assert heads[-3:] == ("Baris Asal", "Masalah", "Saran"), heads
    assert len(rows) == count and all(all(row[-3:]) for row in rows), rows
    return path


def test_what_was_refused_is_opened_from_the_result():
    with Program(sample=True) as program:
        opened = note_openings(program, BOOK_TYPE)
        window = open_import(program)
        rows = people(5)
        rows[3][2] = rows[4][2] = "123"
        choose(program, window, write_csv(program.folder / "opd.csv", [HEADS, *rows]))
        window.find("push button", "Import 3 People").click()
        window.find("push button", "Done", seen=True)
        assert not window.find_all("push button", "Open Workbook", seen=True)
        path = save_refused(program, window, 2, f"The refused rows are in “{REFUSED}”")
        program.screenshot("refused", window)
        window.find("push button", "Open Workbook", seen=True).click()
        wait(lambda: opened() == [str(path)], "the workbook is opened")
        with file_manager(program) as shown:
            window.find("push button", "Show in Folder", seen=True).click()
            wait(lambda: shown() == [path.as_uri()], "the workbook is shown in its folder")
        other = program.folder / "lain.xlsx"
        window.find("push button", "Save Elsewhere…", seen=True).click()
        program.answer_chooser("Save Refused Rows", other)
        window.find("label", lambda name: "“lain.xlsx”" in name)
        assert other.exists() and path.exists()
        window.find("push button", "Open Workbook", seen=True).click()
        wait(lambda: opened() == [str(path), str(other)], "the other one is opened")
        # Another import begins anew.
        window.find("push button", "Undo Import", seen=True).click()
        window.find("push button", "Import 3 People", seen=True).click()
        window.find("push button", "Save 2 Refused Rows…", seen=True)
        assert not window.find_all("push button", "Open Workbook", seen=True)
        window.find("push button", "Done", seen=True).click()
        program.wait_closed("Import Roster")


def test_without_a_file_manager_that_can_the_folder_is_opened():
    with Program(sample=True) as program:
        opened = note_openings(program, "inode/directory")
        window = open_import(program)
        rows = people(3) + people(1)
        choose(program, window, write_csv(program.folder / "opd.csv", [HEADS, *rows]))
        window.find("push button", "Import 3 People").click()
        window.find("push button", "Save 1 Refused Row…", seen=True).click()
        program.answer_chooser("Save Refused Rows", program.folder / REFUSED)
        window.find("push button", "Show in Folder", seen=True).click()
        wait(lambda: opened() == [str(program.folder)], "the folder is opened")
        window.find("push button", "Done", seen=True).click()
        program.wait_closed("Import Roster")


def is_held(program):
    """Whether the program holds its place among those who use the database (the byte is SQLite's:
    wal-index locks in its file format)."""
    with open(f"{program.database}-shm", "r+b") as parts:
        try:
            fcntl.lockf(parts, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 128)
        except OSError:
            return True
    return False


def test_choosing_a_file_beside_the_database_leaves_it_to_the_program():
    with Program(sample=True) as program:
        assert is_held(program)
        window = open_import(program)
        choose(program, window, write_csv(program.folder / "daftar.csv", [HEADS] + people(3)))
        window.find("push button", lambda name: name.startswith("Import 3"))
        assert is_held(program), "the chooser dropped the locks of the database"


def test_an_import_is_undone_where_it_was_done():
    with Program(sample=True) as program:
        before = contents(program)[:4]
        window = open_import(program)
        twice = people(3) + people(1)
        choose(program, window, write_csv(program.folder / "opd.csv", [HEADS, *twice]))
        window.find("push button", "Import 3 People").click()
        window.find("push button", "Undo Import", seen=True).click()
        window.find("push button", "Import 3 People", seen=True)
        assert contents(program)[:3] == before[:3]
        window.find("push button", "Import 3 People").click()
        window.find("push button", "Done", seen=True)
        assert participants(program) == 3
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_what_was_imported_is_a_duplicate_next_time():
    with Program(sample=True) as program:
        window = open_import(program)
        path = write_book(program.folder / "opd.xlsx", [HEADS, *people(4)])
        choose(program, window, path)
        window.find("push button", "Import 4 People").click()
        program.wait_closed("Import Roster")
        assert participants(program) == 4
        find_toast(program, "label", "4 people imported")
        # The views of the event follow.
        program.find("filler", "IkrarEventPage").find("label", lambda name: "4 invited" in name)
        program.find("filler", "IkrarEventPage").act("event.import-roster")
        window = program.window("Import Roster")
        choose(program, window, path)
        assert not window.find("push button", "Import").is_sensitive
        assert count_of(window, "Duplicate") == 4
        window.act("window.close")
        program.wait_closed("Import Roster")


def write_bomb(path):
    """A workbook whose only sheet is small on disk and 300 MB large when it is unpacked."""
    sheet = (b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
             b'<sheetData><row><c t="inlineStr"><is><t>' + b"A" * 300_000_000
             + b"</t></is></c></row></sheetData></worksheet>")
    with zipfile.ZipFile(SAMPLE) as source, zipfile.ZipFile(path, "w",
                                                           zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name.startswith("xl/worksheets/sheet")
                            else source.read(name))


def write_bad_files(folder):
    """(file, what the window says) for every kind of file that cannot be a roster."""
    encrypted = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
                 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2048)
    sample = SAMPLE.read_bytes()
    for name, data in [("gambar.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
                       ("sandi.xlsx", encrypted), ("potong.xlsx", sample[:len(sample) // 2])]:
        (folder / name).write_bytes(data)
    write_bomb(folder / "bom.xlsx")
    write_csv(folder / "tanpa-nama.csv", [["Kode", "Jumlah"], [1, 2], [3, 4]])
    return [("gambar.xlsx", "This Is No Spreadsheet"), ("sandi.xlsx", "The File Has a Password"),
            ("potong.xlsx", "The File Is Damaged"), ("bom.xlsx", "The File Is Too Large"),
            ("tanpa-nama.csv", "No Column of Names")]


def test_a_bad_file_says_what_to_do_and_changes_nothing():
    with Program(sample=True) as program:
        before = contents(program)
        window = open_import(program)
        for name, title in write_bad_files(program.folder):
            path = program.folder / name
            data = path.read_bytes()
            choose(program, window, path)
            window.find("label", title, seen=True)
            # The file's name alone stands below the title of the window.
            window.find("label", lambda text, name=name: text.startswith(name) and text != name)
            window.find("push button", "Choose Another File…", seen=True)
            program.screenshot(path.stem, window)
            assert contents(program) == before and path.read_bytes() == data
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_numbers_that_excel_cut_off_are_refused_together():
    with Program(sample=True) as program:
        before = contents(program)
        window = open_import(program)
        rows = [row[:2] + [int(row[2])] + row[3:] for row in people(5)]
        choose(program, window, write_book(program.folder / "angka.xlsx", [HEADS, *rows]))
        window.find("label", lambda name: name.endswith("rows have broken employee numbers"))
        refused = count_of(window, "Error")
        assert refused >= 3
        save_refused(program, window, refused)
        program.screenshot("numbers", window)
        window.act("window.close")
        program.wait_closed("Import Roster")
        assert contents(program) == before


def test_a_column_of_names_can_be_pointed_at():
    with Program(sample=True) as program:
        window = open_import(program)
        rows = [["Kode", "Orang", "Identitas", "Asal"], *people(3)]
        choose(program, window, write_csv(program.folder / "lain.csv", rows))
        window.find("label", "No Column of Names", seen=True)
        window.find("push button", "Read Again", seen=True).click()
        window.find("push button", "Import 3 People", seen=True).click()
        # What stands above them is no person, and nobody said that it is the row of heads.
        window.find("push button", "Save 1 Refused Row…", seen=True)
        window.find("push button", "Done", seen=True).click()
        program.wait_closed("Import Roster")
        names = program.query("SELECT name FROM person JOIN participant ON person.id = person_id"
                              " WHERE event_id = ? ORDER BY name", program.event)
        assert names == [("Peserta A0",), ("Peserta B1",), ("Peserta C2",)], names


def test_rows_are_searched_within_a_verdict():
    with Program(sample=True) as program:
        window = open_import(program)
        rows = people(6)
        rows[4][2] = "123"
        choose(program, window, write_csv(program.folder / "opd.csv", [HEADS, *rows]))
        window.find("label", "Peserta F5")
        window.find("entry", "Search these rows").type("peserta f")
        window.wait_gone("label", "Peserta A0", seen=True)
        window.find("label", "Peserta F5", seen=True)
        chip(window, "Error").click()
        window.find("label", "No Such Rows", seen=True)
        window.find("entry", "Search these rows").type("")
        window.find("label", "Peserta E4", seen=True)
        window.find("label", lambda name: "(123)" in name)
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_a_file_that_changed_is_looked_at_again():
    with Program(sample=True) as program:
        window = open_import(program)
        path = write_csv(program.folder / "opd.csv", [HEADS, *people(3)])
        choose(program, window, path)
        button = window.find("push button", "Import 3 People")
        write_csv(path, [HEADS, *people(5)])
        button.click()
        window.find("push button", "Import 5 People")
        assert participants(program) == 0
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_checking_can_be_stopped_and_taken_up_again():
    with Program(sample=True) as program:
        before = contents(program)
        window = open_import(program)
        path = program.folder / "besar.csv"
        path.write_text(";".join(HEADS) + "\n" + "".join(
            f"{index};Peserta A{index};-;Dinas Kesehatan\n" for index in range(MANY)))
        choose(program, window, path)
        # The first rows are there long before the others are checked.
        window.find("label", "The rows are being checked", seen=True)
        window.find("label", "Peserta A0", seen=True)
        strip = window.find("filler", "IkrarProgressStrip")
        strip.find("push button", "Cancel", seen=True).click()
        check = window.find("push button", "Check All Rows", seen=True)
        window.find("label", "Not all rows were checked", seen=True)
        assert not window.find("push button", "Import").is_sensitive
        check.click()
        window.find("push button", lambda name: name.startswith("Import ") and name.endswith("People"))
        assert count_of(window, "Ready") == MANY
        assert contents(program) == before
        window.act("window.close")
        program.wait_closed("Import Roster")


run(globals())
