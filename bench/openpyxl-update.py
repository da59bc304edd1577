#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rival: a later version of a roster beside the roster that Ikrar has, by openpyxl and sqlite3,
as an office's own script would do it: people by their numbers, fields that are written otherwise,
who is new and who is missing. With "update" it writes that too, in one transaction and without a
word of what was there before."""

import sys

from office import open_database, rows_of, unit_of, units_of

ROSTER = """SELECT p.number, r.id, p.id, p.phone, p.email, r.position, u.name, r.note
FROM participant r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = r.unit_id"""
PERSON, PARTICIPANT = 10_000_000, 20_000_000


def compare(path, database):
    """(changed, new, withdrawn)"""
    known = {number: rest for number, *rest in database.execute(ROSTER)}
    changed, new = [], []
    for number, _, texts in rows_of(path):
        _, name, digits, grade, rank, position, unit, status, sex, phone, email, note = texts
        there = known.pop(digits, None)
        if there is None:
            new.append((number, digits, name, position, unit, sex, phone, email, note))
        elif there[2:] != [phone, email, position, unit, note]:
            changed.append((*there[:2], phone, email, position, unit, note))
    return changed, new, [participant for participant, *_ in known.values()]


def change(database, units, changed):
    rows = [(phone, email, position, unit_of(database, units, unit), person)
            for _, person, phone, email, position, unit, _ in changed]
    database.executemany("UPDATE person SET phone = ?, email = ?, position = ?, unit_id = ? "
                         "WHERE id = ?", rows)
    rows = [(position, unit_of(database, units, unit), note, participant)
            for participant, _, _, _, position, unit, note in changed]
    database.executemany("UPDATE participant SET position = ?, unit_id = ?, note = ? WHERE id = ?",
                         rows)


def add(database, units, new):
    event, last = database.execute("SELECT event_id, max(number) FROM participant").fetchone()
    people, participants = [], []
    for at, (number, digits, name, position, unit, sex, phone, email, note) in enumerate(new, 1):
        unit = unit_of(database, units, unit)
        people.append((PERSON + number, digits, "nip", "", name, "", name.casefold(), name, 0,
                       position, unit, sex, phone, email, 0))
        participants.append((PARTICIPANT + number, event, last + at, PERSON + number, "peserta", unit, 0,
                             position, "", "", note, 0, 1))
    database.executemany("INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", people)
    database.executemany("INSERT INTO participant (id, event_id, number, person_id, kind, unit_id, "
                         "grade, position, seat, group_name, note, withdrawn_at, pass_serial) "
                         "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", participants)


def main():
    what, path, target = sys.argv[1:]
    database = open_database(target)
    changed, new, withdrawn = compare(path, database)
    print("changed", len(changed), "new", len(new), "withdrawn", len(withdrawn))
    if what == "update":
        units = units_of(database)
        database.execute("BEGIN IMMEDIATE")
        change(database, units, changed)
        add(database, units, new)
        database.executemany("UPDATE participant SET withdrawn_at = 1 WHERE id = ?",
                             [(participant,) for participant in withdrawn])
        database.execute("COMMIT")


main()
