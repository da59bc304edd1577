# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance from a file of another program, matched to the roster."""

import pathlib
import tempfile

from hall import Hall
from harness import run, wait

TITLE = "Attendance from a File"
CHOOSER = "Choose a File with Attendance"
HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest"


def start(program, folder, names):
    """Asks for the report of a meeting with these names."""
    event = program.query("SELECT start_at FROM event WHERE id = ?", program.event)[0][0]
    path = pathlib.Path(folder) / "zoom.csv"
    path.write_text("\n".join([HEAD, *(f"{name},,08:0{i}:00,11:00:00,170,Yes"
                                       for i, name in enumerate(names))]) + "\n", encoding="utf-8")
    assert event
    view = program.show_view("Attendance", "IkrarAttendanceView")
    view.act("view.match-file")
    program.answer_chooser(CHOOSER, str(path))
    return view, program.window(TITLE)


def states(program):
    return [program.participant(number)[0] for number in range(1, 4)]


def test_who_is_sure_is_recorded_and_who_is_doubtful_only_when_chosen():
    with Hall() as program, tempfile.TemporaryDirectory() as folder:
        names = ["Theresia Kondo", "Bambang Kondoo", "Nobody Knows", "iPhone"]
        view, dialog = start(program, folder, names)
        dialog.find("label", "1 found, 1 doubtful, 2 not on the roster", seen=True)
        dialog.find("label", "1 person will be recorded", seen=True)
        dialog.find("label", "The roster writes the name otherwise.", seen=True)
        dialog.find("label", "Nobody Knows", seen=True)
        program.screenshot("review", dialog)
        dialog.find("check box", "Bambang Kondo").click()
        dialog.find("label", "2 people will be recorded", seen=True)
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed(TITLE)
        assert states(program) == ["D", "D", "-"]
        assert program.query("SELECT DISTINCT source FROM attendance_mark ORDER BY source") == [
            ("out",), ("zoom",)]
        program.act("win.undo")
        wait(lambda: states(program) == ["-", "-", "-"], "not undone")


def test_nobody_is_recorded_unless_chosen():
    with Hall() as program, tempfile.TemporaryDirectory() as folder:
        _, dialog = start(program, folder, ["Bambang Kondoo"])
        dialog.find("label", "0 people will be recorded", seen=True)
        assert not dialog.find("push button", "Record").is_sensitive
        assert states(program) == ["-", "-", "-"]


run(globals())
