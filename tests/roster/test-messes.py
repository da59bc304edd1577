# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever mess a roster is in, every person of it is imported or goes back to the sender, never
both and never neither; and what was corrected and sent again is imported. Random rosters, random
messes, real files of several formats; each person is known by a surname that nobody else has."""

import os
import random
import re
import shutil
import sys

import openpyxl

sys.path.insert(0, os.environ["IKRAR_CLI_TESTS"])
from ikrarctl import Desk, main  # noqa: E402

from sheet_files import FORMATS, Sheet  # noqa: E402

SEED = 20241107
ROUNDS = 12  # of each format
SAID = ("Masalah", "Saran")
HEADS = {
    "place": ["No", "NO.", "Nomor Urut", "#"],
    "name": ["Nama", "NAMA LENGKAP", "Nama Pegawai", "Nama (dengan gelar)", "Nama\nLengkap"],
    "number": ["NIP", "NIP/NI PPPK", "Nomor Induk Pegawai", "NIP / NIK"],
    "grade": ["Gol", "Pangkat/Gol.Ruang", "Golongan", "GOL AKHIR NAMA"],
    "position": ["Jabatan", "Nama Jabatan", "Jabatan Terakhir"],
    "unit": ["Unit Kerja", "OPD", "Perangkat Daerah", "UNOR NAMA"],
    "other": ["Ukuran Baju", "Tanda Tangan", "Hobi", "Kode"],
}
VALUES = {
    "grade": ["III/d", "IX", "3d", "Gol. III", "-", "apa", "", "Penata"],
    "position": ["Guru", "Kepala Seksi", "", "Staf", "Camat", "Plt. Lurah"],
    "unit": ["Dinas Contoh", "KECAMATAN Y", "", "SDN 1", "-"],
    "other": ["", "L", "catur", "1"],
}
UNITS = ["DINAS KESEHATAN", "II. SEKRETARIAT DAERAH", "Kecamatan Contoh", "RSUD Contoh"]
BEFORE = ["", "", "Dr. ", "H. ", "Drs. Hj. ", "dr. ", "M. "]
AFTER = ["", "", ", S.E.", " SE MM", ", S.Pd., M.Si.", ",A.Md.Keb"]
SIGNATURE = ["Contohan, 5 Februari 2024", "Mengetahui,", "Kepala BKPSDM", "", "Drs. Penanda Tangan",
             "NIP. 19651212 199003 1 001"]


class Roster:
    """People, and the sheets that hold them."""

    def __init__(self, seed, suffix):
        self.rand = random.Random(seed)
        _, self.may_have_sheets, self.may_merge = FORMATS[suffix]
        self.numbers = {}  # by surname
        self.sheets = []

    def chance(self, percent):
        return self.rand.random() * 100 < percent

    def person(self):
        """(surname, name as written, number)"""
        count = len(self.numbers)
        surname = "Marga" + "".join(self.rand.choice("bdfgklmnprstwz") + self.rand.choice("aeiou") for _ in range(5))
        while surname in self.numbers:
            surname += "h"
        number = f"{1960 + count % 37}{1 + count % 12:02}{1 + count % 28:02}{1995 + count % 25}{1 + count % 11:02}" \
                 f"{1 + count % 2}{1 + count:03}"
        self.numbers[surname] = number
        return surname, f"{self.rand.choice(BEFORE)}Orang {surname}{self.rand.choice(AFTER)}", number

    def spoil(self, number):
        """What senders do to a number."""
        return self.rand.choice([
            number, number, number, number, number,
            f"{number[:8]} {number[8:14]} {number[14]} {number[15:]}", f"NIP. {number}", f"'{number}\u00a0",
            number[:8] + "." + number[8:], "", "-", "1,97001E+17", number[:15] + "000", number[:17], number + "0",
            "20/04/1988", "menyusul nanti", number.replace("0", "O", 1), self.rand.choice(list(self.numbers.values()))])

    def cells(self, columns, place):
        _, name, number = self.person()
        values = {"place": str(place), "name": name, "number": self.spoil(number)}
        return [values.get(column) if column in values else self.rand.choice(VALUES[column]) for column in columns]

    def columns(self):
        found = [column for column in HEADS if column == "name" or self.chance(70)]
        self.rand.shuffle(found)
        return found

    def heads(self, columns):
        return [self.rand.choice(HEADS[column]) for column in columns]

    def lone(self, width, column, text):
        return [text if place == column else "" for place in range(width)]

    def mess(self, sheet, columns):
        """A row that is no person."""
        width = len(columns)
        kind = self.rand.randrange(6)
        if kind == 0:
            sheet.add(*[""] * width)
        elif kind == 1:
            if self.may_merge and width > 1:
                sheet.merges.append((len(sheet.rows), 0, len(sheet.rows), width - 1))
            sheet.add(*self.lone(width, 0, self.rand.choice(UNITS)))
        elif kind == 2:
            sheet.add(*self.lone(width, 0, "JUMLAH"))
        elif kind == 3:
            sheet.add(*self.heads(columns))
        elif kind == 4 and width > 1:
            sheet.add(*[self.rand.choice(["({})", "{}"]).format(place) for place in range(1, width + 1)])
        else:
            sheet.add(*self.lone(width, 0, "DAFTAR NAMA LANJUTAN"))

    def begin(self, sheet, width):
        for _ in range(self.rand.randrange(5)):
            sheet.add(*self.lone(width, 0, "DAFTAR PESERTA KEGIATAN"))

    def end(self, sheet, width):
        column = self.rand.randrange(width)
        for text in SIGNATURE if self.chance(40) else []:
            sheet.add(*self.lone(width, column, text))

    def plain(self, sheet):
        columns = self.columns()
        self.begin(sheet, len(columns))
        sheet.add(*self.heads(columns))
        if self.chance(30) and len(columns) > 1:
            sheet.add(*[str(place) for place in range(1, len(columns) + 1)])
        for place in range(1, self.rand.randrange(2, 25)):
            if self.chance(15):
                self.mess(sheet, columns)
            sheet.add(*self.cells(columns, place))
        self.end(sheet, len(columns))

    def merged_units(self, sheet):
        """Units in cells merged downwards, heads in two rows."""
        sheet.add("No", "Nama", "PANGKAT", "", "NIP", "Unit Kerja")
        sheet.add("", "", "Gol/Ruang", "TMT", "", "")
        sheet.merges += [(0, 2, 0, 3), *((0, column, 1, column) for column in (0, 1, 4, 5))]
        for _ in range(self.rand.randrange(1, 4)):
            first = len(sheet.rows)
            for row in range(self.rand.randrange(1, 5)):
                _, name, number = self.person()
                sheet.add(str(row + 1), name, "III/d", "01-04-2021", self.spoil(number), self.rand.choice(UNITS[2:]) if row == 0 else "")
            if len(sheet.rows) > first + 1:
                sheet.merges.append((first, 5, len(sheet.rows) - 1, 5))
        self.end(sheet, 6)

    def name_and_number(self, sheet):
        sheet.add("No", "Nama / NIP", "Unit Kerja")
        for place in range(1, self.rand.randrange(2, 12)):
            _, name, number = self.person()
            sheet.add(str(place), f"{name}\n{self.rand.choice(['NIP. ', 'NIP ', ''])}{number}", "Dinas Contoh")

    def three_rows(self, sheet):
        sheet.add("NO", "NAMA / PANGKAT / NIP", "JABATAN", "UNIT KERJA")
        for place in range(1, self.rand.randrange(3, 10)):
            _, name, number = self.person()
            sheet.add(str(place), name, "Staf", "Dinas Contoh")
            sheet.add("", "Penata Tk. I (III/d)", "", "")
            sheet.add("", f"NIP. {number}", "", "")

    def side_by_side(self, sheet):
        sheet.add("No", "Nama", "NIP", "", "No", "Nama", "NIP")
        half = self.rand.randrange(1, 10)
        for row in range(half):
            cells = []
            for place in (row + 1, row + half + 1):
                _, name, number = self.person()
                cells += [str(place), name, self.spoil(number), ""]
            sheet.add(*cells[:-1])

    def fill(self):
        """Makes the sheets."""
        shapes = [self.plain, self.plain, self.plain, self.name_and_number, self.three_rows, self.side_by_side]
        if self.may_merge:
            shapes += [self.merged_units]
        for number in range(self.rand.choice([1, 1, 2, 3]) if self.may_have_sheets else 1):
            sheet = Sheet(["Dinas Pendidikan", "Kecamatan Contoh", "Sheet3"][number])
            self.rand.choice(shapes)(sheet)
            self.sheets.append(sheet)
        if self.may_have_sheets and self.chance(30):
            tally = Sheet("REKAP")
            tally.add("OPD", "Jumlah")
            tally.add("Dinas Contoh", "3")
            self.sheets.insert(self.rand.choice([0, len(self.sheets)]), tally)


def surnames(texts):
    return [found for text in texts for found in re.findall(r"Marga[a-z]+", text)]


def read_tables(path):
    """Rows of texts of each sheet."""
    return [[["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in openpyxl.load_workbook(path).worksheets]


def on_roster(desk, event):
    return surnames(person["name"] for person in desk.lines("participant", "list", "--event", event))


def own_cells(rows):
    """The rows below the heads as they were sent: what Ikrar says of them may name others."""
    columns = [place for place, head in enumerate(rows[0]) if head not in SAID]
    return [[row[place] for place in columns] for row in rows[1:]]


def sent_back(path):
    """Surnames of refused rows, each once however often its row has it."""
    return [surname for rows in read_tables(path) for row in own_cells(rows) for surname in sorted(set(surnames(row)))]


def take_in(desk, event, path, out):
    done = desk.raw("roster", "import", path, "--event", event, "--rejects", out)
    assert done.returncode in (0, 1), done.stderr
    return done


def assert_all_once(roster, imported, refused, wanted):
    for surname in wanted:
        times = imported.count(surname), refused.count(surname)
        assert sum(times) == 1, f"{surname}: imported {times[0]} times, sent back {times[1]} times"
    strange = set(imported + refused) - set(roster.numbers)
    assert not strange, strange


def correct(roster, path, out):
    """Does what a sender should: writes the right number into each row that came back. Gives the
    surnames of those whose sheet has a column of numbers."""
    book, corrected = openpyxl.Workbook(), []
    book.remove(book.active)
    for rows in read_tables(path):
        sheet = book.create_sheet()
        sheet.append(rows[0])
        column = next((place for place, head in enumerate(rows[0]) if head.strip() in HEADS["number"]), None)
        for row, cells in zip(rows[1:], own_cells(rows)):
            surname, = set(surnames(cells))
            if column is not None:
                row[column] = roster.numbers[surname]
                corrected.append(surname)
            sheet.append(row)
    book.save(out)
    return corrected


def assert_in_vain(roster, desk, event, refused):
    """Who was corrected and comes back again has a number that somebody else brought before."""
    taken = {person["employee_number"] for person in desk.lines("participant", "list", "--event", event)}
    strange = [surname for surname in refused if roster.numbers[surname] not in taken]
    assert not strange, f"corrected in vain: {strange}"


def run_round(desk, event, seed, suffix):
    roster = Roster(seed, suffix)
    roster.fill()
    path, out, again, rest = (desk.path(name) for name in ("daftar" + suffix, "ditolak.xlsx", "betul.xlsx", "sisa.xlsx"))
    FORMATS[suffix][0](roster.sheets, path, roster.rand)
    take_in(desk, event, path, out)
    imported, refused = on_roster(desk, event), sent_back(out)
    assert_all_once(roster, imported, refused, roster.numbers)
    if not refused:
        return
    corrected = correct(roster, out, again)
    take_in(desk, event, again, rest)
    later, rest = on_roster(desk, event), sent_back(rest)
    assert set(imported) <= set(later)
    assert_all_once(roster, [name for name in later if name not in imported], rest, refused)
    assert_in_vain(roster, desk, event, [surname for surname in rest if surname in corrected])


def make_test(suffix):
    def test():
        for number in range(ROUNDS):
            seed = f"{SEED}{suffix}{number}"
            with Desk() as desk:
                shutil.copyfile(TEMPLATE.database, desk.database)
                try:
                    run_round(desk, desk.add_event(), seed, suffix)
                except AssertionError as problem:
                    keep = os.environ.get("IKRAR_KEEP")
                    if keep:
                        shutil.copy(desk.path("daftar" + suffix), f"{keep}/{seed}{suffix}")
                    raise AssertionError(f"seed {seed}: {problem}") from problem
    test.__name__ = f"nobody of {ROUNDS} rosters as {suffix} is lost"
    return test


if len(sys.argv) > 1:
    ROUNDS = int(sys.argv[1])
with Desk() as TEMPLATE:
    TEMPLATE.lines("db", "init")
    print(f"# seed {SEED}", flush=True)
    main([make_test(suffix) for suffix in FORMATS])
