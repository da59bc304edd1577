# SPDX-License-Identifier: GPL-3.0-or-later
"""An event goes from one office to another on a stick, and comes back."""

import csv
import subprocess

from ikrarctl import Desk, digest, main


def export(desk, event, name="event.ikrar"):
    return desk.one("exchange", "export", "--event", event, "-o", desk.path(name)) and desk.path(name)


def accept(desk, file, origin, status=0, options=()):
    """Takes a file in with its office's key, as that office told it."""
    return desk.lines("exchange", "import", file, "--trust", key_of(origin), *options, status=status)


def key_of(desk):
    return desk.one("ledger", "key")["key"]


def nobody_is_believed_by_default():
    with Desk() as desk, Desk() as other:
        desk.one("db", "init", "--sample")
        event = desk.lines("event", "list")[0]["id"]
        file = export(desk, event)
        other.one("db", "init")
        before = other.lines("event", "list")
        message = other.fails("exchange", "import", file, status=3)
        assert key_of(desk).split("+")[2] in message, message
        other.fails("exchange", "import", file, "--trust", key_of(other), status=3)
        assert other.lines("event", "list") == before
        tried = accept(other, file, desk, options=["--dry-run"])[-1]
        assert tried["written"] and tried["participants"] > 0, tried
        assert other.lines("event", "list") == before
        done = accept(other, file, desk)[-1]
        assert done["participants"] == tried["participants"], (done, tried)
        assert other.one("ledger", "verify")["ok"]
        again = other.one("exchange", "import", file)
        assert not again["written"], again


def both_ways_end_alike():
    with Desk() as desk, Desk() as other:
        desk.one("db", "init")
        other.one("db", "init")
        event = desk.add_event()
        people = desk.add_people(event, 3)
        accept(other, export(desk, event), desk)
        desk.one("mark", "--event", event, "--participant", people[0], "--status", "H")
        other.one("mark", "--event", event, "--participant", people[1], "--status", "H")
        guests = []
        for place, name in ((desk, "Tamu satu"), (other, "Tamu dua")):
            person = place.one("person", "add", "--name", name)["id"]
            guests.append(place.one("participant", "add", "--event", event, "--person", person)["id"])
        there = accept(desk, export(other, event), other, status=1)
        numbers = [line for line in there[:-1] if line["what"] == "number"]
        assert [line["subject"] for line in numbers] == [max(guests, key=int)], there
        accept(other, export(desk, event, "back.ikrar"), desk, status=1)
        lists = [sorted((line["id"], line["number"], line["status"]) for line in
                        d.lines("participant", "list", "--event", event)) for d in (desk, other)]
        assert lists[0] == lists[1] and len(lists[0]) == 5, lists


def conflicts_can_be_printed():
    with Desk() as desk, Desk() as other:
        desk.one("db", "init")
        other.one("db", "init")
        event = desk.add_event()
        people = desk.add_people(event, 2)
        codes = desk.codes(event)
        accept(other, export(desk, event), desk)
        for place, name in ((desk, "Pintu Barat"), (other, "Pintu Timur")):
            place.lines("checkin", "--event", event, "--desk", name, stdin=codes[people[0]] + "\n")
        back = accept(desk, export(other, event), other, status=1,
                      options=["--conflicts", desk.path("found.csv")])
        assert back[0]["what"] == "arrival" and back[-1]["conflicts"] == 1, back
        assert "Pintu Barat" in back[0]["ours"] and "Pintu Timur" in back[0]["theirs"], back
        found = desk.one("exchange", "conflicts", "--event", event)
        assert found["who"] == "Peserta 1", found
        desk.one("exchange", "conflicts", "--event", event, "-o", desk.path("all.csv"))
        desk.one("exchange", "conflicts", "--event", event, "-o", desk.path("all.pdf"))
        printed = subprocess.run(["pdftotext", "-layout", desk.path("all.pdf"), "-"],
                                 check=True, capture_output=True, text=True).stdout
        for text in ("DAFTAR PERBEDAAN", "Peserta 1", "Pintu Barat", "Pintu Timur", "Tercatat di dua meja"):
            assert text in printed, printed
        for name in ("found.csv", "all.csv"):
            with open(desk.path(name), encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter=";"))
            assert len(rows) == 2 and rows[1][:2] == ["Tercatat di dua meja", "Peserta 1"], rows
        present = [line for line in desk.lines("participant", "list", "--event", event)
                   if line["code"] == "H"]
        assert len(present) == 1, present


def bad_files_and_calls():
    with Desk() as desk:
        desk.one("db", "init")
        event = desk.add_event()
        file = export(desk, event)
        before = digest(desk.database)
        text = file.read_bytes()
        for altered in (b"", text[:-1], text.replace(b"Aula", b"Bale"), text + b"\n", b"ikrar-exchange/9\n"):
            desk.path("bad").write_bytes(altered)
            desk.fails("exchange", "import", desk.path("bad"), status=3)
        desk.fails("exchange", "import", desk.path("nowhere"), status=3)
        desk.fails("exchange", "import", status=2)
        desk.fails("exchange", "export", "--event", event, status=2)
        desk.fails("exchange", "export", "-o", desk.path("x"), status=2)
        desk.fails("exchange", "export", "--event", "7", "-o", desk.path("x"), status=3)
        desk.fails("exchange", "export", "--event", event, "-o", desk.database, status=3)
        assert not desk.path("x").exists()
        assert digest(desk.database) == before
        assert not desk.one("exchange", "import", file)["written"]


main([nobody_is_believed_by_default, both_ways_end_alike, conflicts_can_be_printed, bad_files_and_calls])
