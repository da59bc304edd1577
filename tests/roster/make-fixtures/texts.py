# SPDX-License-Identifier: GPL-3.0-or-later
"""Text and web pages, byte by byte, and files that are no rosters at all."""

import pathlib
import struct
import subprocess
import tempfile
import zlib

from people import HEADS, PEOPLE, UNIT, person, roster, sheet, with_numbers
from writers import save_with_libreoffice, with_node, with_openpyxl


def lines(rows, separator, end="\r\n"):
    def field(cell):
        text = "" if cell is None else str(cell)
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in separator + '"\r\n') else text
    return "".join(separator.join(map(field, row)) + end for row in rows)


def texts():
    rows = roster(0, 1, 2)
    accented = [*roster(0), [2, "Andr\u00e9 Contoh \u2013 \u201cDede\u201d", PEOPLE[1][1], "IV/a", "Kepala", UNIT]]
    yield "semicolons-bom.csv", lines(rows, ";").encode("utf-8-sig")
    yield "commas.csv", lines(rows, ",", "\n").encode()
    yield "tabs-utf16.txt", lines(rows, "\t").encode("utf-16")
    yield "windows-1252.csv", lines(accented, ";").encode("cp1252")
    yield "tabs-mac.txt", lines(rows, "\t", "\r").encode()
    yield "quoted.csv", lines([HEADS, [1, 'Ratna "Ina" Sari\nBinti Contoh', *person(0)[2:]], person(1)], ",").encode()
    yield "number-scientific.csv", lines(with_numbers("1.98804E+17", "1,98E+17", "1,98804202010011E+017"), ";").encode("utf-8-sig")
    yield "number-apostrophes.csv", lines(with_numbers(*(mark + PEOPLE[place][1] for place, mark in enumerate("'\u2019`"))),
                                          ";").encode("utf-8-sig")


def answers():
    """What an online form and a meeting service export."""
    heads = ["Timestamp", "Nama Lengkap", "NIP", "Unit Kerja", "Alamat Email", "Saya menyatakan ikut berikrar netral"]
    name, number = PEOPLE[0][:2]
    rows = [heads,
            ["2024/11/05 8:01:12 AM GMT+8", name, number, "DINKES", "ratna@contoh.example", "Ya"],
            ["2024/11/05 8:02:40 AM GMT+8", "ratna sari", number, "Dinas Kesehatan", "ratna@contoh.example", "Ya"],
            ["2024/11/05 8:09:03 AM GMT+8", name.upper(), number, "Dinkes", "ratna@contoh.example", "Ya"],
            ["2024/11/05 8:15:30 AM GMT+8", PEOPLE[1][0], "1.97203E+17", "Dinas Contoh", "suta@contoh.example", "Ya"],
            ["2024/11/05 8:20:00 AM GMT+8", PEOPLE[3][0], "joko@contoh.example", "Dinas Contoh", "joko@contoh.example", "Ya"]]
    yield "form.csv", lines(rows, ",").encode()
    heads = ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"]
    rows = [heads,
            ["BKPSDM Contoh (Host)", "host@contoh.example", "11/07/2024 08:00:01 AM", "11/07/2024 11:30:00 AM", 210, "No"],
            ["Dinkes_Siti Aminah", "", "11/07/2024 08:05:00 AM", "11/07/2024 09:00:00 AM", 55, "Yes"],
            ["Dinkes_Siti Aminah", "", "11/07/2024 09:02:00 AM", "11/07/2024 11:29:00 AM", 147, "Yes"],
            ["iPhone", "", "11/07/2024 08:06:00 AM", "11/07/2024 11:20:00 AM", 194, "Yes"],
            ["OPPO A5", "", "11/07/2024 08:07:00 AM", "11/07/2024 08:30:00 AM", 23, "Yes"],
            ["Joko Susilo", "joko@contoh.example", "11/07/2024 08:07:30 AM", "11/07/2024 11:25:00 AM", 197, "Yes"]]
    yield "meeting.csv", lines(rows, ",").encode("utf-8-sig")


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type"
content="text/html; charset=windows-1252"><style>td {{mso-number-format:"\\@"}}</style></head><body>
<h3>DAFTAR PEGAWAI</h3><table border=1>{rows}</table></body></html>"""


def page():
    """A web page that a personnel system saves under the name of an old workbook."""
    rows = ['<tr><th colspan="4">DAFTAR PEGAWAI DINAS CONTOH</th></tr>',
            "<tr><th>No<th>Nama<br>Lengkap<th>NIP<th>Unit&nbsp;Kerja"]
    unit = '<td rowspan="2">Dinas Kesehatan &amp; KB</td>'
    rows.append(f"<tr><td>1</td><td><b>Ratna</b> Sari, S.E.</td><td>&nbsp;{PEOPLE[0][1]}</td>{unit}</tr>")
    rows.append(f"<tr><td>2<td>I Wayan Suta<td>'{PEOPLE[1][1]}")
    rows.append(f"<tr><td>3</td><td>Andr\u00e9 Contoh</td><td>{PEOPLE[7][1]}</td><td>Badan Contoh</td></tr>")
    yield "page.xls", PAGE.format(rows="\n".join(rows)).encode("cp1252")


def png():
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def no_rosters():
    yield "photo.xlsx", png()
    yield "link.gsheet", b'{"url": "https://docs.contoh.example/spreadsheets/d/1", "doc_id": "1"}\n'


def bytes_of_files():
    for make in (texts, answers, page, no_rosters):
        yield from make()


# Locks what LibreOffice opens with a password; only a macro can. The keys of Office are made by its
# window, so that a macro has to bring them: of the old format any sixteen bytes will do.
LOCK = """
import sys, time, uno
from com.sun.star.beans import NamedValue, PropertyValue
def make(kind, name, content):
    found = kind(); found.Name = name; found.Value = content
    return found
