# SPDX-License-Identifier: GPL-3.0-or-later
"""Coming, leaving, the log of scans, rules and closings on the command line."""

import csv
import datetime

import openpyxl

from ikrarctl import Desk, main

WITA = datetime.timezone(datetime.timedelta(hours=8))


def running_event(desk):
    """An event that began two hours ago and goes on for another one."""
    now = datetime.datetime.now(WITA)
    times = {"start": now - datetime.timedelta(hours=2), "end": now + datetime.timedelta(hours=1)}
    return desk.add_event(**{name: time.strftime("%Y-%m-%dT%H:%M") for name, time in times.items()})


def session_of(desk, event):
    return desk.one("event", "show", event)["sessions"][0]["id"]


def verdicts(desk, *arguments, stdin, status=0):
    return [line["verdict"] for line in desk.lines("checkin", *arguments, stdin=stdin, status=status)]


def leaving_and_coming_back_are_told_and_logged():
    with Desk() as desk:
        desk.lines("db", "init")
        event = running_event(desk)
        people = desk.add_people(event, 3)
        codes = desk.codes(event)
        first = codes[people[0]]
        forged = first[:100] + ("A" if first[100] != "A" else "B") + first[101:]

        assert desk.one("event", "rule", event) == {"late_after": -1, "share": 0, "journal": ""}
        assert desk.one("event", "rule", event, "--late-after", "15")["late_after"] == 15
        desk.fails("event", "rule", event, "--late-after", "soon", status=2)
        desk.fails("event", "rule", event, "--share", "101", status=2)

        answer = desk.lines("checkin", "--event", event, "--desk", "=1+1", stdin=first)[0]
        assert answer["verdict"] == "welcome" and answer["late"] is True, answer
        assert verdicts(desk, "--event", event, "--out", stdin=f"{first}\n{first}", status=1) == ["left", "not-inside"]
        assert verdicts(desk, "--event", event, stdin=f"{first}\n{first}") == ["returned", "already"]
        assert verdicts(desk, "--event", event, stdin=f"{forged}\nhalo", status=1) == ["forged", "unreadable"]

        scans = desk.lines("attendance", "scans", "--event", event)
        assert [scan["verdict"] for scan in scans] == ["unreadable", "forged", "already", "returned", "not-inside", "left", "welcome"]
        assert [scan["way"] for scan in scans] == ["in"] * 4 + ["out"] * 2 + ["in"]
        assert all(first not in scan["clue"] and len(scan["clue"]) <= 12 for scan in scans)
        refused = desk.lines("attendance", "scans", "--event", event, "--verdict", "refused")
        assert [scan["verdict"] for scan in refused] == ["unreadable", "forged", "not-inside"]
        assert len(desk.lines("attendance", "scans", "--event", event, "--participant", people[0])) == 5
        assert len(desk.lines("attendance", "scans", "--event", event, "--name", "peserta 1")) == 5
        assert len(desk.lines("attendance", "scans", "--event", event, "--desk", "=1+1")) == 1
        assert desk.lines("attendance", "scans", "--event", event, "--from", "2099-01-01T00:00") == []


def the_log_is_written_for_spreadsheets():
    with Desk() as desk:
        desk.lines("db", "init")
        event = running_event(desk)
        people = desk.add_people(event, 1)
        code = desk.codes(event)[people[0]]
        desk.lines("checkin", "--event", event, "--desk", "=HYPERLINK(1)", stdin=code)
        desk.lines("checkin", "--event", event, "--desk", "Meja B", stdin="198501012005011001", status=1)

        told = desk.one("attendance", "scans", "--event", event, "-o", desk.path("pindai.csv"))
        assert told["scans"] == 2
        rows = list(csv.reader(desk.path("pindai.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
        assert rows[0][:3] == ["Waktu", "Sesi", "Meja"] and len(rows) == 3, rows
        assert rows[1][6] == "Tidak terdaftar" and rows[2][6] == "Hadir", rows
        assert rows[2][2] == "'=HYPERLINK(1)" and rows[2][8] == "Peserta 1", rows
        assert "198501012005011001" not in desk.path("pindai.csv").read_text("utf-8")

        desk.one("attendance", "scans", "--event", event, "-o", desk.path("pindai.xlsx"))
        sheet = openpyxl.load_workbook(desk.path("pindai.xlsx")).active
        assert sheet.max_row == 3 and sheet["C3"].value == "=HYPERLINK(1)" and sheet["C3"].data_type == "s", list(sheet.values)
        desk.fails("attendance", "scans", "--event", event, "-o", desk.database, status=3)


def the_share_of_the_hours_decides():
    with Desk() as desk:
        desk.lines("db", "init")
        event = running_event(desk)
        people = desk.add_people(event, 4)
        assert desk.one("attendance", "set", "--event", event, "--status", "H", "--participant", people[0],
                        "--participant", people[1])["people"] == 2
        desk.lines("checkin", "--event", event, stdin=desk.codes(event)[people[2]])
        assert desk.one("attendance", "set", "--event", event, "--status", "TK", "--unrecorded")["people"] == 1
        assert desk.one("attendance", "set", "--event", event, "--status", "TK", "--unrecorded")["people"] == 0
        desk.fails("attendance", "set", "--event", event, "--status", "H", status=2)
        minutes = {line["participant"]: line["minutes"] for line in desk.lines("attendance", "minutes", "--event", event)}
        assert 119 <= minutes[people[0]] <= 122 and minutes[people[2]] <= 1 and minutes[people[3]] == 0, minutes

        desk.one("event", "rule", event, "--share", "60")
        short = desk.lines("certificate", "short", "--event", event)
        assert [line["participant"] for line in short] == [people[2]] and short[0]["needed"] == 108, short
        desk.fails("certificate", "except", people[2], status=2)
        desk.one("certificate", "except", people[2], "--reason", "bertugas di pintu")
        assert desk.lines("certificate", "short", "--event", event)[0]["exception"] == "bertugas di pintu"
        desk.one("certificate", "except", people[2], "--remove")
        desk.lines("certificate", "issue", "--event", event)
        assert len(desk.lines("certificate", "list", "--event", event)) == 2


def closing_a_session_is_sealed():
    with Desk() as desk:
        desk.lines("db", "init")
        event = running_event(desk)
        people = desk.add_people(event, 3)
        session = session_of(desk, event)
        desk.one("attendance", "set", "--event", event, "--status", "S", "--participant", people[0])

        closed = desk.one("event", "session", "close", session)
        assert closed["checkpoint"] is True, closed
        desk.fails("event", "session", "close", session, status=3)
        lines = desk.lines("event", "session", "closings", event)
        assert [line["act"] for line in lines] == ["closed"]
        assert (lines[0]["invited"], lines[0]["sick"], lines[0]["unexcused"]) == (3, 1, 0), lines
        desk.one("attendance", "set", "--event", event, "--status", "H", "--participant", people[1])
        assert desk.lines("event", "session", "closings", event) == lines
        desk.one("event", "session", "reopen", session)
        desk.fails("event", "session", "reopen", session, status=3)
        assert [line["act"] for line in desk.lines("event", "session", "closings", event)] == ["reopened", "closed"]
        verified = desk.one("ledger", "verify")
        assert verified["ok"] is True and verified["size"] == 2, verified


main([leaving_and_coming_back_are_told_and_logged, the_log_is_written_for_spreadsheets,
      the_share_of_the_hours_decides, closing_a_session_is_sealed])
