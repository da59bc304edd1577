# SPDX-License-Identifier: GPL-3.0-or-later
"""People at the desk whose name or pass is not as it should be."""

import sqlite3

from hall import Hall, open_desk, shown
from harness import run, wait

OLD = "Theresia Kondo, S.KM."
NEW = "Dr. Theresia Kondoh, S.KM., M.Kes."


def name_of(program, number):
    return program.query("SELECT n.prefix, n.name, n.suffix FROM participant p"
                         " JOIN person n ON n.id = p.person_id WHERE p.event_id = ?"
                         " AND p.number = ?", program.event, number)[0]


def test_a_wrong_name_is_corrected_and_the_pass_stays_valid():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, lambda name: name.startswith("Welcome, "))
        before = program.codes["pass-1"]
        desk.find("push button", f"Correct the name or print the pass of {OLD}").click()
        entry = desk.find("text", "Name, with Titles", seen=True)
        entry.wait_text(OLD)
        assert not desk.find("push button", "Save Name").is_sensitive
        program.screenshot("correct", desk)
        entry.type(NEW)
        program.key(desk, "Return")
        desk.find("list item", NEW, seen=True)
        assert name_of(program, 1) == ("Dr.", "Theresia Kondoh", "S.KM., M.Kes.")
        program.scan(desk, before)
        shown(desk, "Theresia Kondoh was recorded already.")
        desk.find("push button", "Undo", seen=True).click()
        wait(lambda: name_of(program, 1) == ("", "Theresia Kondo", "S.KM."), "the name stays")
        assert program.participant(1)[0] == "H"


def test_the_one_scanned_last_is_corrected_with_a_key():
    with Hall() as program:
        desk = open_desk(program)
        # Nobody was scanned: there is nobody to correct.
        program.key(desk, "F2")
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        program.scan(desk, program.codes["forged"])
        shown(desk, "The pass is not genuine.")
        program.key(desk, "F2")
        desk.find("text", "Name, with Titles", seen=True).wait_text("Bambang Kondo")
        program.key(desk, "Escape")
        desk.wait_gone("text", "Name, with Titles", seen=True)


def test_one_pass_is_printed_again():
    with Hall() as program:
        desk = open_desk(program)
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        program.key(desk, "F2")
        desk.find("push button", "Print Pass…", seen=True).click()
        dialog = program.window("Print")
        program.screenshot("print", dialog)
        dialog.find("push button", "Cancel").click()
        program.wait_closed("Print")


def test_somebody_is_found_by_the_last_four_digits_and_no_number_is_shown():
    with Hall() as program:
        number = "198703122010012987"
        with sqlite3.connect(program.database) as connection:
            connection.execute("UPDATE person SET number = ? WHERE id = (SELECT person_id"
                               " FROM participant WHERE event_id = ? AND number = 20)",
                               (number, program.event))
        desk = open_desk(program)
        program.key(desk, "F4")
        desk.find("entry", "Name, number or unit", seen=True)
        program.xdotool("type", "2987")
        found = desk.find("list", "People Found", seen=True)
        wait(lambda: len(found.find_all("list item")) == 1, "not one is found")
        found.find("label", lambda name: name.endswith("••2987"))
        assert not found.find_all("label", lambda name: number[:14] in name)
        program.xdotool("key", "Return")
        shown(desk, lambda name: name.startswith("Welcome, "))
        assert program.participant(20)[0] == "H"


run(globals())
