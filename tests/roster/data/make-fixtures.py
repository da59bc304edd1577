#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small files of this folder with the programs that offices use or that stand for them:
openpyxl (inline and shared texts, merged cells) and gnumeric. Run it here when they change."""

import datetime
import subprocess
import tempfile

import openpyxl

WHEN = datetime.datetime(2024, 11, 7)
ROWS = [
    ["DAFTAR HADIR"],
    [],
    ["No.", "Nama", "NIP", "Gol", "Unit Kerja", "Tanggal"],
    [1, "Ratna Sari, S.E.", "198804202010012001", "III/d", "Dinas Contoh",
     datetime.date(2024, 2, 6)],
    [2, "I Wayan Suta", "197203151998031002", "IV/a", None, datetime.date(2024, 2, 7)],
    [3, "Yosefa Wenda", "199012052023212003", "IX", "Kecamatan Contoh", None],
]
NUMERIC_NUMBER = 199302252023211004


def workbook():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = WHEN
    sheet = book.active
    sheet.title = "Peserta"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("E4:E5")
    sheet.append([4, "Joko Susilo", NUMERIC_NUMBER, "IX", "Kecamatan Contoh"])
    hidden = book.create_sheet("Arsip")
    hidden.sheet_state = "hidden"
    hidden.append(["Nama"])
    hidden.append(["Tidak Dibaca"])
    return book


def long_workbook():
    """More rows than the helper for .xls gives first."""
    book = openpyxl.Workbook()
    book.active.append(["Nama", "Angka"])
    for row in range(2, 1501):
        book.active.append([f"Orang {row}", 7 * row])
    return book


workbook().save("openpyxl.xlsx")
for name in ("gnumeric.xlsx", "old.xls", "sheet.ods", "gnumeric.csv"):
    subprocess.run(["ssconvert", "openpyxl.xlsx", name], check=True, stderr=subprocess.DEVNULL)
with tempfile.TemporaryDirectory() as folder:
    long_workbook().save(f"{folder}/long.xlsx")
    subprocess.run(["ssconvert", f"{folder}/long.xlsx", "long.xls"], check=True, stderr=subprocess.DEVNULL)
