# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the table that hit-rates prints into docs/camera.md: write-rates.py HIT-RATES PAGE"""

import pathlib
import subprocess
import sys

table = subprocess.run([sys.argv[1], "--table"], check=True, capture_output=True, text=True).stdout
page = pathlib.Path(sys.argv[2])
lines = page.read_text().splitlines(keepends=True)
first = next(number for number, line in enumerate(lines) if line.startswith("|"))
rest = [line for line in lines if not line.startswith("|")]
page.write_text("".join(rest[:first]) + table + "".join(rest[first:]))
