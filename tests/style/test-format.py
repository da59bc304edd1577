# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree is exactly what clang-format makes of it, and every file names its licence."""

import re
import subprocess

from tree import ROOT, relative, report, sources

C_FILES = sources("src/**/*.[ch]", "tests/**/*.[ch]", "bench/**/*.[ch]", "fuzz/*.[ch]")


def unformatted():
    for start in range(0, len(C_FILES), 40):
        batch = [str(path) for path in C_FILES[start:start + 40]]
        result = subprocess.run(["clang-format", "--dry-run", *batch], cwd=ROOT,
                                capture_output=True, text=True)
        seen = {line.split(":")[0] for line in result.stderr.splitlines() if "warning:" in line}
        for path in sorted(seen):
            yield f"{path}: run clang-format -i"


def unlicensed():
    for path in C_FILES + sources("tests/**/*.py", "bench/**/*.py"):
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text()[:200]:
            yield f"{relative(path)}: no licence line"


def untidy():
    for path in sources("src/**/*", "ui/*", "tests/**/*.[ch]", "tests/**/*.py", "docs/*.md", "*.md"):
        if path.suffix in (".png", ".xlsx", ".pdf", ".db", ".csv") or "__pycache__" in path.parts:
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if re.search(r"[ \t]+$", line) or "\t" in line:
                yield f"{relative(path)}:{number}: trailing white space or tab"


report([("clang-format has nothing to change", list(unformatted())),
        ("every source file names its licence", list(unlicensed())),
        ("no tabs, no trailing white space", list(untidy()))])
