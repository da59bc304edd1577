# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the JUnit reports that meson left: what failed by name and why, then one line
"N passed, N failed"."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree


def read(path):
    """The report; what XML forbids came from a test that printed what it found in a damaged file."""
    text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
    return ElementTree.fromstring(re.sub(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?",
                                         text))


# So many lines of what a failed program printed last are shown again at the end.
TAIL_LINES = 25


def is_bad(case):
    """Whether a case did not pass; one that was left out is none that passed."""
    return any(case.find(kind) is not None for kind in ("failure", "error", "skipped"))


def tell(suite, bad):
    """Says what failed where, for whoever sees only the end of a log."""
    output = "\n".join("".join(part.itertext()) for kind in ("system-out", "system-err")
                       for part in suite.iter(kind)).strip()
    for case in bad:
        print(f"failed: {suite.get('name')}: {case.get('name')}")
    if not bad:
        print(f"broke off: {suite.get('name')}")
    for line in output.splitlines()[-TAIL_LINES:]:
        print(f"    {line[:240]}")


def count(path):
    """(passed, failed) of one report; a program that broke off is a failure more."""
    passed = failed = 0
    for suite in read(path).iter("testsuite"):
        cases = list(suite.iter("testcase"))
        bad = [case for case in cases if is_bad(case)]
        broken = int(suite.get("errors") or 0) + (1 if not cases else 0)
        if not bad and "exited with status" in "".join(suite.itertext()):
            broken = max(broken, 1)
        if bad or broken:
            tell(suite, bad)
        passed += len(cases) - len(bad)
        failed += len(bad) + broken
    return passed, failed


totals = [count(path) for path in sys.argv[1:]]
PASSED = sum(passed for passed, _ in totals)
FAILED = sum(failed for _, failed in totals)
print(f"{PASSED} passed, {FAILED} failed")
sys.exit(1 if FAILED or not PASSED else 0)
