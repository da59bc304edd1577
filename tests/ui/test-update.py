# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that comes again: its differences, choosing among them, and taking imports back."""

import os
import subprocess

from harness import Program, run, wait

HEAD = "No;Nama;NIP;Gol;Jabatan;Unit Kerja"
FIRST = ["1;Budi Santoso;198804202010011001;III/a;Analis;Dinas Kesehatan",
         "2;Siti Aminah;199012052023212003;IX;Guru;Dinas Pendidikan",
         "3;Joko Susilo;;;;Dinas Kesehatan",
         "4;Ani Lestari;197501011995032001;IV/a;Kepala Bidang;Dinas Kesehatan",
         "5;Rudi Hartono;198101012005011003;III/c;Pengawas;Dinas Pendidikan"]
SECOND = ["1;Budi Santoso, S.E.;198804202010011001;III/b;;Dinas Kesehatan",
          "2;Siti Aminah;199012052023212003;IX;Guru;Dinas Sosial",
          "3;Joko Susilo;198303032009011004;;;Dinas Kesehatan",
          "4;Rudi Hartono;198101012005011003;III/c;Pengawas;Dinas Pendidikan",
          "5;Wati;198202022006042005;III/c;Pengawas;Dinas Pendidikan"]


def write(program, name, rows):
    path = program.folder / name
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def open_event(program):
    """The page of the event that nobody is invited to yet."""
    program.event, = program.wait_row("SELECT id FROM event WHERE state = 'planned'")
    program.show_page("Events")
    program.find("list item", lambda name: name.startswith("Rapat"), seen=True).click_pointer()
    page = program.find("filler", "IkrarEventPage")
    wait(lambda: page.is_seen, "the page of the event")
    return page


def read(program, page, path):
    page.act("event.import-roster")
    window = program.window("Import Roster")
    window.find("push button", "Choose File…", seen=True)
    window.act("import.choose-file")
    program.answer_chooser("Choose a Roster", path)
    return window


def import_first(program, page):
    window = read(program, page, write(program, "daftar.csv", FIRST))
    window.find("push button", "Import 5 People", seen=True).wait_sensitive().click()
    program.wait_closed("Import Roster")


def open_differences(program, page):
    window = read(program, page, write(program, "daftar baru.csv", SECOND))
    window.find("label", "3 people of this file take part already.", seen=True)
    window.find("push button", "Update the List…", seen=True).wait_sensitive().click()
    window.find("push button", "Update 5 People", seen=True)
    return window


def state(program):
    """Who is on the roster, as its rows stand."""
    return program.query("SELECT p.name, p.suffix, p.number, r.grade, u.name, r.withdrawn_at <> 0, r.pass_serial "
                         "FROM participant r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = r.unit_id "
                         "WHERE r.event_id = ? ORDER BY r.number", program.event)


def mark(program, participant):
    """Says that somebody is there."""
    subprocess.run([os.environ["IKRARCTL"], "--db", program.database, "--quiet", "mark", "--event", str(program.event),
                    "--participant", str(participant), "--status", "present"], check=True, capture_output=True)


def box(window, name):
    return window.find("check box", lambda found: found.startswith(name), seen=True)


def open_imports(program, page):
    page.act("event.show-imports")
    window = program.window("Imports of This Event")
    wait(lambda: window.find_all("list item", seen=True), "the imports")
    return window


def undo_newest(program, window, count):
    window.find("push button", "Undo", seen=True).click()
    wait(lambda: program.query("SELECT COUNT(*) FROM import_batch WHERE undone_at <> 0")[0][0] == count,
         "the import to be undone")


def test_a_list_that_comes_again_is_compared_chosen_from_and_undone():
    with Program(sample=True) as program:
        page = open_event(program)
        import_first(program, page)
        before = state(program)
        window = open_differences(program, page)
        program.screenshot("differences", window)
        assert state(program) == before
        # Before and after stand beside each other, numbers masked.
        window.find("label", lambda name: "Grade: III/a → III/b" in name and "Budi Santoso, S.E." in name, seen=True)
        assert not window.find_all("label", lambda name: "198804202010011001" in name, seen=True)
        # One by one, and a group at once.
        box(window, "Ani Lestari").click()
        window.find("push button", "Update 4 People", seen=True)
        box(window, "Changed: 3 of 3 chosen").click()
        window.find("push button", "Update 1 Person", seen=True)
        box(window, "Changed: 0 of 3 chosen").click()
        assert box(window, "Siti Aminah").is_checked and not box(window, "Ani Lestari").is_checked
        box(window, "Siti Aminah").click()
        window.find("push button", "Update 3 People", seen=True).click()
        program.wait_closed("Import Roster")
        after = state(program)
        assert len(after) == 6 and not any(row[5] for row in after), after
        assert [row[6] for row in after] == 6 * [1], after
        budi, siti, joko = after[:3]
        assert (budi[1], budi[3]) == ("S.E.", before[0][3] + 1), budi
        assert siti == before[1] and joko[2] == "198303032009011004", (siti, joko)
        window = open_imports(program, page)
        window.find("label", lambda name: name.startswith("A later import builds on this one: “daftar baru.csv”"))
        program.screenshot("imports", window)
        undo_newest(program, window, 1)
        assert state(program) == before
        undo_newest(program, window, 2)
        assert state(program) == []


def test_who_attended_is_spared_and_named():
    with Program(sample=True) as program:
        page = open_event(program)
        import_first(program, page)
        ani, = program.query("SELECT r.id FROM participant r JOIN person p ON p.id = r.person_id "
                             "WHERE r.event_id = ? AND p.name = 'Ani Lestari'", program.event)[0]
        mark(program, ani)
        window = read(program, page, write(program, "daftar baru.csv", SECOND))
        window.find("push button", "Update the List…", seen=True).wait_sensitive().click()
        window.find("push button", "Update 4 People", seen=True)
        window.find("label", "Not chosen: attended.", seen=True)
        assert not box(window, "Ani Lestari").is_checked
        window.find("push button", "Back to the Rows", seen=True).click()
        window.find("push button", "Update the List…", seen=True)
        window.act("window.close")
        program.wait_closed("Import Roster")
        window = open_imports(program, page)
        window.find("label", lambda name: "Ani Lestari (attendance recorded)" in name)
        assert not window.find_all("push button", "Undo", seen=True)


run(globals())