def key(name, *values):
    pairs = tuple(make(NamedValue, *value) for value in values)
    return make(PropertyValue, name, uno.Any("[]com.sun.star.beans.NamedValue", pairs))
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for attempt in range(100):
    try:
        context = resolver.resolve("uno:pipe,name=ikrarfixtures;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.3)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
book = desktop.loadComponentFromURL("file://" + sys.argv[1], "_blank", 0, (make(PropertyValue, "Hidden", True),))
old = uno.ByteSequence(bytes(range(1, 17)))
for path, kind in zip(sys.argv[2::2], sys.argv[3::2]):
    lock = (make(PropertyValue, "Password", "rahasia"),)
    if kind.startswith("Calc MS"):
        lock = (key("EncryptionData", ("CryptoType", "StrongEncryptionDataSpace"), ("OOXPassword", "rahasia")),)
    elif kind.startswith("MS"):
        lock = (key("EncryptionData", ("STD97EncryptionKey", old), ("STD97UniqueID", old)),)
    book.storeToURL("file://" + path, (make(PropertyValue, "FilterName", kind), *lock))
book.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""


def lock_with_libreoffice(source, targets):
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
                                   "--accept=pipe,name=ikrarfixtures;urp;"], stderr=subprocess.DEVNULL)
        pairs = [part for target, kind in targets for part in (str(target), kind)]
        subprocess.run(["/usr/bin/python3", "-c", LOCK, str(source), *pairs], check=True)
        office.wait()


def other_programs(data):
    """Formats that only an office program writes."""
    sheets = [sheet("Daftar", roster(0, 1, 2))]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "daftar.xlsx"
        with_openpyxl(sheets, source)
        save_with_libreoffice(source, data / "libreoffice.xls", "xls:MS Excel 97")
        save_with_libreoffice(source, data / "libreoffice.ods")
        save_with_libreoffice(source, data / "libreoffice.xlsx")
        save_with_libreoffice(source, data / "libreoffice.html", "html:HTML (StarCalc)")
        save_with_libreoffice(source, data / "list.pdf")
        for name in ("gnumeric.ods", "gnumeric-biff7.xls"):
            kind = ["-T", "Gnumeric_Excel:excel_biff7"] if "biff7" in name else []
            subprocess.run(["ssconvert", *kind, source, data / name], check=True, stderr=subprocess.DEVNULL)
        lock_with_libreoffice(source, [(data / "locked.xlsx", "Calc MS Excel 2007 XML"), (data / "locked.ods", "calc8"),
                                       (data / "locked.xls", "MS Excel 97")])
    with_node("write-sheetjs.js", sheets, data / "sheetjs.xlsb")
