# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs read the papers: sound files, embedded fonts, nothing outside the page, no text
over text, and as many readable codes as there should be."""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

from outcome import report

PAPERS = {
    "a4": (595.28, 841.89), "f4": (609.45, 935.43),
}
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages_of(path):
    text = run("pdftotext", "-bbox", str(path), "-")
    for width, height, body in PAGE.findall(text):
        words = [(float(a), float(b), float(c), float(d), html.unescape(word))
                 for a, b, c, d, word in WORD.findall(body)]
        yield float(width), float(height), words


def unsound(path):
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if check.returncode != 0:
        yield f"{path.name}: {check.stdout.strip()} {check.stderr.strip()}"


def unembedded(path):
    lines = run("pdffonts", str(path)).splitlines()
    column = lines[0].index("emb")
    for line in lines[2:]:
        if not line[column:].startswith("yes"):
            yield f"{path.name}: {line}"


def outside(path):
    for number, (width, height, words) in enumerate(pages_of(path), 1):
        for left, top, right, bottom, word in words:
            if left < 5 or top < 5 or right > width - 5 or bottom > height - 5:
                yield f"{path.name} page {number}: “{word}” leaves the page"


def core(box):
    """The part of a word's box that has ink: boxes go by the font, which leaves room around."""
    left, top, right, bottom, word = box
    height = bottom - top
    return left + 0.4, top + 0.30 * height, right - 0.4, bottom - 0.28 * height, word


def overlapping(path):
    for number, (_, _, words) in enumerate(pages_of(path), 1):
        boxes = sorted(map(core, words), key=lambda box: box[1])
        for i, first in enumerate(boxes):
            for second in boxes[i + 1:]:
                if second[1] >= first[3]:
                    break
                if first[0] < second[2] and second[0] < first[2] and first[3] > second[1]:
                    yield f"{path.name} page {number}: “{first[4]}” lies on “{second[4]}”"


def wrong_size(path):
    wanted = PAPERS["a4" if "a4" in path.name or "certificates" in path.name else "f4"]
    if "certificates" in path.name:
        wanted = wanted[::-1]
    for number, (width, height, _) in enumerate(pages_of(path), 1):
        if abs(width - wanted[0]) > 0.1 or abs(height - wanted[1]) > 0.1:
            yield f"{path.name} page {number}: {width} x {height} points"


def first_page_codes(path, folder):
    stem = folder / "page"
    run("pdftoppm", "-png", "-gray", "-r", "200", "-l", "1", "-singlefile", str(path), str(stem))
    command = ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", f"{stem}.png"]
    return len(subprocess.run(command, capture_output=True, text=True).stdout.split())


def miscounted(path, folder):
    """Long names must not push anything over a symbol. Only these kinds differ in that."""
    if path.name.startswith(("bare", "surprise")):
        return
    wanted = (10 if "-10" in path.name else 8) if "passes" in path.name else 1
    found = first_page_codes(path, folder)
    if found != wanted:
        yield f"{path.name}: {found} codes were read instead of {wanted}"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([sys.argv[1], name], check=True)
    papers = sorted(folder.glob("*.pdf"))
    shots = folder / "shots"
    shots.mkdir()
    each = lambda check, *more: [problem for path in papers for problem in check(path, *more)]
    report([
        ("there are papers", [] if len(papers) >= 55 else [f"only {len(papers)}"]),
        ("files are sound", each(unsound)),
        ("fonts are embedded", each(unembedded)),
        ("pages have the paper's size", each(wrong_size)),
        ("no word leaves a page", each(outside)),
        ("no word lies on another", each(overlapping)),
        ("every code is read", each(miscounted, shots)),
    ])
