# SPDX-License-Identifier: GPL-3.0-or-later
"""The participants of an event: found, filtered, ordered, selected, changed, added."""

from harness import Program, Widget, run, wait

RUNNING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
DONE = "Bimtek Penilaian Kinerja Pegawai"
PLANNED = "Rapat Koordinasi Pengawasan"

SITI = "Siti Rahmawati, S.E., M.M."
SUMARNO = "Sumarno"
MASITAH = "Dra. Hj. Masitah Anwar"
FRANSISKA = "Fransiska Dewi Lestari, S.H."

# What is typed, and how many of the twelve it finds: parts of names, numbers and units, in any
# order and case, with or without the spaces of a number.
SEARCHES = [
    ("siti", 1),
    ("RAHMA", 2),
    ("sekretariat daerah", 2),
    ("198004172005012006", 1),
    ("19800417 200501 2 006", 1),
    ("daerah badan", 2),
    ("dinas siti", 1),
    ("kecamatan siti", 0),
]
# The words of chips, with how many of the running event they show.
CHIPS = [("Present", 5), ("Represented", 1), ("Excused", 1), ("Not recorded", 5), ("All", 12)]

STATE = """SELECT r.state FROM participant r JOIN person p ON p.id = r.person_id
    JOIN event e ON e.id = r.event_id WHERE e.title = ? AND p.written = ?"""
WITHDRAWN = STATE.replace("r.state", "COALESCE(r.withdrawn_at, 0) <> 0")
SERIAL = STATE.replace("r.state", "r.pass_serial")
PLACE = STATE.replace("r.state", "r.seat, r.group_name")


def show(program, title=RUNNING):
    """Goes to the participants of an event and waits until they are there."""
    program.show_page("Events")
    program.find("list item", lambda name: name.startswith(title), seen=True).click_pointer()
    page = program.find("filler", "IkrarEventPage")
    page.find(None, "Participants", seen=True).click_pointer()
    view = program.find("filler", "IkrarParticipantsView")
    wait(lambda: view.is_seen, "the participants are not shown")
    return view


def names(view):
    """Who stands in the table, from above."""
    rows = view.find("tree table", "Participants").find_all("table row")[1:]
    return [labels[0].name for labels in (row.find_all("label") for row in rows) if labels]


def wait_names(view, condition, what):
    wait(lambda: condition(names(view)), what)


def wait_size(view, size):
    if size == 0:
        view.find("label", "Nobody Found", seen=True)
    else:
        wait_names(view, lambda found: len(found) == size, f"not {size} rows")


def chip(view, label):
    return view.find("push button", lambda name: name.startswith(label + ", "))


def row(view, name):
    def look():
        rows = view.find("tree table", "Participants").find_all("table row")
        return next((r for r in rows if r.find_all("label", name)), None)
    return wait(look, f"the row of {name}")


def select(view, *people):
    """Presses check boxes once they stand still: a list may still be being laid out."""
    for name in people:
        places = []

        def is_still(name=name, places=places):
            places.append(row(view, name).find("check box", "Select").extents)
            return len(places) > 1 and places[-1] == places[-2]
        wait(is_still, f"the row of {name} does not stand still")
        check = row(view, name).find("check box", "Select").click_pointer()
        wait(lambda check=check: check.is_checked, f"{name} is not selected")


def choose(view, button, *items):
    """Opens a menu and walks to an item."""
    opener = view.find_all("push button", button, seen=True)[-1].click()
    menu = Widget(view.program, opener.accessible.get_parent())
    for item in items:
        find_item(menu, item).click()


def find_item(menu, name):
    def look():
        return next((found for role in ("menu item", "radio menu item")
                     for found in menu.find_all(role, name)), None)
    return wait(look, f"menu item “{name}”")


def units(view):
    return [label.name for label in view.find("list", "Units").find_all("label")]


def undo(program):
    """Takes the latest change back, as Ctrl+Z does: a toast does not wait."""
    program.act("win.undo")


def wait_value(program, sql, name, value, title=RUNNING):
    wait(lambda: program.query(sql, title, name) == [value], f"{name} is not {value}")


def test_search_finds_parts_of_names_numbers_and_units():
    with Program(sample=True) as program:
        view = show(program)
        entry = view.find("entry", "Name, number or unit")
        wait_size(view, 12)
        for text, size in SEARCHES:
            entry.type(text)
            wait_size(view, size)
        view.find("push button", "Clear Filters", seen=True).click()
        wait_size(view, 12)
        assert entry.text == "", entry.text


