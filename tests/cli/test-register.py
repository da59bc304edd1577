# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of people and units on the command line: merge, duplicates, other names, and back again."""

from ikrarctl import SAMPLE, Desk, main

NIP, TYPO, NIK = "198503032010012001", "198503032010012007", "6371014303850002"


def add(desk, name, number=None, unit=None, **more):
    options = {"number": number, "unit": unit, **more}
    given = [part for key, value in options.items() if value for part in (f"--{key}", value)]
    return desk.one("person", "add", "--name", name, *given)["id"]


def undo(desk, answer):
    return desk.one("journal", "undo", answer["journal"])


def state(desk):
    return desk.lines("person", "list"), desk.lines("unit", "tree"), desk.lines("person", "duplicates")


def twins_are_proposed_and_told_apart():
    with Desk() as desk:
        desk.lines("db", "init")
        keep = add(desk, "Siti Aminah", NIP, "Dinas Kesehatan")
        other = add(desk, "Siti Aminah", TYPO, "Dinas Pendidikan")
        add(desk, "Wayan Sudira", "198503032010011003", "Dinas Kesehatan")
        found = desk.one("person", "duplicates")
        assert found["kind"] == "digit" and {found["first"]["id"], found["second"]["id"]} == {keep, other}
        assert found["first"]["unit"] == "Dinas Kesehatan"
        answer = desk.one("person", "apart", keep, other)
        assert desk.lines("person", "duplicates") == []
        undo(desk, answer)
        assert desk.one("person", "duplicates") == found


def two_become_one_and_two_again():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        keep = add(desk, "Siti Aminah", NIK, "Dinas Kesehatan")
        other = add(desk, "Siti Aminah, S.Kep.", NIP, "Dinas Kesehatan", phone="081234567890")
        place = desk.one("participant", "add", "--event", event, "--person", other)["id"]
        desk.one("mark", "--event", event, "--participant", place, "--status", "hadir")
        before, events = state(desk), desk.one("person", "show", other)["events"]
        plan = desk.one("person", "merge", keep, other, "--dry-run", "--take", "phone=keep")
        assert plan["possible"] and plan["number"] == NIP and plan["phone"] == ""
        assert [place["place"] for place in plan["events"]] == ["follows"]
        assert state(desk) == before
        answer = desk.one("person", "merge", keep, other)
        shown = desk.one("person", "show", keep)
        assert shown["number"] == NIP and shown["name"] == "Siti Aminah, S.Kep."
        assert shown["phone"] == "081234567890"
        assert [number["number"] for number in shown["numbers_before"]] == [NIK]
        assert len(events) == 1 and shown["events"] == events
        assert shown["history"][0]["action"] == "person.merge"
        assert keep in desk.fails("person", "show", other, status=3)
        assert desk.one("person", "list", "--search", NIK)["id"] == keep
        assert desk.lines("person", "duplicates") == []
        undo(desk, answer)
        assert state(desk) == before


def two_who_came_to_one_event_stay_two():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event(title="Apel Gabungan")
        people = [add(desk, "Nur Hidayat"), add(desk, "Nur Hidayat")]
        for person in people:
            place = desk.one("participant", "add", "--event", event, "--person", person)["id"]
            desk.one("mark", "--event", event, "--participant", place, "--status", "hadir")
        before = state(desk)
        assert desk.one("person", "merge", *people, "--dry-run")["possible"] is False
        assert "Apel Gabungan" in desk.fails("person", "merge", *people, status=3)
        assert state(desk) == before


