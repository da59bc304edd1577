# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that comes again: compared, applied, undone; whatever was printed before stays valid."""

from ikrarctl import Desk, main

HEAD = "No;Nama;NIP;Gol;Jabatan;Unit Kerja;No HP"
FIRST = ["1;Budi Santoso;198804202010011001;III/a;Analis;Dinas Kesehatan;081234567890",
         "2;Siti Aminah;199012052023212003;IX;Guru;Dinas Pendidikan;",
         "3;Joko Susilo;;;;Dinas Kesehatan;",
         "4;Ani Lestari;197501011995032001;IV/a;Kepala Bidang;Dinas Kesehatan;",
         "5;Rudi Hartono;198101012005011003;III/c;Pengawas;Dinas Pendidikan;"]
SECOND = ["1;BUDI SANTOSO, S.E.;198804202010011001;III/b;;Dinas Kesehatan;0812-3456-7890",
          "2;Siti Aminah;199012052023212003;IX;Guru;Dinas Sosial;",
          "3;Joko Susilo;198303032009011004;;;Dinas Kesehatan;",
          "4;Rudi Hartono;198101012005011003;III/c;Pengawas;Dinas Pendidikan;",
          "5;Wati;198202022006042005;III/c;Pengawas;Dinas Pendidikan;"]


def write(desk, name, rows):
    path = desk.path(name)
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def start(desk):
    """An event with the first list, and the paths of both."""
    desk.one("db", "init")
    event = desk.add_event()
    first, second = write(desk, "daftar.csv", FIRST), write(desk, "daftar baru.csv", SECOND)
    *_, last = desk.lines("roster", "import", first, "--event", event)
    return event, second, last["summary"]["batch"]


def compared(desk, event, path):
    *lines, last = desk.lines("roster", "compare", path, "--event", event)
    return lines, last["summary"]


def differences_are_told_and_nothing_is_written():
    with Desk() as desk:
        event, second, _ = start(desk)
        before = desk.lines("participant", "list", "--event", event)
        for _ in range(2):
            lines, summary = compared(desk, event, second)
            assert summary == {"new": 1, "changed": 3, "withdrawn": 1, "unchanged": 1}, summary
            told = {line["name"]: line for line in lines}
            assert [line["kind"] for line in lines] == ["new", *3 * ["changed"], "withdrawn"], lines
            assert told["Ani Lestari"]["kind"] == "withdrawn" and told["Wati"]["kind"] == "new"
            assert told["Budi Santoso"]["fields"] == [
                {"field": "name", "before": "Budi Santoso", "after": "Budi Santoso, S.E."},
                {"field": "grade", "before": "III/a", "after": "III/b"}], told["Budi Santoso"]
            assert told["Joko Susilo"]["fields"][0]["field"] == "number"
        assert desk.lines("participant", "list", "--event", event) == before
        # Numbers are not shown in full to whoever looks on.
        text = desk.raw("roster", "compare", second, "--event", event).stdout
        assert not any(number in text for number in ("198804202010011001", "198303032009011004")), text


def passes_printed_before_open_the_door_after():
    with Desk() as desk:
        event, second, _ = start(desk)
        people = {line["name"]: line["id"] for line in desk.lines("participant", "list", "--event", event)}
        codes = desk.codes(event)
        summary = desk.lines("roster", "import", second, "--event", event, "--update")[-1]["summary"]
        assert (summary["new"], summary["changed"], summary["withdrawn"]) == (1, 3, 0), summary
        assert {people[name]: desk.codes(event)[people[name]] for name in people} == codes
        scanned = "\n".join(codes[people[name]] for name in ("Budi Santoso", "Joko Susilo", "Ani Lestari")) + "\n"
        answers = desk.lines("checkin", "--event", event, stdin=scanned)
        assert [answer["verdict"] for answer in answers] == 3 * ["welcome"], answers


def withdrawing_is_asked_for_and_spares_who_attended():
    with Desk() as desk:
        event, second, _ = start(desk)
        ani = next(line["id"] for line in desk.lines("participant", "list", "--event", event)
                   if line["name"] == "Ani Lestari")
        desk.fails("roster", "import", second, "--event", event, "--withdraw", status=2)
        desk.lines("checkin", "--event", event, stdin=desk.codes(event)[ani] + "\n")
        missing = compared(desk, event, second)[0][-1]
        assert missing["holds"] == ["attended"] and not missing["accepted"], missing
        summary = desk.lines("roster", "import", second, "--event", event, "--update", "--withdraw")[-1]["summary"]
        assert summary["withdrawn"] == 0, summary


def an_update_is_undone_whole_and_in_order():
    with Desk() as desk:
        event, second, first_batch = start(desk)
        before = desk.lines("participant", "list", "--event", event), desk.lines("person", "list")
        summary = desk.lines("roster", "import", second, "--event", event, "--update", "--withdraw")[-1]["summary"]
        assert summary["withdrawn"] == 1 and summary["unchanged"] == 1, summary
        assert compared(desk, event, second)[1] == {"new": 0, "changed": 0, "withdrawn": 0, "unchanged": 5}
        update, plain = desk.lines("roster", "batches", "--event", event)
        assert (update["kind"], update["imported"], update["changed"], update["withdrawn"], update["undoable"]) == (
            "update", 1, 3, 1, True), update
        assert (plain["kind"], plain["undoable"]) == ("import", False) and "daftar baru.csv" in plain["depends"], plain
        message = desk.fails("roster", "undo", first_batch, status=3)
        assert "daftar baru.csv" in message, message
        desk.one("roster", "undo", summary["batch"])
        assert (desk.lines("participant", "list", "--event", event), desk.lines("person", "list")) == before
        desk.one("roster", "undo", first_batch)
        assert desk.lines("participant", "list", "--event", event) == []
        assert desk.lines("person", "list") == []
        assert all(line["undone"] for line in desk.lines("roster", "batches", "--event", event))


def what_depends_on_an_import_is_named():
    with Desk() as desk:
        event, _, batch = start(desk)
        codes = desk.codes(event)
        people = {line["name"]: line["id"] for line in desk.lines("participant", "list", "--event", event)}
        desk.lines("checkin", "--event", event, stdin=codes[people["Budi Santoso"]] + "\n")
        message = desk.fails("roster", "undo", batch, status=3)
        assert "Budi Santoso (attendance recorded)" in message and "1 person" in message, message


main([differences_are_told_and_nothing_is_written, passes_printed_before_open_the_door_after,
      withdrawing_is_asked_for_and_spares_who_attended, an_update_is_undone_whole_and_in_order,
      what_depends_on_an_import_is_named])
