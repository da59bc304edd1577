# SPDX-License-Identifier: GPL-3.0-or-later
"""The hour before an opening: three desks, three thousand people, and what goes wrong meanwhile.

Everything happens in minutes of the story, and a minute lasts as long as its scans: within it the
desks work side by side, each answering one scan after the other, and the next minute begins when
all have done. So whoever comes to two desks comes to them in a known order.
"""

import dataclasses
import json
import os
import random
import socket
import subprocess
import threading

PROGRAM = os.environ["IKRARCTL"]
MINUTES = 60
DESKS = ("Meja 1", "Meja 2", "Meja 3")
CUT, MENDED = 25, 40     # minutes in which the last desk's cable is pulled
KILLED = 45              # in which the second desk's program dies
PATIENCE = 120           # seconds of this machine until an answer has to be there


@dataclasses.dataclass
class Scan:
    """One line at one desk, and what has to become of it."""
    minute: int
    desk: int
    line: str
    kind: str
    person: str = ""     # the participant's id, "" for nobody
    verdict: str = ""    # the only right answer, "" for welcome or already
    answer: dict = None
    lost: bool = False   # the program died before it answered


class Cable:
    """Carries what a desk and the server say to each other, until it is pulled."""

    def __init__(self, port):
        self.target = port
        self.lock = threading.Lock()
        self.ends = []
        self.plugged = True
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                if not self.plugged:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.target))
                self.ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(source, sink), daemon=True).start()

    @staticmethod
    def carry(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            end.close()

    def pull(self):
        with self.lock:
            self.plugged = False
            for end in self.ends:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
            self.ends = []

    def plug_in(self):
        with self.lock:
            self.plugged = True

    def close(self):
        self.pull()
        self.listener.close()


class Desk:
    """A desk's program, with which one speaks line by line."""

    def __init__(self, number, uri, event, folder):
        self.name = DESKS[number]
        self.command = [PROGRAM, "--db", uri, "--json", "checkin", "--event", event, "--desk", self.name]
        self.environment = {**os.environ, "XDG_DATA_HOME": str(folder / f"desk-{number}"), "LANGUAGE": "C"}
        self.begin()

    def begin(self):
        self.said = []
        self.heard = threading.Condition()
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=self.environment)
        threading.Thread(target=self.listen, args=(self.process,), daemon=True).start()

    def listen(self, process):
        for line in process.stderr:
            with self.heard:
                self.said.append(line)
                self.heard.notify_all()

    def wait_until_said(self, words):
        with self.heard:
            if not self.heard.wait_for(lambda: any(words in line for line in self.said), PATIENCE):
                raise AssertionError(f"{self.name} did not say {words!r}: {self.said}")

    def tell(self, scan):
        self.process.stdin.write(scan.line + "\n")
        self.process.stdin.flush()

    def play(self, scan):
        self.tell(scan)
        answer = self.process.stdout.readline()
        if not answer:
            raise AssertionError(f"{self.name} ended: {self.process.wait()} {self.said}")
        scan.answer = json.loads(answer)

    def kill(self, scan):
        """The program dies while it works on this scan; nobody knows how far it came."""
        self.tell(scan)
        self.process.kill()
        self.process.wait()
        scan.lost = True
        self.begin()

    def end(self):
        """What the program answers with in the end, as its exit status: 1, something was refused."""
        self.process.stdin.close()
        return self.process.wait(PATIENCE)


class Story:
    """Who comes when, to which desk, with what in the hand; the same for the same seed."""

    def __init__(self, people, gone, strangers, seed):
        self.dice = random.Random(seed)
        self.scans = []
        self.people = people
        self.came = [person for person in people if self.dice.random() < 0.92]
        for person in self.came:
            self.arrive(person, self.minute(), self.dice.randrange(len(DESKS)))
        for person in gone:
            self.add("withdrawn", person["code"], "revoked", person["id"])
        for code in strangers:
            self.add("other event", code, "not-in-event")
        for _ in range(60):
            self.add("forged", self.forge(self.dice.choice(people)["code"]), "forged")
            self.add("garbage", self.dice.choice(("halo", "https://contoh.id/x", "]Q1", "0000")), "unreadable")
        self.scans.sort(key=lambda scan: scan.minute)

    def minute(self):
        """Two thirds come in the last half hour, most of them shortly before the opening."""
        late = self.dice.random() < 0.66
        return int(self.dice.triangular(30, MINUTES, 52) if late else self.dice.uniform(0, 30))

    def add(self, kind, line, verdict="", person="", minute=None, desk=None):
        minute = self.minute() if minute is None else minute
        desk = self.dice.randrange(len(DESKS)) if desk is None else desk
        self.scans.append(Scan(min(minute, MINUTES - 1), desk, line, kind, person, verdict))

    def arrive(self, person, minute, desk):
        kind, line = self.dice.choices(
            (("pass", person["code"]), ("caps lock", person["code"].lower()), ("short code", person["short"]),
             ("number", person["number"])), (70, 5, 10, 15))[0]
        if kind == "short code" and self.dice.random() < 0.3:
            self.add("typing error", self.mistype(line), "unreadable", minute=minute, desk=desk)
        self.add(kind, line, "", person["id"], minute, desk)
        chance = self.dice.random()
        if chance < 0.04:
            self.add("again", line, "", person["id"], minute, desk)
        elif chance < 0.08:
            self.add("elsewhere", line, "", person["id"], minute + 2, (desk + 1) % len(DESKS))

    def forge(self, code):
        """Somebody else's number in a genuine pass: only the signature can tell."""
        place = 12
        other = "B" if code[place] == "A" else "A"
        return code[:place] + other + code[place + 1:]

    def mistype(self, code):
        place = self.dice.choice([i for i, letter in enumerate(code) if letter != "-"])
        wrong = self.dice.choice([letter for letter in "23456789ABCDEFGHJKMNPQRSTVWXYZ" if letter != code[place]])
        return code[:place] + wrong + code[place + 1:]

    def of(self, minute, desk):
        return [scan for scan in self.scans if (scan.minute, scan.desk) == (minute, desk)]


class Rush:
    """Plays a story at the desks of a shared event."""

    def __init__(self, story, event, uris, cable, folder):
        self.story = story
        self.cable = cable
        self.desks = [Desk(number, uri, event, folder) for number, uri in enumerate(uris)]
        self.failures = []

    def work(self, minute, number):
        desk, scans = self.desks[number], self.story.of(minute, number)
        try:
            for place, scan in enumerate(scans):
                if minute == KILLED and number == 1 and place == len(scans) // 2:
                    desk.kill(scan)
                    again = dataclasses.replace(scan, kind="after the death", lost=False)
                    self.story.scans.append(again)
                    desk.play(again)
                else:
                    desk.play(scan)
        except (AssertionError, OSError, ValueError) as error:
            self.failures.append(error)

    def play(self):
        for minute in range(MINUTES):
            if minute == CUT:
                self.cable.pull()
                self.desks[-1].wait_until_said("goes on without it")
            if minute == MENDED:
                self.cable.plug_in()
                self.desks[-1].wait_until_said("What waited is delivered")
            threads = [threading.Thread(target=self.work, args=(minute, number)) for number in range(len(DESKS))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if self.failures:
                raise self.failures[0]

    def end(self):
        return [desk.end() for desk in self.desks]
