# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs read the workbooks: openpyxl sees the right types and formats, and a spreadsheet
program that computes anew gets the values that were written."""

import csv
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import openpyxl

from outcome import report

warnings.filterwarnings("ignore", category=UserWarning)

ESCAPE = re.compile(r"_x([0-9A-F]{4})_")
FIRST = 6  # row of the first unit


def load(path, values=False):
    return openpyxl.load_workbook(path, data_only=values)


def sheets(path):
    names = load(path).sheetnames
    if names != ["Rekap OPD", "Daftar peserta", "Keterangan"]:
        yield f"{path.name}: {names}"


def people_types(path):
    sheet = load(path)["Daftar peserta"]
    heads = [cell.value for cell in sheet[1]]
    kinds = {"No": int, "Hadir": int, "Nama": str, "NIP / NI PPPK / NIK": str,
             "Tercatat (WITA)": datetime.datetime, "Unit kerja": str, "Keadaan": str}
    for row in sheet.iter_rows(min_row=2):
        for head, kind in kinds.items():
            cell = row[heads.index(head)]
            if cell.value is not None and not isinstance(cell.value, kind):
                yield f"{path.name} {cell.coordinate}: {cell.value!r} is no {kind.__name__}"
            if cell.data_type == "f":
                yield f"{path.name} {cell.coordinate}: a formula"
        number = row[heads.index("NIP / NI PPPK / NIK")].value
        if number is not None and not (len(number) == 18 and number.isdigit()):
            yield f"{path.name}: number {number}"
        at = row[heads.index("Tercatat (WITA)")].value
        # The clock of the test's database stands at 08.00 WITA.
        if at is not None and at != datetime.datetime(2024, 11, 7, 8, 0):
            yield f"{path.name}: recorded {at}"


def layout(path):
    book = load(path)
    units, people = book["Rekap OPD"], book["Daftar peserta"]
    if units.freeze_panes != "C6" or people.freeze_panes != "D2":
        yield f"{path.name}: frozen at {units.freeze_panes}, {people.freeze_panes}"
    if people.auto_filter.ref is None or units.auto_filter.ref is None:
        yield f"{path.name}: no filter"
    if people.print_title_rows != "$1:$1" or people.page_setup.orientation != "landscape":
        yield f"{path.name}: print set-up"
    if int(people.page_setup.paperSize) != 14:
        yield f"{path.name}: paper {people.page_setup.paperSize}"
    if not book.properties.title or not book.properties.title.startswith("Rekapitulasi"):
        yield f"{path.name}: title {book.properties.title}"


def sums(path):
    """The units add up to the people of the other sheet; the control column is 0."""
    book = load(path, values=True)
    units, people = book["Rekap OPD"], book["Daftar peserta"]
    rows = [row for row in units.iter_rows(min_row=FIRST, values_only=True)]
    total = next((row for row in rows if row[1] == "JUMLAH"), None)
    if total is None:
        yield f"{path.name}: no row of sums"
        return
    listed = rows[:rows.index(total)]
    for column in (2, 3, 4, 5, 6, 7, 8, 10, 11):
        if sum(row[column] for row in listed) != total[column]:
            yield f"{path.name}: column {column} does not add up"
    heads = [cell.value for cell in people[1]]
    everybody = list(people.iter_rows(min_row=2, values_only=True))
    present = sum(row[heads.index("Hadir")] for row in everybody)
    if total[2] != len(everybody) or total[3] + total[4] != present:
        yield f"{path.name}: {total} against {len(everybody)} people, {present} present"
    for row in listed + [total]:
        if row[13] != 0 or row[2] != sum(row[3:9]):
            yield f"{path.name}: control of {row[1]} is {row[13]}"
        rate = (row[3] + row[4]) / row[2] if row[2] else 0
        if abs(row[9] - rate) > 1e-12:
            yield f"{path.name}: rate of {row[1]} is {row[9]}"


def recomputed(path, folder):
    """A spreadsheet program computes the same as was written beside the formulas."""
    target = folder / (path.stem + ".computed")
    subprocess.run(["ssconvert", "--recalc", "-T", "Gnumeric_stf:stf_assistant", "-O",
                    "sheet='Rekap OPD' separator=, format=raw", str(path), str(target)],
                   check=True, capture_output=True)
    with open(target, newline="") as file:
        computed = list(csv.reader(file))[FIRST - 1:]
    cached = load(path, values=True)["Rekap OPD"].iter_rows(min_row=FIRST, values_only=True)
    compared = 0
    for mine, theirs in zip(cached, computed):
        for value, text in zip(mine[2:], theirs[2:]):
            if isinstance(value, (int, float)) and text != "":
                compared += 1
                if abs(float(text) - value) > 1e-9:
                    yield f"{path.name} {mine[1]}: {text} instead of {value}"
    if compared < 10:
        yield f"{path.name}: only {compared} values could be compared"


def csv_same(path):
    """The text file holds the same cells."""
    sheet = load(path)["Daftar peserta"]
    with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    for row, line in zip(sheet.iter_rows(values_only=True), lines):
        for value, text in zip(row, line):
            if isinstance(value, datetime.datetime):
                value = value.strftime("%Y-%m-%d %H:%M")
            # Control characters stand in the file as the format escapes them.
            value = "" if value is None else ESCAPE.sub(lambda m: chr(int(m[1], 16)), str(value))
            if value[:1] in tuple("=+-@\t\r\n＝＋－＠"):
                value = "'" + value
            if value.replace("\r\n", "\n") != text.replace("\r\n", "\n"):
                yield f"{path.name}: {text!r} instead of {value!r}"
    if sheet.max_row != len(lines):
        yield f"{path.name}: {len(lines)} lines instead of {sheet.max_row}"


def rejects(path):
    sheet = load(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    if rows[0] != ("Nama", "NIP", "Masalah") or len(rows) != 4:
        yield f"{path.name}: {rows}"
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.value is not None and cell.data_type != "s":
                yield f"{path.name} {cell.coordinate}: {cell.data_type}"
        if row[2].fill.fgColor.rgb == row[0].fill.fgColor.rgb:
            yield f"{path.name}: the problem is not set off"
    if rows[2][0] != '=HYPERLINK("x")' or rows[2][1] != "1.98804E+17":
        yield f"{path.name}: {rows[2]}"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([sys.argv[1], name], check=True)
    tallies = sorted(folder.glob("*-tally.xlsx"))
    full = [path for path in tallies if not path.name.startswith("bare")]
    each = lambda check, paths, *more: [problem for path in paths for problem in check(path, *more)]
    report([
        ("there are workbooks", [] if len(tallies) == 4 else [f"{len(tallies)}"]),
        ("the sheets are there", each(sheets, tallies)),
        ("cells have their types", each(people_types, tallies)),
        ("heads are frozen, filters are set, print is set up", each(layout, tallies)),
        ("counts add up", each(sums, tallies)),
        ("formulas compute to what was written", each(recomputed, full, folder)),
        ("the text file says the same", each(csv_same, tallies)),
        ("refused rows go back as text", each(rejects, sorted(folder.glob("*-rejects.xlsx")))),
    ])
