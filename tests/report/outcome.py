# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of the Python tests as TAP."""

import sys


def report(cases):
    """Prints (name, problems) pairs and exits with the result."""
    print(f"1..{len(cases)}")
    failed = False
    for number, (name, problems) in enumerate(cases, 1):
        problems = list(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems[:30]:
            print(f"# {problem}")
        failed = failed or bool(problems)
    sys.exit(failed)
