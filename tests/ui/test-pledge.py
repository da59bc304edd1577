# SPDX-License-Identifier: GPL-3.0-or-later
"""The pledge: recited, signed with the pointer, witnessed, revoked, and the sealed log."""

import hashlib
import json
import os
import re
import subprocess

from hall import NARROW, Hall
from harness import run, wait
from pad import SIGNATURE, draw

PRESENT = 4
PATH = re.compile(r"^(M\d+ \d+( L\d+ \d+|( C(\d+ ){5}\d+)+)\s?)+$")
SIGNED = "SELECT f.value FROM pledge p JOIN ledger_field f ON f.idx = p.ledger_index" \
         " AND f.tag = 36 WHERE p.kind = 'signed' ORDER BY p.id"


class FilledHall(Hall):
    """Those of the first passes are present already."""

    def __init__(self, present=PRESENT, **options):
        super().__init__(**options)
        for number in range(1, present + 1):
            self.control("checkin", "--event", str(self.event),
                         entered=self.codes[f"pass-{number}"] + "\n")

    def control(self, *arguments, entered=None):
        done = subprocess.run([os.environ["IKRARCTL"], "--db", self.database, "--json",
                               *arguments], input=entered, capture_output=True, text=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def verify(self):
        """What the command line says about the sealed log."""
        return self.control("ledger", "verify")[-1]

    def pledges(self):
        return [pledge for number in range(1, PRESENT + 2)
                for pledge in [self.participant(number)[1]]]


def show_pledges(program):
    return program.show_view("Pledges", "IkrarEventPledgesView")


def open_signing(program):
    view = show_pledges(program)
    view.find("push button", "Signing Desk", seen=True).click()
    window = program.window("Signing Desk")
    window.find("label", "Theresia Kondo, S.KM.", seen=True)
    program.give_focus(window)
    return window


def sign(program, window):
    draw(program, window, SIGNATURE)
    window.find("check box", "I have read this text and sign it myself").click_pointer()
    window.find("push button", "Sign").click()


def test_everybody_present_recites_in_one_act():
    with FilledHall() as program:
        view = show_pledges(program)
        view.find("label", "4 present · 0 signed · 0 recited · 40 neither", seen=True)
        view.find("push button", "All Present Recited", seen=True).click()
        dialog = program.window("All Present Recited")
        dialog.find("label", "4 people are present and have no pledge yet.")
        assert dialog.find("text", "Name with Titles").text == "Drs. H. Ansyari Hasan, M.Si."
        program.screenshot("recite", dialog)
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed("All Present Recited")
        view.find("label", "4 present · 0 signed · 4 recited · 36 neither", seen=True)
        assert program.pledges() == ["recited"] * PRESENT + [""]
        acts = program.query("SELECT id, kind, reader FROM pledge_act")
        assert [act[1:] for act in acts] == [("recited", "Drs. H. Ansyari Hasan, M.Si.")]
        assert program.query("SELECT name FROM pledge_witness WHERE act_id = ? ORDER BY place",
                             acts[0][0]) == [("Rahmawati Idris, S.IP.",), ("Yosef Tanggu, S.H.",)]
        program.act("win.undo")
        view.find("label", "4 present · 0 signed · 0 recited · 40 neither", seen=True)
        # What was sealed stays; the recital is revoked by further records.
        verified = program.verify()
        assert verified["ok"] and verified["size"] == 2 * PRESENT, verified


def test_a_pledge_is_signed_with_the_pointer():
    with FilledHall() as program:
        window = open_signing(program)
        assert not window.find("push button", "Sign").is_sensitive
        draw(program, window, SIGNATURE)
        program.screenshot("signing", window)
        assert not window.find("push button", "Sign").is_sensitive, "nobody agreed yet"
        window.find("check box", "I have read this text and sign it myself").click_pointer()
        window.find("push button", "Sign").click()
        # The next in the queue is at the pad, with an empty one.
        window.find("label", "Bambang Kondo", seen=True)
        wait(lambda: program.participant(1)[1] == "signed", "not signed")
        path = program.query(SIGNED)[0][0]
        path = path.decode() if isinstance(path, bytes) else path
        assert PATH.match(path) and path.count("M") == len(SIGNATURE), path
        assert not window.find("push button", "Sign").is_sensitive
        body, digest = program.query("SELECT body, digest FROM pledge_wording")[0]
        assert hashlib.sha256(body.encode()).digest() == digest
        assert program.verify()["ok"]


def test_a_stroke_is_undone_and_the_pad_cleared():
    with FilledHall() as program:
        window = open_signing(program)
        draw(program, window, SIGNATURE)
        window.find("push button", lambda name: "Stroke" in name).wait_sensitive().click()
        window.find("check box", "I have read this text and sign it myself").click_pointer()
        window.find("push button", "Sign").click()
        wait(lambda: program.participant(1)[1] == "signed", "not signed")
        path = program.query(SIGNED)[0][0]
        path = path.decode() if isinstance(path, bytes) else path
        assert path.count("M") == 1, path
        window.find("label", "Bambang Kondo", seen=True)
        draw(program, window, SIGNATURE)
        window.find("push button", lambda name: name.startswith("Clear")).wait_sensitive().click()
        wait(lambda: not window.find("push button", lambda name: name.startswith("Clear")).is_sensitive,
             "the pad is not empty")


def test_a_scanned_pass_calls_its_owner_to_the_pad():
    with FilledHall() as program:
        window = open_signing(program)
        program.scan(window, program.codes["pass-3"])
        window.find("label", "Siti Kondo, S.E., M.M.", seen=True)
        sign(program, window)
        wait(lambda: program.participant(3)[1] == "signed", "not signed")
        window.find("label", "Theresia Kondo, S.KM.", seen=True)
        program.scan(window, program.codes["pass-3"])
        window.find("label", "Siti Kondo, S.E., M.M. has signed already")
        program.scan(window, program.codes["forged"])
        window.find("label", "The pass is not genuine.")
        assert program.pledges() == ["", "", "signed", "", ""]


def test_witnesses_are_sealed_with_a_signature():
    with FilledHall() as program:
        window = open_signing(program)
        window.find("label", "Witnesses: Rahmawati Idris, S.IP. and 1 more", seen=True)
        window.find("push button", lambda name: "Change" in name).click()
        dialog = program.window("Who Sees the Signing?")
        dialog.find_all("push button", lambda name: "Remove Witness" in name)[1].click()
        dialog.find("text", "Name of the Witness").type("Ni Wayan Suarti, S.H.")
        program.screenshot("witnesses", dialog)
        dialog.find("push button", "Apply").click()
        window.find("label", "Witness: Ni Wayan Suarti, S.H.", seen=True)
        sign(program, window)
        wait(lambda: program.participant(1)[1] == "signed", "not signed")
        assert program.query("SELECT name FROM pledge_witness") == [("Ni Wayan Suarti, S.H.",)]


def test_who_signed_recited_and_neither_is_listed():
    with FilledHall() as program:
        program.control("pledge", "recite", "--event", str(program.event), "--reader", "Sekda")
        program.control("pledge", "sign", "--event", str(program.event), "--participant",
                        str(program.participant(2)[2]))
        view = show_pledges(program)
        view.find("page tab", "People", seen=True).click_pointer()
        people = view.find("filler", "IkrarPledgePeople")
        for chip, count in (("Signed 1", 1), ("Recited 3", 3), ("Not yet 36", 36)):
            button = people.find("push button", chip, seen=True)
            button.click_pointer()
            wait(lambda: button.is_checked, f"{chip} is not pressed")
            wait(lambda: count_rows(people) >= min(count, 5) and (count > 5 or
                 count_rows(people) == count), f"{chip} shows {count_rows(people)}")
            program.screenshot(f"list-{count}", program.frame)
            button.click_pointer()


def count_rows(people):
    return len([row for row in people.find_all("list item") if row.extents[3] > 0])


def test_a_pledge_is_revoked_with_a_reason():
    with FilledHall() as program:
        program.control("pledge", "sign", "--event", str(program.event), "--participant",
                        str(program.participant(1)[2]))
        view = show_pledges(program)
        view.find("page tab", "People", seen=True).click_pointer()
        view.find("push button", "Signed 1", seen=True).click_pointer()
        view.find("push button", "Revoke the Pledge of Theresia Kondo, S.KM.",
                  seen=True).click_pointer()
        question = program.window(lambda name: name != "Ikrar")
        revoke = question.find("push button", "Revoke")
        assert not revoke.is_sensitive, "no reason is given yet"
        question.find("text", "Reason").type("Salah orang")
        program.screenshot("revoke", question)
        revoke.wait_sensitive().click()
        wait(lambda: program.participant(1)[1] == "", "not revoked")
        verified = program.verify()
        assert verified["ok"] and verified["size"] == 2, verified


def test_the_stage_shows_the_text_point_by_point():
    with FilledHall() as program:
        view = show_pledges(program)
        view.find("push button", "Pledge Stage", seen=True).click()
        stage = program.top_window("label", "present in the room")
        stage.find(None, "Opening")
        program.screenshot("stage-opening", stage)
        for part in ("Point 1 of 4", "Point 2 of 4"):
            program.key(stage, "Right")
            stage.find(None, part)
        program.screenshot("stage", stage)
        program.key(stage, "Left")
        stage.find(None, "Point 1 of 4")
        program.key(stage, "ctrl+r")
        dialog = program.window("All Present Recited")
        dialog.find("push button", "Record").wait_sensitive().click()
        program.wait_closed("All Present Recited")
        assert program.pledges() == ["recited"] * PRESENT + [""]


def test_the_log_is_checked_and_the_first_altered_record_named():
    with FilledHall() as program:
        program.control("pledge", "recite", "--event", str(program.event), "--reader", "Sekda")
        program.show_page("Pledges")
        page = program.find("filler", "IkrarPledgesPage")
        page.find("label", "4 records", seen=True)
        page.find("push button", "Check Now", seen=True).click()
        page.find("status bar", "Sealed log, intact", seen=True)
        program.screenshot("ledger", program.frame)
        alter(program, 2)
        program.expected_warning = "The sealed log does not fit its head."
        page.find("push button", "Check Now", seen=True).click()
        page.find("label", "Record 2 was altered", seen=True)
        program.screenshot("ledger-altered", program.frame)
        verified = program.verify()
        assert not verified["ok"] and str(verified["first_altered"]) == "2", verified


def alter(program, index):
    """What somebody with an editor for databases would do."""
    import sqlite3
    with sqlite3.connect(program.database) as connection:
        record = bytearray(connection.execute("SELECT record FROM ledger_record WHERE idx = ?",
                                              (index,)).fetchone()[0])
        record[-1] ^= 1
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"
                                      " AND tbl_name = 'ledger_record'").fetchall()
        for trigger, in triggers:
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE ledger_record SET record = ? WHERE idx = ?",
                           (bytes(record), index))


