# SPDX-License-Identifier: GPL-3.0-or-later
"""Corrections, meanings, remembered columns and what goes back to a sender, on the command line."""

import json

import openpyxl

from ikrarctl import Desk, digest, main

A, B, C = "198804202010011001", "199012052023212003", "197203151998032002"
HEADS = ["No", "Nama", "NIP", "Gol", "Agama", "Unit Kerja"]
OWN = ["Baris Asal", "Masalah", "Saran"]


def with_event(case):
    def run():
        with Desk() as desk:
            desk.lines("db", "init")
            case(desk, desk.add_event())
    run.__name__ = case.__name__
    return run


def write(path, sheets):
    """A workbook of {sheet: rows}; every cell is text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
            cell.data_type = "s"
    book.save(path)
    return path


def read(path):
    """{sheet: rows} of a workbook in which nothing but text stands."""
    sheets = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert all(cell.data_type == "s" for cell in cells), [cell.value for cell in cells if cell.data_type != "s"]
        sheets[sheet.title] = [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
    return sheets


def verdicts(lines):
    return {line["row"]: (line["verdict"], line["codes"]) for line in lines}


@with_event
def cells_are_corrected_and_rows_left_out(desk, event):
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi", "198804202010011000", "III/d", "Islam", "Dinas X"],
                                                     ["2", "Ani", B, "IX", "Islam", "Dinas X"],
                                                     ["3", "Joko", "entah", "", "Islam", "Dinas X"]]})
    fixes = ["--fix", f"2:C={A}", "--skip", "Data!4"]
    *checked, _ = desk.lines("roster", "check", path, "--event", event, *fixes)
    assert verdicts(checked) == {2: ("ok", ["cell-corrected"]), 3: ("ok", []), 4: ("skipped", ["row-left-out"])}, checked
    assert checked[0]["cells"]["C"] == "198804202010011000" and checked[0]["number"] == A
    *imported, last = desk.lines("roster", "import", path, "--event", event, *fixes)
    assert imported == checked and last["summary"]["imported"] == 2
    for wrong in (["--fix", "2C=x"], ["--fix", "x:C=y"], ["--fix", "0:C=y"], ["--skip", "satu"], ["--skip", "2:C"]):
        desk.fails("roster", "check", path, *wrong, status=2)
    desk.fails("roster", "check", path, "--fix", "Tidak Ada!2:C=x", status=3)


@with_event
def a_check_without_an_event_knows_what_an_import_knows(desk, event):
    """Units, people, meanings and columns; nothing is written, and another event is none."""
    known, known_name = B, "Ani Lestari"
    desk.one("person", "add", "--name", known_name, "--number", known, "--unit", "Dinas Kesehatan")
    taught = write(desk.path("ajar.xlsx"), {"Data": [HEADS, ["1", "Budi", A, "tiga d", "", "Dinas Kesehatan"]]})
    desk.lines("roster", "import", taught, "--event", event, "--meaning", "grade:tiga d=III/d")
    path = write(desk.path("daftar.xlsx"), {"Data": [
        HEADS, ["1", "Budi", A, "tiga d", "", "Din. Kesehatan"], ["2", "Zulkifli Rahman", known, "III/a", "", "Dinkes"],
        ["3", "Cici", C, "TIGA D", "", "Dinas Kesehatan"]]})
    before = desk.database.read_bytes()
    *rows, last = desk.lines("roster", "check", path, status=1)
    assert desk.database.read_bytes() == before
    other = desk.add_event(title="Lain")
    *imported, _ = desk.lines("roster", "import", path, "--event", other, status=1)
    assert rows == imported, (rows, imported)
    assert verdicts(rows)[3] == ("error", ["number-of-another"]), rows
    assert "meaning-remembered" in verdicts(rows)[4][1] and last["summary"]["imported"] == 0
    # Who is on a roster already is nobody twice: no event was named.
    *again, _ = desk.lines("roster", "check", path, status=1)
    assert again == rows
    # Somebody who may only read the database gets the same.
    desk.database.chmod(0o444)
    *again, _ = desk.lines("roster", "check", path, status=1)
    assert again == rows


@with_event
def a_check_without_a_database_goes_on_and_says_so(desk, event):
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi", A, "III/d", "", "Dinas Kesehatan"]]})
    done = desk.raw("roster", "check", path, database=desk.path("tidak-ada.db"))
    assert done.returncode == 0 and "There is no database" in done.stderr, done
    assert not desk.path("tidak-ada.db").exists()
    # What is there but no database is not passed over.
    broken = desk.path("rusak.db")
    broken.write_bytes(b"not a database" * 100)
    done = desk.raw("roster", "check", path, database=broken)
    assert done.returncode == 3 and done.stdout == "", done


@with_event
def words_get_a_meaning_once(desk, event):
    desk.one("person", "add", "--name", "Satu", "--unit", "Dinas Kesehatan")
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi", A, "tiga d", "", "Din. Kes."],
                                                     ["2", "Ani", C, "TIGA D", "", "din kes"]]})
    *rows, _ = desk.lines("roster", "check", path, "--event", event)
    assert verdicts(rows) == {2: ("warning", ["grade-unknown", "unit-unknown"]), 3: ("warning", ["grade-unknown", "unit-unknown"])}
    meanings = ["--meaning", "grade:tiga d=III/d", "--meaning", "unit:Din Kes=Dinkes"]
    *rows, last = desk.lines("roster", "import", path, "--event", event, *meanings)
    assert verdicts(rows) == {2: ("ok", ["meaning-given"] * 2), 3: ("ok", ["meaning-given"] * 2)}, rows
    assert [line["meaning"] for line in desk.lines("roster", "meaning", "list")] == ["III/d"]
    other = desk.add_event(title="Lain")
    *rows, _ = desk.lines("roster", "check", path, "--event", other)
    assert verdicts(rows)[2] == ("ok", ["meaning-remembered", "unit-read-as"]), rows
    assert rows[0]["unit"] == "Dinas Kesehatan"
    desk.one("roster", "undo", last["summary"]["batch"])
    assert desk.lines("roster", "meaning", "list") == []
    assert verdicts(desk.lines("roster", "check", path, "--event", other)[:-1])[2][0] == "warning"
    for wrong in ("grade:x", "grade:x=satu", "name:x=y", "apa:x=y", "kind:x=raja"):
        desk.fails("roster", "check", path, "--meaning", wrong, status=2)


@with_event
def a_dry_run_writes_nothing(desk, event):
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi", A, "", "", "X"], ["2", "Ani", "1.98E+17", "", "", "X"]]})
    desk.one("db", "check")
    before = digest(desk.database)
    *rows, last = desk.lines("roster", "import", path, "--event", event, "--dry-run", "--rejects", desk.path("tolak.xlsx"), status=1)
    assert last["summary"]["imported"] == 0 and last["summary"]["would_import"] == 1, last
    assert desk.lines("participant", "list", "--event", event) == []
    assert digest(desk.database) == before
    *imported, _ = desk.lines("roster", "import", path, "--event", event, status=1)
    assert imported == rows
    *foreseen, _ = desk.lines("roster", "import", path, "--event", event, "--dry-run", "--update", status=0)
    assert not [line for line in foreseen if line.get("kind") == "new"], foreseen


@with_event
def a_wrong_mapping_is_a_wrong_call(desk, event):
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi", A, "", "", "X"]]})
    for wrong in ("Z=name", "Tidak Ada=name", "B=kucing", "B", "=name"):
        for call in (["check"], ["import", "--event", event], ["import", "--event", event, "--dry-run"]):
            message = desk.fails("roster", *call, path, "--map", wrong, status=2)
            assert "Usage" in message or "Cara pakai" in message, message


@with_event
def refused_rows_go_back_and_come_again(desk, event):
    rows = {
        "DINAS X": [HEADS, ["1", "Budi", A, "III/d", "Islam", "Dinas X"], ["2", "=1+1", "1,98E+17", "", "Islam", ""],
                    ["3", "Ani", "=HYPERLINK", "IX", "Islam", "Dinas X"]],
        "DINAS Y": [["NIP", "Nama"], [A, "Budi S."], ["198804202010011O02", "Siti"], [C, "Joko"]],
    }
    path = write(desk.path("daftar.xlsx"), rows)
    back = desk.path("tolak.xlsx")
    *lines, last = desk.lines("roster", "import", path, "--event", event, "--rejects", back, status=1)
    refused = [line for line in lines if line["verdict"] in ("error", "duplicate")]
    assert all(line["suggestion"] for line in refused), refused
    found = read(back)
    assert list(found) == ["DINAS X", "DINAS Y"], found
    assert found["DINAS X"][0] == ["No", "Nama", "NIP", "Gol", "Unit Kerja"] + OWN, found["DINAS X"]
    assert found["DINAS Y"][0] == ["NIP", "Nama", "Unit Kerja"] + OWN, found["DINAS Y"]
    assert [row[-3] for row in found["DINAS X"][1:]] == ["3", "4"]
    assert "Islam" not in json.dumps(found)
    assert sum(len(table) - 1 for table in found.values()) == len(refused) == 4
    for table in found.values():
        assert all(row[-2] and row[-1] for row in table[1:]), table
    assert "198804202010011002" in found["DINAS Y"][2][-1], found["DINAS Y"]

    # As it is, it says the same of the same people.
    *again, _ = desk.lines("roster", "check", back, "--event", event, "--rejects", desk.path("lagi.xlsx"), status=1)
    assert [line["name"] for line in again] == [line["name"] for line in refused], (refused, again)
    assert [line["verdict"] for line in again] == [line["verdict"] for line in refused], again
    heads = {name: table[0] for name, table in read(desk.path("lagi.xlsx")).items()}
    assert heads == {name: table[0] for name, table in found.items()}, heads

    # Corrected, it goes in.
    book = openpyxl.load_workbook(back)
    book["DINAS X"]["B2"], book["DINAS X"]["C2"], book["DINAS X"]["C3"] = "Rini", "-", B
    book["DINAS Y"]["A3"] = "198804202010011002"
    book.save(back)
    *_, last = desk.lines("roster", "import", back, "--event", event, status=1)
    assert last["summary"]["imported"] == 3 and last["summary"]["duplicate"] == 1, last


@with_event
def who_may_be_meant_is_told(desk, event):
    known = desk.one("person", "add", "--name", "Budi Santoso", "--number", A)["id"]
    path = write(desk.path("daftar.xlsx"), {"Data": [HEADS, ["1", "Budi Santoso, S.E.", A[:15] + "000", "", "", "X"],
                                                     ["2", "Budi Santoso", "1,98E+17", "", "", "X"]]})
    for command in ("check", "import"):
        *rows, _ = desk.lines("roster", command, path, "--event", event, status=1)
        assert [row["column"] for row in rows] == ["C", "C"], rows
        assert [[candidate["person"] for candidate in row["candidates"]] for row in rows] == [[known], [known]], rows
        assert [row["number"] for row in rows] == [A[:15] + "000", ""]


@with_event
def columns_are_remembered(desk, event):
    rows = [["No", "Orangnya", "NIP", "Lain"], ["1", "Budi Santoso", "-", "Dinas X"], ["2", "Siti Aminah", "-", "Dinas X"]]
    path = write(desk.path("daftar.xlsx"), {"Data": rows})
    desk.fails("roster", "check", path, "--event", event, status=3)
    desk.lines("roster", "check", path, "--event", event, "--map", "B=name")
    assert desk.lines("roster", "mapping", "list") == []
    *_, last = desk.lines("roster", "import", path, "--event", event, "--map", "B=name", "--map", "D=unit")
    (known,) = desk.lines("roster", "mapping", "list")
    assert known["columns"] == ["Orangnya=name", "Lain=unit"] and known["file"] == "daftar.xlsx", known

    other = desk.add_event(title="Lain")
    *found, told = desk.lines("roster", "check", path, "--event", other)
    assert [(line["name"], line["unit"]) for line in found] == [("Budi Santoso", "Dinas X"), ("Siti Aminah", "Dinas X")]
    assert "columns-remembered" in [clue["code"] for clue in told["summary"]["clues"]], told
    desk.fails("roster", "check", path, "--event", other, "--ignore-remembered", status=3)

    back = desk.path("tolak.xlsx")
    worse = write(desk.path("buruk.xlsx"), {"Data": [rows[0][:3] + ["Agama"], ["1", "Rini Hapsari", "1,98E+17", "Islam"],
                                                     ["2", "Joko Susilo", "-", "Islam"]]})
    desk.lines("roster", "import", worse, "--event", other, "--map", "B=name", "--rejects", back, status=1)
    *found, _ = desk.lines("roster", "check", back, "--event", other, status=1)
    assert [(line["name"], line["codes"]) for line in found] == [("Rini Hapsari", ["number-scientific"])], found
    desk.one("roster", "mapping", "forget", desk.lines("roster", "mapping", "list")[0]["shape"])

    shared = desk.path("kolom.json")
    assert desk.one("roster", "mapping", "export", "-o", shared)["mappings"] == 1
    assert "Budi" not in shared.read_text()
    with Desk("lain.db") as office:
        office.lines("db", "init")
        theirs = office.add_event()
        office.fails("roster", "check", path, "--event", theirs, status=3)
        assert office.one("roster", "mapping", "import", shared)["mappings"] == 1
        assert len(office.lines("roster", "check", path, "--event", theirs)) == 3
        for text in ("", "[]", "{}", '{"format":"ikrar-roster-mappings"}', shared.read_text().replace("=name", "=kucing"),
                     shared.read_text().replace('"shape" : "', '"shape" : "xyz')):
            office.path("rusak.json").write_text(text)
            office.fails("roster", "mapping", "import", office.path("rusak.json"), status=3)

    gone = desk.one("roster", "mapping", "forget", known["shape"][:12])
    assert desk.lines("roster", "mapping", "list") == []
    desk.fails("roster", "mapping", "forget", known["shape"], status=3)
    desk.one("journal", "undo", gone["journal"])
    assert desk.lines("roster", "mapping", "list") == [known]
    desk.one("roster", "undo", last["summary"]["batch"])
    assert desk.lines("roster", "mapping", "list") == []


@with_event
def one_number_in_two_sheets_is_one_person(desk, event):
    path = write(desk.path("daftar.xlsx"), {"DINAS X": [["Nama", "NIP"], ["Budi Santoso", A]],
                                            "DINAS Y": [["Nama", "NIP"], ["Ani", B], ["Budi Santoso, S.E.", A]]})
    *rows, last = desk.lines("roster", "check", path, "--event", event, status=1)
    assert rows[-1]["verdict"] == "duplicate" and rows[-1]["codes"] == ["duplicate-in-file"], rows
    assert "DINAS X" in rows[-1]["reasons"][0] and "2" in rows[-1]["reasons"][0], rows
    assert [sheet["rows"] for sheet in last["summary"]["sheets"]] == [1, 2], last


main([cells_are_corrected_and_rows_left_out, words_get_a_meaning_once, a_dry_run_writes_nothing, a_wrong_mapping_is_a_wrong_call,
      refused_rows_go_back_and_come_again, who_may_be_meant_is_told, columns_are_remembered,
      one_number_in_two_sheets_is_one_person])
