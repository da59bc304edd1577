# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest window: every page fits in it, nothing is cut off at the sides, and it can be closed."""

from harness import Program, run, wait

WIDTH = 360
HEIGHT = 640
RUNNING = "Sosialisasi Netralitas ASN dan Ikrar Bersama"
PAGES = {"Overview": "IkrarOverviewPage", "Events": "IkrarEventsPage",
         "People": "IkrarPeoplePage", "Pledges": "IkrarPledgesPage",
         "Reports": "IkrarReportsPage"}
VIEWS = ("Summary", "Participants", "Attendance", "Pledges", "Documents")
# What can be pressed or read.
ROLES = ("push button", "toggle button", "combo box", "entry", "list item")
VIEW_TYPES = {"Pledges": "EventPledgesView"}


def narrow(**settings):
    return Program(width=WIDTH, height=HEIGHT, **settings)


def go_to(program, page):
    """Goes to a page by way of the sidebar, as one does where both do not fit side by side."""
    pages = program.find("list", "Pages")
    program.act("win.back")
    wait(lambda: pages.is_seen, "the sidebar does not come")
    program.show_page(page)
    shown = program.find("filler", PAGES[page])
    wait(lambda: shown.is_seen, f"{page} is not shown")
    return shown


def check_fits(program, place, name):
    """The window is as narrow as was asked for, and what is seen of a place stands within."""
    assert program.frame.extents[2] == WIDTH, f"{name} makes the window {program.frame.extents}"
    program.screenshot(name.lower().replace(" ", "-"), program.frame)
    for role in ROLES:
        for widget in place.find_all(role, seen=True):
            x, _, width, _ = widget.extents
            assert 0 <= x and x + width <= WIDTH, f"{name}: {widget!r} at {widget.extents}"


def walk(program):
    for page in PAGES:
        shown = go_to(program, page)
        shown.find("push button", "Close")
        check_fits(program, shown, page)


def test_every_page_fits():
    with narrow(sample=True) as program:
        walk(program)


def test_every_empty_page_fits():
    with narrow() as program:
        walk(program)


def test_every_view_of_an_event_fits():
    with narrow(sample=True) as program:
        go_to(program, "Events").find("list item", RUNNING, seen=True).click_pointer()
        page = program.wait_event(RUNNING)
        for view in VIEWS:
            page.find("page tab", view, seen=True).click_pointer()
            shown = page.find("filler", "Ikrar" + VIEW_TYPES.get(view, view + "View"))
            wait(lambda: shown.is_seen, f"{view} is not shown")
            check_fits(program, shown, "Event " + view)


def test_a_wide_window_can_be_closed_from_every_empty_page():
    with Program() as program:
        for page in PAGES:
            program.show_page(page)
            program.find("filler", PAGES[page]).find("push button", "Close")


def test_a_wide_window_becomes_narrow():
    with Program(sample=True, width=1180) as program:
        before = program.frame.extents[2]
        program.resize(program.frame, WIDTH, HEIGHT)
        wait(lambda: program.frame.extents[2] < before, "the window stays wide")
        wait(lambda: program.frame.extents[2] <= WIDTH, "the window does not become narrow")


run(globals())