def test_a_checkpoint_is_signed_and_the_log_exported():
    with FilledHall() as program:
        program.control("pledge", "recite", "--event", str(program.event), "--reader", "Sekda")
        program.show_page("Pledges")
        page = program.find("filler", "IkrarPledgesPage")
        page.find("label", "4 records", seen=True)
        page.act("page.seal-now")
        program.wait_row("SELECT 1 FROM checkpoint")
        wait(lambda: page.find("list", "Checkpoints").find_all("list item"), "no checkpoint shown")
        program.screenshot("sealed", program.frame)
        page.act("page.show-key")
        dialog = program.window("Public Key")
        program.screenshot("key", dialog)
        dialog.act("window.close")
        program.wait_closed("Public Key")


def test_a_code_is_verified():
    with FilledHall() as program:
        program.show_page("Pledges")
        page = program.find("filler", "IkrarPledgesPage")
        page.find("list item", "Check Somebody's Certificate or Code", seen=True).click_pointer()
        dialog = program.window("Check a Paper")
        code = dialog.find("text", "Scan or Paste the Code on the Paper")
        for name, verdict in (("pass-1", "Genuine"), ("forged", "Not proven genuine")):
            code.type(program.codes[name])
            dialog.find("push button", "Check Code").click()
            dialog.find(None, verdict, seen=True)
            program.screenshot(f"verify-{name}", dialog)
        dialog.act("window.close")
        program.wait_closed("Check a Paper")


def test_texts_are_kept_in_versions():
    with FilledHall() as program:
        program.show_page("Pledges")
        program.find("push button", lambda name: "Texts" in name, seen=True).click()
        dialog = program.window("Pledge Texts")
        program.screenshot("texts", dialog)
        before = program.query("SELECT COUNT(*) FROM pledge_text")[0][0]
        dialog.find("push button", lambda name: "New Version" in name, seen=True).click()
        program.screenshot("new-text", dialog)
        dialog.find("push button", "Add", seen=True).wait_sensitive().click()
        wait(lambda: program.query("SELECT COUNT(*) FROM pledge_text")[0][0] == before + 1,
             "no version was added")


def test_signing_fits_a_narrow_window():
    with FilledHall() as program:
        window = open_signing(program)
        program.resize(window, *NARROW)
        wait(lambda: window.extents[2] <= NARROW[0], "the signing desk is too wide")
        program.screenshot("signing-narrow", window)


run(globals())
