# SPDX-License-Identifier: GPL-3.0-or-later
"""A hall with an event of today: what the tests of the desk and of the pledge begin with."""

import os
import subprocess

from harness import Program, wait

EVENT = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
NARROW = (360, 720)
READY = "Please scan your pass"


class Hall(Program):
    """The program with the event, and `codes`: what scanners read, by a short name."""

    def __init__(self, people=40, before=(), **options):
        super().__init__(**options)
        # What stands before a command may set the clock, for example.
        self.before = before
        made = subprocess.run([*before, os.environ["IKRAR_DESK_SAMPLE"], self.database, str(people)],
                              check=True, capture_output=True, text=True)
        self.codes = dict(line.split(" ", 1) for line in made.stdout.splitlines())
        self.event = int(self.codes.pop("event"))

    def close(self):
        """Closes the windows beside the main one first: a desk stays open without it."""
        for window in reversed(self.windows()):
            if window.name != "Ikrar":
                window.act("window.close")
        wait(lambda: len(self.windows()) == 1, "a window stays open")
        super().close()

    def show_view(self, tab, kind):
        """Goes to a view of the event, such as Attendance."""
        self.show_page("Events")
        self.find("list item", EVENT, seen=True).click_pointer()
        page = self.wait_event(EVENT)
        page.find("page tab", tab, seen=True).click_pointer()
        view = page.find("filler", kind)
        wait(lambda: view.is_seen, f"the view {tab} is not seen")
        return view

    def participant(self, number):
        """State, pledge and id of a participant of the event."""
        return self.query("SELECT state, pledge, id FROM participant WHERE event_id = ?"
                          " AND number = ?", self.event, number)[0]


def open_desk(program):
    view = program.show_view("Attendance", "IkrarAttendanceView")
    view.find("push button", "Open Check-In Desk", seen=True).click()
    desk = program.top_window("text", "Code or Number")
    desk.find("label", READY, seen=True)
    wait(lambda: desk.find_all("label", lambda name: name.endswith("of 40 invited")), "nobody is counted")
    program.give_focus(desk)
    return desk


def shown(desk, sentence):
    """The verdict, as soon as it is said."""
    return desk.find("status bar", sentence)


def count_marks(program):
    return program.query("SELECT COUNT(*) FROM attendance_mark")[0][0]


def move_event(program, start, end):
    """Puts the event at other times, as the office does while passes are out."""
    subprocess.run([*program.before, os.environ["IKRARCTL"], "--db", program.database, "--quiet",
                    "event", "edit", str(program.event), "--start", start, "--end", end],
                   check=True)
