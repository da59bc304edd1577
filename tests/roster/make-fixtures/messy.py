# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets as offices send them. Each function is one fixture; its decorator says which program
writes it. A cell is a text, a number, a date, or a dictionary: {"formula", "value"}, {"rich"},
{"text", "fill", "strike", "comment"}."""

import datetime

from people import HEADS, PEOPLE, UNIT, people, person, roster, sheet, with_numbers

FIXTURES = {}


def fixture(name, writer):
    def keep(function):
        FIXTURES[name] = (writer, function)
        return function
    return keep


# ---------------------------------------------------------------- what stands around the people

@fixture("title-rows.xlsx", "libreoffice")
def title_rows():
    return [sheet("Sheet1", [
        ["DAFTAR NAMA APARATUR SIPIL NEGARA"],
        ["DI LINGKUNGAN PEMERINTAH KABUPATEN CONTOH"],
        ["TAHUN 2024"],
        [],
        *roster(0, 1, 2)], merges=["A1:F1", "A2:F2", "A3:F3"])]


@fixture("two-row-header.xlsx", "xlsxwriter")
def two_row_header():
    rows = [["NO", "NAMA", "NIP", "PANGKAT", None, "PENDIDIKAN", None, "UNIT KERJA"],
            [None, None, None, "GOL/RUANG", "TMT", "NAMA", "TAHUN", None]]
    for place, (index, school, year) in enumerate([(0, "S1 Ekonomi", "2009"), (4, "S1 Pendidikan", "2008"),
                                                   (7, "S1 Hukum", "2006")], 1):
        name, number, grade, _ = PEOPLE[index]
        rows.append([place, name, number, grade, "01-04-2021", school, year, UNIT])
    return [sheet("Data", rows, merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2"])]


@fixture("column-numbers.xlsx", "gnumeric")
def column_numbers():
    return [sheet("Daftar", [HEADS, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], *people(3, 4),
                             [1, 2, 3, 4, 5, 6], person(5, place=3)])]


@fixture("sections.xlsx", "exceljs")
def sections():
    heads = HEADS[:-1]
    return [sheet("Nominatif", [
        ["DAFTAR NOMINATIF"],
        heads,
        ["DINAS KESEHATAN"],
        *[row[:-1] for row in people(6, 10)],
        ["I. SEKRETARIAT DAERAH"],
        *[row[:-1] for row in people(0, 7)],
        ["A. Bidang Kepegawaian"],
        person(1, place=1)[:-1]], merges=["A1:E1", "A3:E3", "A6:E6", "A9:E9"])]


@fixture("merged-unit.xlsx", "sheetjs")
def merged_unit():
    rows = [HEADS, *people(0, 1, 2, unit=None), *people(3, 4, unit=None)]
    rows[1][5] = "DINAS PERHUBUNGAN"
    rows[4][5] = "RSUD Contoh"
    return [sheet("Pegawai", rows, merges=["F2:F4", "F5:F6"])]


@fixture("page-breaks.xlsx", "openpyxl")
def page_breaks():
    return [sheet("Cetak", [
        *roster(0, 1), [], HEADS, person(2, place=3), [], [], person(3, place=4),
        ["JUMLAH", None, 4],
        [],
        [None, None, None, None, "Contohan, 5 Februari 2024"],
        [None, "Mengetahui,"],
        [None, "Kepala Dinas", None, None, "Yang membuat,"],
        [], [],
        [None, "Drs. PENANDA TANGAN, M.Si.", None, None, "PEMBUAT DAFTAR"],
        [None, "NIP 196512121990031001", None, None, "NIP 199001012015031001"]])]


@fixture("name-and-number.xlsx", "libreoffice")
def name_and_number():
    rows = [["No", "Nama / NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja"]]
    for place, (title, index) in enumerate([("Dr. H. ", 1), ("", 0), ("", 3)], 1):
        name, number, grade, position = PEOPLE[index]
        label = "NI PPPK " if grade == "IX" else "NIP. "
        shown = f"{number[:8]} {number[8:14]} {number[14]} {number[15:]}"
        rows.append([place, f"{title}{name}\n{label}{shown}", grade, position, UNIT])
    return [sheet("Lembar1", rows)]


@fixture("three-row-records.xlsx", "openpyxl")
def three_row_records():
    rows = [["NO", "NAMA / PANGKAT / NIP", "JABATAN", "UNIT KERJA"]]
    for place, (index, rank) in enumerate([(0, "Penata Tk. I (III/d)"), (1, "Pembina (IV/a)"),
                                           (7, "Penata Tingkat I, III/d")], 1):
        name, number, _, position = PEOPLE[index]
        rows += [[place, name, position, UNIT], [None, rank], [None, f"NIP. {number}"]]
    return [sheet("Apel", rows)]


# ---------------------------------------------------------------- names, numbers, grades, units

@fixture("titles.xlsx", "xlsxwriter-constant-memory")
def titles():
    names = ["Dr. H. Asnawi Rahman, S.E., M.Si", "dr. Fitriani Contoh, Sp.A", "Drs. Kusnadi SE MM",
             "Hj. Nurlela,SE.,MAP", "Ir. Teguh Prabowo., MT", "Ns. Wulandari, S.Kep.", "Apt. Bagas Pratama, S.Farm",
             "Letkol (Purn.) Sudirja", "KH. Mansyur Contoh, Lc., M.A.", "Prof. Dr. Ir. Hendrawan, M.Sc., Ph.D",
             "Rina Marlina, A.Md.Keb", "Tb. Ace Contoh, S.Tr.IP", "drh. Sekar Ayu", "Dra. Hj. Sulastri, M.A.P"]
    return [sheet("Gelar", [["No", "Nama Lengkap (dengan gelar)", "Unit Kerja"],
                            *[[place, name, UNIT] for place, name in enumerate(names, 1)]])]


@fixture("names.xlsx", "exceljs")
def names():
    written = ["HARYOMO dwi putranto", "SITI NUR AZIZAH, S.PD.I", "Sumarno", "M. Yusuf", "Abd. Rahman",
               "Ma\u2019ruf Contoh", "Nur`aini", "NI LUH PUTU AYU", "Ahmad bin Contoh", "Rr. Kinasih",
               "RADEN CONTOH III", "  Budi   Contoh  "]
    return [sheet("Nama", [["No.", "NAMA", "UNIT KERJA"],
                           *[[place, name, UNIT] for place, name in enumerate(written, 1)]])]


@fixture("numbers-as-numbers.xlsx", "openpyxl")
def numbers_as_numbers():
    rows = roster(0, 1, 2)
    for row in rows[1:]:
        row[2] = int(row[2])
    rows[2][2] = 197203151998031000
    return [sheet("Data", rows)]


@fixture("mixed-numbers.xlsx", "gnumeric")
def mixed_numbers():
    rows = [["No", "Nama", "NIP/NIK", "Status", "Unit Kerja"]]
    for place, (name, number, status) in enumerate([
            (PEOPLE[0][0], PEOPLE[0][1], "PNS"), (PEOPLE[2][0], PEOPLE[2][1], "PPPK"),
            ("Taufik Contoh", "3602041211870001", "Honorer"), ("Rina Contoh", "3515144508680002", "THL"),
            ("Ujang Contoh", "-", "Honorer"), ("Lilis Contoh", "Non ASN", "PTT")], 1):
        rows.append([place, name, number, status, UNIT])
    return [sheet("Campur", rows)]


@fixture("duplicates.ods", "libreoffice")
def duplicates():
    return [sheet("Daftar", [
        HEADS,
        person(0, "Dinas Kesehatan", 1),
        person(0, "Dinas Pendidikan", 2),
        [3, "Budi Contoh", None, None, "Staf", UNIT],
        [4, "Budi Contoh", None, None, "Staf", UNIT],
        [5, PEOPLE[1][0], PEOPLE[1][1], "IV/a", "Kepala Dinas", UNIT],
        [6, PEOPLE[1][0], PEOPLE[1][1], "IV/a", "Plt. Kepala Badan", "Badan Contoh"],
        [7, "Dewi Lestari, S.Pd.", "198511172009022005", "III/c", "Guru", UNIT],
        [8, "Dewi Lestari, S.Pd.", "198511172009022006", "III/c", "Guru", UNIT],
        [9, "Kusuma Contoh", "198302142008011008", "III/d", "Staf", UNIT],
        [10, "Kusuma Contoh", "198412242010012008", "III/c", "Staf", UNIT],
        [11, "Orang Lain", "197203151998031002", "III/a", "Staf", UNIT]])]


@fixture("grades.xlsx", "openpyxl-write-only")
def grades():
    written = ["III/d", "IIId", "III d", "III.d", "III-d", "III/D", "3d", "Gol. III/d",
               "Penata Tingkat I (III/d)", "Penata Tk. I / III/d", "III/d - Penata Tk. I", "III/d (01-04-2021)",
               "Gol. III", "zzz", ""]
    rows = [["No", "Nama", "NIP", "Pangkat/Gol.Ruang", "Unit Kerja"]]
    for place, grade in enumerate(written, 1):
        rows.append([place, f"Pegawai Contoh {chr(64 + place)}", f"1988{1 + place % 12:02}{10 + place}20100120{place:02}", grade, UNIT])
    rows.append([16, PEOPLE[2][0], PEOPLE[2][1], "IX", UNIT])
    rows.append([17, PEOPLE[3][0], PEOPLE[3][1], "III/d", UNIT])
    return [sheet("Golongan", rows)]


@fixture("units.xlsx", "xlsxwriter")
def units():
    written = ["DINKES", "Dinas Kesehatan Kab. Contoh", "Dinkes Kab", "DINAS KESEHATAN KABUPATEN CONTOH",
               "Dinas Keshatan", "Dinas Kesehatan  ", "Puskesmas Contoh I", "UPTD Puskesmas Contoh 1"]
    rows = [HEADS]
    for place, unit in enumerate(written, 1):
        rows.append(person(place - 1, unit, place))
    return [sheet("OPD", rows)]


# ---------------------------------------------------------------- sheets, formulas, dates

@fixture("several-sheets.ods", "libreoffice")
def several_sheets():
    heads = HEADS[:-1]
    filtered = [heads, *[row[:-1] for row in people(2, 3, 4)]]
    return [
        sheet("REKAP", [["REKAPITULASI"], ["OPD", "Jumlah"],
                        ["Dinas Kesehatan", {"formula": "=COUNTA($'Dinas Kesehatan'.B2:B9)", "value": 2}],
                        ["JUMLAH", {"formula": "=SUM(B3:B3)", "value": 2}]]),
        sheet("Dinas Kesehatan", [heads, *[row[:-1] for row in people(0, 1)]]),
        sheet("Badan Kepegawaian dan Pengemban", filtered, hidden_rows=[3], filter="A1:E4"),
        sheet("Sheet1", []),
        sheet("Arsip Lama", [heads, person(11)[:-1]], hidden=True)]


@fixture("formulas-without-results.xlsx", "openpyxl")
def formulas_without_results():
    rows = roster(0, 1)
    rows[1][1] = {"formula": '=UPPER("ratna sari")'}
    rows[2][0] = {"formula": "=A2+1"}
    return [sheet("Rumus", rows)]


@fixture("formulas.xlsx", "libreoffice")
def formulas():
    rows = roster(0, 1, 2, 3)
    for place in range(1, 4):
        rows[place + 1][0] = {"formula": f"=A{place + 1}+1"}
    rows[2][1] = {"formula": '=UPPER("i wayan suta")'}
    rows[3][3] = {"formula": "=VLOOKUP(9999,A1:B3,2,FALSE)"}
    rows[4][1] = {"formula": "=VLOOKUP(9999,A1:B3,2,FALSE)"}
    return [sheet("Rumus", rows)]


@fixture("dates.xlsx", "xlsxwriter")
def dates():
    written = [datetime.date(2021, 4, 20), "20/04/2021", "20-04-2021", "20 April 2021", "2021-04-20", 44306, "20/04/21"]
    rows = [["No", "Nama", "NIP", "Tanggal Lahir", "TMT Jabatan", "Unit Kerja"]]
    for place, date in enumerate(written, 1):
        rows.append([place, PEOPLE[place][0], PEOPLE[place][1], "20/04/1988", date, UNIT])
    rows.append([8, PEOPLE[8][0], datetime.date(1988, 4, 20), "", "", UNIT])
    return [sheet("Tanggal", rows)]


@fixture("phones.xlsx", "sheetjs")
def phones():
    written = [81234567890, "+62 812-3456-7891", "6281234567892", "0812-3456-7893", "081234567894 / 081234567895", "tidak ada"]
    rows = [["No", "Nama", "NIP", "No. HP/WA", "Unit Kerja"]]
    for place, phone in enumerate(written, 1):
        rows.append([place, PEOPLE[place][0], PEOPLE[place][1], phone, UNIT])
    return [sheet("Kontak", rows)]


# ---------------------------------------------------------------- shapes that need a second look

@fixture("colours.xlsx", "exceljs")
def colours():
    rows = roster(0, 1, 2, 3)
    rows[1][1] = {"rich": ["Ratna ", "Sari", ", S.E."]}
    rows[2][1] = {"text": rows[2][1], "fill": "FFFF00", "comment": "kuning = pensiun"}
    rows[3][1] = {"text": rows[3][1], "strike": True}
    return [sheet("Warna", rows)]


@fixture("side-by-side.xlsx", "sheetjs")
def side_by_side():
    heads = ["No", "Nama", "NIP"]
    rows = [["DAFTAR HADIR"], heads + [None] + heads]
    for left, right in ((0, 3), (1, 4), (2, 5)):
        rows.append([*person(left, place=left + 1)[:3], None, *person(right, place=right + 1)[:3]])
    rows.append([None, None, None, None, *person(6, place=7)[:3]])
    return [sheet("Dua Tabel", rows)]


@fixture("zigzag-signatures.xls", "libreoffice")
def zigzag_signatures():
    rows = [["DAFTAR HADIR PESERTA"], ["No", "Nama", "NIP", "Unit Kerja", "Tanda Tangan", None]]
    for place, index in enumerate((0, 1, 2, 3), 1):
        row = [place, PEOPLE[index][0], PEOPLE[index][1], UNIT, None, None]
        row[4 if place % 2 else 5] = f"{place}. ........"
        rows.append(row)
    return [sheet("Hadir", rows, merges=["A1:F1", "E2:F2"])]


@fixture("colliding-heads.xlsx", "openpyxl-write-only")
def colliding_heads():
    rows = [["No", "Nama OPD", "Nama", "NIP", "Jabatan", "Ket"]]
    for place, (index, unit, status) in enumerate([(0, "Dinas Kesehatan", "PNS"), (2, "Dinas Kesehatan", "PPPK"),
                                                   (7, "Badan Contoh", "PNS")], 1):
        name, number, _, position = PEOPLE[index]
        rows.append([place, unit, name, number, position, status])
    return [sheet("Nama", rows)]


@fixture("injection.xlsx", "sheetjs")
def injection():
    rows = roster(0)
    for place, text in enumerate(['=HYPERLINK("http://contoh.example","klik")', "+62812 Contoh", "-Budi Contoh",
                                  "@Budi Contoh"], 2):
        rows.append([place, text, "1988042020100110", "III/d", "=1+1", "@SUM(A1)"])
    return [sheet("Formulir", rows)]


# ---------------------------------------------------------------- the rows of domain.md 1.5

@fixture("number-ends-000.xlsx", "sheetjs")
def number_ends_000():
    return [sheet("NIP", with_numbers(198804202010012000, "197203151998031000"))]


@fixture("number-national-id.xlsx", "xlsxwriter")
def number_national_id():
    return [sheet("NIP", with_numbers(6371010101900000, "6371010101900010", 9171010101900001))]


@fixture("number-styles.xlsx", "xlsxwriter-constant-memory")
def number_styles():
    return [sheet("NIP", with_numbers("19880420 201001 2 001", "19720315.199803.1.002", "19901205-202321-2-003", "1993 0225 2023 21 1004"))]


@fixture("number-spaces.xlsx", "libreoffice")
def number_spaces():
    return [sheet("NIP", with_numbers("19880420\u00a0201001\u00a02\u00a0001", "19720315\u202f199803\u202f1\u202f002",
                        "1990120520232\u200b12003", "\t199302252023211004", "19851117200\n9022005"))]


@fixture("number-labels.xls", "gnumeric")
def number_labels():
    return [sheet("NIP", with_numbers("NIP. 198804202010012001", "NIP : 197203151998031002", "NI PPPK 199012052023212003",
                        "NIP/NIK 199302252023211004"))]


@fixture("number-length.xlsx", "exceljs")
def number_length():
    return [sheet("NIP", with_numbers("19880420201001201", "1972031519980310021", "19901205202321203"))]


@fixture("number-lookalikes.ods", "gnumeric")
def number_lookalikes():
    return [sheet("NIP", with_numbers("19880420201OO12001", "l97203151998031002", "１９９０１２０５２０２３２１２００３"))]


@fixture("number-none.xls", "sheetjs")
def number_none():
    return [sheet("NIP", with_numbers("-", 0, "\u2013", "belum ada", "proses", "Non ASN", "PTT", "THL", "honorer", "GTT"))]


@fixture("number-dates.ods", "libreoffice")
def number_dates():
    return [sheet("NIP", with_numbers("20/04/1988", datetime.date(1972, 3, 15), "199012052023212003"))]
