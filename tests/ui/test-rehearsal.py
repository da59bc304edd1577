# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal of the check-in desk: like the real one, and gone without a trace."""

import pathlib

from hall import Hall, count_marks, open_desk, shown
from harness import run, wait

REHEARSAL = "A copy to practise with. Nothing here counts."


def folders(program):
    """Where the copies are."""
    return list(pathlib.Path(program.environment["XDG_CACHE_HOME"]).glob("ikrar/rehearsal-*"))


def begin(program, desk):
    """The window of a rehearsal, beside the real desk."""
    desk.act("desk.rehearse")
    return wait(lambda: next((window for window in program.windows()
                              if window.find_all("label", REHEARSAL, seen=True)), None), "no rehearsal begins")


def test_a_rehearsal_answers_like_the_desk_and_leaves_nothing():
    with Hall() as program:
        desk = open_desk(program)
        before = count_marks(program)
        rehearsal = begin(program, desk)
        assert len(folders(program)) == 1
        program.give_focus(rehearsal)
        program.scan(rehearsal, program.codes["pass-1"])
        shown(rehearsal, "Welcome, Theresia Kondo. Presence is recorded.")
        program.scan(rehearsal, program.codes["forged"])
        shown(rehearsal, "The pass is not genuine.")
        program.screenshot("rehearsal", rehearsal)
        assert count_marks(program) == before
        assert not desk.find_all("label", REHEARSAL, seen=True)
        rehearsal.find("push button", "Discard Rehearsal", seen=True).click()
        wait(lambda: not folders(program), "the copy is still there")
        program.give_focus(desk)
        program.scan(desk, program.codes["pass-1"])
        shown(desk, "Welcome, Theresia Kondo. Presence is recorded.")
        assert count_marks(program) == before + 1


def test_a_rehearsal_has_no_secret_keys():
    with Hall() as program:
        begin(program, open_desk(program))
        assert [path.name for folder in folders(program) for path in folder.iterdir()
                if "keys" in path.name and path.stat().st_size > 0] == []




run(globals())
