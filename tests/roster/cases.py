# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of cases (cases.json), which the tests and docs/rosters.md are made from."""

import collections
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / "data"
DOCUMENT = HERE.parent.parent / "docs/rosters.md"

START = """# Rosters as they arrive

What offices send, and what Ikrar does with it. This page is made by `tests/roster/make-document` from `tests/roster/cases.json`; every case is a test that checks and imports its fixture, a file of `tests/roster/data/` written by the program named (`tests/roster/make-fixtures/make` makes them again). All people and numbers are invented. Behind each case stand the verdicts of its rows, with the codes that `ikrarctl --json roster check` gives, and clues: what was guessed of the sheet and is said to whoever imports it.
"""


def load():
    return json.loads((HERE / "cases.json").read_text())


def all_cases():
    return [case for chapter in load() for case in chapter["cases"]]


def split_line(text):
    """{sheet, row, verdict, name, number, unit, codes} of "SHEET!ROW | verdict | …"."""
    place, verdict, name, number, unit, codes = [part.strip() for part in text.split("|")]
    sheet, _, row = place.rpartition("!")
    return {"sheet": sheet, "row": int(row), "verdict": verdict, "name": name, "number": number,
            "unit": unit, "codes": codes.split()}


def outcome(case):
    """The verdicts of a case in a few words."""
    if "fails" in case:
        return "refused: " + case["fails"]
    counts = collections.Counter()
    codes = collections.defaultdict(dict)
    for line in map(split_line, case["lines"]):
        counts[line["verdict"]] += 1
        codes[line["verdict"]].update(dict.fromkeys(line["codes"]))
    return ", ".join(f"{counts[verdict]} {verdict}" + (f" ({', '.join(codes[verdict])})" if codes[verdict] else "")
                     for verdict in ("ok", "warning", "error", "duplicate", "skipped") if counts[verdict])


def document():
    """The text of docs/rosters.md."""
    text = [START]
    for chapter in load():
        text.append(f"\n## {chapter['title']}\n\n{chapter['text']}\n\n"
                    "| Case | What arrives | Fixture | What Ikrar does | Verdicts | Clues |\n| --- | --- | --- | --- | --- | --- |\n")
        for case in chapter["cases"]:
            fixture = f"[{case['fixture']}](../tests/roster/data/{case['fixture']}), {case['program']}"
            cells = [case["case"], case["title"], fixture, case["does"], outcome(case),
                     ", ".join(case.get("clues", []))]
            text.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    return "".join(text)
