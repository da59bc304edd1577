#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the import of a roster of 180,751 people in 12 columns into a new database, and beside it,
in the same run and from the same file, what an office's own script takes for it (openpyxl and
sqlite3). Prints the median wall time, processor time and peak memory of both, and their ratio.

    meson setup _build -Dbench=true && ninja -C _build && bench/import.py --build _build
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PEOPLE = 180_751
TARGET_RATIO = 4
TARGET_MIB = 150


def make_roster(build, people):
    """Writes the roster once; later runs find it."""
    cache = pathlib.Path(tempfile.gettempdir()) / f"ikrar-bench-{os.getuid()}"
    cache.mkdir(mode=0o700, exist_ok=True)
    path = cache / f"roster-{people}.xlsx"
    if not path.exists():
        subprocess.run([build / "bench/write-roster", path.with_suffix(".new"), str(people)],
                       check=True)
        path.with_suffix(".new").rename(path)
    return path


def measure(command, roster, people):
    """Wall seconds, processor seconds and peak MiB of one import into a new database."""
    with tempfile.TemporaryDirectory(prefix="ikrar-bench-") as folder:
        started = time.monotonic()
        process = subprocess.Popen([*command, roster, os.path.join(folder, "new.db")],
                                   stdout=subprocess.PIPE, text=True)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    if status != 0 or f"imported {people}" not in output:
        sys.exit(f"{command}: {output}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, runs):
    wall, processor, memory = (statistics.median(column) for column in zip(*runs))
    spread = max(run[0] for run in runs) - min(run[0] for run in runs)
    print(f"{name:<20} {wall:6.2f} s (spread {spread:.2f})  processor {processor:6.2f} s  "
          f"peak {memory:6.1f} MiB")
    return wall, processor, memory


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--build", type=pathlib.Path, default=HERE.parent / "_build")
parser.add_argument("--people", type=int, default=PEOPLE)
parser.add_argument("--runs", type=int, default=3)
arguments = parser.parse_args()
people = arguments.people
file = make_roster(arguments.build, people)
contestants = {"ikrar": [arguments.build / "bench/import-roster"],
               "openpyxl + sqlite3": ["/usr/bin/python3", HERE / "openpyxl-import.py"]}
results = {name: [] for name in contestants}
for _ in range(arguments.runs):
    for name, command in contestants.items():
        results[name].append(measure(command, file, people))
print(f"{people} people, 12 columns, {file.stat().st_size / 1e6:.1f} MB; "
      f"medians of {arguments.runs} runs")
own, rival = (report(name, runs) for name, runs in results.items())
print(f"ratio {rival[0] / own[0]:.1f} in wall time (target {TARGET_RATIO}), "
      f"{rival[1] / own[1]:.1f} in processor time; memory target {TARGET_MIB} MiB")
