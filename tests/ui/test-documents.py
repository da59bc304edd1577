# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of an event: each is saved through the window and read with another program."""

import contextlib
import csv
import re
import resource
import subprocess

import openpyxl

from harness import Program, run, wait
from papers import (choose, count_pages, read_text, run_program, save, scan, start_saving,
                    wait_pages)

EVENT = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
EMPTY = "Rapat Koordinasi Pengawasan"
INVITED = 12
A4 = (595.3, 841.9)
F4 = (609.4, 935.4)
CODE = re.compile(r"IK1[A-Z2-7]{127}")
NUMBER = re.compile(r"\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b")
# What is kept of a file that cannot be written to its end.
FULL_DISK = 8192
BEFORE = b"what was there before"


def show(program, title=EVENT):
    program.show_page("Events")
    program.find("list item", lambda name: name.startswith(title), seen=True).click_pointer()
    page = program.find("filler", "IkrarEventPage")
    page.find("page tab", "Documents", seen=True).click_pointer()
    return program.find("filler", "IkrarDocumentsView")


def page_size(path):
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run_program("pdfinfo", path))
    return tuple(map(float, found.groups()))


def is_paper(path, paper):
    return all(abs(one - other) < 0.5 for one, other in zip(page_size(path), paper))


def names(program):
    return [name for name, in program.query(
        "SELECT person.name FROM participant JOIN person ON person.id = participant.person_id")]


def test_passes_are_scanned_from_their_pages():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Passes")
        path = save(program, view, "Save PDF", "kartu.pdf")
        assert count_pages(path) == 2 and is_paper(path, A4)
        codes = scan(path)
        assert len(set(codes)) == len(codes) == INVITED, codes
        assert all(CODE.fullmatch(code) for code in codes), codes
        assert not NUMBER.search(read_text(path))


def test_passes_of_a_unit_on_other_paper():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Passes")
        program.choose(view, "Sheet", 3)
        pick_unit(program, view, "Dinas Kesehatan")
        view.find("push button", "Print 1 Page").wait_sensitive()
        path = save(program, view, "Save PDF", "kartu.pdf")
        assert count_pages(path) == 1 and is_paper(path, F4)
        assert len(scan(path)) == 1
        assert "Siti Rahmawati" in read_text(path)


def pick_unit(program, view, unit):
    """Types its name into the search of the list that comes down, and takes what is found."""
    view.find("list item", "Unit", seen=True).click_pointer()
    program.scan(program.frame, unit)
    view.find("list item", "Unit").find("label", unit)


def test_the_attendance_list_names_everybody():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Attendance List")
        path = save(program, view, "Save PDF", "daftar-hadir.pdf")
        text = read_text(path)
        assert is_paper(path, F4)
        assert len(NUMBER.findall(text)) >= INVITED
        assert all(name.split()[0] in text for name in names(program)), text
        assert re.search(r"Kehadiran 5 dari 12", text), text


def test_a_public_version_holds_no_numbers():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Attendance List")
        view.find("list item", "Public Version", seen=True).click_pointer()
        wait(lambda: not view.find("push button", "Save XLSX").is_sensitive,
             "the workbook with all numbers can still be saved")
        wait_pages(view)
        path = save(program, view, "Save PDF", "daftar-hadir.pdf")
        listed = read_text(path).split("Rekapitulasi")[0]
        assert "Siti Rahmawati" in listed
        assert not NUMBER.search(listed), listed


def test_a_public_pledge_sheet_holds_no_numbers():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Pledge Sheet")
        assert NUMBER.search(read_text(save(program, view, "Save PDF", "ikrar.pdf")))
        view.find("list item", "Public Version", seen=True).click_pointer()
        wait_pages(view)
        text = read_text(save(program, view, "Save PDF", "ikrar-publik.pdf"))
        assert "Naskah ikrar (versi publik)" in text, text
        assert not NUMBER.search(text), text


def test_only_papers_with_a_public_version_offer_it():
    with Program(sample=True) as program:
        view = show(program)
        for kind, offered in (("Attendance List", True), ("Passes", False), ("Pledge Sheet", True),
                              ("Certificates", False), ("Attendance List", True), ("Tally", False)):
            view.find("list", "Documents").find("list item", kind, seen=True).click_pointer()
            wait(lambda: bool(view.find_all("list item", "Public Version", seen=True)) == offered, f"{kind}: {offered}")


def test_the_pledge_sheet_holds_the_text():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Pledge Sheet")
        path = save(program, view, "Save PDF", "ikrar.pdf")
        text = " ".join(read_text(path).split())
        assert is_paper(path, F4)
        assert "Menolak politik uang dan segala jenis pemberian" in text, text


