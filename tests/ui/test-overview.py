# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview: what matters now."""

from harness import Program, run, wait

RUNNING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"


def page(program):
    return program.find("filler", "IkrarOverviewPage")


def test_the_running_event_comes_first_with_its_numbers():
    with Program(sample=True) as program:
        overview = page(program)
        hero = overview.find("filler", "IkrarHeroCard")
        hero.find("label", RUNNING, seen=True)
        hero.find("label", "12 invited from 12 units")
        for name in ("5 present", "1 represented", "1 excused or absent", "5 not recorded"):
            overview.find("panel", name, seen=True)
        overview.find("image", lambda name: name.startswith("5 of 12 came"))


def test_numbers_follow_a_change():
    with Program(sample=True) as program:
        page(program).find("panel", "5 present", seen=True)
        program.show_page("Events")
        program.find("list item", RUNNING, seen=True).click_pointer()
        program.wait_event(RUNNING)
        journal = program.find("list", "Latest Changes")
        journal.find("list item", "Attendance set by hand")
        journal.find_all("push button", "Undo This Change")[0].click()
        wait(lambda: program.query("SELECT COUNT(*) FROM participant WHERE state = 'C'") == [(0,)],
             "the change is not undone")
        program.show_page("Overview")
        page(program).find("panel", "0 excused or absent", seen=True)
        page(program).find("panel", "6 not recorded", seen=True)


def test_the_event_is_one_press_away():
    with Program(sample=True) as program:
        page(program).find("push button", "View Event", seen=True).click()
        program.wait_event(RUNNING)


def test_what_waits_is_named_with_a_verb():
    with Program(sample=True) as program:
        waiting = page(program).find("list", "Needs Attention")
        roster = waiting.find("list item", "No roster yet")
        roster.find("push button", "Import")
        waiting.find("list item", "Backups have no passphrase")


def test_a_new_office_is_welcomed_and_can_try_the_sample():
    with Program() as program:
        overview = page(program)
        overview.find("label", "Welcome to Ikrar", seen=True)
        overview.find("push button", "Create the First Event", seen=True)
        overview.find("list item", "Try It with Sample Data", seen=True).click_pointer()
        program.frame.question().find("push button", "Fill").click()
        overview.find("push button", "View Event", seen=True)
        assert program.query("SELECT COUNT(*) FROM event") == [(4,)]


def test_the_first_event_is_begun_from_here():
    with Program() as program:
        page(program).find("push button", "Create the First Event", seen=True).click()
        dialog = program.window("New Event")
        dialog.act("window.close")
        program.wait_closed("New Event")


def test_a_narrow_window_shows_everything():
    with Program(sample=True, width=360, height=640) as program:
        overview = page(program)
        overview.find("filler", "IkrarHeroCard").find("label", RUNNING, seen=True)
        for name in ("5 present", "5 not recorded"):
            tile = overview.find("panel", name).scroll_to()
            x, _, width, _ = tile.extents
            assert x >= 0 and x + width <= program.frame.extents[2]


run(globals())
