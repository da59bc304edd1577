#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes roster.xlsx: the roster of an event as a personnel agency sends it. Every person, office and
place in it is invented; the numbers are well-formed but nobody's, and the phones are of a range that
is not in use. Run it here; the result is always the same. What is wrong with some of its rows is
listed in FLAWS."""

import datetime
import io
import random
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

SEED = 6022024
WHEN = datetime.datetime(2024, 10, 28, 9, 0)
COLUMNS = ["NO", "NAMA", "NIP / NI PPPK", "PANGKAT / GOL. RUANG", "JABATAN", "L/P", "NO. HP", "KET"]
WIDTHS = [6, 36, 24, 30, 40, 6, 18, 14]
HEAD_ROW = 6

# Given names and family names go together by region; a name is never one of a known official.
REGIONS = [
    {"L": ["Ahmad Fauzan", "Muhammad Rizky", "Gusti Rahmat", "Noor Ikhsan", "H. Syahrani"],
     "P": ["Siti Norhalimah", "Noor Hidayah", "Hj. Rusdiana", "Raudatul Jannah", "Mahrita"],
     "family": ["", "Ramadhan", "Hidayatullah", "Maulida", "Rahmah"]},
    {"L": ["Bambang", "Slamet", "Agus", "Joko", "Sugeng"], "P": ["Sri", "Endang", "Wahyuni",
                                                                 "Titik", "Ratna"],
     "family": ["Prasetyo", "Wibowo", "Lestari", "Handayani", "Purnomo"]},
    {"L": ["Asep", "Dadang", "Ujang", "Cecep", "Yayan"], "P": ["Neneng", "Euis", "Iis", "Ai",
                                                               "Rina"],
     "family": ["Suryana", "Hidayat", "Komalasari", "Nurjanah", "Gunawan"]},
    {"L": ["Hotman", "Parlin", "Togar", "Saut", "Ramlan"], "P": ["Tiurma", "Rotua", "Delima",
                                                                "Nurhaida", "Lamria"],
     "family": ["Simatupang", "Hutagaol", "Nasution", "Siregar", "Manullang"]},
    {"L": ["I Wayan", "I Made", "I Nyoman", "I Ketut"], "P": ["Ni Luh", "Ni Made", "Ni Nyoman",
                                                             "Ni Ketut"],
     "family": ["Suarta", "Widiani", "Artawan", "Puspita", "Sudiarsa"]},
    {"L": ["Andi", "Daeng", "Abdul Rahman", "Baso", "Syamsul"], "P": ["Andi Tenri", "Hasnah",
                                                                     "St. Aminah", "Besse",
                                                                     "Nur'aini"],
     "family": ["Mappanyukki", "Patunru", "Tahir", "Rauf", "Baharuddin"]},
    {"L": ["Yohanes", "Fransiskus", "Markus", "Petrus"], "P": ["Maria", "Yuliana", "Theresia",
                                                               "Agustina"],
     "family": ["Lamapaha", "Kondo", "Bere", "Nahak", "Seran"]},
    {"L": ["Yakob", "Frans", "Otniel", "Benny"], "P": ["Yosefa", "Orpa", "Dorce", "Marta"],
     "family": ["Wenda", "Rumbiak", "Kogoya", "Mandacan", "Yoku"]},
    {"L": ["Teuku", "Said", "Muhammad Ma'ruf", "Zulkifli"], "P": ["Cut", "Nurul", "Fitria",
                                                                 "Rahmawati"],
     "family": ["Iskandar", "Meurah", "Harahap", "Yusra", "Amalia"]},
]
PREFIXES = ["", "", "", "", "", "", "", "Drs. ", "Ir. ", "Dr. "]
SUFFIXES = ["", "", "", ", S.E.", ", S.E., M.M.", ", S.Sos.", ", S.H.", ", S.Kom.",
            ", S.STP., M.Si.", ", A.Md.", ", S.IP.", ", ST", " SE MM", ", S.A.P., M.A.P."]
# Posts that go with titles of their own.
TITLES = {"Dokter": ("dr. ", ""), "Guru": ("", ", S.Pd."), "Pengawas Sekolah": ("", ", S.Pd., M.Pd."),
          "Perawat": ("", ", S.Kep., Ns."), "Bidan": ("", ", A.Md.Keb."),
          "Apoteker": ("apt. ", ", S.Farm."), "Epidemiolog": ("", ", S.KM.")}
GRADES = [("Pengatur", "II/c"), ("Pengatur Tk. I", "II/d"), ("Penata Muda", "III/a"),
          ("Penata Muda Tk. I", "III/b"), ("Penata", "III/c"), ("Penata Tk. I", "III/d")]
HIGH_GRADES = [("Pembina", "IV/a"), ("Pembina Tk. I", "IV/b"), ("Pembina Utama Muda", "IV/c")]
SPELLINGS = ["{0} ({1})", "{0} ({1})", "{0} ({1})", "{0} / {1}", "{1}", "{0}, {1}", "Gol. {1}"]
POSTS = ["Analis Kebijakan Ahli Muda", "Pengelola Data", "Pengadministrasi Umum", "Bendahara",
         "Pranata Komputer Ahli Pertama", "Arsiparis Terampil", "Penyusun Program",
         "Perencana Ahli Pertama"]
# Name, people, the posts at its head, the posts of all others.
OFFICES = [
    ("SEKRETARIAT DAERAH", 30, ["Asisten Pemerintahan", "Kepala Bagian Umum"], POSTS),
    ("INSPEKTORAT", 18, ["Plt. Inspektur", "Sekretaris"],
     ["Auditor Ahli Pertama", "Auditor Ahli Muda", "PPUPD Ahli Muda"]),
    ("BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA", 24,
     ["Kepala Badan", "Sekretaris", "Kepala Bidang Pembinaan Aparatur"],
     ["Asesor SDM Aparatur Ahli Muda", "Analis SDM Aparatur Ahli Pertama"] + POSTS),
    ("DINAS PENDIDIKAN DAN KEBUDAYAAN", 42, ["Kepala Dinas", "Kepala Bidang SMP"],
     ["Guru Ahli Pertama", "Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya",
      "Pengawas Sekolah Ahli Madya"]),
    ("DINAS KESEHATAN", 36, ["Kepala Dinas", "Kepala Bidang Kesehatan Masyarakat"],
     ["Perawat Terampil", "Bidan Mahir", "Epidemiolog Kesehatan Ahli Muda",
      "Apoteker Ahli Pertama", "Dokter Ahli Pertama", "Pengadministrasi Umum"]),
    ("RSUD RATU MANDALA", 30, ["Direktur", "Kepala Bagian Tata Usaha"],
     ["Perawat Mahir", "Perawat Terampil", "Bidan Terampil", "Radiografer Terampil",
      "Dokter Ahli Muda"]),
    ("DINAS KOMUNIKASI DAN INFORMATIKA", 18, ["Kepala Dinas"], POSTS),
    ("DINAS SOSIAL", 16, ["Kepala Dinas"], ["Pekerja Sosial Ahli Pertama"] + POSTS),
    ("SATUAN POLISI PAMONG PRAJA", 24, ["Kepala Satuan", "Kepala Bidang Ketertiban Umum"],
     ["Polisi Pamong Praja Pemula", "Polisi Pamong Praja Terampil", "Pengadministrasi Umum"]),
    ("KECAMATAN MANDALA UTARA", 22, ["Camat", "Sekretaris Kecamatan", "Kepala Seksi Pelayanan"],
     POSTS),
    ("KECAMATAN MANDALA SELATAN", 20, ["Plt. Camat", "Sekretaris Kecamatan"], POSTS),
    ("KELURAHAN SUNGAI MELATI", 12, ["Lurah", "Sekretaris Kelurahan"], POSTS),
]

# The row of the list that each flaw hits, counted over all offices.
FLAWS = {
    12: "numeric", 37: "ends-000", 58: "no-number", 76: "odd-grade", 95: "duplicate",
    118: "spaced", 133: "numeric", 158: "bare-grade", 170: "scientific", 188: "label",
    205: "no-number", 221: "duplicate", 246: "lost-digit", 256: "no-name", 271: "honorary",
}


class People:
    """Makes people; no name and no number comes twice."""

    def __init__(self):
        self.random = random.Random(SEED)
        self.numbers = set()
        self.names = set()

    def name(self, sex, post):
        region = self.random.choice(REGIONS)
        given = self.random.choice(region[sex])
        name = f"{given} {self.random.choice(region['family'])}".strip()
        if name in self.names:
            return self.name(sex, post)
        self.names.add(name)
        prefix, suffix = self.random.choice(PREFIXES), self.random.choice(SUFFIXES)
        prefix = prefix if "M." in suffix else ""
        for word, titles in TITLES.items():
            if post.startswith(word):
                prefix, suffix = titles
        full = prefix + name + suffix
        return full.upper() if self.random.random() < 0.15 else full

    def number(self, sex, contract):
        birth = datetime.date(1968, 1, 1) + datetime.timedelta(self.random.randrange(30 * 365))
        digit, serial = "1" if sex == "L" else "2", self.random.randrange(1, 30)
        if contract:
            start = f"{self.random.choice([2022, 2023, 2024])}21"
        else:
            start = f"{birth.year + self.random.randrange(20, 25)}{self.random.randrange(1, 13):02}"
        number = f"{birth:%Y%m%d}{start}{digit}{serial:03}"
        if number in self.numbers or int(start[:4]) > 2024:
            return self.number(sex, contract)
        self.numbers.add(number)
        return number

    def person(self, post, leads):
        sex = self.random.choice("LP")
        contract = not leads and self.random.random() < 0.35
        rank = self.random.choice(SPELLINGS).format(*self.random.choice(HIGH_GRADES if leads
                                                                         else GRADES))
        return {"name": self.name(sex, post), "number": self.number(sex, contract),
                "grade": self.random.choice(["IX", "IX", "VII", "V"]) if contract else rank,
                "post": post, "sex": sex, "phone": f"0840{self.random.randrange(10**7, 10**8)}",
                "note": "PPPK" if contract else "PNS"}


def spoil(person, flaw, earlier):
    """Does to a person's row what happens to rosters on their way."""
    number = person["number"]
    if flaw == "numeric":
        person["number"] = float(number)
    elif flaw == "ends-000":
        person["number"] = number[:15] + "000"
    elif flaw == "no-number":
        person["number"] = None
    elif flaw == "honorary":
        person.update(number="-", grade="-", note="Honorer")
    elif flaw == "duplicate":
        person.update({key: earlier[key] for key in ("name", "number", "sex", "grade", "note")})
    elif flaw == "spaced":
        person["number"] = f"{number[:8]} {number[8:14]} {number[14]} {number[15:]}"
    elif flaw == "scientific":
        person["number"] = f"{number[0]},{number[1:6]}E+17"
    elif flaw == "label":
        person["number"] = "NIP. " + number
    elif flaw == "lost-digit":
        person["number"] = number[:17]
    elif flaw == "odd-grade":
        person["grade"] = "setara S-1"
    elif flaw == "bare-grade":
        person.update(grade="Gol. III", number=None)
    elif flaw == "no-name":
        person["name"] = None


