# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the data are: choosing a shared database, testing the link, and the link as it holds."""

import contextlib
import os
import pathlib
import subprocess
import sys

from gi.repository import Gio, GLib

from harness import Program, run, wait

sys.path.append(str(pathlib.Path(__file__).parent.parent / "store"))

from cluster import Cluster  # noqa: E402

PASSWORD = "rahasia-kantor-9"
HBA = """local all all trust
host all ikrar 127.0.0.1/32 trust
host all kantor 127.0.0.1/32 scram-sha-256
"""
SHARED = "Shared Database"
SERVERS = "Servers, Separated by Commas"
SECRET = "Password (If Not Kept Yet)"
NO_ENCRYPTION = 4  # its place in the list
UNREACHED = "The Shared Database Cannot Be Opened"
HOLDER = """
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.secrets", 0, lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
"""


class Server:
    """A throw-away server that asks the office for its password."""

    def __init__(self):
        self.cluster = Cluster()
        pathlib.Path(self.cluster.data, "pg_hba.conf").write_text(HBA)
        self.cluster.run(f"CREATE ROLE kantor LOGIN PASSWORD '{PASSWORD}'")
        self.cluster.run("SELECT pg_reload_conf()")
        self.cluster.run("CREATE DATABASE ikrar OWNER kantor")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.cluster.close()

    def fill(self):
        """Makes the database ready, as its owner does once."""
        self.cluster.run("GRANT CREATE ON DATABASE ikrar TO PUBLIC")
        uri = f"postgresql://kantor@127.0.0.1:{self.cluster.port}/ikrar?sslmode=disable"
        subprocess.run([os.environ["IKRARCTL"], "--db", uri, "db", "init", "--sample"], check=True,
                       stdout=subprocess.DEVNULL, env=dict(os.environ, PGPASSWORD=PASSWORD))
        return uri

    def count_events(self):
        return int(self.cluster.run("SELECT count(*) FROM ikrar.event", "ikrar"))


@contextlib.contextmanager
def keyring(folder):
    """The keyring of a desktop, unlocked."""
    folder.mkdir()
    environment = dict(os.environ, XDG_DATA_HOME=str(folder), HOME=str(folder))
    daemon = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock",
                               "--components=secrets"], stdin=subprocess.PIPE, env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    daemon.stdin.write(b"kunci")
    daemon.stdin.close()
    wait(lambda: has_owner("org.freedesktop.secrets"), "the keyring does not start")
    try:
        yield
    finally:
        daemon.terminate()
        daemon.wait()
        wait(lambda: not has_owner("org.freedesktop.secrets"), "the keyring stays")


