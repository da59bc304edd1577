# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window: from a roster in a spreadsheet to the last paper."""

import datetime
import json
import os
import pathlib
import re
import subprocess

import openpyxl

from harness import Program, run, wait
from pad import SIGNATURE, draw
from papers import choose, read_text, save, scan

SAMPLE = pathlib.Path(__file__).parents[2] / "resources" / "sample" / "roster.xlsx"
TITLE = "Ikrar Bersama Netralitas ASN"
PRESENT = 3


class Journey(Program):
    """One event, step by step; every step leaves what the next one needs."""

    def __init__(self):
        super().__init__()
        self.page = None

    def create_event(self):
        self.act("win.new-event")
        dialog = self.window("New Event")
        dialog.find("text", "Title").type(TITLE)
        dialog.find("text", "Day").type(datetime.date.today().strftime("%d/%m/%Y"))
        dialog.find("text", "Starts At").type("00.01")
        dialog.find("text", "Place").type("Aula BKPSDM")
        dialog.find("push button", "Create").wait_sensitive().click()
        self.wait_closed("New Event")
        self.page = self.wait_event(TITLE)

    def import_roster(self):
        """Gives how many people the window said it would take."""
        self.page.act("event.import-roster")
        window = self.window("Import Roster")
        window.find("push button", "Choose File…", seen=True)
        window.act("import.choose-file")
        self.answer_chooser("Choose a Roster", SAMPLE)
        button = window.find("push button", lambda name: re.match(r"Import \d+ People", name))
        count = int(button.name.split()[1])
        button.wait_sensitive().click()
        window.find("push button", "Done", seen=True).click()
        self.wait_closed("Import Roster")
        return count

    def show(self, tab, kind):
        view = self.page.find("filler", kind)

        def look():
            # Where a tab stands is not yet known when another window was closed just now.
            if not view.is_seen:
                self.page.find("page tab", tab, seen=True).click_pointer()
            return view.is_seen
        wait(look, f"the view {tab} is not seen")
        return view

    def save_paper(self, kind, button, name):
        view = self.show("Documents", "IkrarDocumentsView")
        if kind == "Tally":
            view.find("list", "Documents").find("list item", kind, seen=True).click_pointer()
        else:
            choose(view, kind)
        return save(self, view, button, name)

    def check_in(self, codes):
        view = self.show("Attendance", "IkrarAttendanceView")
        view.find("push button", "Open Check-In Desk", seen=True).click()
        desk = self.top_window("text", "Code or Number")
        desk.find("label", "Please scan your pass", seen=True)
        self.give_focus(desk)
        for count, code in enumerate(codes, 1):
            self.scan(desk, code)
            wait(lambda: self.present() == count, f"pass {count} is not recorded")
            desk.find("status bar", lambda name: name.startswith("Welcome, "))
        self.scan(desk, codes[0])
        desk.find("status bar", lambda name: name.endswith("was recorded already."))
        desk.act("window.close")
        wait(lambda: len(self.windows()) == 1, "the desk stays open")
        self.give_focus(self.frame)

    def present(self):
        return self.query("SELECT COUNT(*) FROM participant WHERE state = 'H'")[0][0]

    def sign_pledge(self):
        """Signs for whoever is first in the queue and gives the name on the pad."""
        view = self.show("Pledges", "IkrarEventPledgesView")
        view.find("push button", "Signing Desk", seen=True).click()
        window = self.window("Signing Desk")
        window.find(None, "Signature Pad", seen=True)
        self.give_focus(window)
        draw(self, window, SIGNATURE)
        window.find("check box", "I have read this text and sign it myself").click_pointer()
        window.find("push button", "Sign").wait_sensitive().click()
        row = self.wait_row("SELECT person.name FROM participant"
                            " JOIN person ON person.id = participant.person_id"
                            " WHERE pledge = 'signed'")
        window.act("window.close")
        self.wait_closed("Signing Desk")
        self.give_focus(self.frame)
        return row[0]

    def verify(self):
        self.show_page("Pledges")
        page = self.find("filler", "IkrarPledgesPage")
        page.find("push button", "Check Now", seen=True).click()
        page.find("status bar", "Sealed log, intact", seen=True)

    def control(self, *arguments):
        done = subprocess.run([os.environ["IKRARCTL"], "--db", self.database, "--json",
                               *arguments], capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])


def read_tally(path):
    """One row for each person: those whose first cell is a number."""
    sheet = openpyxl.load_workbook(path)["Daftar peserta"]
    return [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]


def test_from_the_first_spreadsheet_to_the_last_paper():
    with Journey() as program:
        program.create_event()
        count = program.import_roster()
        assert program.query("SELECT COUNT(*) FROM participant") == [(count,)]

        passes = program.save_paper("Passes", "Save PDF", "kartu.pdf")
        codes = scan(passes)
        assert len(set(codes)) == count, (len(codes), count)

        program.check_in(codes[:PRESENT])
        signer = program.sign_pledge()

        text = read_text(program.save_paper("Attendance List", "Save PDF", "hadir.pdf"))
        assert "DAFTAR HADIR" in text and signer in " ".join(text.split()), signer
        tally = read_tally(program.save_paper("Tally", "Save XLSX", "rekap.xlsx"))
        assert len(tally) == count
        assert sum("Hadir" in row for row in tally) == PRESENT
        assert all(isinstance(cell, str) for row in tally for cell in row
                   if re.fullmatch(r"\d{18}", str(cell))), "a NIP is no text"

        program.verify()
        verified = program.control("ledger", "verify")
        assert verified["ok"] and verified["size"] == 1, verified


run(globals())
