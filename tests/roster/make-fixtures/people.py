# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented people, whose numbers follow the rules of real ones. None of them exists."""

# name, number, grade, position
PEOPLE = [
    ("Ratna Sari, S.E.", "198804202010012001", "III/d", "Analis Kepegawaian"),
    ("I Wayan Suta", "197203151998031002", "IV/a", "Kepala Bidang"),
    ("Yosefa Wenda", "199012052023212003", "IX", "Guru Ahli Pertama"),
    ("Joko Susilo", "199302252023211004", "IX", "Pranata Komputer"),
    ("Dewi Lestari, S.Pd.", "198511172009022005", "III/c", "Guru Ahli Muda"),
    ("Ahmad Fauzi, S.STP., M.Si.", "198007081999121006", "IV/b", "Camat"),
    ("Maria Lamapaha", "197906302006042007", "III/b", "Perawat Mahir"),
    ("Hendra Tarigan, S.H.", "198302142008011008", "III/d", "Kepala Seksi"),
    ("Nur'aini Siregar", "199111022015032009", "III/a", "Bidan Terampil"),
    ("Sumarno", "196809191990031010", "II/d", "Pengadministrasi Umum"),
    ("drg. Fitri Handayani", "198601092011012011", "III/d", "Dokter Gigi Ahli Muda"),
    ("Bambang Purnomo, A.Md.", "197512121997031012", "III/b", "Bendahara"),
]
HEADS = ["No", "Nama", "NIP", "Gol", "Jabatan", "Unit Kerja"]
UNIT = "Dinas Contoh"


def person(index, unit=UNIT, place=None):
    """A row below HEADS."""
    name, number, grade, position = PEOPLE[index]
    return [index + 1 if place is None else place, name, number, grade, position, unit]


def people(*indexes, unit=UNIT):
    return [person(index, unit, place) for place, index in enumerate(indexes, 1)]


def roster(*indexes):
    """The plainest roster there is."""
    return [HEADS, *people(*indexes)]


def sheet(name, rows, **more):
    """What the writers take: merges, hidden, hidden_rows, hidden_columns, filter."""
    return {"name": name, "rows": rows, **more}


def with_numbers(*numbers):
    """A roster with other numbers than its people have."""
    rows = roster(*range(len(numbers)))
    for row, number in zip(rows[1:], numbers):
        row[2] = number
    return rows
