# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job on the command line, its files opened with other programs."""

import csv
import pathlib
import re
import subprocess
import tempfile

import openpyxl

from ikrarctl import SAMPLE, Desk, main


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def codes_on(path, dpi):
    """What the QR codes on the pages of a PDF say."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", path, f"{folder}/page"], check=True)
        pages = sorted(pathlib.Path(folder).iterdir())
        done = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *pages],
                              capture_output=True, text=True)
        return done.stdout.split()


def is_sound(path):
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all(re.search(r" yes +(yes|no) +(yes|no) +\d+ +\d+$", line) for line in fonts), fonts


def one_event_from_roster_to_proof():
    with Desk() as desk:
        desk.lines("db", "init")
        desk.raw("institution", "edit", "--government", "Pemerintah Kabupaten Contoh", "--city", "Kota Contoh")
        event = desk.add_event(**{"lesson-hours": "3", "theme": "Menjaga Netralitas"})
        desk.lines("roster", "import", SAMPLE / "roster.xlsx", "--event", event, "--rejects", desk.path("r.xlsx"), status=1)
        people = desk.lines("participant", "list", "--event", event)
        assert len(people) > 250

        desk.one("pass", "print", "--event", event, "-o", desk.path("passes.pdf"))
        is_sound(desk.path("passes.pdf"))
        printed = codes_on(desk.path("passes.pdf"), 100)
        expected = desk.codes(event)
        assert sorted(printed) == sorted(expected.values()), (len(printed), len(expected))
        words = text_of(desk.path("passes.pdf"))
        assert not re.search(r"\d{18}|\d{8} \d{6} \d \d{3}", words), "an employee number is on a pass"

        guests = printed[:200]
        answers = desk.lines("checkin", "--event", event, stdin="\n".join(guests) + "\n")
        assert all(answer["verdict"] == "welcome" for answer in answers) and len(answers) == 200
        desk.one("pledge", "recite", "--event", event, "--reader", "Sekretaris Daerah",
                 "--witness", "Saksi Satu; Ketua; Bawaslu")
        signer = answers[0]["participant"]
        desk.one("pledge", "sign", "--event", event, "--participant", signer, "--signature", SAMPLE / "signature.svg")
        desk.one("certificate", "issue", "--event", event)

        papers = {kind: desk.path(f"{kind}.pdf") for kind in ("attendance", "pledge", "certificate")}
        for kind, path in papers.items():
            desk.one("report", kind, "--event", event, "-o", path)
            is_sound(path)
        assert "DAFTAR HADIR" in text_of(papers["attendance"])
        assert "Menolak politik uang" in text_of(papers["pledge"])
        register = {line["code"] for line in desk.lines("certificate", "list", "--event", event)}
        assert len(register) == 200
        assert set(codes_on(papers["certificate"], 130)) == register

        check_workbook(desk, event, people)
        check_text_file(desk, event, people)
        assert desk.one("ledger", "verify") | {"root": ""} == {
            "ok": True, "size": 401, "root": "", "erased": 0, "problems": []}


def check_workbook(desk, event, people):
    desk.one("report", "tally", "--event", event, "-o", desk.path("tally.xlsx"))
    book = openpyxl.load_workbook(desk.path("tally.xlsx"))
    sheet = next(book[name] for name in book.sheetnames if "peserta" in name.lower())
    numbers = {person["employee_number"] for person in people if person["employee_number"]}
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert numbers <= set(cells), "every number is there, as text"
    assert sheet.freeze_panes, "the heads stay in sight"
    again = desk.path("again.csv")
    subprocess.run(["ssconvert", desk.path("tally.xlsx"), again], check=True, capture_output=True)
    assert again.stat().st_size > 100


def check_text_file(desk, event, people):
    desk.one("report", "tally", "--event", event, "-o", desk.path("tally.csv"))
    content = desk.path("tally.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(content.splitlines(), delimiter=";"))
    assert len(rows) >= len(people) + 1
    assert not any(cell[:1] in "=+@-\t" and len(cell) > 1 for row in rows for cell in row)


def the_sample_fills_a_new_database_only():
    with Desk() as desk:
        desk.one("db", "init", "--sample")
        events = desk.lines("event", "list")
        assert len(events) == 4, events
        places = " ".join(event["place"] for event in events)
        assert all(word in places for word in ("Legian", "Tarakan", "Martapura", "Griya Agung")), places
        assert desk.one("ledger", "verify")["ok"] is True
        desk.fails("db", "init", "--sample", status=3)
        assert len(desk.lines("event", "list")) == 4


def a_version_that_is_not_there_is_refused():
    """Kind by option: it is real, or the call ends with 2 and writes nothing."""
    files = {"attendance": "pdf", "pledge": "pdf", "certificate": "pdf", "tally": "xlsx", "tally ": "csv"}
    real = {("attendance", "--public"), ("attendance", "--per-unit"), ("pledge", "--public")}
    number = re.compile(r"\d{18}|\d{8} \d{6} \d \d{3}")
    with Desk() as desk:
        desk.lines("db", "init", "--sample")
        event = next(line["id"] for line in desk.lines("event", "list") if line["pledged"] > 0)
        for kind, suffix in files.items():
            for option in ("--public", "--per-unit"):
                path = desk.path(f"{kind.strip()}{option}.{suffix}")
                call = ("report", kind.strip(), "--event", event, option, "-o", path)
                if (kind, option) not in real:
                    message = desk.fails(*call, status=2)
                    assert option in message and not path.exists(), (call, message)
                    continue
                desk.one(*call)
                desk.one("report", kind, "--event", event, "-o", desk.path("usual.pdf"))
                assert number.search(text_of(desk.path("usual.pdf"))), call
                assert bool(number.search(text_of(path))) == (option != "--public"), call
                assert text_of(path) != text_of(desk.path("usual.pdf")), call


main([one_event_from_roster_to_proof, a_version_that_is_not_there_is_refused, the_sample_fills_a_new_database_only])