def test_what_is_typed_over_the_list_is_searched():
    with Program(sample=True) as program:
        view = show(program)
        select(view, SITI)
        program.key(program.frame, "f", "r", "a", "n")
        wait_names(view, lambda found: found == [FRANSISKA], "typing does not search")
        view.find("label", "1 of 12 selected, 1 of them not shown", seen=True)


def test_chips_count_and_filter():
    with Program(sample=True) as program:
        view = show(program)
        for label, size in CHIPS:
            button = chip(view, label)
            assert button.name == f"{label}, {size}", button.name
            button.click()
            wait_size(view, size)
        assert not view.find_all("push button", lambda name: name.startswith("Withdrawn"),
                                 seen=True)


def test_a_unit_is_chosen():
    with Program(sample=True) as program:
        view = show(program)
        view.find("push button", "Show One Unit").click()
        view.find("list", "Units").find("label", "Inspektorat")
        program.xdotool("type", "inspektorat")
        wait(lambda: len(units(view)) == 1, "typing does not search units")
        program.xdotool("key", "Return")
        wait_names(view, lambda found: found == ["Aulia Maharani Putri, S.Ak."], "not its people")
        assert chip(view, "All").name == "All, 1"


def test_pledge_and_kind_filter():
    with Program(sample=True) as program:
        view = show(program, DONE)
        wait_size(view, 12)
        choose(view, "Order and Filters", "Pledge", "Not yet")
        wait_size(view, 2)
        choose(view, "Order and Filters", "Pledge", "Recited")
        wait_size(view, 10)
        choose(view, "Order and Filters", "Takes Part As", "Speaker")
        wait_size(view, 0)


def test_the_table_is_ordered_by_its_heads():
    with Program(sample=True) as program:
        view = show(program)
        wait_names(view, lambda found: found[:1] == [SITI], "not as on the roster")
        head = view.find("tree table", "Participants").find("label", "Name", seen=True)
        head.click_pointer()
        # Titles do not count: Aulia, Fransiska, Gusti, dr. Hendra, Dra. Hj. Masitah.
        wait_names(view, lambda found: found[0].startswith("Aulia") and found[4] == MASITAH,
                   "not by name")
        head.click_pointer()
        wait_names(view, lambda found: found[0].startswith("Yohanes"), "not turned round")


def test_many_are_marked_present_and_back():
    with Program(sample=True) as program:
        view = show(program)
        select(view, SUMARNO)
        view.find("push button", "Select all 5 not recorded", seen=True).click()
        view.find("label", "5 of 12 selected", seen=True)
        view.find("push button", "Mark Present", seen=True).click()
        wait(lambda: chip(view, "Present").name == "Present, 10", "they are not present")
        wait_value(program, STATE, MASITAH, ("H",))
        wait(lambda: not view.find_all("label", lambda name: "selected" in name, seen=True),
             "the selection stays")
        undo(program)
        wait(lambda: chip(view, "Present").name == "Present, 5", "it is not undone")


def test_another_state_is_set():
    with Program(sample=True) as program:
        view = show(program)
        select(view, MASITAH)
        choose(view, "Set Another State", "Sick")
        wait(lambda: chip(view, "Excused").name == "Excused, 2", "nobody is sick")
        row(view, MASITAH).find("label", "Sick")


def test_who_stands_in_is_asked():
    with Program(sample=True) as program:
        view = show(program)
        select(view, MASITAH)
        choose(view, "Set Another State", "Represented by…")
        question = program.frame.question()
        assert not question.find("push button", "Set").is_sensitive
        question.find("text", "Represented by").type("Budi Santoso")
        question.find("push button", "Set").click()
        wait(lambda: chip(view, "Represented").name == "Represented, 2", "nobody stands in")


def test_who_withdrew_is_apart_and_may_come_back():
    with Program(sample=True) as program:
        view = show(program)
        select(view, SUMARNO, MASITAH)
        view.find("push button", "Withdraw", seen=True).click()
        wait_size(view, 10)
        wait_value(program, WITHDRAWN, SUMARNO, (1,))
        chip(view, "Withdrawn").click()
        wait_size(view, 2)
        select(view, SUMARNO)
        view.find("push button", "Invite Again", seen=True).click()
        wait_size(view, 1)
        wait_value(program, WITHDRAWN, SUMARNO, (0,))
        undo(program)
        wait_size(view, 2)


