# SPDX-License-Identifier: GPL-3.0-or-later
"""The summary of an event."""

from harness import Program, run, wait

RUNNING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
DONE = "Bimtek Penilaian Kinerja Pegawai"


def show(program, title):
    program.show_page("Events")
    program.find("list item", title, seen=True).click_pointer()
    program.wait_event(title)
    return program.find("filler", "IkrarSummaryView")


def verbs(view):
    """What the buttons of the next steps say: their names go on with the step's own."""
    steps = view.find("list", "What Comes Next")
    return [next(button.children).name for button in steps.find_all("push button")]


def test_the_numbers_add_up():
    with Program(sample=True) as program:
        view = show(program, RUNNING)
        for name in ("12 Invited", "5 Present", "1 Represented", "1 Excused", "5 Not recorded",
                     "0 Pledged"):
            view.find("panel", name)
        view.find("label", lambda name: "12 invited from 12 units" in name)
        program.screenshot("running", program.frame)


def test_what_comes_next_follows_from_the_data():
    with Program(sample=True) as program:
        view = show(program, RUNNING)
        view.find("push button", "Open Desk The Doors Are Open")
        assert verbs(view) == ["Open Desk", "Make Passes", "Open Stage"], verbs(view)
        view = show(program, DONE)
        view.find("push button", "Record Attendance Not Recorded for All")
        assert verbs(view) == ["Record"], verbs(view)


def test_who_came_instead_is_named():
    with Program(sample=True) as program:
        roles = show(program, RUNNING).find("list", "Who Does What")
        roles.find("label", lambda name: "Pjs. Bupati Mandala Jaya" in name and
                   "represented by Drs. H. Zainal Abidin, M.Si., Inspektur Daerah" in name)


def test_a_state_is_set_and_undone():
    with Program(sample=True) as program:
        view = show(program, RUNNING)
        view.find("push button", "State: Running")
        view.find_all("push button", "State: Running")[-1].click()
        view.find("menu item", "Done").click()
        wait(lambda: states(program)[RUNNING] == "done", "the event is not done")
        view.find("push button", "State: Done")
        program.find("push button", "Undo", seen=True).click()
        wait(lambda: states(program)[RUNNING] == "running", "the event is not running again")


def states(program):
    return dict(program.query("SELECT title, state FROM event"))


def test_a_change_is_undone_from_the_journal():
    with Program(sample=True) as program:
        journal = show(program, RUNNING).find("list", "Latest Changes")
        journal.find("list item", "Attendance set by hand")
        before = program.query("SELECT COUNT(*) FROM participant WHERE state = 'C'")
        assert before == [(1,)]
        journal.find_all("push button", "Undo This Change")[0].click()
        journal.find("list item", "Attendance set back")
        assert program.query("SELECT COUNT(*) FROM participant WHERE state = 'C'") == [(0,)]


def test_older_changes_are_shown_when_asked_for():
    with Program(sample=True) as program:
        view = show(program, RUNNING)
        journal = view.find("list", "Latest Changes")
        journal.find("list item")
        assert not journal.find_all("list item", "Event created")
        view.find("push button", "Show Older Changes").click()
        journal.find("list item", "Event created")


run(globals())
