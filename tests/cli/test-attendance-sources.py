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
    event = desk.add_event(start="2026-11-26T08:30", end="2026-11-26T12:00")
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


FORM = ["Timestamp,Nama Lengkap,NIP,Unit Kerja,Saya menyatakan ikut berikrar netral",
        "2026/11/26 8:01:12 AM GMT+8,Budi Santoso,198804202010011001,DINKES,Ya",
        "2026/11/26 8:02:00 AM GMT+8,budi santoso,198804202010011001,Dinas Kesehatan,Ya",
        "2026/11/26 8:03:00 AM GMT+8,Siti Aminah,,,Ya",
        "2026/11/26 8:04:00 AM GMT+8,Joko Susilo,,Dinkes,Ya",
        "2026/11/26 8:05:00 AM GMT+8,Rina Wahyuni,,,Ya"]


def match(desk, event, path, *arguments, status):
    *lines, last = desk.lines("attendance", "match", path, "--event", event, *arguments, status=status)
    return lines, last["summary"]


def form(desk):
    path = desk.path("jawaban.csv")
    path.write_text("\n".join(FORM) + "\n", encoding="utf-8")
    return path


def a_form_is_matched_line_by_line():
    with Desk() as desk:
        event = start(desk)
        path = form(desk)
        lines, summary = match(desk, event, path, "--dry-run", status=1)
        assert [(line["row"], line["verdict"]) for line in sorted(lines, key=lambda line: line["row"])] == [
            (2, "exact"), (3, "exact"), (4, "doubtful"), (5, "likely"), (6, "unknown")], lines
        assert summary["source"] == "form" and summary["recorded"] == 0
        assert states(desk, event) == "- - - - - -"
        assert "198804202010011001" not in desk.raw("attendance", "match", path, "--event", event,
                                                    "--dry-run").stdout
        lines, summary = match(desk, event, path, status=1)
        assert summary["recorded"] == 2 and states(desk, event) == "H - H - - -"
        assert lines[0]["at"] == "2026-11-26T08:01:12+08:00", lines[0]
        _, again = match(desk, event, path, status=1)
        assert again["recorded"] == 0 and again["journal"] == "" and again["known"] == 2, again
        desk.one("journal", "undo", summary["journal"])
        assert states(desk, event) == "- - - - - -"
        _, anew = match(desk, event, path, status=1)
        assert anew["recorded"] == 2, anew


def who_is_doubtful_is_recorded_only_when_chosen():
    with Desk() as desk:
        event = start(desk)
        path = form(desk)
        lines, _ = match(desk, event, path, "--dry-run", status=1)
        doubtful = next(line for line in lines if line["row"] == 4)
        assert doubtful["reason"] == "namesakes" and len(doubtful["candidates"]) == 2, doubtful
        chosen = next(one for one in doubtful["candidates"] if one["unit"] == "Dinas Kesehatan")
        _, summary = match(desk, event, path, "--choose", f"4={chosen['participant']}", "--choose",
                           "5=none", "--status", "online", status=1)
        assert summary["recorded"] == 2 and states(desk, event) == "D - - - - D", summary
        stranger = next(line["participant"] for line in lines if line["row"] == 2)
        desk.fails("attendance", "match", path, "--event", event, "--choose", f"4={stranger}", status=3)


def wrong_files_are_named():
    with Desk() as desk:
        event = start(desk)
        path = form(desk)
        desk.fails("attendance", "match", path, status=2)
        desk.fails("attendance", "match", path, "--event", event, "--source", "teams", status=2)
        desk.fails("attendance", "match", path, "--event", event, "--status", "sick", status=2)
        desk.fails("attendance", "match", path, "--event", event, "--choose", "4", status=2)
        desk.fails("attendance", "match", desk.path("none.csv"), "--event", event, status=3)


main([a_sheet_is_one_change, misreads_record_nothing, what_is_recorded_otherwise_stays_unless_said,
      a_sheet_of_one_unit_has_its_own_numbers, wrong_calls, a_form_is_matched_line_by_line,
      who_is_doubtful_is_recorded_only_when_chosen, wrong_files_are_named])
