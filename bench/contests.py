# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs, each with its rival and its limit. docs/benchmarks.md explains them."""

import hashlib
import os
import pathlib
import re
import statistics
import tempfile

from measure import Player, Result, Row, copy_database, play, run
from shared import shared

HERE = pathlib.Path(__file__).resolve().parent
SCANS = 10_000
SCANS_TYPED = 50
PEOPLE_TYPED = 100
GROWTH_MAX = 2  # MiB, of what is allocated and freed again in other places
FEW_PEOPLE = 300
ROWS_MAX = 600_000  # of a file that is not larger than the importer takes
OLD_ROWS_MAX = 65_535  # below the heads, of a sheet of .xls


class Ground:
    """Where the contests take place: the programs, the inputs, how many people and rounds."""

    def __init__(self, build, people, rounds):
        self.programs = build / "bench"
        self.people = people
        self.rounds = rounds
        self.inputs = build / "inputs"
        self.inputs.mkdir(exist_ok=True)
        # A database of an older schema would be migrated by whoever opens it.
        schemas = sorted((HERE.parent / "resources/sql").glob("0*.sql"))
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in schemas)).hexdigest()
        self.database_name = f"ikrar-{digest[:8]}.db"
        os.environ["IKRAR_HELPERS"] = str(build / "src/roster")

    def keep(self, people, name, make):
        """A file that is made once; later runs find it."""
        path = self.inputs / f"{people}-{name}"
        if not path.exists():
            with tempfile.TemporaryDirectory(dir=self.inputs) as folder:
                unfinished = pathlib.Path(folder) / name
                make(unfinished)
                unfinished.rename(path)
        return path

    def roster(self, people=None):
        people = people or self.people
        return self.keep(people, "roster.xlsx", lambda path: run([self.programs / "write-roster",
                                                                  path, people]))

    def later_roster(self):
        return self.keep(self.people, "later.xlsx", lambda path: run([self.programs / "write-roster",
                                                                      path, self.people, "later"]))

    def other_roster(self, suffix, people=None):
        """The same in another format."""
        people = people or self.people
        return self.keep(people, f"roster.{suffix}",
                         lambda path: run(["/usr/bin/python3", HERE / "convert-roster.py", self.roster(people), path]))

    def database(self, people=None):
        people = people or self.people
        return self.keep(people, self.database_name,
                         lambda path: run([self.programs / "import-roster", self.roster(people),
                                           path]))

    def play(self, players):
        return play(players, self.rounds, self.inputs)


def check_roster(ground):
    def player(program, *arguments):
        return Player([ground.programs / program, *arguments])

    results = ground.play({"ikrar": player("check-roster", "all", ground.roster()),
                           "bare": player("pass-roster", ground.roster()),
                           "first": player("check-roster", "first", ground.roster()),
                           "widest": player("check-roster", "first", ground.roster(ROWS_MAX)),
                           ".ods": player("check-roster", "first", ground.other_roster("ods")),
                           "page": player("check-roster", "first", ground.other_roster("html")),
                           ".xls": player("check-roster", "first", ground.other_roster("xls", OLD_ROWS_MAX)),
                           "cancel": player("check-roster", "cancel", ground.roster()),
                           "cancel import": player("check-roster", "cancel", ground.roster(),
                                                   "{folder}/new.db")})
    yield Row("Check of a roster", results["ikrar"], results["bare"], ratio_limit=2.5,
              memory_limit=200)
    yield Row("First screen of a roster", results["first"], time_limit=0.3, memory_limit=200)
    yield Row(f"First screen of one with {ROWS_MAX:,} rows", results["widest"], time_limit=0.3,
              memory_limit=200)
    for name, what in ((".ods", "an .ods"), ("page", "a web page"), (".xls", f"an .xls with {OLD_ROWS_MAX:,} rows")):
        yield Row(f"First screen of {what}", results[name], time_limit=0.3, memory_limit=200)
    yield Row("From cancelling a check to its end", results["cancel"], time_limit=0.2)
    yield Row("From cancelling an import to its end", results["cancel import"], time_limit=0.2)


def import_roster(ground):
    def players(**more):
        files = [ground.roster(), "{folder}/new.db"]
        return {"ikrar": Player([ground.programs / "import-roster", *files], **more),
                "rival": Player(["/usr/bin/python3", HERE / "openpyxl-import.py", *files], **more)}

    empty = ground.play(players())
    yield Row("Import of a roster", empty["ikrar"], empty["rival"], ratio_limit=0.2,
              memory_limit=200)
    full = ground.play(players(copies={ground.database(): "new.db"}))
    yield Row("Import of a roster whose people are known", full["ikrar"], full["rival"],
              ratio_limit=0.2, memory_limit=200)


def update_roster(ground):
    """A later version of the list: one in twenty promoted, one in a hundred somebody else."""
    def play(what):
        files = [what, ground.later_roster(), "{folder}/new.db"]
        more = {"copies": {ground.database(): "new.db"}}
        return ground.play({"ikrar": Player([ground.programs / "update-roster", *files], **more),
                            "rival": Player(["/usr/bin/python3", HERE / "openpyxl-update.py", *files],
                                            **more)})

    compared = play("compare")
    yield Row("Comparison with a later list", compared["ikrar"], compared["rival"], ratio_limit=0.25,
              memory_limit=200)
    updated = play("update")
    yield Row("Comparison with it and update", updated["ikrar"], updated["rival"], ratio_limit=0.5,
              memory_limit=200)


