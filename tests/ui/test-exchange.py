# SPDX-License-Identifier: GPL-3.0-or-later
"""An event is handed on to another database, and taken in from one."""

import json
import os
import shutil
import subprocess

from harness import Program, run, wait

TITLE = "Sosialisasi Netralitas ASN dan Ikrar Bersama"


def ikrarctl(database, *arguments):
    done = subprocess.run([os.environ["IKRARCTL"], "--db", database, "--json", *arguments],
                          check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def find_event(database):
    return next(line["id"] for line in ikrarctl(database, "event", "list") if line["title"] == TITLE)


def open_event(program):
    program.show_page("Events")
    program.find("filler", "IkrarEventsPage").find("list item", TITLE, seen=True).click_pointer()
    return program.wait_event(TITLE)


def is_asking(program):
    return any(window.role == "dialog" for window in program.windows())


def take_in(program, path):
    program.show_page("Events")
    program.find("filler", "IkrarEventsPage").find("push button", "Take In an Event from a File…").click()
    program.answer_chooser("Take In an Event", path)


def test_an_event_goes_into_another_database():
    second = Program()
    path = second.folder / "kegiatan.ikrar-event"
    people = "SELECT COUNT(*) FROM participant r JOIN event e ON e.id = r.event_id WHERE e.title = ?"
    with Program(sample=True) as first:
        open_event(first).act("event.hand-on")
        first.answer_chooser("Save for Another Database", path)
        wait(path.exists, "no file")
        first.find("label", "Event saved for another database. It holds personal data.")
        wanted = first.query(people, TITLE)
    with second:
        take_in(second, path)
        question = second.frame.question()
        question.find("label", lambda text: "not known here" in text and "ikrar" in text)
        question.find("push button", "Cancel").click()
        assert second.query("SELECT COUNT(*) FROM event") == [(0,)]
        wait(lambda: not is_asking(second), "the question stays")
        take_in(second, path)
        second.screenshot("trust")
        second.frame.question().find("push button", "Accept and Take In").click()
        second.wait_row("SELECT id FROM event WHERE title = ?", TITLE)
        second.find("filler", "IkrarEventsPage").find("list item", TITLE, seen=True)
        assert second.query(people, TITLE) == wanted
        wait(lambda: not is_asking(second), "the question stays")


def test_what_does_not_fit_is_shown_and_saved():
    program = Program(sample=True)
    other = program.folder / "lain.db"
    shutil.copy(program.database, other)
    shutil.copy(f"{program.database}.keys", f"{other}.keys")
    event = find_event(program.database)
    for database, theme in ((program.database, "Netral"), (other, "Jujur")):
        ikrarctl(database, "event", "edit", event, "--theme", theme)
    path = program.folder / "lain.ikrar-event"
    ikrarctl(other, "exchange", "export", "--event", event, "-o", path)
    with program:
        open_event(program).act("event.take-in")
        program.answer_chooser("Take In an Event", path)
        found = program.window("Taken In, With Differences")
        found.find("label", lambda text: "Netral" in text and "Jujur" in text)
        program.screenshot("differences", found)
        saved = program.folder / "perbedaan.csv"
        found.find("push button", "Save List…").click()
        program.answer_chooser("Save List as PDF or CSV", saved)
        wait(saved.exists, "no list")
        assert "Kegiatan" in saved.read_text(encoding="utf-8-sig").splitlines()[1]
        assert program.query("SELECT theme FROM event WHERE id = ?", int(event)) == [("Jujur",)]
        # Later, from the event's menu, and on paper.
        open_event(program).act("event.show-differences")
        found = program.window("Said Differently")
        found.find("label", lambda text: "Netral" in text and "Jujur" in text)
        paper = program.folder / "perbedaan.pdf"
        found.find("push button", "Save List…").click()
        program.answer_chooser("Save List as PDF or CSV", paper)
        wait(paper.exists, "no paper")
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True,
                              text=True).stdout
        assert "Netral" in text and "Jujur" in text, text


def test_a_file_that_was_altered_is_refused():
    program = Program(sample=True)
    path = program.folder / "rusak.ikrar-event"
    ikrarctl(program.database, "exchange", "export", "--event", find_event(program.database), "-o", path)
    path.write_bytes(path.read_bytes().replace(b"Netralitas", b"Netralita5"))
    with program:
        take_in(program, path)
        refused = program.frame.question()
        refused.find("label", "The Event Could Not Be Taken In")
        refused.find("push button", "Close").click()


run(globals())
