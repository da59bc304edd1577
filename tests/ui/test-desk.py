# SPDX-License-Identifier: GPL-3.0-or-later
"""The check-in desk and the attendance of an event."""

import datetime
import os
import re
import sqlite3
import subprocess

from hall import NARROW, Hall, count_marks, move_event, open_desk, shown
from harness import TIMEOUT, Program, run, wait

# Of a window without a manager, within what is called its width.
BORDER = 2
# As they stand in the dialog, the first one being chosen.
STATES = ["Present", "Online", "Late", "Represented", "Standing In", "Excused", "Sick"]

# What is typed, what is shown, and whether somebody is recorded by it.
VERDICTS = [
    ("pass-1", "Welcome, Theresia Kondo. Presence is recorded.", True),
    ("code-2", "Welcome, Bambang Kondo. Presence is recorded.", True),
    ("pass-1", "Theresia Kondo was recorded already.", False),
    ("other-event", "Not on the list of this event.", False),
    ("revoked", "The pass of Aulia Maharani Rahmawati is not valid.", False),
    ("forged", "The pass is not genuine.", False),
    ("hello", "The code could not be read.", False),
    ("196901012015011001", "Welcome, Fransiska Dewi Kusumajaya. Presence is recorded.", True),
]


def test_every_verdict_is_said_and_what_it_says_is_written():
    with Hall() as program:
        desk = open_desk(program)
        for number, (name, sentence, recorded) in enumerate(VERDICTS):
            before = count_marks(program)
            program.scan(desk, program.codes.get(name, name))
            shown(desk, sentence)
            # Durably before it is shown: there is nothing to wait for.
            assert count_marks(program) == before + recorded, sentence
            program.screenshot(f"verdict-{number}", desk)


def move_days(program, days):
    day = datetime.date.today() + datetime.timedelta(days=days)
    move_event(program, f"{day}T08:00", f"{day}T12:00")


def test_a_pass_is_valid_to_the_last_day_of_its_event():
    cases = [(-2, "The pass of Aulia Maharani Rahmawati has expired."),
             (2, "Welcome, Aulia Maharani Rahmawati. Presence is recorded.")]
    for days, sentence in cases:
        with Hall() as program:
            move_days(program, days)
            desk = open_desk(program)
            program.scan(desk, program.codes["expired"])
            shown(desk, sentence)
            program.screenshot(f"verdict-moved-{days}", desk)


def test_who_was_welcomed_stays_recorded_when_the_program_is_killed():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-3"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        program.kill()
        assert program.participant(3)[0] == "H"
        program.start()
        desk = open_desk(program)
        desk.find("list item", lambda name: name.startswith("Siti"))
        program.scan(desk, program.codes["pass-3"])
        shown(desk, lambda name: name.endswith("was recorded already."))


def test_a_scanner_of_another_keyboard_layout_is_understood():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-4"].swapcase())
        shown(desk, lambda name: name.startswith("Welcome, "))
        assert program.participant(4)[0] == "H"


def test_note_and_group_are_shown_and_the_end_of_the_queue_foreseen():
    with Hall() as program:
        with sqlite3.connect(program.database) as connection:
            connection.execute("UPDATE participant SET note = 'Petugas doa', seat = '',"
                               " group_name = 'Korpri' WHERE number = 1")
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, Theresia"))
        desk.find("label", "Petugas doa", seen=True)
        desk.find("label", "Group", seen=True)
        desk.find("label", "Korpri", seen=True)
        assert not desk.find_all("label", lambda name: name.startswith("At 1 desk"))
        for number in range(2, 6):
            program.scan(desk, program.codes[f"pass-{number}"])
        # 35 are missing, and 5 came within a minute: at one desk, and at two.
        told = desk.find("label", lambda name: name.startswith("At 1 desk: "), seen=True)
        assert re.fullmatch(r"At 1 desk: \d+ minutes\nOne more desk: \d+ minutes", told.name), told.name
        # Whoever comes next has no note.
        assert not desk.find_all("label", "Petugas doa", seen=True)


def test_a_person_is_found_by_name():
    with Hall() as program:
        desk = open_desk(program)
        program.key(desk, "F4")
        desk.find("entry", "Name, number or unit", seen=True)
        program.xdotool("type", "nor widi")
        found = desk.find("list", "People Found", seen=True)
        name = found.find("list item").name
        program.screenshot("find", desk)
        program.xdotool("key", "Return")
        shown(desk, lambda said: said.startswith("Welcome, Nor Widiatmoko"))
        desk.find("list item", name)
        assert program.query("SELECT COUNT(*) FROM participant WHERE state = 'H'") == [(1,)]


