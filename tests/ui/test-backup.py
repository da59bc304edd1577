# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups of one's own, plain and sealed, through the window and with real files."""

from gi.repository import GLib

from backups import count_events
from harness import Program, run, wait

PASSPHRASE = "kata sandi panjang"


def ask_passphrase(program):
    dialog = program.window("Passphrase of the Backup")
    entries = wait(lambda: [text for text in dialog.find_all("text") + dialog.find_all("password text")
                            if text.name.startswith("Passphrase")], "the passphrase")
    ok = dialog.find("push button", "Continue")
    assert not ok.is_sensitive
    for entry in entries:
        entry.type(PASSPHRASE)
    ok.wait_sensitive().click()
    program.wait_closed("Passphrase of the Backup")


def is_asking(program):
    """Whether the question is still there: the file chooser after it bears the same title."""
    try:
        return any(window.find_all("push button", "Without Passphrase…")
                   for window in program.windows())
    except GLib.Error:
        return True  # A window went while it was looked at.


def back_up(program, path, seal=False):
    program.act("win.back-up")
    question = program.frame.question()
    question.find("push button", "With Passphrase…" if seal else "Without Passphrase…").click()
    wait(lambda: not is_asking(program), "the question stays")
    if seal:
        ask_passphrase(program)
    program.answer_chooser("Back Up", path)
    program.find("label", f"Backed up and verified: {path.name}")
    wait(path.exists, "no backup")


def test_a_plain_backup_is_a_verified_database():
    with Program(sample=True) as program:
        target = program.folder / "cadangan.db"
        back_up(program, target)
        assert count_events(target) == program.query("SELECT COUNT(*) FROM event")[0][0]
        assert target.stat().st_mode & 0o777 == 0o600
        assert not list(program.folder.glob("*.part"))


def test_a_sealed_backup_is_closed_to_everybody_else():
    with Program(sample=True) as program:
        target = program.folder / "cadangan.ikrb"
        back_up(program, target, seal=True)
        assert b"SQLite" not in target.read_bytes() and b"Mandala" not in target.read_bytes()


run(globals())
