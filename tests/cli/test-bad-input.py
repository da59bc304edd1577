# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets a message and leaves database and target files as they were."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
import zipfile

import openpyxl

from ikrarctl import PROGRAM, SAMPLE, Desk, digest, main


def refused(desk, event, path, *words):
    """The import of a file is refused with words in its message, and nothing changes."""
    rejects = desk.path("rejects.xlsx")
    rejects.write_bytes(b"as it was")
    before = desk.lines("participant", "list", "--event", event), desk.lines("person", "list")
    message = desk.fails("roster", "import", path, "--event", event, "--rejects", rejects, status=3)
    assert before == (desk.lines("participant", "list", "--event", event), desk.lines("person", "list"))
    assert rejects.read_bytes() == b"as it was"
    assert path.name in message or str(path) in message, message
    for word in words:
        assert word.lower() in message.lower(), (word, message)


def with_event(check):
    def case():
        with Desk() as desk:
            desk.lines("db", "init")
            check(desk, desk.add_event())
    case.__name__ = check.__name__
    return case


@with_event
def a_picture_is_no_spreadsheet(desk, event):
    desk.path("foto.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    refused(desk, event, desk.path("foto.xlsx"))


@with_event
def a_pdf_is_no_spreadsheet(desk, event):
    desk.path("daftar.xlsx").write_bytes(b"%PDF-1.5\n" + b"x" * 200)
    refused(desk, event, desk.path("daftar.xlsx"), "PDF")


@with_event
def a_file_with_a_password_is_named(desk, event):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    name = "EncryptedPackage".encode("utf-16-le")
    desk.path("rahasia.xlsx").write_bytes(head + name + b"\0" * 2048)
    refused(desk, event, desk.path("rahasia.xlsx"))


@with_event
def cut_off_files_are_refused(desk, event):
    whole = (SAMPLE / "roster.xlsx").read_bytes()
    for part in (0.1, 0.5, 0.9, 0.99):
        desk.path("potong.xlsx").write_bytes(whole[:int(len(whole) * part)])
        refused(desk, event, desk.path("potong.xlsx"))


@with_event
def a_zip_bomb_is_refused(desk, event):
    sheet = (b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
             + b"<row><c t=\"inlineStr\"><is><t>" + b"A" * 300_000_000 + b"</t></is></c></row></sheetData></worksheet>")
    with zipfile.ZipFile(SAMPLE / "roster.xlsx") as source, \
            zipfile.ZipFile(desk.path("bom.xlsx"), "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name.startswith("xl/worksheets/sheet") else source.read(name))
    refused(desk, event, desk.path("bom.xlsx"))


@with_event
def a_sheet_without_names_is_refused(desk, event):
    book = openpyxl.Workbook()
    book.active.append(["Kode", "Jumlah"])
    for number in range(5):
        book.active.append([number, number * 2])
    book.save(desk.path("angka.xlsx"))
    refused(desk, event, desk.path("angka.xlsx"), "nama")


@with_event
def numeric_numbers_go_back_to_the_sender(desk, event):
    book = openpyxl.Workbook()
    book.active.append(["No", "Nama", "NIP", "Unit Kerja"])
    for number in range(1, 6):
        book.active.append([number, f"Peserta {number}", 198804202010011000 + number, "Dinas"])
    book.save(desk.path("angka.xlsx"))
    *rows, last = desk.lines("roster", "import", desk.path("angka.xlsx"), "--event", event,
                             "--rejects", desk.path("tolak.xlsx"), status=1)
    refusals = [row for row in rows if row["verdict"] == "error"]
    assert refusals and all(row["reasons"] for row in refusals), rows
    sheet = openpyxl.load_workbook(desk.path("tolak.xlsx")).active
    heads = [cell.value for cell in sheet[1]]
    assert "Masalah" in heads, heads
    assert sheet.max_row - 1 == last["summary"]["error"] + last["summary"]["duplicate"]
    imported = {row["name"] for row in desk.lines("participant", "list", "--event", event)}
    assert not imported & {row["name"] for row in refusals}


@with_event
def databases_of_others_are_left_alone(desk, event):
    foreign = desk.path("foreign.db")
    subprocess.run(["sqlite3", foreign, "CREATE TABLE t (a); INSERT INTO t VALUES (1)"], check=True)
    newer = desk.path("newer.db")
    desk.one("db", "backup", newer)
    subprocess.run(["sqlite3", newer, "PRAGMA user_version=999"], check=True)
    text = desk.path("text.db")
    text.write_text("bukan basis data\n" * 50)
    damaged = desk.path("damaged.db")
    desk.one("db", "backup", damaged)
    content = bytearray(damaged.read_bytes())
    content[8192:12288] = os.urandom(4096)
    damaged.write_bytes(content)
    for path in (foreign, newer, text, damaged):
        before = digest(path)
        for command in (["event", "list"], ["db", "migrate"], ["db", "init"]):
            done = desk.raw(*command, database=path)
            assert done.returncode == 3 and done.stderr.startswith("ikrarctl: "), (path, command, done)
        assert digest(path) == before, path


@with_event
def the_newest_good_backup_is_offered(desk, event):
    backups = desk.path("backups")
    backups.mkdir()
    desk.one("db", "backup", backups / "ikrar-20260101.db")
    shutil.copy(backups / "ikrar-20260101.db", backups / "ikrar-20260102.db")
    with open(backups / "ikrar-20260102.db", "r+b") as newest:
        newest.truncate(5000)
    with open(desk.database, "r+b") as database:
        database.seek(4096)
        database.write(os.urandom(20000))
    message = desk.fails("event", "list", status=3)
    assert "ikrar-20260101.db" in message, message


@with_event
def an_import_survives_being_killed(desk, event):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["No", "Nama", "NIP", "Unit Kerja"])
    for number in range(20000):
        sheet.append([number, f"Peserta {number}", f"{19600101 + number % 28:08d}199001{1 + number % 2}{number % 999 + 1:03d}", "Dinas"])
    book.save(desk.path("besar.xlsx"))
    for delay in (0.02, 0.1, 0.2, 0.3, 0.4, 0.5):
        call = subprocess.Popen([PROGRAM, "--db", desk.database, "--json", "roster", "import", desk.path("besar.xlsx"),
                                 "--event", event, "--rejects", desk.path("tolak.xlsx")], stdout=subprocess.DEVNULL)
        time.sleep(delay)
        call.send_signal(signal.SIGKILL)
        call.wait()
        assert desk.one("db", "check")["ok"] is True
        count = len(desk.lines("participant", "list", "--event", event))
        assert count == 0 or count > 900, count
        leftovers = [name for name in os.listdir(desk.folder) if name.endswith(".part")]
        assert desk.path("tolak.xlsx").exists() or not leftovers or count >= 0


@with_event
def a_drawing_that_cannot_be_drawn_is_no_signature(desk, event):
    person = desk.add_people(event, 1)[0]
    svg = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
    drawings = ["hello world", svg.format(""), svg.format('<path d="M0 0A5 5 0 0 0 9 9"/>'),
                svg.format('<path d="M0 0L9 9"/><path d="rubbish"/>'), svg.format('<path d="M0 0L9 9"'),
                svg.format('<g transform="rotate(9)"><path d="M0 0L9 9"/></g>')]
    for drawing in drawings:
        desk.path("tanda.svg").write_text(drawing)
        message = desk.fails("pledge", "sign", "--event", event, "--participant", person,
                             "--signature", desk.path("tanda.svg"), status=3)
        assert "tanda.svg" in message, message
        assert desk.lines("pledge", "list", "--event", event) == []
    desk.path("tanda.svg").write_text(svg.format("<path d='M10 80C40 10 65 10 95 80S150 150 180 80'/><path d='m5 5 3 3'/>"))
    desk.one("pledge", "sign", "--event", event, "--participant", person, "--signature", desk.path("tanda.svg"))
    with sqlite3.connect(desk.database) as database:
        kept = [row[0] for row in database.execute("SELECT value FROM ledger_field WHERE value LIKE 'M10%'")]
    assert len(kept) == 1 and kept[0].count("M") == 2 and kept[0].count("C") == 2, kept


@with_event
def no_output_takes_the_place_of_what_is_kept(desk, event):
    source = desk.path("daftar.csv")
    source.write_text("Nama;NIP;Unit Kerja\nBudi;198404042010011005;Dinas\nSalah;123;Dinas\n")
    keys = desk.folder / (desk.database.name + ".keys")
    desk.codes(event)
    kept = {path: path.read_bytes() for path in (source, keys)}
    for path in (desk.database, keys):
        for call in (["event", "calendar", event, "-o"], ["db", "backup"], ["ledger", "export", "-o"],
                     ["report", "tally", "--event", event, "-o"], ["pass", "print", "--event", event, "-o"],
                     ["roster", "import", source, "--event", event, "--rejects"]):
            message = desk.fails(*call, path, status=3)
            assert path.name in message, message
    desk.fails("roster", "import", source, "--event", event, "--rejects", source, status=3)
    message = desk.fails("roster", "import", source, "--event", event, "--rejects",
                         desk.path("tidak-ada") / "tolak.xlsx", status=3)
    assert "tidak-ada" in message, message
    assert desk.lines("participant", "list", "--event", event) == []
    assert desk.one("db", "check")["ok"] is True
    assert {path: path.read_bytes() for path in kept} == kept


@with_event
def sheets_that_were_not_read_are_named(desk, event):
    book = openpyxl.Workbook()
    for sheet, name in ((book.active, "Budi Santoso"), (book.create_sheet("Dinas Dua"), "Siti Aminah"),
                        (book.create_sheet("Dinas Lama"), "Joko Susilo")):
        sheet.append(["Nama", "NIP"])
        sheet.append([name, "-"])
    book["Dinas Lama"].sheet_state = "hidden"
    book.save(desk.path("tiga.xlsx"))
    for command in ("check", "import"):
        done = desk.raw("roster", command, desk.path("tiga.xlsx"), "--event", event)
        names = [line["name"] for line in map(json.loads, done.stdout.splitlines()) if "name" in line]
        assert done.returncode == 0 and names == ["Budi Santoso", "Siti Aminah"], done
        assert "Dinas Lama" in done.stderr, done
    done = desk.raw("roster", "import", desk.path("tiga.xlsx"), "--event", event, "--sheet", "Dinas Lama")
    assert done.returncode == 0 and "Joko Susilo" in done.stdout, done
    assert len(desk.lines("participant", "list", "--event", event)) == 3


@with_event
def what_cannot_be_is_refused(desk, event):
    first, second = desk.add_people(event, 2)
    mark = ["mark", "--event", event, "--participant", first]
    calls = [(3, "event", "session", "add", event, "--title", "Terbalik",
              "--start", "2026-11-26T09:00", "--end", "2026-11-26T08:00"),
             (3, "institution", "edit", "--paper", "A3"),
             (2,), (2, "event", "bogus"), (2, "event", "session", "add", event),
             (2, "event", "role", "add", event, "--kind", "speaker"),
             (2, "pass", "print", "--event", event, "--layout", "x9", "-o", desk.path("k.pdf")),
             (3, "participant", "add", "--event", event, "--person", desk.lines("person", "list")[0]["id"]),
             (2, *mark, "--status", "R", "--by", first),
             (2, *mark, "--status", "S", "--by", second)]
    before = desk.lines("participant", "list", "--event", event), desk.one("event", "show", event)
    for status, *call in calls:
        message = desk.fails(*call, status=status)
        assert "UNIQUE" not in message, message
    assert before == (desk.lines("participant", "list", "--event", event), desk.one("event", "show", event))
    assert desk.one("institution", "show")["paper"] == "F4"


main([a_picture_is_no_spreadsheet, a_pdf_is_no_spreadsheet, a_file_with_a_password_is_named,
      cut_off_files_are_refused, a_zip_bomb_is_refused, a_sheet_without_names_is_refused,
      numeric_numbers_go_back_to_the_sender, databases_of_others_are_left_alone,
      the_newest_good_backup_is_offered, a_drawing_that_cannot_be_drawn_is_no_signature,
      no_output_takes_the_place_of_what_is_kept, sheets_that_were_not_read_are_named, what_cannot_be_is_refused,
      an_import_survives_being_killed])
