# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of people in order: duplicates, merging side by side, filters, earlier numbers."""

import json
import os
import subprocess

from harness import Program, run, wait

NIP, TYPO = "198503032010012001", "198503032010012007"
TWIN = "Ratna Wulandari Kusumaningtyas"
LONG = "Dr. dr. Raden Ajeng Sekar Kinanthi Puspitaningrum Wulandari, S.Ked., M.Kes., Sp.A."


def ikrarctl(program, *arguments):
    done = subprocess.run([os.environ["IKRARCTL"], "--db", program.database, "--json", *arguments],
                          check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def add(program, name, *options):
    return ikrarctl(program, "person", "add", "--name", name, *options)[0]["id"]


def with_twins(**options):
    """The sample with two people one digit apart."""
    program = Program(sample=True, **options)
    program.twins = (add(program, TWIN, "--number", NIP, "--unit", "Dinas Kesehatan"),
                     add(program, f"{TWIN}, S.Kep.", "--number", TYPO, "--unit", "Puskesmas Mandala",
                         "--phone", "081234567890", "--position", "Perawat"))
    return program


def show(program):
    program.show_page("People")
    return program.find("filler", "IkrarPeoplePage")


def show_pairs(program):
    page = show(program)
    page.find(None, lambda name: name.startswith("Duplicates"), seen=True).click()
    page.find("list", "Possible Duplicates").find("label", seen=True)
    return page


def open_pair(program):
    page = show_pairs(program)
    page.find("list", "Possible Duplicates").find("label", lambda name: TWIN in name, seen=True).click_pointer()
    view = page.find("filler", "IkrarMergeView")
    view.find("label", f"{TWIN}, S.Kep.", seen=True)
    return page, view


def people(program):
    return program.query("SELECT name, suffix, number, phone FROM person WHERE name LIKE 'Ratna%'"
                         " AND removed_at = 0 ORDER BY id")


def test_two_one_digit_apart_are_merged_and_undone():
    with with_twins() as program:
        before = people(program)
        page, view = open_pair(program)
        fields = view.find("list", "What Stands")
        # Numbers are masked until somebody asks.
        fields.find("label", "NIP ••••••••••••••2007")
        view.find(None, "Show the Whole Numbers").click()
        fields.find("label", "NIP 19850303 201001 2 007")
        program.screenshot("pair", program.frame)
        # What only one of them has is taken; the other number is chosen by hand.
        fields.find(None, lambda name: name.startswith("Number: ") and name.endswith("007")).click()
        result = view.find("list", "The One Person")
        result.find("label", "NIP 19850303 201001 2 001")
        result.find("label", "081234567890")
        view.find("push button", "Merge into One").click()
        page.find("filler", "IkrarPersonView").find("label", f"{TWIN}, S.Kep.", seen=True)
        wait(lambda: people(program) == [(TWIN, "S.Kep.", TYPO, "081234567890")], str(people(program)))
        assert program.query("SELECT number FROM person_number") == [(NIP,)]
        page.find("filler", "IkrarPersonView").find("list", "Changes").find("list item", "People merged")
        program.screenshot("merged", program.frame)
        program.act("win.undo")
        wait(lambda: people(program) == before, "the merge is not undone")
        page.find("list", "Possible Duplicates").find("label", lambda name: TWIN in name, seen=True)


def test_two_people_are_not_proposed_again():
    with with_twins() as program:
        page, view = open_pair(program)
        view.find("push button", "Two People").click()
        page.find("list", "Possible Duplicates").wait_gone("label", lambda name: TWIN in name, seen=True)
        assert len(people(program)) == 2
        program.act("win.undo")
        page.find("list", "Possible Duplicates").find("label", lambda name: TWIN in name, seen=True)


def test_who_came_to_the_same_event_cannot_be_merged():
    program = with_twins()
    event = next(line for line in ikrarctl(program, "event", "list") if "Bimtek" in line["title"])
    for person in program.twins:
        place = ikrarctl(program, "participant", "add", "--event", event["id"], "--person", person)[0]["id"]
        ikrarctl(program, "mark", "--event", event["id"], "--participant", place, "--status", "hadir")
    with program:
        _, view = open_pair(program)
        view.find("label", lambda name: "cannot be merged" in name, seen=True)
        view.find("list", "Events That Follow").find("list item", event["title"])
        assert not view.find("push button", "Merge into One").is_sensitive
        program.screenshot("blocked", program.frame)


def test_somebody_is_merged_with_whom_nobody_proposed():
    program = Program(sample=True)
    add(program, "Ratna Wulandari", "--unit", "Dinas Kesehatan")
    add(program, "Ratna W. K.", "--unit", "Kecamatan Mandala Timur")
    with program:
        page = show(program)
        page.find("list", "People").find("label", "Ratna Wulandari", seen=True).scroll_to().click_pointer()
        page.find("filler", "IkrarPersonView").find("label", "Ratna Wulandari", seen=True)
        page.act("people.merge-with")
        page.find("label", "Choose who is the same person as Ratna Wulandari", seen=True)
        program.screenshot("partner", program.frame)
        page.find("push button", "Cancel", seen=True).click()
        page.wait_gone("label", lambda name: name.startswith("Choose who"), seen=True)
        page.act("people.merge-with")
        page.find("entry", "Name, number or unit").type("ratna w k")
        page.find("list", "People").find("label", "Ratna W. K.", seen=True).click_pointer()
        view = page.find("filler", "IkrarMergeView")
        view.find("list", "The One Person").find("label", "Ratna Wulandari")
        view.find("push button", "Merge into One").click()
        wait(lambda: len(people(program)) == 1, "they are not merged")


def test_filters_narrow_the_register():
    program = Program(sample=True)
    add(program, "Ratna Wulandari", "--unit", "Dinas Kesehatan")
    with program:
        page = show(program)
        page.find("label", "13 people", seen=True)
        page.find("push button", "Filters").click_pointer()
        # The focus begins at the first filter; the last of its choices is for who has no number.
        box = page.find("combo box", "Number")
        program.key(program.frame, "Return")
        box.find("scroll pane")
        program.key(program.frame, "End", "Return")
        page.find("label", "1 of 13 people")
        program.screenshot("filters")
        program.key(program.frame, "Escape")
        page.find("list", "People").find("label", "Ratna Wulandari", seen=True)
        page.find("entry", "Name, number or unit").type("arsyad")
        page.find("push button", "Clear Search", seen=True).click()
        page.find("label", "13 people", seen=True)


def test_an_earlier_number_leads_to_the_person():
    with with_twins() as program:
        page = show(program)
        page.find("list", "People").find("label", TWIN, seen=True).scroll_to().click_pointer()
        page.find("filler", "IkrarPersonView").find("label", TWIN, seen=True)
        for number, heading in (("12", "The Number Could Not Be Added"), (TYPO, "The Number Could Not Be Added")):
            page.act("people.add-number")
            question = program.frame.question()
            question.find("text", "NIP, NI PPPK or NIK of Before").type(number)
            question.find("push button", "Add").click()
            problem = program.top_window("label", heading)
            problem.find("push button", "Close").click()
            wait(lambda: len(program.windows()) == 1, "the message stays")
        page.act("people.add-number")
        question = program.frame.question()
        question.find("text", "NIP, NI PPPK or NIK of Before").type("131110468")
        question.find("push button", "Add").click()
        page.find("filler", "IkrarPersonView").find("label", "NIP before")
        page.find("entry", "Name, number or unit").type("131110468")
        page.find("label", "1 of 14 people", seen=True)
        program.act("win.undo")
        page.find("label", "Nobody Found", seen=True)


def test_it_fits_where_there_is_little_room():
    program = Program(sample=True, width=360, height=740, dark=True)
    add(program, LONG, "--number", NIP, "--unit", "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Mandala")
    add(program, LONG.replace("Wulandari", "Wulandary"), "--number", TYPO, "--position",
        "Dokter Spesialis Anak Ahli Madya pada Unit Pelaksana Teknis Daerah")
    with program:
        program.frame.act("win.back")
        page = show_pairs(program)
        program.screenshot("narrow-pairs", program.frame)
        page.find("list", "Possible Duplicates").find("label", lambda name: "Kinanthi" in name, seen=True).click_pointer()
        view = page.find("filler", "IkrarMergeView")
        view.find("push button", "Merge into One", seen=True)
        view.find("label", LONG, seen=True)
        program.screenshot("narrow-merge", program.frame)
        view.find("push button", "Merge into One").click()
        page.find("label", "No Duplicates Found", seen=True)
        program.act("win.undo")
        page.find("list", "Possible Duplicates").find("label", lambda name: "Kinanthi" in name, seen=True)


def test_nothing_to_merge_is_said():
    with Program(sample=True) as program:
        page = show(program)
        page.find(None, lambda name: name.startswith("Duplicates"), seen=True).click()
        page.find("label", "No Duplicates Found", seen=True)
        program.screenshot("none", program.frame)


run(globals())
