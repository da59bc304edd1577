# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing on the pad with the pointer."""

# Two strokes, in parts of the pad's width and height.
SIGNATURE = [
    [(0.2, 0.7), (0.25, 0.4), (0.3, 0.3), (0.33, 0.5), (0.3, 0.7), (0.4, 0.6), (0.5, 0.65)],
    [(0.25, 0.72), (0.45, 0.68), (0.7, 0.6)],
]


def draw(program, window, strokes):
    """Draws on the pad with the pointer; places are parts of its width and height."""
    pad = window.find(None, "Signature Pad", seen=True)
    x, y, width, height = pad.extents
    left, top = program.origin(window)
    for stroke in strokes:
        places = [(int(left + x + u * width), int(top + y + v * height)) for u, v in stroke]
        program.xdotool("mousemove", "--sync", *places[0])
        program.xdotool("mousedown", 1)
        for place in places[1:]:
            program.xdotool("mousemove", "--sync", *place)
        program.xdotool("mouseup", 1)
