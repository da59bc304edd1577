# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of scans: what was scanned at the desk, also what was refused, filtered and saved."""

import csv
import zipfile

from hall import NARROW, Hall, open_desk, shown
from harness import run, wait

TITLE = "Scan Log"
KONDO = "Theresia Kondo, S.KM."


def scan_some(program):
    """Somebody good, the same once more, and a code of nobody."""
    desk = open_desk(program)
    program.scan(desk, program.codes["pass-1"])
    shown(desk, "Welcome, Theresia Kondo. Presence is recorded.")
    program.scan(desk, program.codes["forged"])
    shown(desk, "The pass is not genuine.")
    program.scan(desk, program.codes["pass-1"])
    shown(desk, "Theresia Kondo was recorded already.")
    return desk


def open_log(program, desk):
    desk.act("desk.scan-log")
    return program.window(TITLE)


def listed(log):
    """Names in the list, from the top."""
    rows = log.find("list", "Scans").find_all("list item", seen=True)
    return [row.find_all("label")[0].name for row in rows]


def wait_listed(log, names):
    wait(lambda: listed(log) == names, f"the log does not list {names}")


def choose_chip(log, name):
    log.find(None, name, seen=True).click()


def save(program, log, path):
    log.find("push button", "Save What Is Shown…", seen=True).click()
    program.answer_chooser("Save Log as XLSX or CSV", path)
    wait(path.exists, f"{path} is not saved")


def check_log(program, name, size):
    desk = scan_some(program)
    log = open_log(program, desk)
    program.resize(log, *size)
    wait_listed(log, [KONDO, "Unknown code", KONDO])
    for word in ("Welcome", "Already Recorded", "Not Genuine"):
        log.find("label", word, seen=True)
    program.screenshot(name, log)
    assert log.extents[2] <= size[0], log.extents
    return desk, log


def test_every_scan_is_listed_filtered_and_saved():
    with Hall() as program:
        _, log = check_log(program, "wide", (1280, 720))
        choose_chip(log, "Refused, 1")
        wait_listed(log, ["Unknown code"])
        program.screenshot("refused", log)
        path = program.folder / "catatan.csv"
        save(program, log, path)
        rows = list(csv.DictReader(path.open(encoding="utf-8-sig"), delimiter=";"))
        assert [(row["Hasil"], row["Nama"]) for row in rows] == [("Kartu palsu", "")]
        choose_chip(log, "All, 3")
        wait_listed(log, [KONDO, "Unknown code", KONDO])
        log.find("entry", "Name or unit", seen=True).type("kondo")
        wait_listed(log, [KONDO, KONDO])
        path = program.folder / "catatan.xlsx"
        save(program, log, path)
        with zipfile.ZipFile(path) as workbook:
            texts = "".join(workbook.read(name).decode() for name in workbook.namelist()
                            if name.endswith(".xml"))
        assert "Sudah tercatat" in texts and KONDO in texts and "Kartu palsu" not in texts
        log.find("entry", "Name or unit", seen=True).type("nobody has this name")
        log.find("label", "No scan fits these filters.", seen=True)


def test_the_log_follows_the_desk():
    with Hall() as program:
        desk = open_desk(program)
        log = open_log(program, desk)
        log.find("label", "Nothing Was Scanned Yet", seen=True)
        program.screenshot("empty", log)
        program.give_focus(desk)
        program.scan(desk, program.codes["forged"])
        shown(desk, "The pass is not genuine.")
        wait_listed(log, ["Unknown code"])


def test_the_log_of_the_attendance_view_fits_a_narrow_dark_window():
    with Hall(dark=True) as program:
        check_log(program, "narrow-dark", NARROW)


def test_the_attendance_view_shows_the_log():
    with Hall() as program:
        view = program.show_view("Attendance", "IkrarAttendanceView")
        view.act("view.scan-log")
        program.window(TITLE).find("label", "Nothing Was Scanned Yet", seen=True)


run(globals())