def write_titles(sheet):
    titles = ["DAFTAR NAMA ASN PESERTA SOSIALISASI DAN IKRAR NETRALITAS",
              "DI LINGKUNGAN PEMERINTAH KABUPATEN MANDALA JAYA", "TAHUN 2024"]
    for row, title in enumerate(titles, 1):
        sheet.cell(row, 1, title).font = Font(bold=True, size=13)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
    for column, (head, width) in enumerate(zip(COLUMNS, WIDTHS), 1):
        cell = sheet.cell(HEAD_ROW, column, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.cell(HEAD_ROW + 1, column, f"({column})").alignment = Alignment(horizontal="center")
        sheet.column_dimensions[cell.column_letter].width = width


def write_people(sheet, people):
    row, count, earlier = HEAD_ROW + 2, 0, None
    for place, (office, size, heads, posts) in enumerate(OFFICES):
        sheet.cell(row, 1, f"{'I II III IV V VI VII VIII IX X XI XII'.split()[place]}. {office}")
        sheet.cell(row, 1).font = Font(bold=True)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
        row += 1
        for number in range(1, size + 1):
            leads = number <= len(heads)
            post = heads[number - 1] if leads else people.random.choice(posts)
            person = people.person(post, leads)
            count += 1
            spoil(person, FLAWS.get(count), earlier)
            for column, value in enumerate([number, *person.values()], 1):
                sheet.cell(row, column, value)
            if count in FLAWS and FLAWS[count] == "numeric":
                sheet.cell(row, 3).number_format = "0"
            elif count % 10 == 0:
                earlier = person
            row += 1
    return row, count


def write_end(sheet, row, count):
    sheet.cell(row, 2, "JUMLAH")
    sheet.cell(row, 5, count)
    lines = ["Mandala, 28 Oktober 2024", "Kepala Badan Kepegawaian dan PSDM",
             "Kabupaten Mandala Jaya,", None, None, "Drs. H. Suryadarma, M.Si.",
             "Pembina Utama Muda", "NIP. 196704121993031002"]
    for offset, line in enumerate(lines):
        sheet.cell(row + 2 + offset, 5, line)


def write_borders(sheet, last):
    side = Side(style="thin")
    for cells in sheet.iter_rows(min_row=HEAD_ROW, max_row=last, max_col=len(COLUMNS)):
        for cell in cells:
            cell.border = Border(left=side, right=side, top=side, bottom=side)


def write_summary(sheet):
    sheet.append(["REKAPITULASI PESERTA"])
    sheet.append(["No", "OPD", "Jumlah"])
    for number, (office, size, *_) in enumerate(OFFICES, 1):
        sheet.append([number, office, size])
    sheet.column_dimensions["B"].width = 60


def make_book():
    book = openpyxl.Workbook()
    book.properties.creator = "Ikrar"
    book.properties.created = WHEN
    write_summary(book.active)
    book.active.title = "REKAP"
    sheet = book.create_sheet("DATA ASN")
    write_titles(sheet)
    row, count = write_people(sheet, People())
    write_end(sheet, row, count)
    write_borders(sheet, row)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)
    sheet.page_setup.orientation = "landscape"
    archive = book.create_sheet("2023")
    archive.sheet_state = "hidden"
    archive.append(["Nama", "NIP"])
    archive.append(["Tidak Dipakai Lagi", "-"])
    return book


def save(book, path):
    """Saves without the time of saving, which openpyxl writes into the file and into the zip."""
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, \
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                stamp = f"{book.properties.modified:%Y-%m-%dT%H:%M:%SZ}".encode()
                data = data.replace(stamp, f"{WHEN:%Y-%m-%dT%H:%M:%SZ}".encode())
            info = zipfile.ZipInfo(name, WHEN.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)


save(make_book(), "roster.xlsx")
