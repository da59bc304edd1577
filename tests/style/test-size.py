# SPDX-License-Identifier: GPL-3.0-or-later
"""Files stay near 300 lines and functions near 10: none goes over 600 and 60."""

import re

from tree import relative, report, sources, strip_comments

FILE_LIMIT = 600
FUNCTION_LIMIT = 60


def functions(text):
    """(name, first line, length) of every function body in the tree's format."""
    lines = strip_comments(text).splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            name = "?"
            for before in range(start - 2, max(start - 30, -1), -1):
                match = re.match(r"(\w+) \(", lines[before])
                if match:
                    name = match.group(1)
                    break
            yield name, start, number - start + 1
            start = None


def cases():
    files, long = [], []
    for path in sources("src/**/*.[ch]", "tests/**/*.[ch]", "bench/**/*.[ch]", "fuzz/*.[ch]"):
        text = path.read_text()
        count = text.count("\n")
        if count > FILE_LIMIT:
            files.append(f"{relative(path)}: {count} lines")
        for name, line, length in functions(text):
            if length > FUNCTION_LIMIT:
                long.append(f"{relative(path)}:{line}: {name} has {length} lines")
    yield f"no file over {FILE_LIMIT} lines", files
    yield f"no function over {FUNCTION_LIMIT} lines", long


report(cases())
