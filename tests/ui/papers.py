# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers of an event: saving them through the view of documents, reading them with other programs."""

import re
import subprocess

from harness import wait

# What asks where to save.
DIALOGS = {"Save PDF": "Save PDF", "Save XLSX": "Save Workbook", "Save CSV": "Save CSV"}
# What the papers are called on themselves.
TITLES = {"Passes": "Kartu peserta", "Attendance List": "Daftar hadir",
          "Pledge Sheet": "Naskah ikrar", "Certificates": "Sertifikat"}


def choose(view, kind):
    """Goes to a kind of paper and waits until its pages are there."""
    view.find("list", "Documents").find("list item", kind, seen=True).click_pointer()
    view.find("image", lambda name: name.startswith("Page 1") and TITLES[kind] in name)
    wait_pages(view)


def wait_pages(view):
    return view.find("push button", lambda name: re.match(r"Print \d+ Page", name)).wait_sensitive()


def save(program, view, button, name):
    """Saves through the dialog under a name in the test's folder; gives the path."""
    path = program.folder / name
    start_saving(program, view, button, path)
    wait(path.exists, f"“{name}” is not saved")
    return path


def start_saving(program, view, button, path):
    view.find("push button", button, seen=True).click()
    dialog = program.window(DIALOGS[button])
    dialog.find("text", "Name:").type(str(path))
    dialog.find("push button", "Save").click()


def run_program(*arguments):
    return subprocess.run(list(map(str, arguments)), check=True, capture_output=True,
                          text=True).stdout


def read_text(path):
    return run_program("pdftotext", "-layout", path, "-")


def count_pages(path):
    return int(re.search(r"Pages:\s+(\d+)", run_program("pdfinfo", path)).group(1))


def scan(path):
    """All codes that a scanner reads from the pages."""
    run_program("pdftoppm", "-r", 200, "-gray", "-png", path, path.with_suffix(""))
    pictures = sorted(path.parent.glob(path.stem + "-*.png"))
    return run_program("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable",
                       *pictures).split()