def test_a_pass_scanned_into_the_search_is_taken_as_a_pass():
    with Hall() as program:
        desk = open_desk(program)
        program.key(desk, "F4")
        desk.find("entry", "Name, number or unit", seen=True)
        program.scan(desk, program.codes["pass-5"])
        shown(desk, lambda name: name.startswith("Welcome, Muhammad Arsyad"))
        desk.find("label", "Last Scans", seen=True)


def test_a_presence_is_taken_back():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        program.key(desk, "ctrl+z")
        wait(lambda: program.participant(2)[0] == "-", "the last presence is not taken back")
        desk.find("label", "Taken back")
        desk.find("push button", "Undo the presence of Theresia Kondo, S.KM.").click()
        wait(lambda: program.participant(1)[0] == "-", "the presence is not taken back")
        # Marks are only added, and a pass taken back is welcome again.
        assert count_marks(program) == 4
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))


def test_a_guest_without_invitation_comes_in():
    with Hall() as program:
        desk = open_desk(program)
        program.key(desk, "F6")
        desk.find("text", "Name", seen=True)
        program.screenshot("guest", desk)
        program.xdotool("type", "Dr. Maria Elisabeth")
        desk.find("text", "NIP or NIK, if known").type("12345")
        program.xdotool("key", "Return")
        desk.find("label", lambda name: name.startswith("This number cannot be right"), seen=True)
        assert program.query("SELECT COUNT(*) FROM participant WHERE kind = 'tamu'") == [(0,)]
        desk.find("text", "NIP or NIK, if known").type("")
        desk.find("text", "Office or Unit").type("Universitas Contoh")
        desk.find("push button", "Add and Admit").click()
        shown(desk, lambda name: name.startswith("Welcome, Maria Elisabeth"))
        assert program.query("SELECT p.state, n.prefix, u.name FROM participant p"
                             " JOIN person n ON n.id = p.person_id JOIN unit u ON u.id = p.unit_id"
                             " WHERE p.kind = 'tamu'") == [("H", "Dr.", "Universitas Contoh")]
        program.key(desk, "ctrl+z")
        wait(lambda: program.query("SELECT state FROM participant WHERE kind = 'tamu'") ==
             [("-",)], "the guest's presence is not taken back")


def test_sessions_are_counted_each_for_itself():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        drop = desk.find("combo box", "Session")
        drop.click_pointer()
        # The rows of GTK's own lists have no names: they are chosen by keys, once keys go there.
        wait(lambda: any(row.is_focused for row in drop.find_all("list item")), "the list of sessions stays closed")
        program.xdotool("key", "Down", "Return")
        desk.find("label", "Nobody was scanned yet.", seen=True)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        assert program.query("SELECT COUNT(DISTINCT session_id) FROM attendance_mark") == [(2,)]


def test_states_are_set_by_hand_and_undone():
    with Hall() as program:
        view = program.show_view("Attendance", "IkrarAttendanceView")
        view.find("push button", "Set States by Hand…", seen=True).click()
        dialog = program.window("Set States by Hand")
        for name in ("Theresia Kondo, S.KM.", "Bambang Kondo"):
            choose_person(dialog, name)
        dialog.find("label", "2 people chosen")
        program.screenshot("mark", dialog)
        choose_state(program, dialog, "Sick")
        dialog.find("push button", "Set").wait_sensitive().click()
        program.wait_closed("Set States by Hand")
        assert [program.participant(number)[0] for number in (1, 2, 3)] == ["S", "S", "-"]
        view.find("list", "Arrivals").find("label", "Bambang Kondo")
        program.act("win.undo")
        wait(lambda: program.participant(1)[0] == program.participant(2)[0] == "-", "not undone")


def test_who_is_represented_names_who_came():
    with Hall() as program:
        view = program.show_view("Attendance", "IkrarAttendanceView")
        view.find("push button", "Set States by Hand…", seen=True).click()
        dialog = program.window("Set States by Hand")
        choose_person(dialog, "Theresia Kondo, S.KM.")
        choose_state(program, dialog, "Represented")
        entry = dialog.find("text", "Represented by", seen=True)
        assert not dialog.find("push button", "Set").is_sensitive
        entry.type("Rahmat Saleh, S.Sos.")
        program.screenshot("represented", dialog)
        dialog.find("push button", "Set").wait_sensitive().click()
        program.wait_closed("Set States by Hand")
        written = program.query("SELECT state, stand_in FROM attendance_mark")
        assert written == [("R", "Rahmat Saleh, S.Sos.")], written


def switch_way(desk):
    """What a toggle is called differs between versions of GTK."""
    found = desk.find_all("push button", "Letting Out") or desk.find_all("toggle button", "Letting Out")
    found[0].click_pointer()


