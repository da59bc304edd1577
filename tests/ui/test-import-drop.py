# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters are dragged out of another program and dropped on the windows that take them."""

import contextlib
import os
import subprocess
import threading

from harness import Program, run, wait
from rosters import HEADS, count_of, open_import, participants, people, write_book, write_csv

# Where nothing of the program lies.
SOURCE_PLACE = 1420, 900
SOURCE_SIZE = 160


class Source:
    """Another program out of which something can be dragged."""

    def __init__(self, program, offers):
        self.program = program
        self.said = []
        arguments = []
        for index, (kind, text) in enumerate(offers.items()):
            path = program.folder / f"dragged-{index}"
            path.write_text(text)
            arguments.append(f"{kind}={path}")
        self.process = subprocess.Popen([os.environ["IKRAR_DRAG"], *arguments],
                                        stdout=subprocess.PIPE, text=True,
                                        env=dict(os.environ, GDK_BACKEND="x11"))
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait_said("ready")
        shown, = wait(lambda: program.xdotool("search", "--onlyvisible", "--name", "^Files$"),
                      "the window to drag from")
        program.xdotool("windowmove", "--sync", shown, *SOURCE_PLACE)

    def listen(self):
        self.said.extend(line.strip() for line in iter(self.process.stdout.readline, ""))

    def wait_said(self, word):
        wait(lambda: word in self.said, f"the other program never says “{word}”")
        self.said.clear()

    def end(self):
        self.process.kill()
        self.process.wait()

    def drag_to(self, widget):
        """Takes it with the pointer and holds it over the middle of a widget."""
        x, y, width, height = widget.extents
        left, top = self.program.origin(widget.top)
        middle = [place + SOURCE_SIZE // 2 for place in SOURCE_PLACE]
        self.move(*middle)
        self.program.xdotool("mousedown", 1)
        for step in range(1, 5):
            self.move(middle[0] - 10 * step, middle[1])
        self.wait_said("begun")
        aim = left + x + width // 2, top + y + height // 2
        for place in ((aim[0] + 8, aim[1] + 8), aim):
            self.move(*place)

    def move(self, x, y):
        self.program.xdotool("mousemove", "--sync", x, y)

    def release(self, word):
        self.program.xdotool("mouseup", 1)
        self.wait_said(word)

    def drop_on(self, widget, name=None):
        self.drag_to(widget)
        wait(lambda: "welcome" in self.said[-1:], f"{widget!r} does not take it")
        if name:
            self.program.screenshot(name, widget.top)
        self.release("taken")


@contextlib.contextmanager
def dragging(program, offers):
    source = Source(program, offers)
    try:
        yield source
    finally:
        source.end()


def address(*paths):
    return {"text/uri-list": "".join(f"{path.as_uri()}\r\n" for path in paths)}


def test_a_file_is_dropped_on_the_window_and_another_one_over_it():
    with Program(sample=True) as program:
        first = write_book(program.folder / "opd baru.xlsx", [HEADS, *people(5)])
        second = write_csv(program.folder / "bidang.csv", [HEADS, *people(2)])
        window = open_import(program)
        with dragging(program, address(first)) as source:
            source.drop_on(window, "held")
            window.find("label", "opd baru.xlsx", seen=True)
            window.find("push button", "Import 5 People", seen=True).wait_sensitive()
        with dragging(program, address(second)) as source:
            source.drop_on(window)
            window.find("label", "bidang.csv", seen=True)
            window.find("push button", "Import 2 People", seen=True).wait_sensitive().click()
        program.wait_closed("Import Roster")
        assert participants(program) == 2


def close_import(program):
    window = open_import(program)
    window.act("window.close")
    program.wait_closed("Import Roster")


def test_a_file_is_dropped_on_the_page_of_an_event():
    with Program(sample=True) as program:
        path = write_book(program.folder / "opd.xlsx", [HEADS, *people(4)])
        close_import(program)
        with dragging(program, address(path)) as source:
            source.drop_on(program.find("filler", "IkrarEventPage"))
            window = program.window("Import Roster")
            window.find("label", "opd.xlsx", seen=True)
            window.find("push button", "Import 4 People", seen=True).wait_sensitive().click()
        program.wait_closed("Import Roster")
        assert participants(program) == 4
        file_name, = program.wait_row("SELECT file_name FROM import_batch ORDER BY id DESC")
        assert file_name == "opd.xlsx", file_name


def test_of_several_files_the_first_is_taken_and_that_is_said():
    with Program(sample=True) as program:
        paths = [write_csv(program.folder / f"{count}.csv", [HEADS, *people(count)])
                 for count in (3, 6)]
        window = open_import(program)
        with dragging(program, address(*paths)) as source:
            source.drop_on(window)
            window.find("label", "Files are imported one at a time. The first one is shown.")
            window.find("push button", "Import 3 People", seen=True)
        window.act("window.close")
        program.wait_closed("Import Roster")


def test_cells_are_dropped_as_text():
    rows = [HEADS, *people(3)]
    cells = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    with Program(sample=True) as program:
        window = open_import(program)
        with dragging(program, {"text/plain;charset=utf-8": cells}) as source:
            source.drop_on(window)
            window.find("push button", "Import 3 People", seen=True).wait_sensitive().click()
        program.wait_closed("Import Roster")
        assert participants(program) == 3


def test_what_is_no_roster_is_told_of_and_nothing_is_lost():
    with Program(sample=True) as program:
        good = write_csv(program.folder / "opd.csv", [HEADS, *people(3)])
        window = open_import(program)
        with dragging(program, address(program.folder / "hilang.xlsx")) as source:
            source.drop_on(window)
            window.find("push button", "Choose Another File…", seen=True)
        with dragging(program, address(good)) as source:
            source.drop_on(window)
            window.find("push button", "Import 3 People", seen=True).wait_sensitive()
        # A picture is no list: the pointer says so, and it is not taken.
        with dragging(program, {"image/png": "no picture"}) as source:
            source.drag_to(window)
            source.release("cancelled")
            assert count_of(window, "Ready") == 3
        window.act("window.close")
        program.wait_closed("Import Roster")


run(globals())
