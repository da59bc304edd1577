# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands files that are made to do harm to `ikrarctl roster check`, which gets 500 MiB of memory and
60 seconds of the processor: each must be refused with words, and nothing may break."""

import io
import os
import pathlib
import resource
import struct
import subprocess
import sys
import tempfile
import traceback
import zipfile

IKRARCTL = os.environ["IKRARCTL"]
MEMORY = 500 * 1024 * 1024
SECONDS = 60
# The sanitizers map far more than they use, and take their time: there, only the words count.
SANITIZED = "ASAN_OPTIONS" in os.environ

LAUGHS = "<!DOCTYPE x [<!ENTITY a \"lol\">" + "".join(
    f"<!ENTITY {b} \"{f'&{a};' * 10}\">" for a, b in zip("abcdefghi", "bcdefghij")) + "]>"
PERSON = "<c t='inlineStr'><is><t>{}</t></is></c>"
HEADS = "<row>" + "".join(PERSON.format(head) for head in ("Nama", "NIP", "Unit Kerja")) + "</row>"
SHEET = "<worksheet><sheetData>" + HEADS
SHEET_END = "</sheetData></worksheet>"
ODS_START = ("<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
             "<office:spreadsheet><table:table table:name='Data'>")
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_HEADS = ("<table:table-row><table:table-cell><text:p>Nama</text:p></table:table-cell>"
             "<table:table-cell><text:p>NIP</text:p></table:table-cell></table:table-row>")
HTML_HEADS = "<table><tr><th>Nama<th>NIP"


def pack(parts):
    """A zip file of parts whose texts are strings or generators of strings."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, text in parts.items():
            with file.open(name, "w", force_zip64=True) as part:
                for piece in [text] if isinstance(text, str) else text:
                    part.write(piece.encode())
    return packed.getvalue()


def xlsx(sheet, strings="<sst/>"):
    """A workbook with this sheet."""
    return pack({
        "xl/workbook.xml": "<workbook><sheets><sheet name='Data' r:id='r'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            "<Relationships><Relationship Id='r' Type='/worksheet' Target='s.xml'/>"
            "<Relationship Id='q' Type='/sharedStrings' Target='q.xml'/></Relationships>",
        "xl/s.xml": sheet, "xl/q.xml": strings})


def ods(rows):
    """A workbook of LibreOffice with these rows."""
    return pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                 "content.xml": ODS_START + ODS_HEADS + rows + ODS_END})


