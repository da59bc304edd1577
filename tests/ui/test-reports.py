# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports: counts by unit, grade and role, as a chart, a table, and a file."""

import csv
import re

import openpyxl

from harness import Program, run, wait


def show(program):
    program.show_page("Reports")
    page = program.find("filler", "IkrarReportsPage")
    page.find("label", lambda name: "of 12 invited" in name, seen=True)
    return page


def lines(page):
    """The table as a narrow window lists it: name, sentence, share."""
    found = []
    for item in page.find("list", "Counts by group").find_all("list item"):
        labels = [label.name for label in item.find_all("label")]
        if len(labels) >= 3:
            found.append((labels[0], [int(number) for number in re.findall(r"\d+", labels[1])]))
    return found


def check_sums(found):
    """The last line counts what the others count together."""
    *groups, (name, total) = found
    assert name == "Total", found
    assert groups and [sum(column) for column in zip(*(numbers for _, numbers in groups))] == total
    return total


def test_groups_of_every_kind_add_up():
    with Program(sample=True) as program:
        page = show(program)
        for place, grouping in enumerate(("By unit", "By grade", "By role")):
            program.choose(page, "Grouping", place)
            page.find("label", "Attendance by " + grouping[3:].capitalize(), seen=True)
            present, invited, *states = check_sums(wait(lambda: lines(page), "no lines"))
            assert (invited, present) == (12, 5)
            assert present + sum(states) == invited


def test_pledges_are_counted_too():
    with Program(sample=True) as program:
        page = show(program)
        program.choose(page, "Numbers", 1)
        page.find("label", "Pledges by Unit", seen=True)
        page.find("image", lambda name: "signed" in name)


def test_a_report_is_saved_as_csv():
    with Program(sample=True) as program:
        page = show(program)
        path = save(program, page, "CSV", program.folder / "laporan.csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        rows = list(csv.reader(text.splitlines(), csv.Sniffer().sniff(text, ";,\t")))
        assert any("Dinas Kesehatan" in row for row in rows), rows
        assert len(rows) >= 13, rows


def test_a_report_is_saved_as_a_workbook():
    with Program(sample=True) as program:
        page = show(program)
        path = save(program, page, "Workbook", program.folder / "laporan.xlsx")
        book = openpyxl.load_workbook(path)
        assert any(cell.value == "Dinas Kesehatan" for sheet in book for row in sheet for cell in row)


def save(program, page, kind, path):
    find_save(page).click()
    page.find("menu item", lambda name: kind in name).click()
    dialog = program.window(lambda name: name.startswith("Save"))
    dialog.find("text", "Name:").type(str(path))
    dialog.find("push button", "Save").click()
    wait(path.exists, f"“{path.name}” is not saved")
    return path


def find_save(page):
    """The button with the menu is the innermost of two with the name."""
    page.find("push button", "Save")
    return page.find_all("push button", "Save")[-1]


def test_without_events_there_is_nothing_to_report():
    with Program() as program:
        program.show_page("Reports")
        page = program.find("filler", "IkrarReportsPage")
        page.find("label", "No Reports Yet", seen=True)
        page.find("push button", "New Event", seen=True)


run(globals())
