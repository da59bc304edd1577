# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls ikrarctl on a database of its own, and tells results as TAP."""

import datetime
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ["IKRARCTL"]
SAMPLE = pathlib.Path(os.environ["IKRAR_SAMPLE"])


class Desk:
    """A folder with a database, and calls on it."""

    def __init__(self, name="ikrar.db"):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-cli-"))
        self.database = self.folder / name

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.folder)

    def raw(self, *arguments, stdin=None, database=None):
        """The finished process of a call with --json."""
        command = [PROGRAM, "--db", str(database or self.database), "--json", *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120)

    def lines(self, *arguments, status=0, stdin=None):
        """The JSON lines of a call that ends with a status; nothing else is on its output."""
        done = self.raw(*arguments, stdin=stdin)
        assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def one(self, *arguments, status=0):
        found = self.lines(*arguments, status=status)
        assert len(found) == 1, (arguments, found)
        return found[0]

    def fails(self, *arguments, status, stdin=None):
        """The message of a call that has to fail with a status and print no result."""
        done = self.raw(*arguments, stdin=stdin)
        assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
        assert done.stdout == "", (arguments, done.stdout)
        assert done.stderr.startswith("ikrarctl: "), done.stderr
        return done.stderr

    def path(self, name):
        return self.folder / name

    def add_event(self, **more):
        day = datetime.date.today() + datetime.timedelta(days=1)  # its passes are not over yet
        options = {"title": "Sosialisasi Netralitas ASN", "kind": "sosialisasi", "zone": "WITA",
                   "start": f"{day}T08:30", "end": f"{day}T12:00", "place": "Aula BKPSDM", **more}
        arguments = [part for key, value in options.items() for part in (f"--{key}", value)]
        return self.one("event", "add", *arguments)["id"]

    def add_people(self, event, count):
        """Participants' ids of new people on a roster."""
        ids = []
        for number in range(1, count + 1):
            person = self.one("person", "add", "--name", f"Peserta {number}", "--unit", f"Dinas {number % 3}")
            ids.append(self.one("participant", "add", "--event", event, "--person", person["id"])["id"])
        return ids

    def codes(self, event):
        """Pass codes by participant."""
        return {line["participant"]: line["code"] for line in self.lines("pass", "code", "--event", event)}


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def main(cases):
    """Runs functions as TAP; a failed assertion is told with its place."""
    print(f"1..{len(cases)}", flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        try:
            case()
            print(f"ok {number} - {case.__name__}", flush=True)
        except Exception:  # every failure is a result
            failed = True
            print(f"not ok {number} - {case.__name__}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    sys.exit(1 if failed else 0)
