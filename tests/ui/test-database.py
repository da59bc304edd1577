# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the data are: choosing a shared database, testing the link, and the link as it holds."""

import contextlib
import os
import pathlib
import subprocess
import sys

from harness import Program, run, wait

sys.path.append(str(pathlib.Path(__file__).parent.parent / "store"))

from cluster import Cluster  # noqa: E402

PASSWORD = "rahasia-kantor-9"
HBA = """local all all trust
host all ikrar 127.0.0.1/32 trust
host all kantor 127.0.0.1/32 scram-sha-256
"""
SHARED = "Shared Database"
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
    from gi.repository import Gio, GLib
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
    window.find("check box" if False else None, SHARED, seen=True).click_pointer()
    window.find("text", "Servers, Separated by Commas", seen=True)
    return window


def fill_in(program, window, server, password=PASSWORD, **fields):
    values = {"Servers, Separated by Commas": "127.0.0.1", "Port": str(server.cluster.port),
              "Database": "ikrar", "User": "kantor", **fields}
    for name, value in values.items():
        window.find("text", name).type(value)
    window.find("text", "Password (Empty for the One That Is Kept)").type(password)
    window.find("combo box", "Encryption").scroll_to()
    program.choose(window, "Encryption", 4)


def state_of(window, step):
    """The word beside a step of the test."""
    row = window.find("list item", step)
    return {label.name for label in row.find_all("label")}


def press(window, name):
    window.find("push button", name).scroll_to().click()


def expect(window, step, word):
    wait(lambda: word in state_of(window, step), f"“{step}” is not “{word}”")
