# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop has beside the program: programs for files, and a file manager."""

import contextlib
import subprocess
import sys

BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILE_MANAGER = "org.freedesktop.FileManager1"
INTERFACE = f"""<node><interface name="{FILE_MANAGER}"><method name="ShowItems">
<arg type="as" direction="in"/><arg type="s" direction="in"/></method></interface></node>"""


def note_openings(program, kind):
    """Gives the desktop a program for files of this type. Returns what tells which it opened."""
    notes = program.folder / "opened"
    opener = program.folder / "opener"
    opener.write_text(f'#!/bin/sh\necho "$1" >> "{notes}"\n')
    opener.chmod(0o755)
    folder = program.folder / "data" / "applications"
    folder.mkdir(parents=True)
    (folder / "opener.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Opener\nExec={opener} %f\nMimeType={kind};\n")
    program.write_config("mimeapps.list", f"[Default Applications]\n{kind}=opener.desktop\n")
    return lambda: notes.read_text().split() if notes.exists() else []


@contextlib.contextmanager
def file_manager(program):
    """A file manager while the block runs. Gives what tells which files it was to show."""
    notes = program.folder / "shown"
    process = subprocess.Popen([sys.executable, __file__, notes], stdout=subprocess.PIPE, text=True)
    try:
        process.stdout.readline()
        yield lambda: notes.read_text().split() if notes.exists() else []
    finally:
        process.kill()
        process.wait()


def main(notes):
    """Is the file manager, and notes in a file what it was to show."""
    from gi.repository import Gio, GLib

    def on_called(_bus, _sender, _path, _interface, _method, arguments, invocation):
        with open(notes, "a", encoding="utf-8") as output:
            output.writelines(f"{uri}\n" for uri in arguments.unpack()[0])
        invocation.return_value(None)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface, = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
    bus.register_object("/org/freedesktop/FileManager1", interface, on_called, None, None)
    Gio.bus_own_name_on_connection(bus, FILE_MANAGER, Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(sys.argv[1])
