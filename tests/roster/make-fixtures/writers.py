# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sheets of messy.py, each with the program that its fixture asks for."""

import datetime
import json
import pathlib
import re
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

HERE = pathlib.Path(__file__).resolve().parent
WHEN = datetime.datetime(2024, 11, 7)
# Excel writes seventeen digits of a number, SheetJS as many as tell it apart.
MODULES = "NODE_MODULES"


def plain(cell):
    """What a cell shows, without its looks."""
    if isinstance(cell, dict):
        return cell.get("formula") or cell.get("text") or "".join(cell["rich"])
    return cell


def dress(cell, wanted):
    if wanted.get("fill"):
        cell.fill = PatternFill("solid", fgColor=wanted["fill"])
    if wanted.get("strike"):
        cell.font = Font(strike=True)
    if wanted.get("comment"):
        cell.comment = Comment(wanted["comment"], "Pengirim")


def look(target, sheet):
    """What openpyxl can say of a whole sheet."""
    for area in sheet.get("merges", []):
        target.merge_cells(area)
    for row in sheet.get("hidden_rows", []):
        target.row_dimensions[row].hidden = True
    if sheet.get("filter"):
        target.auto_filter.ref = sheet["filter"]
    if sheet.get("hidden"):
        target.sheet_state = "hidden"


def with_openpyxl(sheets, path):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = WHEN
    book.remove(book.active)
    for sheet in sheets:
        target = book.create_sheet(sheet["name"])
        for row in sheet["rows"]:
            target.append([plain(cell) for cell in row])
        for number, row in enumerate(sheet["rows"], 1):
            for column, cell in enumerate(row, 1):
                if isinstance(cell, dict):
                    dress(target.cell(number, column), cell)
        look(target, sheet)
    book.save(path)


def with_openpyxl_write_only(sheets, path):
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = book.properties.modified = WHEN
    for sheet in sheets:
        target = book.create_sheet(sheet["name"])
        for row in sheet["rows"]:
            target.append([WriteOnlyCell(target, plain(cell)) for cell in row])
    book.save(path)


def with_xlsxwriter(sheets, path, constant_memory=False):
    book = xlsxwriter.Workbook(str(path), {"constant_memory": constant_memory})
    book.set_properties({"created": WHEN})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet in sheets:
        target = book.add_worksheet(sheet["name"])
        for area in sheet.get("merges", []):
            target.merge_range(area, "")
        for number, row in enumerate(sheet["rows"]):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.date):
                    target.write_datetime(number, column, cell, date)
                elif isinstance(cell, str):
                    target.write_string(number, column, cell)
                elif cell is not None:
                    target.write_number(number, column, cell)
    book.close()


def convert(sheets, path, command):
    """Lets an office program open what openpyxl wrote, calculate it, and save it as its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "in" / (path.stem + ".xlsx")
        source.parent.mkdir()
        with_openpyxl(sheets, source)
        command(source, path)


def save_with_libreoffice(source, path, suffix=None):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                        suffix or path.suffix[1:], "--outdir", source.parent / "out", source],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found, = (source.parent / "out").iterdir()
    found.replace(path)


def with_libreoffice(sheets, path):
    convert(sheets, path, save_with_libreoffice)


def with_gnumeric(sheets, path):
    convert(sheets, path, lambda source, target: subprocess.run(
        ["ssconvert", source, target], check=True, stderr=subprocess.DEVNULL))


def with_node(script, sheets, path):
    def ready(cell):
        return {"date": cell.isoformat()} if isinstance(cell, datetime.date) else cell
    ready_sheets = [{**sheet, "rows": [[ready(cell) for cell in row] for row in sheet["rows"]]} for sheet in sheets]
    subprocess.run(["node", HERE / script, path], check=True, text=True, input=json.dumps(ready_sheets))


WRITERS = {
    "openpyxl": with_openpyxl,
    "openpyxl-write-only": with_openpyxl_write_only,
    "xlsxwriter": with_xlsxwriter,
    "xlsxwriter-constant-memory": lambda sheets, path: with_xlsxwriter(sheets, path, True),
    "libreoffice": with_libreoffice,
    "gnumeric": with_gnumeric,
    "exceljs": lambda sheets, path: with_node("write-exceljs.js", sheets, path),
    "sheetjs": lambda sheets, path: with_node("write-sheetjs.js", sheets, path),
}