@contextlib.contextmanager
def no_keyring():
    """Somebody sits on the name of the keyring and understands nothing."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, text=True)
    holder.stdout.readline()
    try:
        yield
    finally:
        holder.terminate()
        holder.wait()
        holder.stdout.close()


def has_owner(name):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "NameHasOwner", GLib.Variant("(s)", (name,)), None, 0, -1, None)
    return answer.unpack()[0]


def make_program(**options):
    """A program whose settings are kept in a file, for a second start."""
    program = Program(**options)
    program.environment["GSETTINGS_BACKEND"] = "keyfile"
    return program


def settings_of(program):
    path = program.folder / "config/glib-2.0/settings/keyfile"
    return path.read_text() if path.exists() else ""


def open_page(program):
    program.act("win.preferences")
    window = program.window("Preferences")
    window.find("page tab", "Database").click()
    window.find(None, SHARED, seen=True).click_pointer()
    window.find("text", SERVERS, seen=True)
    return window


def fill_in(program, window, server, **fields):
    """Fills in the address of a server that offers no encryption."""
    type_in(window, {SERVERS: "127.0.0.1", "Port": str(server.cluster.port), "Database": "ikrar",
                     "User": "kantor", SECRET: PASSWORD, **fields})
    window.find("combo box", "Encryption").scroll_to()
    program.choose(window, "Encryption", NO_ENCRYPTION)


def type_in(window, values):
    for name, value in values.items():
        window.find("text", name).type(value)


def state_of(window, step):
    """The words in the row of a step of the test."""
    return {label.name for label in window.find("list item", step).find_all("label")}


def expect(window, step, *words):
    """Waits until the row of a step says all of this."""
    def look():
        said = state_of(window, step)
        return all(any(word in text for text in said) for word in words)
    wait(look, f"“{step}” does not say {words}")


def press(window, name):
    window.find("push button", name).scroll_to().click()


def wait_switched(program):
    """Waits for the window on the shared database, which is opened anew, and takes it."""
    def look():
        try:
            return next((window for window in program.windows() if window.name == "Ikrar"
                         and window.find_all(None, SHARED, seen=True)), None)
        except GLib.Error:
            return None  # The old window went while it was looked at.
    program.frame = wait(look, "no window on the shared database")
    return program.frame


def assert_secret(program):
    """The password stands nowhere but in the keyring."""
    process = pathlib.Path(f"/proc/{program.process.pid}")
    places = [process / "cmdline", process / "environ", program.errors]
    places += [path for path in program.folder.rglob("*") if path.is_file()]
    for path in places:
        assert PASSWORD.encode() not in path.read_bytes(), f"the password stands in {path}"


def start_again(program):
    """Starts the program without saying where the data are: its settings know."""
    program.command = program.command[:1]
    program.start()


def test_each_step_says_what_is_wrong():
    with Server() as server, Program() as program:
        window = open_page(program)
        cases = [
            ({"Port": "0"}, "Address", "1 to 65535"),
            ({SERVERS: "tidak-ada.invalid"}, "Name of the Server", "spelled"),
            ({"Port": "1"}, "Server Answers", "no PostgreSQL answers"),
            ({SECRET: "salah"}, "User and Password", "Enter user and password again"),
            ({"User": "orang"}, "User and Password", "this kind of encryption"),
            ({"Database": "lain"}, "Database", "createdb"),
            ({"Database": "template1"}, "May Write", "ikrarctl db init"),
        ]
        fill_in(program, window, server)
        good = {"Port": str(server.cluster.port), SERVERS: "127.0.0.1", "Database": "ikrar",
                "User": "kantor", SECRET: PASSWORD}
        for fields, step, advice in cases:
            type_in(window, fields)
            window.find("push button", "Test Connection").click()
            expect(window, step, "Failed", advice)
            type_in(window, {name: good[name] for name in fields})
            window.find("label", "Nothing is changed on the server")
        window.find("push button", "Test Connection").click()
        expect(window, "May Write", "Good")
        expect(window, "Data of Ikrar", "Good", "None yet")
        expect(window, "Encryption", "None", "read along")
        program.screenshot("passed", window)
        window.act("window.close")


def test_encryption_is_verified_by_default():
    with Server() as server, Program() as program:
        window = open_page(program)
        type_in(window, {SERVERS: "127.0.0.1", "Port": str(server.cluster.port), "User": "ikrar"})
        window.find("push button", "Test Connection").click()
        expect(window, "Encryption", "Failed", "The server has to offer TLS")
        window.act("window.close")


def test_the_present_data_move_and_are_found_again():
    with Server() as server, make_program(sample=True) as program, keyring(program.folder / "kunci"):
        events = program.query("SELECT count(*) FROM event")[0][0]
        window = open_page(program)
        fill_in(program, window, server)
        press(window, "Use This Database")
        question = window.question()
        question.find("label", "The Shared Database Is Empty")
        question.find("push button", "Copy Data There…").click()
        done = program.top_window("label", "The Data Were Copied")
        program.screenshot("copied")
        assert server.count_events() == events
        done.find("push button", "Use the Copy").click()
        wait_switched(program)
        assert "postgresql://kantor@127.0.0.1" in settings_of(program)
        assert_secret(program)
        program.close()
        start_again(program)
        program.find(None, SHARED, seen=True)
        assert_secret(program)


def test_without_a_keyring_the_password_is_kept_until_the_end():
    with Server() as server, make_program() as program, no_keyring():
        server.fill()
        window = open_page(program)
        fill_in(program, window, server)
        press(window, "Use This Database")
        told = program.top_window("label", "Another Database Is in Use Now")
        told.find("label", lambda name: name.startswith("There is no keyring"))
        program.screenshot("no-keyring")
        told.find("push button", "Close").click()
        wait_switched(program)
        assert_secret(program)
        program.close()
        start_again(program)
        program.find("label", UNREACHED, seen=True)
        program.find("label", lambda name: "PGPASSFILE" in name, seen=True)
        program.act("win.preferences")
        window = program.window("Preferences")
        window.find("text", SERVERS, seen=True)
        assert not window.find_all("text", "Government"), "what cannot be read is shown"
        window.find("text", SECRET).type(PASSWORD)
        press(window, "Use This Database")
        told = program.top_window("label", "Another Database Is in Use Now")
        told.find("push button", "Close").click()
        wait_switched(program)


def test_a_server_that_has_data_is_not_overwritten():
    with Server() as server, Program() as program, no_keyring():
        server.fill()
        before = server.count_events()
        window = open_page(program)
        fill_in(program, window, server)
        press(window, "Copy the Present Data There…")
        question = window.question()
        question.find("label", "There Are Data Already")
        question.find("push button", "Close").click()
        assert server.count_events() == before
        window.act("window.close")


def test_a_desk_that_is_open_keeps_the_database():
    with Server() as server, make_program(sample=True) as program, no_keyring():
        server.fill()
        program.find("push button", "Open Check-In Desk", seen=True).click()
        desk = program.top_window("text", "Code or Number")
        window = open_page(program)
        fill_in(program, window, server)
        press(window, "Use This Database")
        question = window.question()
        question.find("label", "Other Windows Are Open")
        question.find("push button", "Close").click()
        assert "postgresql" not in settings_of(program)
        window.act("window.close")
        desk.act("window.close")


def test_the_header_tells_how_the_link_holds():
    with Server() as server:
        uri = server.fill()
        with Program(environment={"PGPASSWORD": PASSWORD}) as program:
            program.close()
            program.command = [program.command[0], "--db", uri]
            program.start()
            program.find(None, SHARED, seen=True)
            server.cluster.stop()
            state = program.find(None, "Offline", seen=True)
            program.screenshot("offline")
            state.click_pointer()
            program.find("label", "Working Without the Server")
            program.find("label", lambda name: name.startswith("The server has not answered since"))
            program.screenshot("offline-popover")
            server.cluster.start()
            program.find("label", "What is done here is on every other desk within a second.")
            program.find(None, SHARED, seen=True)


def test_a_file_has_no_state_in_the_header():
    with Program(sample=True) as program:
        program.find("label", "Overview")
        assert not program.frame.find_all(None, SHARED)


def test_a_server_that_is_off_is_waited_for():
    with Server() as server:
        uri = server.fill()
        server.cluster.stop()
        with Program(environment={"PGPASSWORD": PASSWORD}) as program:
            program.close()
            program.command = [program.command[0], "--db", uri]
            program.start()
            program.find("label", UNREACHED, seen=True)
            program.find("label", lambda name: "no PostgreSQL answers" in name, seen=True)
            program.find("push button", "Try Again", seen=True).click()
            program.screenshot("unreached")
            assert not program.frame.find_all("push button", "Restore Another Backup…", seen=True)
            server.cluster.start()
            program.find(None, SHARED, seen=True)
            program.find("label", "Sosialisasi Netralitas ASN di Lingkungan Pemerintah Kabupaten "
                         "Banjar", seen=True)


run(globals())
