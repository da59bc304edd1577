# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line is a contract: words, keys and exit statuses that scripts rely on."""

import re
import subprocess

from ikrarctl import PROGRAM, SAMPLE, Desk, main

ID = re.compile(r"^[1-9][0-9]{0,18}$")


def ids_are_strings():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.one("event", "add", "--title", "Rakor", "--start", "2026-11-26T08:30")
        assert list(event) == ["id"] and isinstance(event["id"], str) and ID.match(event["id"]), event
        copy = desk.one("event", "copy", event["id"])
        assert ID.match(copy["id"]) and copy["id"] != event["id"]
        session = desk.one("event", "session", "add", event["id"], "--title", "Sesi 2")
        assert ID.match(session["id"])
        shown = desk.one("event", "show", event["id"])
        assert [each["title"] for each in shown["sessions"]] == ["Sesi 1", "Sesi 2"], shown


def events_keep_what_they_are_told():
    told = {"title": "Ikrar & <Netralitas> \"ASN\"", "kind": "ikrar", "zone": "WIT", "theme": "Tema ’",
            "place": "Aula", "start": "2026-11-26T08:30", "end": "2026-11-26T10:00", "mode": "hibrida",
            "state": "running", "organizer": "BKPSDM", "basis": "UU Nomor 20 Tahun 2023"}
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event(**told)
        shown = desk.one("event", "show", event)
        for key in ("title", "kind", "zone", "theme", "place", "mode", "state", "organizer", "basis"):
            assert shown[key] == told[key], (key, shown)
        assert shown["start"] == "2026-11-26T08:30:00+09:00", shown["start"]
        desk.one("event", "edit", event, "--place", "Balai")
        assert desk.one("event", "show", event)["place"] == "Balai"
        assert [line["id"] for line in desk.lines("event", "list")] == [event]


def the_environment_names_the_database():
    with Desk() as desk:
        desk.lines("db", "init")
        done = subprocess.run([PROGRAM, "--json", "db", "info"], capture_output=True, text=True,
                              env={"IKRAR_DB": str(desk.database), "PATH": "/usr/bin"})
        assert done.returncode == 0 and str(desk.database) in done.stdout, done


def wrong_calls_end_with_2():
    calls = [["nonsense"], ["event"], ["event", "add"], ["event", "show"], ["event", "show", "abc"],
             ["event", "add", "--title", "T", "--start", "kemarin"],
             ["event", "add", "--title", "T", "--start", "2026-11-26T08:30", "--zone", "CET"],
             ["event", "add", "--title", "T", "--start", "2026-11-26T08:30", "--bogus", "x"],
             ["mark", "--event", "1", "--participant", "2", "--status", "entah"],
             ["report", "nonsense", "--event", "1", "-o", "x.pdf"], ["pass", "print", "--event", "1"],
             ["roster", "import", "x.xlsx"], ["verify"]]
    with Desk() as desk:
        desk.lines("db", "init")
        for call in calls:
            desk.fails(*call, status=2)


def what_is_not_there_ends_with_3():
    with Desk() as desk:
        desk.fails("event", "list", status=3)
        desk.lines("db", "init")
        for call in (["event", "show", "77"], ["person", "show", "77"], ["roster", "undo", "77"],
                     ["participant", "withdraw", "77"], ["journal", "undo", "77"], ["pass", "code", "--event", "77"],
                     ["certificate", "revoke", "77", "--reason", "r"], ["checkin", "--event", "77"]):
            desk.fails(*call, status=3, stdin="")


def roster_lines_have_the_promised_shape():
    with Desk() as desk:
        desk.lines("db", "init")
        *rows, last = desk.lines("roster", "check", SAMPLE / "roster.xlsx", status=1)
        summary = last["summary"]
        assert set(summary) >= {"rows", "ok", "warning", "error", "duplicate", "skipped", "imported", "batch"}
        for row in rows:
            assert set(row) >= {"sheet", "row", "verdict", "name", "number", "unit", "reasons"}, row
            assert row["verdict"] in ("ok", "warning", "error", "duplicate", "skipped")
            assert row["verdict"] == "ok" or row["reasons"], row
        for verdict in ("ok", "warning", "error", "duplicate", "skipped"):
            assert summary[verdict] == sum(row["verdict"] == verdict for row in rows), verdict
        assert summary["rows"] == len(rows) and summary["imported"] == 0


