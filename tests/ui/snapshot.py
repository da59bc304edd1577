# SPDX-License-Identifier: GPL-3.0-or-later
"""All widgets of a program at one moment, read from the accessibility bus in one message.

Asking AT-SPI for every widget takes some messages each, seconds for the whole window. GTK makes
widgets known when somebody asks for them: those are asked for once, and listed together from then on.
"""

from gi.repository import Atspi, Gio, GLib

PREFIX = "org.a11y.atspi"
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"


class Item:
    """What the list of a program says of a widget."""

    def __init__(self, entry):
        (_, self.path), _, (_, self.parent), self.index, self.count, _, self.name, role, *_ = entry
        self.role = Atspi.role_get_name(Atspi.Role(role))
        self.children = []

    @property
    def places(self):
        """How many of its places are taken by children that are known: one that was hidden stays
        known, at a place that another one has by now."""
        return len({child.index for child in self.children})


class Bus:
    """The accessibility bus, and the program with this process on it."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, -1)[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        programs = self.get_children(f"{PREFIX}.Registry", ROOT)
        self.program = next(name for name, _ in programs if self.get_pid(name) == pid)

    def call(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, -1).unpack()[0]

    def get_children(self, name, path):
        return self.call(name, path, f"{PREFIX}.Accessible", "GetChildren")

    def get_pid(self, name):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))

    def read(self):
        """Every widget that is known, by its path."""
        entries = self.call(self.program, CACHE, f"{PREFIX}.Cache", "GetItems")
        items = {item.path: item for item in map(Item, entries)}
        for item in items.values():
            if item.parent in items:
                items[item.parent].children.append(item)
        for item in items.values():
            item.children.sort(key=lambda child: child.index)
        return items

    def make_known(self, paths):
        """Asks for what stands below these widgets, however deep."""
        waiting = list(paths)
        while waiting:
            try:
                waiting.extend(path for _, path in self.get_children(self.program, waiting.pop()))
            except GLib.Error:
                continue  # It went meanwhile.

    def read_below(self, path):
        """The widget with this path and all within, as pairs of a way down (items) and an item."""
        items = self.read()
        unknown = [item.path for _, item in walk(items, path) if item.count > item.places]
        if unknown or path not in items:
            self.make_known(unknown or [path])
            items = self.read()
        return walk(items, path)


def walk(items, path):
    """Depth first, as the widgets stand on the screen."""
    waiting = [((), items[path])] if path in items else []
    while waiting:
        way, item = waiting.pop()
        yield way, item
        waiting.extend((way + (child,), child) for child in reversed(item.children))
