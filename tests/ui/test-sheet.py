# SPDX-License-Identifier: GPL-3.0-or-later
"""A signed attendance list, typed in by its numbers."""

from hall import Hall
from harness import run, wait

TITLE = "Type In a Signed List"


def open_sheet(program):
    view = program.show_view("Attendance", "IkrarAttendanceView")
    view.act("view.type-sheet")
    dialog = program.window(TITLE)
    dialog.find("label", "The list has the numbers 1 to 40.", seen=True)
    return view, dialog


def states(program):
    return [program.participant(number)[0] for number in range(1, 8)]


def test_numbers_are_seen_with_names_and_recorded_as_one_change():
    with Hall() as program:
        _, dialog = open_sheet(program)
        dialog.find("text", "Numbers of the List").type("1-2 S4\n6i")
        dialog.find("label", "2 · Bambang Kondo")
        dialog.find("label", "4 people will be recorded")
        program.screenshot("sheet", dialog)
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed(TITLE)
        assert states(program) == ["H", "H", "-", "S", "-", "I", "-"]
        assert program.query("SELECT DISTINCT source FROM attendance_mark") == [("sheet",)]
        program.act("win.undo")
        wait(lambda: states(program) == ["-"] * 7, "not undone")


def test_misreads_are_told_and_nothing_is_recorded_until_they_are_corrected():
    with Hall() as program:
        _, dialog = open_sheet(program)
        entry = dialog.find("text", "Numbers of the List")
        for text, told in (("1 41", "The list has no number 41 (“41”)."),
                           ("1 x3", "“x3” is no number. Write 12, 12-15 or S12."),
                           ("1 S1", "Number 1 has two different states (“S1”). Keep one.")):
            entry.type(text)
            dialog.find(None, told, seen=True)
            assert not dialog.find("push button", "Record").is_sensitive, text
        program.screenshot("misread", dialog)
        entry.type("S1")
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed(TITLE)
        assert states(program)[0] == "S"


def test_what_is_recorded_otherwise_is_replaced_only_if_somebody_says_so():
    with Hall() as program:
        view, dialog = open_sheet(program)
        dialog.find("text", "Numbers of the List").type("S1")
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed(TITLE)
        view.act("view.type-sheet")
        dialog = program.window(TITLE)
        dialog.find("text", "Numbers of the List").type("1")
        check = dialog.find("check box", "Replace what is recorded otherwise", seen=True)
        dialog.find("label", "recorded as: Sick")
        assert not dialog.find("push button", "Record").is_sensitive
        check.click()
        program.screenshot("otherwise", dialog)
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed(TITLE)
        assert states(program)[0] == "H"


run(globals())