def check_and_import_agree():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        *checked, _ = desk.lines("roster", "check", SAMPLE / "roster.xlsx", status=1)
        *imported, last = desk.lines("roster", "import", SAMPLE / "roster.xlsx", "--event", event,
                                     "--rejects", desk.path("r.xlsx"), status=1)
        assert checked == imported
        good = sum(row["verdict"] in ("ok", "warning") for row in imported)
        assert last["summary"]["imported"] == good == len(desk.lines("participant", "list", "--event", event))
        again = desk.lines("roster", "import", SAMPLE / "roster.xlsx", "--event", event, status=1)[-1]["summary"]
        assert again["imported"] < good, again
        desk.one("roster", "undo", last["summary"]["batch"])


def check_in_answers_every_line_in_order():
    with Desk() as desk:
        desk.lines("db", "init")
        event, other = desk.add_event(), desk.add_event(title="Lain")
        people = desk.add_people(event, 3)
        stranger = desk.add_people(other, 1)[0]
        codes, foreign = desk.codes(event), desk.codes(other)[stranger]
        desk.one("pass", "revoke", people[2])
        forged = codes[people[0]][:-1] + ("A" if codes[people[0]][-1] != "A" else "B")
        lines = [codes[people[0]], codes[people[0]].lower(), codes[people[1]], foreign, codes[people[2]],
                 forged[:60] + ("A" if forged[60] != "A" else "B") + forged[61:], "halo"]
        answers = desk.lines("checkin", "--event", event, "--desk", "Meja A", stdin="\n".join(lines) + "\n", status=1)
        words = [answer["verdict"] for answer in answers]
        assert words[:5] == ["welcome", "already", "welcome", "not-in-event", "revoked"], words
        assert words[5] in ("forged", "unreadable") and words[6] == "unreadable", words
        assert answers[0]["participant"] == people[0] and answers[0]["at"] == answers[1]["at"]
        assert [answer["code"] for answer in answers] == lines


def states_are_set_and_undone():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        first, second = desk.add_people(event, 2)
        for word, name in (("izin", "excused"), ("S", "sick"), ("DL", "on-duty"), ("alpa", "unexcused")):
            assert desk.one("mark", "--event", event, "--participant", first, "--status", word)["status"] == name
        done = desk.one("mark", "--event", event, "--participant", first, "--status", "diwakili", "--by", second)
        rows = {row["id"]: row for row in desk.lines("participant", "list", "--event", event)}
        assert rows[first]["status"] == "represented" and rows[first]["stand_in"] == "Peserta 2"
        assert rows[second]["status"] == "standing-in"
        desk.one("journal", "undo", done["journal"])
        assert desk.lines("participant", "list", "--event", event)[0]["status"] == "unexcused"
        assert len(desk.lines("participant", "list", "--event", event, "--status", "mewakili")) == 1


def pledges_are_counted_apart():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        people = desk.add_people(event, 4)
        for person in people[:3]:
            desk.one("mark", "--event", event, "--participant", person, "--status", "hadir")
        assert desk.one("pledge", "recite", "--event", event)["pledged"] == 3
        desk.one("pledge", "sign", "--event", event, "--participant", people[0], "--signature", SAMPLE / "signature.svg")
        desk.fails("pledge", "sign", "--event", event, "--participant", people[0], status=3)
        kinds = {line["participant"]: line["pledge"] for line in desk.lines("pledge", "list", "--event", event)}
        assert kinds == {people[0]: "signed", people[1]: "recited", people[2]: "recited"}
        assert [line["participant"] for line in desk.lines("pledge", "missing", "--event", event)] == [people[3]]
        desk.one("pledge", "revoke", "--event", event, "--participant", people[1], "--reason", "salah orang")
        assert len(desk.lines("pledge", "missing", "--event", event)) == 2
        report = desk.one("ledger", "verify")
        assert report["ok"] is True and report["size"] == 5 and re.match("^[0-9a-f]{64}$", report["root"])


def certificates_have_gapless_numbers():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        people = desk.add_people(event, 5)
        desk.fails("certificate", "issue", "--event", event, status=3)
        for person in people[:4]:
            desk.one("mark", "--event", event, "--participant", person, "--status", "hadir")
        assert desk.one("certificate", "issue", "--event", event)["issued"] == 4
        register = desk.lines("certificate", "list", "--event", event)
        assert [re.search(r"/(\d{4})/", line["number"]).group(1) for line in register] == ["0001", "0002", "0003", "0004"]
        desk.one("certificate", "revoke", register[1]["id"], "--reason", "salah nama")
        assert desk.one("certificate", "issue", "--event", event)["issued"] == 1
        assert len(desk.lines("certificate", "list")) == 5


def scanners_are_tried_without_a_database():
    with Desk() as desk:
        card = desk.path("card.pdf")
        done = desk.raw("pass", "test-card", "-o", card, database=desk.path("nowhere.db"))
        assert done.returncode == 0, done
        with open(card, "rb") as file:
            assert file.read(4) == b"%PDF"
        desk.fails("pass", "test-card", status=2)


