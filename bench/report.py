# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast papers are made, beside bare loops on the same libraries, in the same run.

Usage: report.py BUILD-FOLDER [ROUNDS]

The programs take turns, so that whatever else the machine does meets both; medians are compared.
On one core everything is pinned to it."""

import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = (10_000, 180_751)
LIMIT = 1.2
JOBS = (("passes", "print-passes", "pdf"), ("tally", "write-tally", "xlsx"))


def measure(program, who, size, target, pinned):
    command = ["taskset", "-c", "0"] * pinned + [str(program), who, str(size), str(target)]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, target.stat().st_size


def compare(build, folder, job, size, rounds):
    name, program, suffix = job
    times = {"bare": [], "ikrar": [], "all cores": []}
    sizes = {}
    for _ in range(rounds):
        for kind in times:
            who = "bare" if kind == "bare" else "ikrar"
            seconds, sizes[who] = measure(build / "bench" / program, who, size,
                                          folder / f"{kind}.{suffix}".replace(" ", "-"),
                                          kind != "all cores")
            times[kind].append(seconds)
    bare, one, cores = (statistics.median(times[kind]) for kind in times)
    verdict = "met" if one / bare <= LIMIT else "MISSED"
    print(f"{name:7} {size:>8}  bare {bare:8.3f} s  ikrar {one:8.3f} s  ratio {one / bare:5.2f} "
          f"(limit {LIMIT}: {verdict})  all cores {cores:8.3f} s  speed-up {one / cores:5.2f}  "
          f"{sizes['ikrar'] / size:6.0f} B each, bare {sizes['bare'] / size:6.0f} B", flush=True)
    return one / bare <= LIMIT


build = pathlib.Path(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
with tempfile.TemporaryDirectory() as name:
    results = [compare(build, pathlib.Path(name), job, size, rounds) for job in JOBS for size in SIZES]
sys.exit(not all(results))