def wrong_calls_change_nothing():
    with Desk() as desk:
        desk.lines("db", "init")
        person = add(desk, "Siti Aminah", NIP, "Dinas Kesehatan")
        other = add(desk, "Wayan", None, "Badan Keuangan")
        before = state(desk)
        for status, *call in [(3, "person", "merge", person, person), (3, "person", "merge", person, "77"),
                              (2, "person", "merge", person), (2, "person", "merge", person, other, "--take", "nama=keep"),
                              (2, "person", "merge", person, other, "--take", "name=both"),
                              (3, "person", "apart", person, person), (3, "person", "apart", person, "77"),
                              (2, "person", "number", "add", person, "1,985E+17"),
                              (3, "person", "number", "add", other, NIP), (3, "person", "number", "remove", person, NIP),
                              (3, "unit", "rename", "Dinas Kesehatan", "badan keuangan"),
                              (3, "unit", "rename", "Dinas Kesehatan", " "), (3, "unit", "rename", "Tidak Ada", "Ada"),
                              (3, "unit", "alias", "add", "Badan Keuangan", "DINKES"),
                              (3, "unit", "alias", "remove", "Badan Keuangan", "DINKES"),
                              (3, "unit", "move", "Dinas Kesehatan", "Dinkes"),
                              (3, "unit", "merge", "Dinas Kesehatan", "Dinkes"), (2, "unit", "merge", "Dinas Kesehatan")]:
            desk.fails(*call, status=status)
        assert state(desk) == before


def a_number_of_before_leads_to_the_person():
    with Desk() as desk:
        desk.lines("db", "init")
        person = add(desk, "Siti Aminah", NIP)
        answer = desk.one("person", "number", "add", person, "131110468")
        assert desk.one("person", "list", "--search", "131110468")["id"] == person
        assert desk.one("person", "show", person)["numbers_before"] == [{"number": "131110468", "kind": "old-nip"}]
        desk.one("person", "number", "remove", person, "131110468")
        assert desk.lines("person", "list", "--search", "131110468") == []
        assert answer["id"] == person


def units_are_a_tree_with_other_names():
    with Desk() as desk:
        desk.lines("db", "init")
        for name, unit in [("Ani", "Dinas Kesehatan"), ("Budi", "Puskesmas Martapura"), ("Citra", "Jawatan Sehat"),
                           ("Dewi", "Badan Keuangan")]:
            add(desk, name, None, unit)
        states = []
        for call in [("move", "Puskesmas Martapura", "Dinkes"), ("merge", "Dinas Kesehatan", "Jawatan Sehat"),
                     ("alias", "add", "Badan Keuangan", "BPKAD"), ("rename", "Badan Keuangan", "Badan Aset"),
                     ("alias", "remove", "Badan Aset", "BPKAD"), ("move", "Puskesmas Martapura", "-")]:
            states.append((state(desk), desk.one("unit", *call)))
        tree = {unit["name"]: unit for unit in desk.lines("unit", "tree")}
        assert list(tree) == ["Badan Aset", "Dinas Kesehatan", "Puskesmas Martapura"]
        assert tree["Dinas Kesehatan"]["aliases"] == ["Jawatan Sehat"] and tree["Dinas Kesehatan"]["people"] == 2
        assert tree["Badan Aset"]["aliases"] == ["Badan Keuangan"]
        assert add(desk, "Eka", None, "JAWATAN SEHAT") and desk.lines("unit", "list")[1]["people"] == 3
        desk.one("journal", "undo", desk.lines("journal", "list", "--limit", 1)[0]["id"])
        for before, answer in reversed(states):
            undo(desk, answer)
            assert state(desk) == before


def the_register_says_where_somebody_came_from():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        desk.lines("roster", "import", SAMPLE / "roster.xlsx", "--event", event, status=1)
        person = desk.lines("person", "list", "--limit", 1)[0]["id"]
        source = desk.one("person", "show", person)["sources"][0]
        assert source["file"] == "roster.xlsx" and source["row"] > 1 and source["event"] == event, source


main([twins_are_proposed_and_told_apart, two_become_one_and_two_again, two_who_came_to_one_event_stay_two,
      wrong_calls_change_nothing, a_number_of_before_leads_to_the_person, units_are_a_tree_with_other_names,
      the_register_says_where_somebody_came_from])
