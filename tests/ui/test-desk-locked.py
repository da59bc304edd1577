# SPDX-License-Identifier: GPL-3.0-or-later
"""A check-in desk that is locked: operator mode, and guests who check in themselves."""

from hall import NARROW, READY, Hall, count_marks, open_desk, shown
from harness import run, wait

PIN = "240817"
WAITING = "Hold your pass before the scanner"
# Kept over a restart, as on a real desk.
KEPT = {"settings": {"desk-sound": "false"}}


def lock(program, desk, action, title, pin=PIN, new=True):
    """Begins a mode, with a new PIN or the one there is."""
    desk.act(action)
    dialog = program.window(title)
    dialog.find("text", "New PIN, 4 to 12 Digits" if new else "PIN", seen=True).type(pin)
    if new:
        dialog.find("text", "PIN Once More").type(pin)
    program.screenshot(f"begin-{action}", dialog)
    dialog.find("push button", "Start").wait_sensitive().click()
    program.wait_closed(title)


def enter(program, dialog, pin):
    """Types a PIN as a person does. Dialogs are not known as active without a window manager."""
    dialog.find("text", "PIN", seen=True)
    program.xdotool("windowfocus", "--sync", program.x_window(dialog))
    program.xdotool("type", "--delay", "1", pin)
    program.xdotool("key", "Return")


def try_pin(program, desk, title, pin):
    desk.act("desk.leave")
    dialog = program.window(title)
    enter(program, dialog, pin)
    return dialog


def leave(program, desk, title, pin=PIN):
    try_pin(program, desk, title, pin)
    program.wait_closed(title)
    wait(lambda: is_shown(program, "Ikrar"), "the main window does not come back")
    program.frame = program.window("Ikrar")


def is_shown(program, name):
    return bool(program.xdotool("search", "--all", "--onlyvisible", "--pid", program.process.pid,
                                "--name", f"^{name}$"))


def wait_hidden(program):
    wait(lambda: not is_shown(program, "Ikrar"), "the main window stays")


def test_an_operator_scans_and_searches_and_nothing_else():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        desk.find("list item", "Theresia Kondo, S.KM.")
        lock(program, desk, "desk.operator", "Operator Mode")
        wait_hidden(program)
        # Who was scanned before is nobody's to read, or to take back.
        desk.find("label", "Nobody was scanned yet.", seen=True)
        program.key(desk, "ctrl+z")
        program.key(desk, "F6")
        program.key(desk, "ctrl+q")
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        desk.wait_gone("text", "Name", seen=True)
        assert program.participant(1)[0] == "H"
        program.screenshot("operator", desk)
        # Only the last one stands there, and can be taken back.
        program.scan(desk, program.codes["pass-3"])
        shown(desk, lambda name: name.startswith("Welcome, Siti"))
        desk.wait_gone("list item", "Bambang Kondo")
        program.key(desk, "ctrl+z")
        wait(lambda: program.participant(3)[0] == "-", "the own scan is not taken back")
        program.key(desk, "ctrl+z")
        program.key(desk, "F4")
        desk.find("entry", "Name, number or unit", seen=True)
        assert program.participant(2)[0] == "H"
        leave(program, desk, "Leave Operator Mode")
        desk.find("list item", "Theresia Kondo, S.KM.")


def search(program, desk, text):
    desk.find("entry", "Name, number or unit").type(text)


def test_an_operator_finds_whoever_stands_there_and_cannot_leaf_through_the_roster():
    with Hall() as program:
        desk = open_desk(program)
        lock(program, desk, "desk.operator", "Operator Mode")
        program.key(desk, "F4")
        enough = lambda name: name.startswith("Type at least three letters")
        desk.find("label", enough, seen=True)
        for text in ("a", "ko", "k o n", "101"):
            search(program, desk, "kondo")
            found = desk.find("list", "People Found", seen=True)
            search(program, desk, text)
            desk.find("label", enough, seen=True)
            assert not found.find_all("list item", seen=True), text
        search(program, desk, "a s i")
        desk.find("label", enough, seen=True)
        search(program, desk, "dinas")
        found = desk.find("list", "People Found", seen=True)
        desk.find("label", "There are more. Type more of the name.", seen=True)
        assert len(found.find_all("list item")) == 5
        program.screenshot("operator-find", desk)
        search(program, desk, "nor widi")
        wait(lambda: [item.name[:8] for item in found.find_all("list item")[:1]] == ["Nor Widi"],
             "Nor Widiatmoko is not found")
        program.key(desk, "Return")
        shown(desk, lambda said: said.startswith("Welcome, Nor Widiatmoko"))
        leave(program, desk, "Leave Operator Mode")


