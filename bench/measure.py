# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs in turns, and compares what they took."""

import contextlib
import dataclasses
import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Player:
    """A program that does a job; {folder} in its command is a new folder for what it writes, into
    which copies of databases are put before."""
    command: list
    one_core: bool = False
    copies: dict = dataclasses.field(default_factory=dict)  # names by files


@dataclasses.dataclass
class Result:
    seconds: float
    work: float | None  # seconds of processor time, of all threads
    memory: float | None  # peak, in MiB


def run(command, one_core=False, environment=None):
    """What a program printed, and what the whole of it took."""
    pin = (lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})) if one_core else None
    started = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True,
                               preexec_fn=pin, env=environment)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    if status != 0:
        sys.exit(f"{command} failed: {output}")
    return output, Result(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def copy_database(source, target):
    """With what still stands in the log beside it: a program that was ended may have left it there."""
    with contextlib.closing(sqlite3.connect(source)) as database, \
            contextlib.closing(sqlite3.connect(target)) as copy:
        database.backup(copy)


def play_once(player, inputs):
    """Of a program that says what its job took, without the preparation, that is taken."""
    with tempfile.TemporaryDirectory(dir=inputs) as folder:
        for source, name in player.copies.items():
            copy_database(source, pathlib.Path(folder) / name)
        output, result = run([str(part).replace("{folder}", folder) for part in player.command],
                             player.one_core)
    for line in output.splitlines():
        if line.startswith("took "):
            result.seconds, result.work = map(float, line.split()[1:])
    return result


def play(players, rounds, inputs):
    """Results by name. The players take turns, so that whatever else the machine does meets all."""
    results = {name: [] for name in players}
    for _ in range(rounds):
        for name, player in players.items():
            results[name].append(play_once(player, inputs))
    return results


def median(results, field):
    values = [getattr(result, field) for result in results]
    return None if None in values else statistics.median(values)


def ratio(own, rival, field):
    """The median of what neighbours in time are to each other."""
    pairs = [(getattr(a, field), getattr(b, field)) for a, b in zip(own, rival)]
    return None if any(None in pair for pair in pairs) else statistics.median(a / b for a, b in pairs)


def show_time(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def show(value, pattern):
    return "–" if value is None else pattern.format(value)


@dataclasses.dataclass
class Row:
    """A job done by Ikrar and by its rival, and how long it may take."""
    job: str
    own: list
    rival: list = None
    ratio_limit: float = None
    memory_limit: float = None  # MiB
    time_limit: float = None  # seconds

    def limits(self):
        """(limit in words, what it is about, the limit)"""
        memory, seconds = median(self.own, "memory"), median(self.own, "seconds")
        times = ratio(self.own, self.rival, "seconds") if self.rival else None
        return [limit for limit in ((f"ratio {self.ratio_limit}", times, self.ratio_limit),
                                    (f"{self.memory_limit} MiB", memory, self.memory_limit),
                                    (f"{self.time_limit} s", seconds, self.time_limit))
                if limit[2] is not None]

    def passes(self):
        return all(value <= limit for _, value, limit in self.limits())

    def cells(self):
        rival = self.rival
        return [self.job, show_time(median(self.own, "seconds")),
                show_time(median(rival, "seconds")) if rival else "–",
                show(ratio(self.own, rival, "seconds") if rival else None, "{:.2f}"),
                show(ratio(self.own, rival, "work") if rival else None, "{:.2f}"),
                show(median(self.own, "memory"), "{:.0f} MiB"),
                show(median(rival, "memory") if rival else None, "{:.0f} MiB"),
                ", ".join(words for words, _, _ in self.limits()),
                "pass" if self.passes() else "**FAIL**"]


def make_table(rows):
    heads = ["Job", "Ikrar", "Rival", "Ratio", "Ratio of work", "Peak memory", "Rival's", "Limit",
             "Verdict"]
    lines = [heads, ["---", *["--:"] * 6, "---", "---"], *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