def find_duplicates(ground):
    results = ground.play({"ikrar": Player([ground.programs / "find-duplicates", "{folder}/new.db"],
                                           copies={ground.database(): "new.db"})})
    yield Row("People who may stand in the register twice", results["ikrar"], time_limit=3,
              memory_limit=200)


def passes(ground):
    def player(who, one_core):
        return Player([ground.programs / "print-passes", who, ground.people, "{folder}/passes.pdf"],
                      one_core)

    results = ground.play({"ikrar": player("ikrar", True), "rival": player("bare", True),
                           "both": player("ikrar", False)})
    yield Row("Passes, on one core", results["ikrar"], results["rival"], ratio_limit=1.2)
    yield Row("Passes, on all cores, beside one core", results["both"], results["ikrar"],
              ratio_limit=0.85)


def tally(ground):
    def player(who):
        return Player([ground.programs / "write-tally", who, ground.people, "{folder}/tally.xlsx"],
                      one_core=True)

    results = ground.play({"ikrar": player("ikrar"), "rival": player("bare")})
    yield Row("Tally workbook", results["ikrar"], results["rival"], ratio_limit=1.2)


def quantile(values, part):
    """The value that this part of all does not exceed."""
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def read_lines(output):
    """What a program printed: rows of microseconds, and the MiB by which it grew, if it says so."""
    rows, grown = [], None
    for line in output.splitlines():
        if line.startswith("grew "):
            grown = int(line.split()[1]) / 1024
        else:
            rows.append([int(number) for number in line.split()])
    return list(zip(*rows)), grown


def scan_once(ground, part):
    """(scans, their slowest, bare inserts, their slowest, what all scans took)"""
    with tempfile.TemporaryDirectory(dir=ground.inputs) as folder:
        database = pathlib.Path(folder) / "ikrar.db"
        copy_database(ground.database(), database)
        output, whole = run([ground.programs / "scan-passes", database, SCANS])
    (scans, inserts), grown = read_lines(output)
    return (Result(statistics.median(scans) / 1e6, None, whole.memory),
            Result(quantile(scans, part) / 1e6, None, None),
            Result(statistics.median(inserts) / 1e6, None, None),
            Result(quantile(inserts, part) / 1e6, None, None),
            Result(sum(scans) / 1e6, None, grown))


def scan_passes(ground):
    rounds = [scan_once(ground, 0.99) for _ in range(ground.rounds)]
    own, own_slow, bare, bare_slow, all_scans = zip(*rounds)
    yield Row("Verdict of a scan, recorded", own, bare, ratio_limit=3)
    yield Row("Verdict of a scan, 99th percentile", own_slow, bare_slow, ratio_limit=3,
              time_limit=0.02)
    yield Row(f"{SCANS:,} scans in a row, growth in the second half", all_scans, memory_limit=GROWTH_MAX)


def find_once(ground):
    output, whole = run([ground.programs / "find-people", ground.database(), PEOPLE_TYPED])
    (times,), _ = read_lines(output)
    return Result(quantile(times, 0.95) / 1e6, None, whole.memory)


def desk_once(ground):
    """The slowest from a key to its frame."""
    with tempfile.TemporaryDirectory(dir=ground.inputs) as folder:
        database = pathlib.Path(folder) / "ikrar.db"
        copy_database(ground.database(), database)
        output, whole = run(["xvfb-run", "-a", ground.programs / "desk-window", database,
                             SCANS_TYPED], environment=window_environment(ground))
    (times,), _ = read_lines(output)
    return Result(max(times) / 1e6, None, whole.memory)


def desk(ground):
    yield Row("Name search at the desk, 95th percentile of keystrokes",
              [find_once(ground) for _ in range(ground.rounds)], time_limit=0.016)
    yield Row("Last key of a pass to the frame with its verdict, slowest",
              [desk_once(ground) for _ in range(ground.rounds)], time_limit=0.1)


def window_environment(ground):
    return {**os.environ, "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory",
            "GSETTINGS_SCHEMA_DIR": ground.programs.parent / "resources"}


def open_window(ground, database):
    """(first frame, slowest keystroke) of the window on a database."""
    output, whole = run(["xvfb-run", "-a", ground.programs / "window", database],
                        environment=window_environment(ground))

    def find(line):
        times = [tuple(float(number) / 1000 for number in match) for match in
                 re.findall(rf"^{line}.* ([0-9.]+) ms, work +([0-9.]+) ms$", output, re.M)]
        return Result(*max(times), whole.memory)

    return find("start, first frame"), find("  keystroke to ")


def window(ground):
    many, few = [], []
    for _ in range(ground.rounds):
        many.append(open_window(ground, ground.database()))
        few.append(open_window(ground, ground.database(FEW_PEOPLE)))
    frames, keystrokes = zip(*many)
    few_frames, _ = zip(*few)
    yield Row(f"First frame of the window, beside one with {FEW_PEOPLE} people", frames, few_frames,
              ratio_limit=1.2, time_limit=1)
    yield Row("Slowest keystroke of a search", keystrokes, time_limit=0.05)


CONTESTS = {"check": check_roster, "import": import_roster, "update": update_roster,
            "duplicates": find_duplicates, "window": window, "passes": passes, "tally": tally,
            "scan": scan_passes, "desk": desk, "shared": shared}