def test_passes_are_revoked():
    with Program(sample=True) as program:
        view = show(program)
        before = program.query(SERIAL, RUNNING, SITI)[0][0]
        select(view, SITI)
        choose(view, "More", "Revoke Passes")
        wait_value(program, SERIAL, SITI, (before + 1,))
        program.find("push button", "Undo", seen=True).click()
        wait_value(program, SERIAL, SITI, (before,))


def test_pledges_on_paper_are_sealed():
    with Program(sample=True) as program:
        view = show(program)
        select(view, SITI, SUMARNO)
        choose(view, "More", "Record Pledges Signed on Paper")
        for name in SITI, SUMARNO:
            row(view, name).find("label", "Signed")
        undo(program)
        row(view, SITI).find("label", "Not yet")
        assert program.query("SELECT kind, COUNT(*) FROM pledge WHERE event_id = (SELECT id FROM "
                             "event WHERE title = ?) GROUP BY kind ORDER BY kind", RUNNING) == [
                                 ("revoked", 2), ("signed", 2)]


def test_seat_and_group_are_set():
    with Program(sample=True) as program:
        view = show(program)
        select(view, SITI, SUMARNO)
        choose(view, "More", "Set Seat and Group…")
        question = program.frame.question()
        question.find("text", "Group").type("Meja 3")
        question.find("push button", "Set").click()
        for name in SITI, SUMARNO:
            wait_value(program, PLACE, name, ("", "Meja 3"))


def test_a_participant_is_changed():
    with Program(sample=True) as program:
        view = show(program)
        row(view, SITI).find("label", SITI, seen=True).click_pointer()
        program.key(program.frame, "Return")
        dialog = program.window("Participant")
        save = dialog.find("push button", "Save")
        dialog.find("label", "19800417 200501 2 006 · IV/a")
        assert not save.is_sensitive
        dialog.find("text", "Seat").type("A-12")
        dialog.find("text", "Unit").type("Dinas Kearsipan dan Perpustakaan")
        save.click()
        program.wait_closed("Participant")
        wait_value(program, PLACE, SITI, ("A-12", ""))
        row(view, SITI).find("label", "Dinas Kearsipan dan Perpustakaan")
        undo(program)
        wait_value(program, PLACE, SITI, ("", ""))


def test_an_empty_event_is_filled_by_hand():
    with Program(sample=True) as program:
        view = show(program, PLANNED)
        view.find("label", "No Participants Yet", seen=True)
        view.find("push button", "Import Roster", seen=True)
        view.find("push button", "Add Participant", seen=True).click()
        dialog = program.window("Add Participant")
        dialog.find("entry", "Name, number or unit").type("Rahmawati")
        dialog.find("push button", lambda name: SITI in name).click()
        dialog.find("label", "On the roster")
        dialog.find("entry", "Name, number or unit").type("Wahyu Nugroho")
        dialog.find("label", "Nobody in the Register", seen=True)
        dialog.find("push button", "New Person", seen=True).click()
        add_new_person(dialog)
        dialog.act("window.close")
        wait_names(view, lambda found: found == [SITI, "Wahyu Nugroho, S.Kom."], "not both")


def add_new_person(dialog):
    name = dialog.find("text", "Name, With Titles", seen=True)
    assert name.text == "Wahyu Nugroho", name.text
    name.type("Wahyu Nugroho, S.Kom.")
    number = dialog.find("text", "NIP, NI PPPK or NIK")
    number.type("12345")
    dialog.find("push button", "Add", seen=True).click()
    # What is wrong stands where the name of the field stood.
    dialog.wait_gone("text", "NIP, NI PPPK or NIK")
    number.type("199203152015031004")
    dialog.find("text", "Unit").type("Dinas Perhubungan")
    dialog.find("push button", "Add", seen=True).click()
    dialog.find("label", lambda name: name.startswith("Wahyu Nugroho, S.Kom. takes part"))


def test_a_narrow_window_shows_a_list():
    with Program(sample=True) as program:
        view = show(program)
        wait_size(view, 12)
        program.resize(program.frame, 360, 740)
        button = view.find("push button", "Select Several")
        wait(lambda: button.extents[2] > 0, "the table does not become a list")
        button.click()
        view.find("label", SITI, seen=True).click_pointer()
        view.find("label", "1 of 12 selected", seen=True)
        program.screenshot("narrow", program.frame)


run(globals())
