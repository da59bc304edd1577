# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs, each with its rival and its limit. docs/benchmarks.md explains them."""

import pathlib
import shutil
import statistics
import tempfile

from measure import Player, Result, Row, play, run

HERE = pathlib.Path(__file__).resolve().parent
SCANS = 1000


class Ground:
    """Where the contests take place: the programs, the inputs, how many people and rounds."""

    def __init__(self, build, people, rounds):
        self.programs = build / "bench"
        self.people = people
        self.rounds = rounds
        self.inputs = build / "inputs"
        self.inputs.mkdir(exist_ok=True)

    def keep(self, name, make):
        """A file that is made once; later runs find it."""
        path = self.inputs / f"{self.people}-{name}"
        if not path.exists():
            with tempfile.TemporaryDirectory(dir=self.inputs) as folder:
                unfinished = pathlib.Path(folder) / name
                make(unfinished)
                unfinished.rename(path)
        return path

    def roster(self):
        return self.keep("roster.xlsx", lambda path: run([self.programs / "write-roster", path,
                                                          self.people]))

    def database(self):
        return self.keep("ikrar.db", lambda path: run([self.programs / "import-roster",
                                                       self.roster(), path]))

    def play(self, players):
        return play(players, self.rounds, self.inputs)


def import_roster(ground):
    files = [ground.roster(), "{folder}/new.db"]
    results = ground.play({"ikrar": Player([ground.programs / "import-roster", *files]),
                           "rival": Player(["/usr/bin/python3", HERE / "openpyxl-import.py",
                                            *files])})
    yield Row("Import of a roster", results["ikrar"], results["rival"], ratio_limit=0.25,
              memory_limit=150)


def passes(ground):
    def player(who, one_core):
        return Player([ground.programs / "print-passes", who, ground.people, "{folder}/passes.pdf"],
                      one_core)

    results = ground.play({"ikrar": player("ikrar", True), "rival": player("bare", True),
                           "both": player("ikrar", False)})
    yield Row("Passes, on one core", results["ikrar"], results["rival"], ratio_limit=1.2)
    yield Row("Passes, on all cores, beside one core", results["both"], results["ikrar"],
              ratio_limit=0.7)


def tally(ground):
    def player(who):
        return Player([ground.programs / "write-tally", who, ground.people, "{folder}/tally.xlsx"],
                      one_core=True)

    results = ground.play({"ikrar": player("ikrar"), "rival": player("bare")})
    yield Row("Tally workbook", results["ikrar"], results["rival"], ratio_limit=1.2)


def scan_passes(ground):
    own, rival = [], []
    for _ in range(ground.rounds):
        with tempfile.TemporaryDirectory(dir=ground.inputs) as folder:
            database = pathlib.Path(folder) / "ikrar.db"
            shutil.copyfile(ground.database(), database)
            output, whole = run([ground.programs / "scan-passes", database, SCANS])
        pairs = [map(int, line.split()) for line in output.splitlines()]
        scans, inserts = (statistics.median(column) / 1e6 for column in zip(*pairs))
        own.append(Result(scans, None, whole.memory))
        rival.append(Result(inserts, None, None))
    yield Row("Verdict of a scan, recorded", own, rival, ratio_limit=3)


CONTESTS = {"import": import_roster, "passes": passes, "tally": tally, "scan": scan_passes}
