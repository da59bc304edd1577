# SPDX-License-Identifier: GPL-3.0-or-later
"""Every case of cases.json: each row of its fixture gets the verdict that stands there, is imported
or goes back to the sender, and docs/rosters.md tells the same."""

import csv
import os
import pathlib
import shutil
import subprocess
import sys

import openpyxl

sys.path.insert(0, os.environ["IKRAR_CLI_TESTS"])
from ikrarctl import Desk, main  # noqa: E402

from cases import DATA, DOCUMENT, HERE, all_cases, document, split_line  # noqa: E402

REFUSED = ("error", "duplicate")


def plain(line):
    """What the table says of a line."""
    return {key: line[key] for key in ("row", "verdict", "name", "number", "unit", "codes")}


def expected(case, found):
    """The lines of the table; those that name no sheet stand in the only one that was read."""
    lines = [split_line(line) for line in case["lines"]]
    if any(line["sheet"] for line in lines):
        assert [line["sheet"] for line in found] == [line["sheet"] for line in lines], found
    return [plain(line) for line in lines]


def differences(wanted, found):
    told = [f"  wanted {line}" for line in wanted if line not in found]
    told += [f"  found  {line}" for line in found if line not in wanted]
    return "\n".join(told) or f"  in another order: {found}"


def check(case, desk, *more):
    """The lines of a check, compared with the table; and its summary."""
    lines = case["lines"]
    status = 1 if any(split_line(line)["verdict"] in REFUSED for line in lines) else 0
    *found, last = desk.lines("roster", "check", DATA / case["fixture"], *case.get("arguments", []), *more, status=status)
    wanted, shown = expected(case, found), [plain(line) for line in found]
    assert shown == wanted, "\n" + differences(wanted, shown)
    summary = last["summary"]
    assert summary["rows"] == len(lines), summary
    assert summary["rows"] == sum(summary[verdict] for verdict in ("ok", "warning", "error", "duplicate", "skipped"))
    return found, summary


def check_clues(case, summary):
    codes = [clue["code"] for clue in summary.get("clues", [])]
    missing = [code for code in case.get("clues", []) if code not in codes]
    assert not missing, (missing, codes)


def check_people(case, desk):
    """What the register knows of people after the import."""
    ids = {person["name"]: person["id"] for person in desk.lines("person", "list")}
    for name, fields in case.get("people", {}).items():
        person = desk.one("person", "show", ids[name])
        assert {key: person[key] for key in fields} == fields, person


def refused_rows(path):
    """Rows of a workbook of refused rows, of all sheets; nothing in it is a formula."""
    rows = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert all(cell.data_type == "s" for cell in cells), [cell.value for cell in cells if cell.data_type != "s"]
        assert [cell.value for cell in sheet[1]][-2:] == ["Masalah", "Saran"], [cell.value for cell in sheet[1]]
        rows += sheet.iter_rows(min_row=2, values_only=True)
    return rows


def take_in(case, desk):
    """Imports the fixture: who is good goes in, who is not goes back, nobody is lost."""
    event = desk.add_event()
    out = desk.path("ditolak.xlsx")
    lines = [split_line(line) for line in case["lines"]]
    refused = [line for line in lines if line["verdict"] in REFUSED]
    *found, last = desk.lines("roster", "import", DATA / case["fixture"], *case.get("arguments", []), "--event", event,
                              "--rejects", out, status=1 if refused else 0)
    wanted = [line["name"] for line in lines if line["verdict"] in ("ok", "warning")]
    assert last["summary"]["imported"] == len(wanted), last
    people = desk.lines("participant", "list", "--event", event)
    assert sorted(person["name"] for person in people) == sorted(wanted), people
    back = refused_rows(out)
    assert len(back) == len(refused), back


def another_program_reads_the_refused_rows_alike():
    """Cell by cell, with all lines of a text; and each column fits on the page."""
    with Desk() as desk:
        out = desk.path("ditolak.xlsx")
        desk.lines("roster", "check", DATA / "number-scientific.csv", "--rejects", out, status=1)
        text = desk.path("ditolak.csv")
        subprocess.run(["ssconvert", out, text], check=True, stderr=subprocess.DEVNULL)
        sheet = openpyxl.load_workbook(out).active
        own = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        with open(text, encoding="utf-8", newline="") as file:
            assert list(csv.reader(file)) == own, own
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert sum(widths) < 200, widths
        for row in sheet.iter_rows(min_row=2):
            lines = max(len(str(cell.value or "")) / width for cell, width in zip(row, widths))
            assert sheet.row_dimensions[row[0].row].height >= 15 * lines, row


def run_case(case):
    with Desk() as desk:
        shutil.copyfile(TEMPLATE.database, desk.database)
        for arguments in case.get("before", []):
            desk.raw(*arguments)
        if "fails" in case:
            for command in ("check", "import"):
                more = ["--event", desk.add_event()] if command == "import" else []
                message = desk.fails("roster", command, DATA / case["fixture"], *more, status=3)
                assert case["fails"] in message and case["fixture"] in message, message
            return
        _, summary = check(case, desk)
        check_clues(case, summary)
        take_in(case, desk)
        check_people(case, desk)


def make_test(case):
    def test():
        run_case(case)
    test.__name__ = f"{case['case']}: {case['title']}"
    return test


def every_fixture_has_a_case():
    """Or a test in C that opens it."""
    used = {case["fixture"] for case in all_cases()}
    there = {path.name for path in DATA.iterdir() if path.suffix != ".py"}
    sources = "".join(path.read_text() for path in [*HERE.glob("*.c"), *DATA.glob("*.py")])
    idle = {name for name in there - used if f'"{name}"' not in sources}
    assert not idle, idle
    assert used <= there, used - there


def every_case_of_the_field_is_there():
    """The 26 distinct cases of messy rosters, and the 13 ways in which numbers are mangled."""
    numbers = {case["case"].rstrip("abcdefghijkl") for case in all_cases()}
    wanted = {f"M{number}" for number in range(1, 27)} | {f"N{number}" for number in range(1, 14)}
    assert wanted <= numbers, sorted(wanted - numbers)


def the_document_is_up_to_date():
    assert DOCUMENT.read_text() == document(), "run tests/roster/make-document"


with Desk() as TEMPLATE:
    TEMPLATE.lines("db", "init", status=0)
    main([*[make_test(case) for case in all_cases()], another_program_reads_the_refused_rows_alike,
          every_fixture_has_a_case, every_case_of_the_field_is_there, the_document_is_up_to_date])
