# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sheets, lists of rows of texts with merged areas, as files of several formats."""

import html
import zipfile
from xml.sax.saxutils import escape

import openpyxl


class Sheet:
    def __init__(self, name):
        self.name = name
        self.rows = []
        self.merges = []  # (first row, first column, last row, last column), from 0

    def add(self, *cells):
        self.rows.append(list(cells))

    def span(self, row, column):
        """(rows, columns) of the area that begins in a cell, None inside of one."""
        for top, left, bottom, right in self.merges:
            if (row, column) == (top, left):
                return bottom - top + 1, right - left + 1
            if top <= row <= bottom and left <= column <= right:
                return None
        return 1, 1


def write_xlsx(sheets, path, rand):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        target = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            for column, text in enumerate(row, 1):
                if text != "":
                    numeric = text.isdigit() and not text.startswith("0") and rand.random() < 0.2
                    target.cell(number, column).value = int(text) if numeric else text
        for top, left, bottom, right in sheet.merges:
            target.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.save(path)


def write_text(sheets, path, rand):
    sheet, = sheets
    separator = rand.choice(";,\t|")
    end = rand.choice(["\n", "\r\n"])
    text = "".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + end for row in sheet.rows)
    path.write_bytes(text.encode(rand.choice(["utf-8", "utf-8-sig", "utf-16"])))


def write_html(sheets, path, rand):
    sheet, = sheets
    lines = []
    for number, row in enumerate(sheet.rows):
        cells = ""
        for column, text in enumerate(row):
            span = sheet.span(number, column)
            if span is not None:
                shown = html.escape(text).replace("\n", "<br>")
                cells += f'<td rowspan="{span[0]}" colspan="{span[1]}">{shown}' + rand.choice(["</td>", ""])
        lines.append(f"<tr>{cells}" + rand.choice(["</tr>", ""]))
    table = "\n".join(lines)
    path.write_text(f"<html><head><meta charset=utf-8></head><body><table>{table}</table></body></html>")


def ods_cell(sheet, number, column, text):
    span = sheet.span(number, column)
    if span is None:
        return "<table:covered-table-cell/>"
    merged = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span != (1, 1) else ""
    if text == "":
        return f"<table:table-cell{merged}/>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell{merged} office:value-type="string">{lines}</table:table-cell>'


def write_ods(sheets, path, rand):
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    tables = ""
    for sheet in sheets:
        rows = "".join("<table:table-row>" + "".join(ods_cell(sheet, number, column, text)
                                                     for column, text in enumerate(row)) + "</table:table-row>"
                       for number, row in enumerate(sheet.rows))
        tables += f'<table:table table:name="{escape(sheet.name)}">{rows}</table:table>'
    with zipfile.ZipFile(path, "w", rand.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
                         f'xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0">'
                         f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
                         "</office:document-content>")


# By suffix: the writer, and whether it can write several sheets, merged cells.
FORMATS = {".xlsx": (write_xlsx, True, True), ".ods": (write_ods, True, True), ".csv": (write_text, False, False),
           ".xls": (write_html, False, True), ".txt": (write_text, False, False)}
