# SPDX-License-Identifier: GPL-3.0-or-later
"""What the style tests share: the files of the tree, and results as TAP."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()


def sources(*patterns):
    """Files below the root that match one of the glob patterns, sorted."""
    found = set()
    for pattern in patterns:
        found.update(path for path in ROOT.glob(pattern) if path.is_file())
    return sorted(found)


def relative(path):
    return str(path.relative_to(ROOT))


def strip_comments(text):
    """C source without comments and string contents, line numbers kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"", blank, text, flags=re.S)


def report(cases):
    """Prints TAP for (name, list of problems) pairs and exits with the result."""
    cases = list(cases)
    print(f"1..{len(cases)}")
    failed = False
    for number, (name, problems) in enumerate(cases, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems:
            print(f"# {problem}")
            failed = True
    sys.exit(1 if failed else 0)
