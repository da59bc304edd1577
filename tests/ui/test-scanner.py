# SPDX-License-Identifier: GPL-3.0-or-later
"""Scanners at the check-in desk: every layout, pace and end, wherever the focus is."""

from hall import Hall
from harness import run, wait
from keyboard import GERMAN_KEYS, layout_of, press
from hall import count_marks, open_desk, shown

LAYOUTS = ["us", "gb", "de", "fr", "ara", "ara:digits", "tr", "us:dvorak"]
RETURN = ("Return",)
# What is sent before, after and at the end, and the milliseconds between two keys.
SETTINGS = [
    ("", "", ("Tab",), 1),
    ("", "", (), 1),
    ("", "", ("Return", "Linefeed"), 1),
    ("", "", ("ctrl+m", "ctrl+j"), 1),
    ("", "", ("ctrl+m",), 12),
    ("]Q3", "", RETURN, 1),
    ("meja 3 ", " 12:30", RETURN, 1),
    ("]Q3", "END", (), 5),
    ("", "", RETURN, 60),
]


def welcomed(desk, program, number):
    shown(desk, lambda name: name.startswith("Welcome, "))
    wait(lambda: program.participant(number)[0] == "H", f"{number} is not present")


def next_pass(program):
    """Passes one after the other: number and code."""
    for number in range(1, 7):
        yield number, program.codes[f"pass-{number}"]


def nothing_typed(desk):
    desk.find("text", "Code or Number").wait_text("")


def test_every_layout_of_the_computer_is_read_back():
    for layouts in (LAYOUTS[:4], LAYOUTS[4:]):
        with Hall() as program:
            desk = open_desk(program)
            for (number, code), layout in zip(next_pass(program), layouts):
                program.give_focus(desk)
                with layout_of(program, layout):
                    press(program, code)
                    welcomed(desk, program, number)
                nothing_typed(desk)
            assert count_marks(program) == len(layouts)


def test_a_scanner_of_another_layout_is_read_too():
    with Hall() as program:
        desk = open_desk(program)
        program.give_focus(desk)
        press(program, program.codes["pass-1"], keys=GERMAN_KEYS)
        welcomed(desk, program, 1)
        with layout_of(program, "de"):
            press(program, program.codes["pass-2"], keys=GERMAN_KEYS)
            welcomed(desk, program, 2)


def test_short_codes_and_numbers_are_read_back_too():
    with Hall() as program:
        desk = open_desk(program)
        for code, layout in ((program.codes["code-2"], "ara"), ("196901012015011001", "fr")):
            before = count_marks(program)
            program.give_focus(desk)
            with layout_of(program, layout):
                press(program, code)
                wait(lambda: count_marks(program) == before + 1, f"{layout} is not understood")


def test_caps_lock_changes_nothing():
    with Hall() as program:
        desk = open_desk(program)
        program.key(desk, "Caps_Lock")
        for (number, code), layout in zip(next_pass(program), ("us", "fr")):
            program.give_focus(desk)
            with layout_of(program, layout):
                press(program, code)
                welcomed(desk, program, number)
        program.key(desk, "Caps_Lock")


def test_every_setting_of_a_scanner_is_understood():
    for settings in (SETTINGS[:5], SETTINGS[5:]):
        with Hall() as program:
            desk = open_desk(program)
            program.give_focus(desk)
            for (number, code), (before, after, ends, delay) in zip(next_pass(program), settings):
                press(program, before + code + after, delay, ends)
                welcomed(desk, program, number)
                nothing_typed(desk)
            # Neither a suffix nor an end became a line of its own, nor was the sound muted.
            assert count_marks(program) == len(settings)
            assert len(desk.find_all("list item")) == len(settings), desk.find_all("list item")
            desk.find("push button", "Mute (Ctrl+M)")


def test_a_line_of_a_scanner_without_end_is_judged_after_a_silence():
    with Hall() as program:
        desk = open_desk(program)
        program.give_focus(desk)
        press(program, program.codes["code-2"], ends=())
        welcomed(desk, program, 2)
        press(program, "8991234567890", ends=())
        shown(desk, "The code could not be read.")


def test_a_double_read_is_one():
    with Hall() as program:
        desk = open_desk(program)
        program.give_focus(desk)
        code = program.codes["pass-1"]
        press(program, code)
        press(program, code)
        welcomed(desk, program, 1)
        press(program, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        # What the second read said would stand here.
        assert len(desk.find_all("list item")) == 2
        press(program, code)
        shown(desk, lambda name: name.endswith("was recorded already."))


def test_a_scan_counts_wherever_the_focus_is():
    with Hall() as program:
        desk = open_desk(program)
        # In a field somebody types in.
        program.key(desk, "F6")
        name = desk.find("text", "Name", seen=True)
        press(program, "siti", 120, ())
        name.wait_text("siti")
        with layout_of(program, "de"):
            press(program, "]Q3" + program.codes["pass-1"])
            welcomed(desk, program, 1)
        name.wait_text("siti")
        # On a button that Enter would press.
        program.key(desk, "shift+Tab")
        press(program, program.codes["pass-2"])
        shown(desk, lambda said: said.startswith("Welcome, Bambang"))
        assert name.is_seen and name.text == "siti"


def test_a_scan_counts_while_a_popover_is_open():
    with Hall() as program:
        desk = open_desk(program)
        drop = desk.find("combo box", "Session")
        drop.click_pointer()
        drop.find("scroll pane")
        press(program, program.codes["pass-1"])
        welcomed(desk, program, 1)
        drop.wait_gone("scroll pane")


def test_who_types_by_hand_is_no_scanner():
    with Hall() as program:
        desk = open_desk(program)
        program.key(desk, "F4")
        entry = desk.find("entry", "Name, number or unit", seen=True)
        press(program, "nor widi", 40, ())
        desk.find("list", "People Found", seen=True).find("list item")
        entry.wait_text("nor widi")
        assert count_marks(program) == 0
        program.key(desk, "Escape")
        press(program, "1969010120", 60, ())
        entry = desk.find("text", "Code or Number")
        entry.wait_text("1969010120")
        press(program, "15011001", 60)
        shown(desk, lambda said: said.startswith("Welcome, Fransiska"))


run(globals())
