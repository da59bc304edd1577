# SPDX-License-Identifier: GPL-3.0-or-later
"""The camera of the check-in desk: passes from the printer before cameras that come and go."""

from cameras import CameraHall
from hall import NARROW, open_desk, shown
from harness import run, wait

FRONT, REAR = "Front@usb1", "Rear@usb2"
WELCOME = "Welcome, Theresia Kondo. Presence is recorded."
PICTURE = "Picture of the Camera"


def count_marks(program):
    return program.query("SELECT COUNT(*) FROM attendance_mark")[0][0]


def first_on_page(program, page):
    """The name that is welcomed, of the first pass on a sheet of eight."""
    return program.query("SELECT n.name FROM participant p JOIN person n ON n.id = p.person_id"
                         " WHERE p.event_id = ? AND p.number = ?", program.event, 8 * page - 7)[0][0]


def test_a_pass_held_before_the_camera_is_one_scan():
    with CameraHall() as program:
        program.plug(FRONT, sees=1)
        desk = open_desk(program)
        program.key(desk, "F8")
        shown(desk, WELCOME)
        desk.find("image", PICTURE, seen=True)
        desk.find("label", "Front", seen=True)
        program.screenshot("camera", desk)
        # It is still held there, and others are scanned meanwhile.
        program.scan(desk, program.codes["pass-2"])
        shown(desk, "Welcome, Bambang Kondo. Presence is recorded.")
        assert count_marks(program) == 2
        program.key(desk, "F8")
        desk.wait_gone("image", PICTURE, seen=True)
        assert not desk.find_all("status bar", lambda said: said.startswith("Theresia"))


def test_a_camera_that_is_plugged_in_is_taken():
    with CameraHall() as program:
        desk = open_desk(program)
        desk.find("push button", "Camera (F8)", seen=True).click()
        desk.find("label", "No Camera", seen=True)
        program.screenshot("camera-none", desk)
        program.scan(desk, program.codes["pass-2"])
        shown(desk, "Welcome, Bambang Kondo. Presence is recorded.")
        program.plug(FRONT, sees=1)
        shown(desk, WELCOME)
        desk.wait_gone("label", "No Camera", seen=True)
        program.unplug(FRONT)
        desk.find("label", "Camera Unplugged", seen=True)
        program.screenshot("camera-gone", desk)
        program.plug(FRONT, sees=2)
        shown(desk, lambda said: said.startswith(f"Welcome, {first_on_page(program, 2)}"))


def test_a_camera_of_another_program_can_be_tried_again():
    with CameraHall() as program:
        program.plug(FRONT, sees=1)
        program.use_elsewhere(FRONT)
        desk = open_desk(program)
        program.key(desk, "F8")
        desk.find("label", "Camera in Use", seen=True)
        program.give_back(FRONT)
        desk.find("push button", "Try Again", seen=True).click()
        shown(desk, WELCOME)


def test_the_camera_is_chosen_and_remembered():
    with CameraHall() as program:
        program.plug(FRONT, sees=1)
        desk = open_desk(program)
        program.key(desk, "F8")
        shown(desk, WELCOME)
        program.plug(REAR, sees=2)
        desk.find(None, "Choose the Camera", seen=True).click_pointer()
        item = desk.find("menu item", "Rear")
        program.screenshot("camera-choice", desk)
        item.click()
        shown(desk, lambda said: said.startswith(f"Welcome, {first_on_page(program, 2)}"))
        program.kill()
        program.start()
        desk = open_desk(program)
        program.key(desk, "F8")
        desk.find("label", "Rear", seen=True)
        shown(desk, lambda said: said.startswith(first_on_page(program, 2)))


def test_what_is_typed_stays_while_the_camera_scans():
    with CameraHall() as program:
        desk = open_desk(program)
        program.key(desk, "F8")
        program.key(desk, "F6")
        entry = desk.find("text", "Name", seen=True).type("Maria")
        program.plug(FRONT, sees=1)
        shown(desk, WELCOME)
        assert entry.is_seen and entry.text == "Maria", entry.text


def test_a_narrow_desk_shows_the_camera_below_the_verdict():
    with CameraHall() as program:
        program.plug(FRONT, sees=1)
        desk = open_desk(program)
        program.resize(desk, *NARROW)
        desk.find(None, "Desk Menu", seen=True).click_pointer()
        desk.find("menu item", "Camera").click()
        shown(desk, WELCOME)
        desk.find("image", PICTURE, seen=True)
        program.screenshot("camera-narrow", desk)
        # What is typed has its place below.
        _, y, _, height = desk.find("text", "Code or Number", seen=True).extents
        assert y + height <= NARROW[1], (y, height)


run(globals())
