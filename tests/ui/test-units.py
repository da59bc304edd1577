# SPDX-License-Identifier: GPL-3.0-or-later
"""The units: a tree with other names; renamed, moved, merged, and taken back."""

import os
import subprocess

from harness import Program, run, wait

LONG = "UPTD Pusat Kesehatan Masyarakat Mandala Timur Kecamatan Mandala Raya"


def make(**options):
    program = Program(**options)
    call = [os.environ["IKRARCTL"], "--db", program.database, "--quiet"]
    subprocess.run([*call, "db", "init"], check=True)
    for name, unit in (("Ani", "Dinas Kesehatan"), ("Budi", LONG), ("Citra", LONG),
                       ("Dewi", "Jawatan Sehat"), ("Eka", "Badan Keuangan")):
        subprocess.run([*call, "person", "add", "--name", name, "--unit", unit], check=True,
                       capture_output=True)
    subprocess.run([*call, "unit", "move", LONG, "Dinas Kesehatan"], check=True, capture_output=True)
    return program


def open_units(program):
    program.show_page("People")
    page = program.find("filler", "IkrarPeoplePage")
    page.act("people.units")
    dialog = program.window("Units")
    dialog.find("list", "Units")
    return dialog


def tree(program):
    """Name, name of the unit above, other names."""
    return program.query(
        "SELECT u.name, coalesce(p.name, ''), coalesce(group_concat(a.name), '') FROM unit u"
        " LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN unit_alias a ON a.unit_id = u.id"
        " GROUP BY u.id ORDER BY u.key")


def wait_tree(program, *units):
    wait(lambda: tree(program) == sorted(units, key=lambda unit: unit[0].lower()), f"{tree(program)}")


def choose(dialog, name):
    dialog.find("list", "Units").find("label", name, seen=True).click_pointer()
    dialog.find("push button", "Back to the Units", seen=True)


def enter(program, dialog, field, text):
    dialog.find("text", field).click_pointer().type(text)
    program.key(dialog, "Return")


def pick(program, dialog, button, unit):
    dialog.find("push button", button).click_pointer()
    dialog.find("filler", "IkrarUnitEditor").find("list", "Units").find("label", unit)
    program.xdotool("type", unit.lower())
    wait(lambda: len(dialog.find("filler", "IkrarUnitEditor").find_all("label", unit)) >= 1, "not found")
    program.xdotool("key", "Return")


HEALTH, CLINIC = ("Dinas Kesehatan", "", ""), (LONG, "Dinas Kesehatan", "")
OLD, MONEY = ("Jawatan Sehat", "", ""), ("Badan Keuangan", "", "")


def test_units_stand_below_those_they_belong_to():
    with make() as program:
        dialog = open_units(program)
        units = dialog.find("list", "Units")
        above, below = units.find("label", "Dinas Kesehatan", seen=True), units.find("label", LONG, seen=True)
        assert below.extents[0] > above.extents[0] and below.extents[1] > above.extents[1]
        units.find("label", "3 people", seen=True)
        program.screenshot("tree", dialog)
        dialog.find("entry", "Name of a unit").type("puskes")
        dialog.find("label", "No Unit Found", seen=True)
        dialog.find("entry", "Name of a unit").type("dinkes")
        units.find("label", "Dinas Kesehatan", seen=True)
        units.wait_gone("label", LONG, seen=True)
        program.key(dialog, "Escape")


def test_a_unit_is_renamed_and_keeps_the_old_name():
    with make() as program:
        dialog = open_units(program)
        choose(dialog, "Badan Keuangan")
        enter(program, dialog, "Name", "Badan Keuangan dan Aset")
        wait_tree(program, HEALTH, CLINIC, OLD, ("Badan Keuangan dan Aset", "", "Badan Keuangan"))
        dialog.find("list item", "Badan Keuangan")
        program.screenshot("unit", dialog)
        program.act("win.undo")
        wait_tree(program, HEALTH, CLINIC, OLD, MONEY)


def test_another_name_is_added_and_removed():
    with make() as program:
        dialog = open_units(program)
        choose(dialog, "Badan Keuangan")
        enter(program, dialog, "Add Another Name", "BPKAD")
        wait_tree(program, HEALTH, CLINIC, OLD, ("Badan Keuangan", "", "BPKAD"))
        dialog.find("push button", "Remove “BPKAD”").click()
        wait_tree(program, HEALTH, CLINIC, OLD, MONEY)
        enter(program, dialog, "Add Another Name", "Jawatan Sehat")
        problem = program.top_window("label", "The Unit Could Not Be Changed")
        problem.find("label", lambda name: "Jawatan Sehat" in name and "Merge" in name)
        problem.find("push button", "Close").click()
        wait_tree(program, HEALTH, CLINIC, OLD, MONEY)


def test_a_unit_is_merged_into_another_and_comes_back():
    with make() as program:
        dialog = open_units(program)
        choose(dialog, "Dinas Kesehatan")
        pick(program, dialog, "Choose…", "Jawatan Sehat")
        wait_tree(program, ("Dinas Kesehatan", "", "Jawatan Sehat"), CLINIC, MONEY)
        dialog.find("label", "2 people, 4 with the units below")
        program.act("win.undo")
        wait_tree(program, HEALTH, CLINIC, OLD, MONEY)
        dialog.find("label", "1 people, 3 with the units below")


def test_a_unit_is_taken_out_and_put_below_another():
    with make(width=360, height=740, dark=True) as program:
        program.frame.act("win.back")
        dialog = open_units(program)
        program.screenshot("narrow-tree", dialog)
        choose(dialog, LONG)
        program.screenshot("narrow-unit", dialog)
        dialog.find("push button", "Belongs to No Other Unit").click()
        wait_tree(program, HEALTH, (LONG, "", ""), OLD, MONEY)
        pick(program, dialog, "Choose the Unit That It Belongs To", "Badan Keuangan")
        wait_tree(program, HEALTH, (LONG, "Badan Keuangan", ""), OLD, MONEY)


def test_no_units_are_said():
    with Program() as program:
        dialog = open_units(program)
        dialog.find("label", "No Units Yet", seen=True)
        program.key(dialog, "Escape")
        program.wait_closed("Units")


run(globals())
