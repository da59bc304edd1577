# SPDX-License-Identifier: GPL-3.0-or-later
"""Two desks, each a program with its windows, on one shared database whose server comes and goes."""

import contextlib
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from hall import Hall
from harness import Program, run, wait

sys.path.append(str(pathlib.Path(__file__).parent.parent / "store"))

from cluster import Cluster  # noqa: E402

READY = "Please scan your pass"
PLACES = ("Pintu Utara", "Pintu Selatan")


class Desk(Hall):
    """A program on the shared database, with the codes of the event."""

    def __init__(self, uri, name, codes, event):
        Program.__init__(self)
        self.command = [os.environ["IKRAR_PROGRAM"], "--db", uri]
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        self.write_config("glib-2.0/settings/keyfile", f"[id/ikrar/Ikrar]\ndesk-name='{name}'\n")
        self.codes = codes
        self.event = event
        self.name = name

    def open_desk(self):
        self.give_focus(self.frame)
        self.show_view("Attendance", "IkrarAttendanceView")
        self.open_desk_here()

    def open_desk_here(self):
        """From the page that is shown: without the link nobody gets to another one."""
        self.give_focus(self.frame)
        self.find("push button", "Open Check-In Desk", seen=True).click()
        self.desk = self.top_window("text", "Code or Number")
        self.desk.find("label", READY, seen=True)
        self.wait_invited()
        self.give_focus(self.desk)

    def wait_invited(self):
        wait(lambda: self.desk.find_all("label", lambda name: name.endswith("of 40 invited")),
             "nobody is counted")

    def scan_pass(self, code):
        self.give_focus(self.desk)
        self.scan(self.desk, self.codes[code])

    def says(self, *words):
        return self.desk.find("status bar", lambda said: all(word in said for word in words))

    def find_offline(self):
        """Quietly, beside the name of the event."""
        self.desk.find(None, lambda name: name.startswith("Offline"), seen=True)

    def wait_linked(self):
        self.desk.wait_gone(None, lambda name: name.startswith("Offline"), seen=True)

    def knows(self, marks):
        """Whether the replica of this desk has so many marks."""
        replica = next(self.folder.glob("data/ikrar/shared/*/*.replica"), None)
        if replica is None:
            return False
        with contextlib.closing(sqlite3.connect(f"file:{replica}?mode=ro", uri=True)) as opened:
            try:
                return opened.execute("SELECT COUNT(*) FROM attendance_mark").fetchone() == (marks,)
            except sqlite3.OperationalError:
                return False  # It is being made.


def fill(uri):
    """Puts the hall's event on the server; gives what scanners read, by a short name."""
    with tempfile.TemporaryDirectory() as folder:
        origin = pathlib.Path(folder, "ikrar.db")
        made = subprocess.run([os.environ["IKRAR_DESK_SAMPLE"], origin, "40"], check=True,
                              capture_output=True, text=True)
        subprocess.run([os.environ["IKRARCTL"], "--db", origin, "--quiet", "db", "copy", "--to", uri,
                        "--without-keys"], check=True, stdout=subprocess.DEVNULL)
    return dict(line.split(" ", 1) for line in made.stdout.splitlines())


@contextlib.contextmanager
def office():
    """A server with the event, and a desk at each of two doors."""
    with Cluster() as cluster:
        cluster.run("CREATE DATABASE ikrar")
        uri = f"postgresql://ikrar@127.0.0.1:{cluster.port}/ikrar"
        codes = fill(uri)
        event = int(codes.pop("event"))
        with Desk(uri, PLACES[0], codes, event) as north:
            with Desk(uri, PLACES[1], codes, event) as south:
                yield cluster, north, south


def count(cluster, sql):
    return int(cluster.run(f"SET search_path = ikrar; SELECT count(*) FROM {sql}", "ikrar").split()[-1])


def test_what_one_desk_records_the_other_knows_at_once():
    with office() as (cluster, north, south):
        north.open_desk()
        south.open_desk()
        north.scan_pass("pass-1")
        north.says("Welcome, Theresia Kondo")
        south.scan_pass("pass-1")
        south.says("Theresia Kondo was recorded already")
        south.desk.find("label", lambda name: PLACES[0] in name)
        south.scan_pass("pass-2")
        south.says("Welcome, Bambang Kondo")
        # Without a touch, the other desk counts both and the dashboard names the doors.
        north.desk.find("label", lambda name: name.startswith("2") and "of 40" in name)
        north.give_focus(north.frame)
        north.show_view("Attendance", "IkrarAttendanceView").find(
            "label", lambda name: f"{PLACES[0]}: 1" in name and f"{PLACES[1]}: 1" in name)
        north.screenshot("two-desks")
        assert count(cluster, "attendance_mark") == 2


def test_both_doors_go_on_without_the_server():
    with office() as (cluster, north, south):
        for desk in (north, south):
            desk.open_desk()
            desk.scan_pass("pass-1")
            desk.says("Theresia Kondo")
            wait(lambda: desk.knows(1), "the desk has no replica that knows of the first guest")
        assert count(cluster, "attendance_mark") == 1
        cluster.stop()
        for desk in (north, south):
            desk.scan_pass("pass-2")
            desk.says("Welcome, Bambang Kondo")
            desk.scan_pass("pass-1")
            desk.says("Theresia Kondo was recorded already")
        north.scan_pass("pass-3")
        north.says("Welcome, Siti")
        for desk in (north, south):
            desk.find_offline()
            desk.screenshot(f"offline-{desk.name}", desk.desk)
        # The list of the roster, and a desk that is opened now, are read from the replica.
        south.key(south.desk, "F4")
        south.desk.find("entry", "Name, number or unit", seen=True)
        south.xdotool("type", "nor widi")
        south.desk.find("list", "People Found", seen=True).find("list item")
        south.xdotool("key", "Return")
        south.says("Welcome, Nor Widiatmoko")
        south.desk.act("window.close")
        south.open_desk_here()
        south.scan_pass("pass-2")
        south.says("Bambang Kondo was recorded already")
        cluster.start()
        for desk in (north, south):
            desk.wait_linked()
        wait(lambda: count(cluster, "attendance_mark") == 5, "not all are delivered")
        assert count(cluster, "participant WHERE state = 'H'") == 4
        wait(lambda: south.knows(5), "the desk does not hear of what the other one delivered")
        south.scan_pass("pass-3")
        south.says("Siti", "was recorded already")


run(globals())
