# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check-in desk says aloud, and on which screen it stands."""

import pathlib
import tempfile

from hall import Hall, open_desk, shown
from harness import run
from voice import Voice

SPOKEN = [
    ("pass-1", "Welcome. Theresia Kondo. Seat A 01."),
    ("other-event", "Not on the List."),
    ("pass-1", "Already Recorded. Theresia Kondo."),
    ("revoked", "Not Valid. Aulia Maharani Rahmawati."),
    ("forged", "Not Genuine."),
    ("hello", "Not Readable."),
]


class LoudHall(Hall):
    """A hall with somebody who listens."""

    def __init__(self, **options):
        self.place = tempfile.TemporaryDirectory(prefix="ikrar-voice-")
        self.voice = Voice(pathlib.Path(self.place.name) / "speechd.sock")
        super().__init__(environment=self.voice.environment, **options)

    def __exit__(self, *error):
        try:
            super().__exit__(*error)
        finally:
            self.voice.close()
            self.place.cleanup()


def open_menu(desk):
    """GTK 4.8 lists a button with a menu as one of two kinds."""
    buttons = desk.find_all("push button", "Desk Menu") or desk.find_all("toggle button", "Desk Menu")
    buttons[-1].click()


def test_every_verdict_is_spoken_with_the_name():
    with LoudHall() as program:
        desk = open_desk(program)
        for name, words in SPOKEN:
            program.scan(desk, program.codes.get(name, name))
            assert program.voice.next() == words, words
        assert "SET SELF LANGUAGE en" in program.voice.commands
        program.key(desk, "ctrl+z")
        assert program.voice.next() == "The presence of Theresia Kondo, S.KM. was taken back."


def switch(desk, label):
    """Switches something in the menu of the desk."""
    open_menu(desk)
    desk.find("check menu item", label).click()
    desk.wait_gone("check menu item", label)


def test_voice_and_sounds_are_switched_in_the_menu():
    with LoudHall() as program:
        desk = open_desk(program)
        switch(desk, "Sounds")
        desk.find("push button", "Sound On (Ctrl+M)")
        program.scan(desk, program.codes["pass-1"])
        assert program.voice.next().startswith("Welcome. Theresia Kondo.")
        switch(desk, "Speech")
        program.scan(desk, program.codes["pass-2"])
        shown(desk, lambda name: name.startswith("Welcome, Bambang"))
        switch(desk, "Speech")
        program.scan(desk, program.codes["pass-1"])
        # Whatever was said is in order: nobody was named meanwhile.
        assert program.voice.next() == "Already Recorded. Theresia Kondo."


def test_a_screen_that_was_unplugged_is_no_obstacle():
    with LoudHall(settings={"desk-screen": "'HDMI-9'"}) as program:
        desk = open_desk(program)
        open_menu(desk)
        # One screen is no choice.
        desk.find("menu item", "Full Screen")
        assert not desk.find_all(None, lambda name: name.startswith("Full Screen on"))
        program.key(desk, "Escape", "F11")
        program.scan(desk, program.codes["pass-1"])
        assert program.voice.next().startswith("Welcome. Theresia Kondo.")


run(globals())
