# SPDX-License-Identifier: GPL-3.0-or-later
"""What an office's own scripts have in common, which are Ikrar's rivals: the workbook by openpyxl in
its read-only mode, which is its fast one, the database by sqlite3 with Ikrar's tables and its
durable settings."""

import pathlib
import re
import sqlite3

import openpyxl

SCHEMAS = sorted((pathlib.Path(__file__).resolve().parent.parent / "resources/sql").glob("0*.sql"))
MACROS = {"INT": "INTEGER", "BLOB": "BLOB", "KEY": "TEXT", "STRICT": "STRICT",
          "COMPACT": "STRICT, WITHOUT ROWID"}


def open_database(path):
    known = pathlib.Path(path).exists()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    for schema in [] if known else SCHEMAS:
        database.executescript(re.sub(r"\{([A-Z]+)\}", lambda match: MACROS[match.group(1)],
                                      schema.read_text()))
    return database


def rows_of(path):
    """(number of the row, cells, the same as clean texts with a bare number) of all people."""
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        texts = ["" if cell is None else str(cell).strip() for cell in cells]
        texts[2] = re.sub(r"\D", "", texts[2])
        yield number, cells, texts


def unit_of(database, units, name):
    if name not in units:
        units[name] = 1000 + len(units)
        database.execute("INSERT INTO unit VALUES (?, 0, ?, ?)",
                         (units[name], name, name.casefold()))
    return units[name]


def units_of(database):
    return dict(database.execute("SELECT name, id FROM unit"))