def test_who_leaves_and_comes_back_is_recorded():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Welcome, Theresia Kondo. Presence is recorded.")
        switch_way(desk)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Theresia Kondo has left.")
        program.screenshot("left", desk)
        program.scan(desk, program.codes["code-2"])
        shown(desk, "Bambang Kondo is not inside.")
        switch_way(desk)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Theresia Kondo is back.")
        sources = program.query("SELECT source FROM attendance_mark ORDER BY id")
        assert sources[-3:] == [("scan",), ("out",), ("in",)], sources
        logged = program.query("SELECT verdict, way FROM scan_log ORDER BY id")
        assert logged == [("welcome", "in"), ("left", "out"), ("not-inside", "out"), ("returned", "in")], logged


def test_a_session_is_closed_and_opened_again():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Welcome, Theresia Kondo. Presence is recorded.")
        view = program.find("filler", "IkrarAttendanceView")
        view.find("label", "This session is open.")
        view.find("push button", "Close Session").click()
        view.find("label", lambda name: name.startswith("Closed "))
        program.screenshot("closed")
        assert program.query("SELECT act FROM session_closing") == [("closed",)]
        program.scan(desk, program.codes["code-2"])
        shown(desk, "Welcome, Bambang Kondo. Presence is recorded.")
        view.find("list", "Arrivals").find("label", lambda name: name.endswith("after the closing"))
        view.find("push button", "Open Again").click()
        view.find("label", "This session is open.")
        sealed = program.query("SELECT act FROM session_closing ORDER BY ledger_index")
        assert sealed == [("closed",), ("reopened",)], sealed


def choose_person(dialog, name):
    """The list is long: whoever sets states searches first."""
    dialog.find("entry", "Name, number or unit").type(name.split(",")[0])
    dialog.find("check box", name, seen=True).click_pointer()


def choose_state(program, dialog, state):
    """With the keyboard: the rows of GTK's own lists have no names."""
    program.give_focus(dialog)
    drop = dialog.find("combo box", "State", seen=True)
    drop.click_pointer()
    program.xdotool("key", *["Down"] * STATES.index(state), "Return")
    wait(lambda: drop.find_all("push button")[0].find_all("label", state), f"not {state}")


class SharedHall(Hall):
    """Started without an option, as from the menu of a desktop: a second start is the same program."""

    def __init__(self):
        super().__init__()
        self.environment["IKRAR_DB"] = str(self.database)
        self.command = self.command[:1]

    def close_main(self):
        self.frame.act("window.close")
        self.wait_closed("Ikrar")

    def start_again(self):
        subprocess.run(self.command, env=self.environment, check=True, timeout=TIMEOUT)
        self.frame = self.window("Ikrar")


class LastDesk(SharedHall):
    """Only the desk is left to be closed, once."""

    def close(self):
        if not self.has_ended():
            Program.close(self)


def test_the_main_window_comes_back_while_a_desk_is_open():
    with SharedHall() as program:
        desk = open_desk(program)
        program.close_main()
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        program.start_again()
        program.find("panel", "1 present", seen=True)
        # Both work on: what the desk writes is shown in the main window.
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        program.find("panel", "2 present", seen=True)


def test_the_program_ends_with_its_last_window():
    with LastDesk() as program:
        desk = open_desk(program)
        program.close_main()
        participant = program.participant(1)[2]
        subprocess.run([os.environ["IKRARCTL"], "--db", program.database, "--quiet", "pledge", "sign",
                        "--event", str(program.event), "--participant", str(participant)],
                       check=True, stdout=subprocess.DEVNULL)
        # Closing it is the end of the test, too: what was sealed meanwhile is under a checkpoint.
        program.frame = desk
        program.close()
        sealed, = program.query("SELECT COUNT(*), (SELECT MAX(size) FROM checkpoint)"
                                " FROM ledger_record")
        assert sealed[0] > 0 and sealed[0] == sealed[1], sealed


def test_the_desk_fits_a_narrow_window():
    with Hall() as program:
        desk = open_desk(program)
        program.resize(desk, *NARROW)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        wait(lambda: desk.extents[2] <= NARROW[0] + BORDER, "the desk is too wide")
        program.screenshot("narrow", desk)
        # A time and a seat side by side are the widest that a verdict shows.
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Theresia Kondo was recorded already.")
        assert desk.extents[2] <= NARROW[0] + BORDER, desk.extents
        program.key(desk, "F4")
        desk.find("entry", "Name, number or unit", seen=True)
        program.screenshot("narrow-find", desk)


run(globals())