def many(before, piece, times, after="", chunk=1000):
    """A text with a piece in it many times over, in chunks."""
    yield before
    for _ in range(times // chunk):
        yield piece * chunk
    yield piece * (times % chunk)
    yield after


def rows(times, *texts):
    """Rows of a sheet with these texts, each of which is numbered."""
    yield SHEET
    for number in range(times):
        yield "<row>" + "".join(PERSON.format(text % number) for text in texts) + "</row>"
    yield SHEET_END


def box(*records):
    """An old Excel workbook of these records of its globals, as an uncommon program packs it."""
    book = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
    book += bytes(max(4096 - len(book), 0) + -len(book) % 512)
    sectors = len(book) // 512
    table = [i + 1 for i in range(sectors - 1)] + [0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFD]
    table += [0xFFFFFFFF] * (128 - len(table))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, sectors, 0, 4096, 0xFFFFFFFE, 0,
        0xFFFFFFFE, 0, sectors + 1)
    header += b"\xff" * (512 - len(header))

    def entry(name, kind, start, size, child):
        text = name.encode("utf-16-le")
        return (text + bytes(64 - len(text)) + struct.pack(
            "<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36)
            + struct.pack("<III", start, size, 0))

    folder = (entry("Root Entry", 5, 0xFFFFFFFE, 0, 1)
              + entry("Workbook", 2, 0, len(book), 0xFFFFFFFF))
    return header + book + folder + bytes(512 - len(folder)) + struct.pack("<128I", *table)


def begin(kind):
    """The record that begins the globals or a sheet."""
    return (0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def sheet_at(place):
    """The record that tells of a sheet."""
    return (0x85, struct.pack("<IBBBB", place, 0, 0, 1, 0) + b"A")


# Name, how it is made, and what the words of the refusal must have.
CASES = {
    "laughs.xlsx": (lambda: xlsx(LAUGHS + "<worksheet>&j;</worksheet>"), "document type"),
    "entity.xlsx": (lambda: xlsx("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                                 "<worksheet>&e;</worksheet>"), "document type"),
    "nested.xlsx": (lambda: xlsx(many("<worksheet>", "<a>", 2000000)), "nested"),
    "cell.xlsx": (lambda: xlsx(many(SHEET + "<row><c t='inlineStr'><is><t>", "a" * 1048576, 4096,
                                    "</t></is></c></row>" + SHEET_END, 1)), "damaged|more"),
    "bomb.xlsx": (lambda: xlsx(many(SHEET, " " * 1048576, 500, SHEET_END, 1)), "unpacks"),
    "strings.xlsx": (lambda: xlsx(SHEET + SHEET_END, many("<sst>", "<si><t>" + "ab" * 16000
                                                        + "</t></si>", 16000, "</sst>", 10)),
                     "unpacks|texts"),
    "row.xlsx": (lambda: xlsx(many(SHEET + "<row>", PERSON.format("abc" * 10000), 3000,
                                   "</row>" + SHEET_END, 10)), "unpacks|more text"),
    "shared.xlsx": (lambda: xlsx(many(SHEET, "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>",
                                      1000000, SHEET_END),
                                 "<sst><si><t>" + "x" * 32000 + "</t></si></sst>"), "more text"),
    "refused.xlsx": (lambda: xlsx(rows(900000, "a" * 400 + "%d", "%d")), "more text"),
    "sheets.xlsx": (lambda: pack({
        "xl/workbook.xml": "<workbook><sheets>" + "".join(
            f"<sheet name='Lembar {i}' r:id='r'/>" for i in range(1000)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='r' Type='/worksheet' "
                                      "Target='s.xml'/></Relationships>",
        "xl/s.xml": rows(5000, "Orang a%d", "%d", "Dinas %d")}), "more rows"),
    "rows.ods": (lambda: ods("<table:table-row table:number-rows-repeated='1048570'><table:table-cell "
                             "table:number-columns-repeated='16384'><text:p>x</text:p>"
                             "</table:table-cell></table:table-row>"), "repeated|Repeated"),
    "cells.ods": (lambda: ods("<table:table-row><table:table-cell table:number-columns-repeated="
                              "'16384'><text:p>" + "x" * 32000 + "</text:p></table:table-cell>"
                              "</table:table-row>"), "Repeated"),
    "people.ods": (lambda: ods("<table:table-row table:number-rows-repeated='1048570'>"
                               "<table:table-cell><text:p>" + "Ani " * 100 + "</text:p>"
                               "</table:table-cell></table:table-row>"), "more text|Repeated"),
    "laughs.ods": (lambda: pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                                 "content.xml": LAUGHS + "<x>&j;</x>"}), "document type"),
    "nested.html": (lambda: HTML_HEADS + "<b>" * 2000000, "nested"),
    "tables.html": (lambda: "<table><tr><td>" * 2000000, "nested"),
    "colspan.html": (lambda: HTML_HEADS + ("<tr>" + "<td colspan=1000000>x" * 20) * 10000, "columns"),
    "rowspan.html": (lambda: HTML_HEADS + "<tr>" + "<td rowspan=65534 colspan=1000>x" * 16
                     + "<tr><td>x" * 1000000, "merged"),
    "attributes.html": (lambda: HTML_HEADS + "<td " + " ".join(f"a{i}" for i in range(2000000)),
                        "longer|nested"),
    "names.html": (lambda: HTML_HEADS + "".join(f"<x{i}></x{i}>" for i in range(3000000)), "longer"),
    "laughs.html": (lambda: LAUGHS + HTML_HEADS + "<tr><td>&j;<td>1", None),
    "large.html": (lambda: HTML_HEADS + "<tr><td>x<td>y" * 5000000, "larger than 64 MiB"),
    "quote.csv": (lambda: "Nama;NIP\n\"" + "x" * 3000000, "quotation mark"),
    "columns.csv": (lambda: "Nama;NIP\n" + ";" * 30000000, "columns"),
    "record.csv": (lambda: "Nama;NIP\n" + (("x" * 1000000) + ";") * 60, "more text"),
    "rows.csv": (lambda: "Nama;NIP\n" + "a;1\n" * 1100000, "more rows"),
    "large.csv": (lambda: "Nama;NIP\n" + "Ani;1\n" * 12000000, "larger than 64 MiB"),
    "empty.xls": (lambda: box(begin(5), (0x0A, b"")), ".xls"),
    "loop.xls": (lambda: box(begin(5), sheet_at(0), (0x0A, b"")), ".xls"),
    "wide.xls": (lambda: box(begin(5), *[sheet_at(2000)] * 80, (0x0A, b""), begin(16),
                             (0x200, struct.pack("<IIHHH", 0, 0xFFFFFFF0, 0, 0xFFFF, 0)),
                             (0x203, struct.pack("<HHHd", 0xFFFF, 255, 0, 1.0)), (0x0A, b"")),
                 ".xls"),
    "password.xls": (lambda: box(begin(5), (0x2F, bytes(54)), (0x0A, b"")), "password"),
}


def limit():
    """Limits the program, in its process."""
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def check(folder, name, make, words):
    """Fails unless a file is refused in this way; without words it may also be read."""
    content = make()
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    call = [IKRARCTL, "--db", str(folder / "ikrar.db"), "--json", "roster", "check", str(path)]
    done = subprocess.run(call, preexec_fn=limit, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=False)
    path.unlink()
    said = done.stderr.decode(errors="replace").strip()
    assert 0 <= done.returncode < 126, f"ended with {done.returncode}: {said[-300:]}"
    if words is None:
        return
    assert done.returncode != 0, "was not refused"
    assert name in said and any(word in said for word in words.split("|")), said[-300:]


def main():
    """Runs every case and prints TAP."""
    failed = False
    for name in set(CASES) - set(sys.argv[1:] or CASES):
        del CASES[name]
    print(f"1..{len(CASES)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, (make, words)) in enumerate(CASES.items(), 1):
            try:
                check(pathlib.Path(folder), name, make, words)
                print(f"ok {number} - {name}", flush=True)
            except Exception:  # pylint: disable=broad-except
                failed = True
                print("# " + traceback.format_exc().replace("\n", "\n# "))
                print(f"not ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)


main()