def codes_are_read_through_wrong_keyboards():
    """Lines as a German and a French computer make them of what an American scanner types."""
    german = str.maketrans("YZ", "ZY")
    french = str.maketrans("QWAZM1234567890", "AZQW?&é\"'(-è_çà")
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        people = desk.add_people(event, 3)
        codes = desk.codes(event)
        lines = [codes[people[0]].translate(german), codes[people[1]].translate(french),
                 "]Q3" + codes[people[2]].lower()]
        verdicts = desk.lines("checkin", "--event", event, stdin="\n".join(lines) + "\n")
        assert [line["verdict"] for line in verdicts] == ["welcome"] * 3, verdicts
        assert [line["participant"] for line in verdicts] == people, verdicts


def strangers_verify_without_a_database():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        person = desk.add_people(event, 1)[0]
        desk.one("mark", "--event", event, "--participant", person, "--status", "hadir")
        desk.one("certificate", "issue", "--event", event)
        key = desk.one("ledger", "key")["key"]
        code = desk.lines("certificate", "list")[0]["code"]
        desk.one("report", "certificate", "--event", event, "-o", desk.path("c.pdf"))
        desk.one("ledger", "export", "-o", desk.path("log.txt"))
        pass_code = desk.codes(event)[person]
        pass_key = desk.one("pass", "key", "--event", event)["key"]
        nowhere = desk.path("nowhere.db")
        for what, word in ((code, "certificate"), (desk.path("c.pdf"), "certificate"), (desk.path("log.txt"), "ledger")):
            done = desk.raw("verify", what, "--key", key, database=nowhere)
            assert done.returncode == 0 and '"genuine":true' in done.stdout and f'"what":"{word}"' in done.stdout, done
        done = desk.raw("verify", pass_code, "--key", pass_key, database=nowhere)
        assert done.returncode == 0 and '"what":"pass"' in done.stdout, done
        done = desk.raw("verify", pass_code, "--key", key, database=nowhere)
        assert done.returncode == 1, done
        desk.fails("pass", "key", "--event", "1", status=3)
        broken = code[:80] + ("A" if code[80] != "A" else "B") + code[81:]
        done = desk.raw("verify", broken, "--key", key, database=nowhere)
        assert done.returncode == 1 and '"genuine":false' in done.stdout, done
        assert not nowhere.exists()


def backups_come_back():
    with Desk() as desk:
        desk.lines("db", "init")
        desk.add_event()
        secret = desk.path("secret")
        secret.write_text("sebuah rahasia panjang\n")
        assert desk.one("db", "backup", desk.path("plain.db"))["sealed"] is False
        assert desk.one("db", "backup", desk.path("s.ikrb"), "--passphrase-file", secret)["sealed"] is True
        desk.add_event(title="Nanti hilang")
        desk.one("db", "restore", desk.path("plain.db"))
        assert len(desk.lines("event", "list")) == 1
        desk.fails("db", "restore", desk.path("s.ikrb"), status=3)
        desk.one("db", "restore", desk.path("s.ikrb"), "--passphrase-file", secret)
        assert len(desk.lines("event", "list")) == 1


def people_can_be_erased():
    with Desk() as desk:
        desk.lines("db", "init")
        event = desk.add_event()
        person = desk.one("person", "add", "--name", "Dr. H. Rahasia Sekali, S.E.", "--number", "198804202010011001")["id"]
        participant = desk.one("participant", "add", "--event", event, "--person", person)["id"]
        desk.one("mark", "--event", event, "--participant", participant, "--status", "hadir")
        desk.one("pledge", "sign", "--event", event, "--participant", participant)
        desk.one("person", "erase", person, "--reason", "permintaan")
        assert desk.lines("person", "list", "--search", "rahasia") == []
        report = desk.one("ledger", "verify")
        assert report["ok"] is True and report["erased"] > 0, report
        desk.one("db", "backup", desk.path("b.db"))
        content = desk.path("b.db").read_bytes()
        assert b"Rahasia" not in content and b"198804202010011001" not in content


main([ids_are_strings, events_keep_what_they_are_told, the_environment_names_the_database,
      wrong_calls_end_with_2, what_is_not_there_ends_with_3, roster_lines_have_the_promised_shape,
      check_and_import_agree, check_in_answers_every_line_in_order, states_are_set_and_undone,
      pledges_are_counted_apart, certificates_have_gapless_numbers, strangers_verify_without_a_database,
      scanners_are_tried_without_a_database, codes_are_read_through_wrong_keyboards,
      backups_come_back, people_can_be_erased])
