# SPDX-License-Identifier: GPL-3.0-or-later
"""The rival: the same roster into the same tables with openpyxl and sqlite3, as an office's own
script would do it, into a database that it makes or into one that Ikrar made. It trusts its columns
and looks at nothing but the numbers of people who are known; executemany in one transaction."""

import sys

from office import open_database, rows_of, unit_of, units_of

BATCH_ROWS = 5000
EVENT, BATCH, JOURNAL = 1, 2, 3
PERSON, PARTICIPANT = 10_000_000, 20_000_000


def add_event(database):
    database.execute("INSERT INTO event VALUES (?, 1, 'ikrar', 'Ikrar Netralitas', '', '', '', "
                     "'Aula', 'WITA', 1, 0, 'luring', 'planned', 0, 0, '', 0, '', 0)", (EVENT,))
    database.execute("INSERT INTO import_batch (id, event_id, journal_id, file_name, sheet, "
                     "imported_at, rows, imported, refused, undone_at) VALUES (?, ?, ?, "
                     "'roster.xlsx', 'DATA ASN', 1, 0, 0, 0, 0)", (BATCH, EVENT, JOURNAL))


def flush(database, people, participants, rows):
    database.executemany("INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", people)
    database.executemany("INSERT INTO participant (id, event_id, number, person_id, kind, unit_id, "
                         "grade, position, seat, group_name, note, withdrawn_at, pass_serial) "
                         "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", participants)
    database.executemany("INSERT INTO import_row (batch_id, row, verdict, reasons, written, "
                         "participant_id, person_id, person_created, person_before) "
                         "VALUES (?,?,?,?,?,?,?,?,?)", rows)
    for batch in (people, participants, rows):
        batch.clear()


def load(path, database):
    units = units_of(database)
    known = dict(database.execute("SELECT number, id FROM person WHERE number <> ''"))
    people, participants, rows = [], [], []
    for number, cells, texts in rows_of(path):
        _, name, digits, grade, rank, position, unit, status, sex, phone, email, note = texts
        unit, person, created = unit_of(database, units, unit), known.get(digits), 0
        if person is None:
            person, created = PERSON + number, 1
            people.append((person, digits, "nip", "", name, "", name.casefold(), name, 0, position,
                           unit, sex, phone, email, 0))
        participants.append((PARTICIPANT + number, EVENT, number - 1, person, "peserta", unit, 0,
                             position, "", "", note, 0, 1))
        rows.append((BATCH, number, "ok", "", "\t".join("" if cell is None else str(cell)
                                                        for cell in cells),
                     PARTICIPANT + number, person, created, ""))
        if len(rows) == BATCH_ROWS:
            flush(database, people, participants, rows)
    flush(database, people, participants, rows)


def main():
    database = open_database(sys.argv[2])
    database.execute("BEGIN IMMEDIATE")
    add_event(database)
    load(sys.argv[1], database)
    database.execute("COMMIT")
    print("imported", database.execute("SELECT count(*) FROM participant WHERE event_id = ?", (EVENT,)).fetchone()[0])


main()
