# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks as other programs pack them, part by part: one quirk met in the wild a file."""

import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from people import HEADS, roster, with_numbers

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ROWS = roster(0, 1)


def letters(column):
    return chr(ord("A") + column)


def text_cell(text, place):
    return f'<c{place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def cell_of(value, place):
    if value is None:
        return ""
    return text_cell(value, place) if isinstance(value, str) else f"<c{place}><v>{value}</v></c>"


def rows_of(rows, places=True, change=None):
    """sheetData; @change may put other XML in the place of a cell: {(row, column): xml}."""
    written = []
    for number, row in enumerate(rows, 1):
        cells = "".join((change or {}).get((number, column)) or
                        cell_of(value, f' r="{letters(column)}{number}"' if places else "")
                        for column, value in enumerate(row))
        written.append(f'<row{f" r={chr(34)}{number}{chr(34)}" if places else ""}>{cells}</row>')
    return f"<sheetData>{''.join(written)}</sheetData>"


def parts(data=None, *, main=MAIN, office=OFFICE, properties="", book_type=BOOK_TYPE, target="worksheets/sheet1.xml",
          sheet_name="xl/worksheets/sheet1.xml", before="", after="", shared=None, styles=None):
    """Names and texts of all parts."""
    rels = [f'<Relationship Id="rId1" Type="{office}/worksheet" Target="{target}"/>']
    found = {}
    if shared:
        rels.append(f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>')
        found["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{shared}</sst>'
    if styles:
        rels.append(f'<Relationship Id="rId3" Type="{office}/styles" Target="styles.xml"/>')
        found["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
                               'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Default Extension="xml" ContentType="application/xml"/><Override '
                               f'PartName="/xl/workbook.xml" ContentType="{book_type}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                       f'Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{properties}<sheets><sheet name="Data" '
                           'sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships'
                                      f'">{"".join(rels)}</Relationships>',
        sheet_name: f'<worksheet xmlns="{main}">{before}{data or rows_of(ROWS)}{after}</worksheet>',
        **found,
    }


def pack(path, found, method=zipfile.ZIP_DEFLATED, rename=None):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in found.items():
            info = zipfile.ZipInfo((rename or str)(name), (2024, 11, 7, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text)


def no_references(path):
    pack(path, parts(rows_of(ROWS, places=False)))


def prefixed(path):
    found = parts()
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        text = found[name].replace("xmlns=", "xmlns:x=").replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")
        found[name] = text
    pack(path, found)


def strict(path):
    change = {(2, 0): '<c r="A2" t="n"><v>1</v></c>', (3, 4): '<c r="E3" t="d"><v>2021-04-20</v></c>'}
    pack(path, parts(rows_of(ROWS, change=change), main=STRICT_MAIN, office=STRICT_OFFICE))


def macros(path):
    found = parts(book_type=MACRO_TYPE)
    found["xl/vbaProject.bin"] = "not a project"
    pack(path, found)


def rich_text(path):
    shared = ('<si><r><rPr><b/></rPr><t xml:space="preserve">Ratna </t></r><r><t>Sari, S.E.</t></r><rPh sb="0" eb="5"><t>'
              "bunyi</t></rPh><phoneticPr fontId=\"1\"/></si>")
    pack(path, parts(rows_of(ROWS, change={(2, 1): '<c r="B2" t="s"><v>0</v></c>'}), shared=shared))


def escapes(path):
    pack(path, parts(rows_of([HEADS, [1, "Ratna_x0020_Sari, S.E._x000D_", "NIP._x000A_198804202010012001_x000D_", "III/d",
                                      "Staf_x005F_x", "Dinas Contoh"]])))


def dates_1904(path):
    rows = [["No", "Nama", "NIP", "TMT Jabatan", "Unit Kerja"], [1, "Ratna Sari, S.E.", "198804202010012001", None, "Dinas Contoh"]]
    pack(path, parts(rows_of(rows, change={(2, 3): '<c r="D2" s="1"><v>42844</v></c>'}),
                     properties='<workbookPr date1904="1"/>',
                     styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'))


def absolute_targets(path):
    pack(path, parts(target="/xl/worksheets/sheet1.xml"))


def other_names(path):
    pack(path, parts(target="./lembar/Data.XML", sheet_name="xl/Lembar/data.xml"))


def backslashes(path):
    pack(path, parts(), rename=lambda name: name.replace("/", "\\"))


def stored(path):
    pack(path, parts(), zipfile.ZIP_STORED)


def cell_types(path):
    change = {(2, 0): '<c r="A2" t="str"><f>ROW()-1</f><v>1</v></c>', (2, 1): '<c r="B2" t="str"><f>B9</f><v>Ratna Sari</v></c>',
              (2, 4): '<c r="E2" t="b"><v>1</v></c>', (3, 4): '<c r="E3" t="e"><v>#REF!</v></c>'}
    pack(path, parts(rows_of(ROWS, change=change)))


def whole_sheet(path):
    """Formatted to the last cell that there is."""
    data = rows_of(ROWS).replace("</sheetData>", '<row r="4" s="1" customFormat="1"><c r="A4" s="1"/><c r="XFD4" s="1"/></row>'
                                 '<row r="1048576" s="1" customFormat="1"><c r="XFD1048576" s="1"/></row></sheetData>')
    pack(path, parts(data, before='<dimension ref="A1:XFD1048576"/>', styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="49"/>'
                     "</cellXfs>"))


def office_extensions(path):
    """As WPS writes: attributes and elements of its own, everywhere."""
    own = 'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
    data = rows_of(ROWS).replace("<row r=", f'<row {own} etc:ht="1" spans="1:6" r=')
    pack(path, parts(data, before='<sheetPr><tabColor rgb="FF00B050"/></sheetPr><sheetViews><sheetView workbookViewId="0"/>'
                     "</sheetViews>", after=f'<extLst><ext uri="x"><etc:row {own}><c><v>9</v></c></etc:row></ext></extLst>'))


def whole_numbers(path):
    """As libraries write what no spreadsheet program ever opened: all digits are there."""
    pack(path, parts(rows_of(with_numbers(198804202010012001, 197203151998031002))))


def float_numbers(path):
    """As libraries write a number that has been a float: the doubles nearby are 32 apart."""
    pack(path, parts(rows_of(with_numbers(198804202010011008, 198804202010011040))))


class Descriptors:
    """A zip of a program that streams: sizes stand behind the data."""

    def __init__(self, zip64=False):
        self.body, self.directory, self.count, self.zip64 = b"", b"", 0, zip64

    def add(self, name, text):
        data = text.encode()
        packed = zlib.compress(data, 9)[2:-4]
        sizes = struct.pack("<III", zlib.crc32(data), len(packed), len(data))
        place, name = len(self.body), name.encode()
        flags, wide = (0, 45) if self.zip64 else (8, 20)
        extra = struct.pack("<HHQQ", 1, 16, len(data), len(packed)) if self.zip64 else b""
        local = struct.pack("<I", zlib.crc32(data)) + b"\xff" * 8 if self.zip64 else b"\0" * 12
        self.body += b"PK\3\4" + struct.pack("<HHHHH", wide, flags, 8, 0, 22887) + local
        self.body += struct.pack("<HH", len(name), len(extra)) + name + extra + packed
        self.body += b"" if self.zip64 else b"PK\7\x08" + sizes
        self.directory += b"PK\1\2" + struct.pack("<HHHHHH", wide, wide, flags, 8, 0, 22887)
        self.directory += (local if self.zip64 else sizes) + struct.pack(
            "<HHHHHII", len(name), len(extra), 0, 0, 0, 0, place) + name + extra
        self.count += 1

    def end(self):
        place, size = len(self.body), len(self.directory)
        tail = b""
        if self.zip64:
            tail = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, self.count, self.count, size, place)
            tail += b"PK\6\7" + struct.pack("<IQI", 0, place + size, 1)
        counts = (0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF) if self.zip64 else (self.count, self.count, size, place)
        return self.body + self.directory + tail + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, *counts, 0)


def streamed(path, zip64=False):
    archive = Descriptors(zip64)
    for name, text in parts().items():
        archive.add(name, text)
    path.write_bytes(archive.end())


def zip64(path):
    streamed(path, True)


PACKAGES = {"no-references.xlsx": no_references, "prefixed-tags.xlsx": prefixed, "strict.xlsx": strict,
            "macros.xlsm": macros, "rich-text.xlsx": rich_text, "escapes.xlsx": escapes, "dates-1904.xlsx": dates_1904,
            "absolute-targets.xlsx": absolute_targets, "other-names.xlsx": other_names, "backslashes.xlsx": backslashes,
            "stored.xlsx": stored, "cell-types.xlsx": cell_types, "whole-sheet.xlsx": whole_sheet,
            "extensions.xlsx": office_extensions, "data-descriptors.xlsx": streamed, "zip64.xlsx": zip64,
            "number-whole.xlsx": whole_numbers, "number-float.xlsx": float_numbers}
