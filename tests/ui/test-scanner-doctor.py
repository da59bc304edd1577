# SPDX-License-Identifier: GPL-3.0-or-later
"""The scanner doctor: a test card, one scan of it, and what is set wrong."""

from hall import Hall, count_marks, open_desk
from harness import run, wait
from keyboard import GERMAN_KEYS, US_KEYS, keys_of, layout_of, press

CARD = ("IK0-2-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ZYXWVUTSRQPONMLKJIHGFEDCBA-9876543210-"
        "KARTU-UJI-PEMINDAI-IKRAR-QWERTY-UIOPAS-DFG-AKHIR")
RETURN = ("Return",)
RIGHT = "Everything Is Right"
WORKS = "The Scanner Works"
FAILS = "The Scanner Does Not Work Yet"

# The computer's layout, what is scanned, its ends, the pace, the scanner's keys; then the verdict
# and what is found.
CASES = [
    ("us", CARD, RETURN, 1, US_KEYS, RIGHT, []),
    ("gb", CARD, RETURN, 1, US_KEYS, RIGHT, []),
    ("de", CARD, RETURN, 1, US_KEYS, WORKS, ["set to German, the scanner's to US"]),
    ("fr", CARD, RETURN, 1, US_KEYS, WORKS, ["set to French, the scanner's to US"]),
    ("ara", CARD, RETURN, 1, US_KEYS, WORKS, ["set to Arabic, the scanner's to US"]),
    ("us", CARD, RETURN, 1, GERMAN_KEYS, WORKS, ["set to US, the scanner's to German"]),
    ("us", "]Q3" + CARD + "END", ("Tab",), 1, US_KEYS, WORKS,
     ["sends “]Q3” before", "sends “END” after", "sends Tab"]),
    ("us", CARD, (), 1, US_KEYS, WORKS, ["sends no Enter"]),
    ("us", CARD, ("Return", "Linefeed"), 1, US_KEYS, WORKS, ["more than one end"]),
    ("us", CARD[:70], RETURN, 1, US_KEYS, FAILS, ["reads only part of a code: 60 characters"]),
    ("us", CARD[:40] + CARD[41:80] + CARD[82:], RETURN, 1, US_KEYS, FAILS, ["3 characters got lost"]),
    ("us", "8991234567890", RETURN, 1, US_KEYS, "Something Else Was Scanned", ["not the test card"]),
    ("de", CARD, RETURN, 60, US_KEYS, WORKS, ["set to German", "The scanner is slow"]),
]


def open_doctor(program, desk):
    desk.find("push button", "Check the Scanner", seen=True).click()
    dialog = program.window("Check the Scanner")
    dialog.find(None, "Scan a Code of the Test Card", seen=True)
    program.give_focus(dialog)
    return dialog


def assert_found(dialog, verdict, found):
    dialog.find("push button", "Print…")
    dialog.find(None, verdict, seen=True)
    rows = dialog.find("list", "What Was Found") if found else None
    names = [row.name for row in rows.find_all("list item")] if rows else []
    assert len(names) == len(found), names
    for part, name in zip(found, names):
        assert part in name, f"{part} is not in {name}"


def check(program, dialog, case):
    layout, text, ends, delay, keys, verdict, found = case
    with layout_of(program, layout):
        press(program, text, delay, ends, keys)
        dialog.wait_gone(None, "A Scan Comes In…", seen=True)
        assert_found(dialog, verdict, found)


def test_what_is_set_wrong_is_said():
    with Hall() as program:
        desk = open_desk(program)
        dialog = open_doctor(program, desk)
        for number, case in enumerate(CASES):
            # Begun anew, so that nothing of the last scan is taken for this one's.
            check(program, dialog, case)
            program.screenshot(f"case-{number}", dialog)
            dialog.act("window.close")
            program.wait_closed("Check the Scanner")
            dialog = open_doctor(program, desk)
        assert count_marks(program) == 0
        dialog.act("window.close")
        program.wait_closed("Check the Scanner")


def test_caps_lock_and_double_reads_are_said():
    with Hall() as program:
        dialog = open_doctor(program, open_desk(program))
        program.xdotool("key", "Caps_Lock")
        press(program, CARD)
        assert_found(dialog, WORKS, ["Caps Lock is on"])
        program.xdotool("key", "Caps_Lock")
        program.xdotool("key", "--delay", 1, *2 * [*keys_of(CARD), "Return"])
        dialog.wait_gone(None, "Caps Lock is on")
        assert_found(dialog, WORKS, ["again and again"])
        # Who has no scanner still goes through the dialog with the keyboard.
        program.key(dialog, "Escape")
        program.wait_closed("Check the Scanner")


def test_the_doctor_keeps_passes_to_itself():
    """The doctor keeps what is scanned for itself; the desk goes on when it is closed."""
    with Hall() as program:
        desk = open_desk(program)
        dialog = open_doctor(program, desk)
        press(program, program.codes["pass-1"])
        assert_found(dialog, "Something Else Was Scanned", ["not the test card"])
        assert count_marks(program) == 0
        program.key(dialog, "Escape")
        program.wait_closed("Check the Scanner")
        program.give_focus(desk)
        press(program, program.codes["pass-1"])
        wait(lambda: count_marks(program) == 1, "the pass is not taken")


def test_the_card_is_saved_and_passes_count_meanwhile():
    with Hall() as program:
        dialog = open_doctor(program, open_desk(program))
        dialog.find("push button", "Save…", seen=True).click()
        chooser = program.window("Save the Test Card")
        chooser.find("push button", "Cancel", seen=True)
        program.xdotool("windowfocus", "--sync", program.x_window(chooser))
        # A pass that is scanned while any dialog over the desk is open is let in.
        press(program, program.codes["pass-1"])
        wait(lambda: count_marks(program) == 1, "the pass is not taken")
        path = program.folder / "card.pdf"
        program.answer_chooser("Save the Test Card", path)
        wait(lambda: path.exists() and path.read_bytes().startswith(b"%PDF"), "no card")
        dialog.find("label", "Test card saved")
        dialog.act("window.close")
        program.wait_closed("Check the Scanner")


run(globals())