def test_the_tally_adds_up_as_workbook_and_as_csv():
    with Program(sample=True) as program:
        view = show(program)
        view.find("list", "Documents").find("list item", "Tally", seen=True).click_pointer()
        workbook = openpyxl.load_workbook(save(program, view, "Save XLSX", "rekap.xlsx"))
        people = workbook["Daftar peserta"]
        numbers = [cell for row in people.iter_rows() for cell in row
                   if isinstance(cell.value, str) and re.fullmatch(r"\d{18}", cell.value)]
        assert len(numbers) == INVITED and all(cell.data_type == "s" for cell in numbers)
        assert people.freeze_panes is not None
        path = save(program, view, "Save CSV", "rekap.csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
            lines = list(csv.reader(text.splitlines(), csv.Sniffer().sniff(text, ";,\t")))
        assert len(lines) == INVITED + 1, lines


def test_certificates_are_issued_saved_and_revoked():
    with Program(sample=True) as program:
        view = show(program)
        view.find("list", "Documents").find("list item", "Certificates", seen=True).click_pointer()
        view.find("label", "No Certificates Yet", seen=True)
        due = int(re.match(r"\d+", view.find(
            "list item", lambda name: "no certificate yet" in name).name).group())
        view.find("push button", "Issue", seen=True).click()
        view.find("push button", f"Print {due} Pages").wait_sensitive()
        path = save(program, view, "Save PDF", "sertifikat.pdf")
        width, height = page_size(path)
        assert count_pages(path) == due and width > height
        codes = scan(path)
        assert len(set(codes)) == due and all(code.startswith("IC1") for code in codes), codes
        assert certificates(program) == due
        program.find("push button", "Undo", seen=True).click()
        wait(lambda: certificates(program) == 0, "the certificates are not revoked")
        view.find("label", "No Certificates Yet", seen=True)


def certificates(program):
    return program.query("SELECT COUNT(*) FROM certificate JOIN event ON event.id = event_id"
                         " WHERE revoked_at = 0 AND title = ?", EVENT)[0][0]


def test_a_place_that_takes_no_files_is_named():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Attendance List")
        start_saving(program, view, "Save PDF", "/proc/daftar-hadir.pdf")
        question = program.window("This Could Not Be Saved")
        question.find("label", lambda name: "daftar-hadir.pdf" in name)
        question.find_all("push button")[0].click()
        wait_pages(view)


@contextlib.contextmanager
def full_disk(program):
    """No file of the program grows beyond a few kilobytes."""
    unlimited = resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (FULL_DISK, unlimited[1]))
    yield
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, unlimited)


@contextlib.contextmanager
def told_of_full_disks():
    """The program is told of them as of any error instead of being ended."""
    program = Program(sample=True)
    script = program.folder / "ikrar"
    script.write_text(f"#!/bin/sh\ntrap '' XFSZ\nexec '{program.command[0]}' \"$@\"\n")
    script.chmod(0o755)
    program.command[0] = script
    with program:
        yield program


def test_a_full_disk_leaves_what_was_there():
    with told_of_full_disks() as program:
        view = show(program)
        folder = program.folder / "tujuan"
        folder.mkdir()
        for kind, button, name in (("Passes", "Save PDF", "lama.pdf"),
                                   ("Attendance List", "Save XLSX", "lama.xlsx")):
            choose(view, kind)
            (folder / name).write_bytes(BEFORE)
            with full_disk(program):
                start_saving(program, view, button, folder / name)
                replace(program)
                question = program.window("This Could Not Be Saved")
                question.find_all("push button")[0].click()
            assert (folder / name).read_bytes() == BEFORE
        assert sorted(path.name for path in folder.iterdir()) == ["lama.pdf", "lama.xlsx"]


def replace(program):
    """Agrees to replace the file."""
    def look():
        found = [button for window in program.windows()
                 for button in window.find_all("push button", "Replace")]
        return found[0] if found else None
    wait(look, "nobody asks whether to replace the file").click()


def test_printing_asks_where():
    with Program(sample=True) as program:
        view = show(program)
        choose(view, "Attendance List")
        wait_pages(view).click()
        dialog = program.window("Print")
        dialog.find("push button", "Cancel").click()
        program.wait_closed("Print")
        wait_pages(view)


def test_an_event_without_participants_has_no_documents():
    with Program(sample=True) as program:
        view = show(program, EMPTY)
        view.find("label", "No Documents Yet", seen=True)
        view.find("push button", "Import Roster", seen=True)


run(globals())
