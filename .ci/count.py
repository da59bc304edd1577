# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the JUnit reports that meson left: one line "N passed, N failed"."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree


def read(path):
    """The report; what XML forbids came from a test that printed what it found in a damaged file."""
    text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
    return ElementTree.fromstring(re.sub(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?",
                                         text))


def count(path):
    """(passed, failed) of one report; a program that broke off is a failure more."""
    passed = failed = 0
    for suite in read(path).iter("testsuite"):
        cases = list(suite.iter("testcase"))
        bad = sum(1 for case in cases if case.find("failure") is not None
                  or case.find("error") is not None or case.find("skipped") is not None)
        broken = int(suite.get("errors") or 0) + (1 if not cases else 0)
        if bad == 0 and "exited with status" in "".join(suite.itertext()):
            broken = max(broken, 1)
        passed += len(cases) - bad
        failed += bad + broken
    return passed, failed


totals = [count(path) for path in sys.argv[1:]]
PASSED = sum(passed for passed, _ in totals)
FAILED = sum(failed for _, failed in totals)
print(f"{PASSED} passed, {FAILED} failed")
sys.exit(1 if FAILED or not PASSED else 0)
