# SPDX-License-Identifier: GPL-3.0-or-later
"""A scanner at the keyboard: it presses keys as on a keyboard of its own layout, whatever the
computer is set to."""

import contextlib
import subprocess

from harness import wait

# The rows of a US keyboard by the number of their first key.
US_ROWS = {49: "`", 10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'", 51: "\\", 52: "zxcvbnm,./",
           65: " "}
US_SHIFTED = dict(zip("~!@#$%^&*()_+{}:\"|<>?", "`1234567890-=[];'\\,./"))
US_KEYS = {character: first + place for first, row in US_ROWS.items()
           for place, character in enumerate(row)}
# German scanners have Y and Z in each other's place, and the hyphen elsewhere.
GERMAN_KEYS = {**US_KEYS, "y": US_KEYS["z"], "z": US_KEYS["y"], "-": US_KEYS["/"]}


def keys_of(text, keys=US_KEYS):
    """What xdotool presses for a text."""
    pressed = []
    for character in text:
        plain = US_SHIFTED.get(character, character.lower())
        shift = "shift+" if plain != character else ""
        pressed.append(f"{shift}{keys[plain]}")
    return pressed


def set_layout(program, layout):
    """Sets the computer's keyboard, as `de` or `us:dvorak`, and waits until it is so."""
    name, _, variant = layout.partition(":")
    subprocess.run(["setxkbmap", "-layout", name, "-variant", variant], check=True,
                   env=program.environment)
    wait(lambda: f"layout:     {name}" in subprocess.run(
        ["setxkbmap", "-query"], check=True, capture_output=True, text=True,
        env=program.environment).stdout, f"the layout does not become {layout}")


@contextlib.contextmanager
def layout_of(program, layout):
    """The computer has this layout for a while; all tests share one keyboard."""
    set_layout(program, layout)
    try:
        yield
    finally:
        set_layout(program, "us")


def press(program, text, delay=1, ends=("Return",), keys=US_KEYS):
    """Presses the keys of a text, and of what ends it, in the window that has the focus."""
    program.xdotool("key", "--delay", delay, *keys_of(text, keys), *ends)