def test_only_the_pin_leaves_and_wrong_ones_wait():
    with Hall() as program:
        desk = open_desk(program)
        lock(program, desk, "desk.operator", "Operator Mode")
        program.key(desk, "ctrl+w")
        dialog = program.window("Leave Operator Mode")
        for wrong in ("0000", "24081"):
            enter(program, dialog, wrong)
            dialog.find("alert", "Wrong PIN. Try again.")
            wait(lambda: not dialog.find("push button", "Leave").is_sensitive, "the PIN stays")
        enter(program, dialog, "111111")
        dialog.find("alert", lambda name: name.endswith("seconds."))
        program.screenshot("wrong-pin", dialog)
        # The right one has to wait as well, and then it is taken.
        enter(program, dialog, PIN)
        assert not is_shown(program, "Ikrar")
        dialog.find("push button", "Leave").wait_sensitive().click()
        program.wait_closed("Leave Operator Mode")
        wait(lambda: is_shown(program, "Ikrar"), "the main window does not come back")
        program.frame = program.window("Ikrar")


def begin_again(program):
    """Starts the program; it begins at a desk."""
    main = program.window
    try:
        program.window = lambda name: main(None if name == "Ikrar" else name)
        program.start()
    finally:
        program.window = main
    return program.frame


def test_a_locked_desk_is_locked_after_a_restart():
    with Hall(**KEPT) as program:
        desk = open_desk(program)
        lock(program, desk, "desk.operator", "Operator Mode")
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        program.kill()
        desk = begin_again(program)
        desk.find("label", READY, seen=True)
        wait_hidden(program)
        desk.find("label", "Nobody was scanned yet.", seen=True)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Theresia Kondo was recorded already.")
        assert PIN not in (program.folder / "config/glib-2.0/settings/keyfile").read_text()
        leave(program, desk, "Leave Operator Mode")
        program.find("list", "Pages")
        # Whoever left it begins in the main window again.
        program.give_focus(desk)
        program.kill()
        program.start()


def test_guests_check_in_themselves():
    with Hall() as program:
        desk = open_desk(program)
        lock(program, desk, "desk.kiosk", "Self Check-In")
        wait_hidden(program)
        desk.find("label", WAITING, seen=True)
        program.screenshot("kiosk", desk)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, Theresia Kondo"))
        desk.find("label", "Please go in.", seen=True)
        program.screenshot("kiosk-welcome", desk)
        desk.find("label", WAITING, seen=True)
        # No list, no search, no guests, nothing to take back, and numbers tell nobody's name.
        for keys in ("F4", "F6", "ctrl+z"):
            program.key(desk, keys)
        before = count_marks(program)
        for line in ("196901012015011001", program.codes["code-2"]):
            program.scan(desk, line)
            shown(desk, "The code could not be read.")
            desk.find("label", WAITING, seen=True)
        assert count_marks(program) == before and program.participant(1)[0] == "H"
        desk.wait_gone("list item", seen=True)
        desk.wait_gone("text", "Code or Number", seen=True)
        program.scan(desk, program.codes["revoked"])
        shown(desk, lambda name: name.endswith("is not valid."))
        desk.find("label", "Please go to a check-in desk. There you will be helped.", seen=True)
        program.screenshot("kiosk-refused", desk)
        assert program.query("SELECT DISTINCT source FROM attendance_mark") == [("kiosk",)]
        leave(program, desk, "Leave Self Check-In")
        desk.find("label", READY, seen=True)
        # The PIN is known now, and a forgotten one is set anew.
        lock(program, desk, "desk.operator", "Operator Mode", new=False)
        leave(program, desk, "Leave Operator Mode")


def test_locked_desks_fit_narrow_windows():
    with Hall() as program:
        desk = open_desk(program)
        program.resize(desk, *NARROW)
        for action, title in (("desk.operator", "Operator Mode"), ("desk.kiosk", "Self Check-In")):
            lock(program, desk, action, title, new=action == "desk.operator")
            program.scan(desk, program.codes["pass-1"])
            shown(desk, lambda name: name.startswith(("Welcome, ", "Theresia")))
            program.screenshot(f"narrow-{action}", desk)
            assert desk.extents[2] <= NARROW[0] + 2, desk.extents
            leave(program, desk, f"Leave {title}")


run(globals())
