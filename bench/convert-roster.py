#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a roster that write-roster made as .ods and .html are, or has Gnumeric write an .xls:
convert-roster.py FROM.xlsx TO"""

import html
import pathlib
import subprocess
import sys
import zipfile

import openpyxl

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                     for name in ("office", "style", "table", "text"))
ODS_HEAD = (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {ODS_NAMES} office:version="1.2">'
            '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
            '<style:table-properties table:display="true"/></style:style></office:automatic-styles>'
            '<office:body><office:spreadsheet><table:table table:name="DATA ASN" table:style-name="ta1">'
            '<table:table-column table:number-columns-repeated="12" table:default-cell-style-name="Default"/>\n')
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
MANIFEST = ('<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')


def rows_of(path):
    return openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True)


def ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return (f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
                '</table:table-cell>')
    return f'<table:table-cell office:value-type="string"><text:p>{html.escape(value)}</text:p></table:table-cell>'


def write_ods(source, target):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), ODS_TYPE)
        package.writestr("META-INF/manifest.xml", MANIFEST)
        with package.open("content.xml", "w", force_zip64=True) as part:
            part.write(ODS_HEAD.encode())
            for row in rows_of(source):
                cells = "".join(map(ods_cell, row))
                part.write(f'<table:table-row table:style-name="ro1">{cells}</table:table-row>\n'.encode())
            part.write(ODS_TAIL.encode())


def write_html(source, target):
    with open(target, "w", encoding="utf-8") as page:
        page.write('<html><head><meta charset="utf-8"></head><body><table border="1">\n')
        for row in rows_of(source):
            cells = "".join(f"<td>{'' if value is None else html.escape(str(value))}</td>" for value in row)
            page.write(f"<tr>{cells}</tr>\n")
        page.write("</table></body></html>\n")


def write_xls(source, target):
    subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:excel_biff8", source, target], check=True,
                   stdout=sys.stderr)


WRITERS = {".ods": write_ods, ".html": write_html, ".xls": write_xls}

if __name__ == "__main__":
    WRITERS[pathlib.Path(sys.argv[2]).suffix](sys.argv[1], sys.argv[2])
