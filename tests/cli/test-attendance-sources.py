# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance from other sources than the door: signed sheets, files of other programs, reports."""

from ikrarctl import Desk, main

ROSTER = ["No;Nama;NIP;Unit Kerja",
          "1;dr. Budi Santoso, M.Kes.;198804202010011001;Dinas Kesehatan",
          "2;Siti Aminah, S.Pd.;199012052023212003;Dinas Pendidikan",
          "3;Joko Susilo;;Dinas Kesehatan",
          "4;Ani Lestari;197501011995032001;Dinas Kesehatan",
          "5;Rudi Hartono;198101012005011003;Dinas Pendidikan",
          "6;Siti Aminah;;Dinas Kesehatan"]


def start(desk):
    desk.one("db", "init")
    event = desk.add_event()
    path = desk.path("daftar.csv")
    path.write_text("\n".join(ROSTER) + "\n", encoding="utf-8")
    desk.lines("roster", "import", path, "--event", event, status=0)
    return event


def states(desk, event):
    return " ".join(line["code"] for line in desk.lines("participant", "list", "--event", event))


def numbers(desk, event, *arguments, status=0, stdin=None):
    *lines, last = desk.lines("attendance", "numbers", "--event", event, *arguments, status=status,
                              stdin=stdin)
    return lines, last["summary"]


def a_sheet_is_one_change():
    with Desk() as desk:
        event = start(desk)
        lines, summary = numbers(desk, event, "--dry-run", "1-2", "S4", "i5")
        assert [(line["number"], line["status"], line["verdict"]) for line in lines] == [
            (1, "present", "new"), (2, "present", "new"), (4, "sick", "new"), (5, "excused", "new")]
        assert lines[0]["name"] == "dr. Budi Santoso, M.Kes.", lines[0]
        assert summary["recorded"] == 0 and states(desk, event) == "- - - - - -"
        _, summary = numbers(desk, event, stdin="1-2\nS4\ni5\n")
        assert summary["recorded"] == 4 and states(desk, event) == "H H - S I -"
        _, again = numbers(desk, event, "1-2", "S4", "i5")
        assert again["same"] == 4 and again["journal"] == "" and again["recorded"] == 0
        desk.one("journal", "undo", summary["journal"])
        assert states(desk, event) == "- - - - - -"


def misreads_record_nothing():
    with Desk() as desk:
        event = start(desk)
        for text, word in (("7", "not-on-list"), ("x", "unreadable"), ("S1 1", "twice"),
                           ("R2", "needs-name"), ("3-2", "unreadable")):
            lines, summary = numbers(desk, event, text + " 6", status=3)
            assert word in [line["verdict"] for line in lines], lines
            assert summary["misread"] == 1 and summary["recorded"] == 0
            numbers(desk, event, "--dry-run", text + " 6", status=1)
        assert states(desk, event) == "- - - - - -"
        _, summary = numbers(desk, event, "6 6")
        assert summary["recorded"] == 1 and summary["misread"] == 1


def what_is_recorded_otherwise_stays_unless_said():
    with Desk() as desk:
        event = start(desk)
        numbers(desk, event, "S1")
        lines, summary = numbers(desk, event, "1-2", status=1)
        assert lines[0]["verdict"] == "otherwise" and lines[0]["recorded"] == "sick", lines
        assert summary["kept"] == 1 and states(desk, event) == "S H - - - -"
        _, summary = numbers(desk, event, "--replace", "1-2")
        assert summary["recorded"] == 1 and states(desk, event) == "H H - - - -"


def a_sheet_of_one_unit_has_its_own_numbers():
    with Desk() as desk:
        event = start(desk)
        lines, _ = numbers(desk, event, "--unit", "Dinas Kesehatan", "--order", "name", "1-4")
        assert [line["name"] for line in lines] == [
            "Ani Lestari", "dr. Budi Santoso, M.Kes.", "Joko Susilo", "Siti Aminah"], lines


def wrong_calls():
    with Desk() as desk:
        event = start(desk)
        desk.fails("attendance", "numbers", "1", status=2)
        desk.fails("attendance", "numbers", "--event", event, "--order", "age", "1", status=2)
        desk.fails("attendance", "numbers", "--event", event, "--status", "-", "1", status=2)
        desk.fails("attendance", "numbers", "--event", event, "--session", "1", "1", status=3)


main([a_sheet_is_one_change, misreads_record_nothing, what_is_recorded_otherwise_stays_unless_said,
      a_sheet_of_one_unit_has_its_own_numbers, wrong_calls])
