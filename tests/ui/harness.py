# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program under Xvfb as a person does, through AT-SPI, and prints TAP.

A test file defines functions whose names begin with `test_` and ends with `run(globals())`:

    from harness import Program, run

    def test_a_new_event_needs_a_title():
        with Program() as program:
            program.act("win.new-event")
            dialog = program.window("New Event")
            dialog.find("push button", "Create").click()
            dialog.find("text", "Give the event a title")

    run(globals())

Nothing here waits for a fixed time: everything waits for a condition, generously. Widgets are found
by their accessible role and name, which makes every test one of accessibility too. A warning of the
program or of GTK fails the test when the program is closed.

Environment: IKRAR_PROGRAM, IKRAR_SAMPLE (the programs to run), GSETTINGS_SCHEMA_DIR, and
IKRAR_SCREENSHOTS (a folder for pictures; none are taken without it). `--keep NAME` runs one test.
"""

import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

TIMEOUT = 40
INTERVAL = 0.05
SCREEN = "1600x1100x24"
SESSION_MARK = "IKRAR_UI_SESSION"
# What a desktop gives to programs: pictures and widths are as people see them.
GNOME_SETTINGS = """[Settings]
gtk-font-name=Cantarell,Inter 10.5
gtk-decoration-layout=:close
"""
DESCRIBED_LINES = 120
MIME_TYPES = pathlib.Path(__file__).parents[2] / "resources" / "id.ikrar.Ikrar.mime.xml"
UNNAMED = re.compile(r"“(|(Gtk|Adw)\w+)”$")
WARNING = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*")
# GTK 4.8 lists widgets for assistive technology that are just coming or going.
KNOWN_WARNING = re.compile(r"g_variant_is_object_path: assertion 'string != NULL' failed"
                           r"|g_variant_.*: assertion 'value != NULL' failed")
# Asked for such a widget at the wrong moment, GTK 4.8 ends with SIGSEGV just after that warning
# (g_variant_new() of a reply within the toolkit). The test is begun anew then, so often at most.
TOOLKIT_CRASHES_MAX = 3
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def start_display():
    """Starts an X server without a screen, under a number of its own, and waits until it is ready."""
    display = f":{100 + os.getpid() % 50000}"
    reading, writing = os.pipe()
    # Between two clients it would begin anew, and a third that comes in that moment is refused.
    server = subprocess.Popen(["Xvfb", display, "-displayfd", str(writing), "-screen", "0", SCREEN,
                               "-nolisten", "tcp", "-noreset"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        pipe.readline()
    os.environ["DISPLAY"] = display
    return server


def enter_session():
    """Runs this program again with a display and a session bus of its own, and ends as it does."""
    if os.environ.get(SESSION_MARK):
        return
    os.environ[SESSION_MARK] = "1"
    server = start_display()
    try:
        status = subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv])
    finally:
        server.terminate()
        server.wait()
    sys.exit(status)


enter_session()

import gi  # noqa: E402  (the bus must be there first)

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from snapshot import Bus  # noqa: E402


class Failure(Exception):
    """Something is not as a test expects it."""


def wait(condition, what, timeout=TIMEOUT):
    """Waits until condition() is true and returns what it gave. A widget may go while it is looked
    at: then there is nothing yet."""
    end = time.monotonic() + timeout
    while True:
        try:
            result = condition()
        except GLib.Error:
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise Failure(f"timed out: {what}")
        time.sleep(INTERVAL)


def plain(name):
    """A name without the marks of mnemonics. GTK 4.8 says the label of a button twice."""
    words = (name or "").replace("_", "")
    half = len(words) // 2
    said_twice = len(words) % 2 and words[:half] == words[half + 1:]
    return words[:half] if half and said_twice else words


class Widget:
    """A widget as assistive technology sees it."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return plain(self.accessible.get_name())

    @property
    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Widget(self.program, child)

    @property
    def text(self):
        """What stands in an entry, or a label says."""
        # GTK 4.8 takes -1 for nothing, not for the end.
        end = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, end)

    def has_state(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def is_sensitive(self):
        return self.has_state(Atspi.StateType.SENSITIVE)

    @property
    def is_focused(self):
        return self.has_state(Atspi.StateType.FOCUSED)

    @property
    def is_checked(self):
        return self.has_state(Atspi.StateType.CHECKED) or self.has_state(Atspi.StateType.PRESSED)

    @property
    def extents(self):
        """Where it is in its window: x, y, width, height."""
        place = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return place.x, place.y, place.width, place.height

    @property
    def is_seen(self):
        """Whether it is on the screen and nothing lies over it."""
        x, y, width, height = self.extents
        if width <= 0 or height <= 0:
            return False
        # Texts and icons within, in its middle or at one side, are not known to AT-SPI; an edge is.
        middle = y + height // 2
        # GTK 4.8 says where the content begins: the padding lies before it.
        places = [(x + width // 2, middle), (x - 3, middle), (x + 3, middle), (x + width - 2, middle),
                  (x + 1, y + 1)]
        return any(self.lies_at(*place) for place in places)

    def lies_at(self, x, y):
        top = self.top.accessible
        found = Atspi.Component.get_accessible_at_point(top, x, y, Atspi.CoordType.WINDOW)
        while found is not None and found != top:
            if found == self.accessible:
                return True
            found = found.get_parent()
        return False

    @property
    def top(self):
        """The window it stands in."""
        widget = self.accessible
        parent = widget.get_parent()
        while parent is not None and parent.get_role() not in (Atspi.Role.APPLICATION,
                                                               Atspi.Role.INVALID):
            widget, parent = parent, parent.get_parent()
        return Widget(self.program, widget)

    def search(self, role, name, seen):
        """Each widget within that has the role and the name, one after the other."""
        for way, item in self.program.bus.read_below(self.accessible.path):
            if (role is None or item.role == role) and matches(name, plain(item.name)):
                widget = self.descend(way)
                if widget is not None and (not seen or widget.is_seen):
                    yield widget

    def descend(self, way):
        """The widget at the end of a way down, or None if another one is there by now."""
        accessible = self.accessible
        for item in way:
            count = accessible.get_child_count()
            # GTK 4.8 counts pages of stacks from 0 again: the index may be one of several.
            likely = [item.index, *(index for index in range(count) if index != item.index)]
            children = (accessible.get_child_at_index(index) for index in likely)
            accessible = next((child for child in children
                               if child is not None and child.path == item.path), None)
            if accessible is None:
                return None
        return Widget(self.program, accessible)

    def find_all(self, role=None, name=None, seen=False):
        """All widgets within that have the role and the name (a string, or a condition)."""
        return list(self.search(role, name, seen))

    def find(self, role=None, name=None, seen=False, timeout=TIMEOUT):
        """The first such widget, as soon as there is one."""
        def look():
            try:
                return next(self.search(role, name, seen), None)
            except GLib.Error:
                return None  # Something went while it was looked at.
        return wait(look, f"{role or 'a widget'} “{name}” in {self!r}", timeout)

    def wait_gone(self, role=None, name=None, seen=False, timeout=TIMEOUT):
        """Waits until no such widget is left."""
        def look():
            try:
                return next(self.search(role, name, seen), None) is None
            except GLib.Error:
                return False
        wait(look, f"{role} “{name}” stays", timeout)

    def click(self):
        """Presses a button. What has no action of its own is clicked with the pointer."""
        wait(lambda: self.is_sensitive, f"{self!r} stays insensitive")
        if not self.act("click", required=False):
            self.click_pointer()
        return self

    def act(self, action, required=True):
        """Does one of its actions, such as `click` or `win.back`."""
        for index in range(Atspi.Action.get_n_actions(self.accessible)):
            if Atspi.Action.get_action_name(self.accessible, index) == action:
                Atspi.Action.do_action(self.accessible, index)
                return True
        if required:
            raise Failure(f"{self!r} has no action {action}")
        return False

    def click_pointer(self):
        """Clicks in its middle as a mouse does."""
        wait(lambda: self.is_seen, f"{self!r} is not seen")
        x, y, width, height = self.extents
        left, top = self.program.origin(self.top)
        self.program.xdotool("mousemove", "--sync", left + x + width // 2, top + y + height // 2)
        self.program.xdotool("click", 1)
        return self

    def scroll_to(self):
        """Turns the wheel over the middle of the window until it is seen."""
        window = self.top
        _, _, width, height = window.extents
        left, top = self.program.origin(window)
        self.program.xdotool("mousemove", "--sync", left + width // 2, top + height // 2)

        def is_there():
            """Not with an edge only: what is to be clicked is clicked in its middle."""
            _, y, _, own = self.extents
            return self.is_seen and y >= 0 and y + own // 2 < height

        def turn():
            if not is_there():
                self.program.xdotool("click", 4 if self.extents[1] < 0 else 5)
            return is_there()
        wait(turn, f"{self!r} cannot be scrolled to")
        return self

    def type(self, text):
        """Puts text into an entry in place of what stands there."""
        wait(lambda: self.is_sensitive, f"{self!r} stays insensitive")
        Atspi.EditableText.set_text_contents(self.accessible, text)
        wait(lambda: self.text == text, f"{self!r} does not take “{text}”")
        return self

    def wait_sensitive(self):
        wait(lambda: self.is_sensitive, f"{self!r} stays insensitive")
        return self

    def wait_text(self, text):
        """Waits until an entry holds this text."""
        wait(lambda: self.text == text, f"{self!r} does not become “{text}”")
        return self

    def question(self):
        """The message that stands over this window, as soon as there is one."""
        def look():
            try:
                return next((window for window in self.program.windows()
                             if window.role == "dialog"), None)
            except GLib.Error:
                return None
        return wait(look, f"a message over {self!r}")

    def describe(self):
        """The tree below, a line each, for finding out why a test fails."""
        return [f"{' ' * len(way)}{item.role} “{plain(item.name)}”"
                for way, item in self.program.bus.read_below(self.accessible.path)]


def matches(wanted, name):
    """Whether a name is the wanted one: a string, a condition, or None for any."""
    if wanted is None:
        return True
    return wanted(name) if callable(wanted) else wanted == name


class Program:
    """The program with a database of its own, for one test."""

    def __init__(self, sample=False, width=None, height=None, dark=False, language=None,
                 environment=None, settings=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-ui-"))
        self.database = self.folder / "ikrar.db"
        self.errors = self.folder / "stderr"
        self.environment = self.make_environment(width, height, dark, language,
                                                 settings or {})
        self.environment.update(environment or {})
        self.command = [os.environ["IKRAR_PROGRAM"], "--db", self.database]
        self.process = None
        self.bus = None
        self.shadows = {}
        self.expected_warning = None
        if sample:
            subprocess.run([os.environ["IKRAR_SAMPLE"], self.database], check=True)

    def make_environment(self, width, height, dark, language, settings):
        environment = dict(os.environ, G_DEBUG="", GTK_A11Y="atspi",
                           GDK_BACKEND="x11", GSK_RENDERER="cairo", NO_AT_BRIDGE="0",
                           GSETTINGS_BACKEND="memory", TZ="Asia/Makassar",
                           SPEECHD_ADDRESS=f"unix_socket:{self.folder / 'no-voice'}",
                           HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"),
                           XDG_CONFIG_HOME=str(self.folder / "config"),
                           XDG_CACHE_HOME=str(self.folder / "cache"))
        self.write_config("gtk-4.0/settings.ini", GNOME_SETTINGS)
        self.install_mime_types()
        if width or height:
            settings = {"window-width": width or 1180, "window-height": height or 760, **settings}
        if settings:
            environment["GSETTINGS_BACKEND"] = "keyfile"
            lines = [f"{key}={value}\n" for key, value in settings.items()]
            self.write_config("glib-2.0/settings/keyfile", "[id/ikrar/Ikrar]\n" + "".join(lines))
        if dark:
            environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if language:
            environment["LANGUAGE"] = language
        return environment

    def install_mime_types(self):
        """What the program installs system-wide; see the file itself."""
        packages = self.folder / "data" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(MIME_TYPES, packages / "id.ikrar.Ikrar.xml")
        subprocess.run(["update-mime-database", packages.parent], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def write_config(self, name, text):
        path = self.folder / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        try:
            if kind is None:
                self.close()
        except Exception:
            kind = Failure
            raise
        finally:
            if kind is not None:
                self.explain()
            self.kill()
            shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(self.command, stderr=errors, env=self.environment,
                                            cwd=self.folder)
        self.frame = self.window("Ikrar")
        self.bus = Bus(self.process.pid)
        self.shadows = {}
        self.give_focus(self.frame)

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def close(self):
        """Closes the main window; the program must end well and without a warning."""
        self.frame.act("window.close")
        wait(lambda: self.process.poll() is not None, "the program does not end")
        if self.process.returncode != 0 or self.warnings():
            raise Failure(f"the program ended with {self.process.returncode}:\n"
                          f"{self.errors.read_text(errors='replace')}")

    def warnings(self):
        return [line for line in self.errors.read_text(errors="replace").splitlines()
                if WARNING.search(line) and not KNOWN_WARNING.search(line)
                and not (self.expected_warning and self.expected_warning in line)]

    def explain(self):
        """Says what the program wrote and showed when a test failed."""
        note(self.errors.read_text(errors="replace"))
        self.screenshot("failed")
        if self.has_ended():
            note(f"the program ended with {self.process.returncode}")
            Program.crashed_in_toolkit = self.is_toolkit_crash()
            return
        shown = self.windows()[-1]
        lines = [line for line in shown.describe() if not UNNAMED.search(line)]
        note("\n".join(lines[:DESCRIBED_LINES]))

    def is_toolkit_crash(self):
        """Whether it ended as GTK 4.8 does; see TOOLKIT_CRASHES_MAX."""
        said = [line for line in self.errors.read_text(errors="replace").splitlines() if line]
        return (self.process.returncode == -signal.SIGSEGV and said != []
                and "g_variant_new_object_path: assertion" in said[-1])

    def has_ended(self):
        """Whether the program is gone, or about to go."""
        try:
            self.process.wait(1)
        except subprocess.TimeoutExpired:
            return False
        return True

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Widget(self, child)
        return None

    def windows(self):
        application = self.application()
        return list(application.children) if application is not None else []

    def window(self, name):
        """The window with this title, as soon as it is there."""
        def look():
            if self.process.poll() is not None:
                raise Failure(f"the program ended with {self.process.returncode}:\n"
                              f"{self.errors.read_text(errors='replace')}")
            try:
                return next((w for w in self.windows() if matches(name, w.name)), None)
            except GLib.Error:
                return None
        return wait(look, f"window “{name}”")

    def top_window(self, role, name):
        """The window beside the main one in which there is such a widget."""
        def look():
            try:
                others = [window for window in self.windows() if window.name != "Ikrar"]
                return next((window for window in others if window.find_all(role, name)), None)
            except GLib.Error:
                return None  # Another window went while it was looked at.
        return wait(look, f"a window with {role} “{name}”")

    def wait_closed(self, name):
        """Waits until no window has this title."""
        def look():
            try:
                return not any(matches(name, window.name) for window in self.windows())
            except GLib.Error:
                return False  # One went while its name was asked for.
        wait(look, f"“{name}” stays open")

    def find(self, role=None, name=None, seen=False, timeout=TIMEOUT):
        """The first such widget of the main window."""
        return self.frame.find(role, name, seen, timeout)

    def act(self, action):
        """Does an action of the main window, such as `win.new-event`."""
        self.frame.act(action)

    def show_page(self, name):
        """Goes to a page through the sidebar."""
        pages = self.find("list", "Pages")
        pages.find(None, name).click_pointer()

    def wait_event(self, title):
        """Waits until the page of this event is shown."""
        page = self.find("filler", "IkrarEventPage")
        page.find("label", title)
        wait(lambda: page.is_seen, f"the page of “{title}”")
        return page

    def discard(self, dialog, button="Discard"):
        """Closes a form and throws away what was entered."""
        name = dialog.name
        wait(lambda: not any(window.role == "dialog" for window in self.windows()), "a message stays")
        dialog.act("window.close")
        dialog.question().find("push button", button).click()
        self.wait_closed(name)

    def answer_chooser(self, title, path):
        """Types a path into the dialog with this title that asks for a file."""
        dialog = self.window(title)
        dialog.find("push button", "Cancel", seen=True)
        self.xdotool("windowfocus", "--sync", self.x_window(dialog))
        # The entry for the path is not known to AT-SPI before it has the focus; keys come in order.
        self.xdotool("key", "--clearmodifiers", "ctrl+l", "ctrl+a")
        self.xdotool("type", "--clearmodifiers", "--delay", 1, path)
        self.xdotool("key", "--clearmodifiers", "Return")
        self.wait_closed(title)

    def xdotool(self, *arguments):
        result = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True)
        return result.stdout.split()

    def x_window(self, window):
        """The X window of a window: no window manager is running that would know."""
        def look():
            found = self.xdotool("search", "--all", "--onlyvisible", "--pid", self.process.pid,
                                 "--name", f"^{re.escape(window.name)}$")
            return found[-1] if found else None
        return wait(look, f"the X window of {window!r}")

    def origin(self, window):
        """Where the inner corner of a window is on the screen: outside of it lies its shadow."""
        shown = self.x_window(window)
        lines = self.xdotool("getwindowgeometry", "--shell", shown)
        place = {key: int(value) for key, value in (line.split("=") for line in lines if "=" in line)}
        if shown not in self.shadows:
            _, _, width, height = window.extents
            self.shadows[shown] = ((place["WIDTH"] - width) // 2, (place["HEIGHT"] - height) // 2)
        return place["X"] + self.shadows[shown][0], place["Y"] + self.shadows[shown][1]

    def give_focus(self, window):
        """Gives a window the keyboard, as a window manager would, and brings it before others."""
        self.xdotool("windowraise", self.x_window(window))
        self.xdotool("windowfocus", "--sync", self.x_window(window))
        wait(lambda: window.has_state(Atspi.StateType.ACTIVE), f"{window!r} is not active")

    def key(self, window, *keys):
        """Presses keys in a window, such as `Escape` or `ctrl+s`."""
        self.give_focus(window)
        self.xdotool("key", "--clearmodifiers", *keys)

    def scan(self, window, code):
        """Types a line as a scanner does, wherever the focus is."""
        self.give_focus(window)
        self.xdotool("type", "--delay", "1", code)
        self.xdotool("key", "Return")

    def choose(self, window, row, place):
        """Chooses in a drop-down with the keyboard what stands at a place, counted from 0.

        What stands in popovers is listed by GTK 4.8 where it does not lie: no pointer finds it.
        """
        box = window.find("combo box", row).scroll_to().click_pointer()
        # Keys that come before the popover is open go to what stands beside. There is a list without
        # it too: rows of libadwaita show in one what is chosen.
        box.find("scroll pane")
        # The focus begins where it was last, or with the first, whatever is chosen.
        self.key(window.top, "Home", *["Down"] * place, "Return")
        box.wait_gone("scroll pane")

    def screenshot(self, name, window=None):
        """Takes a picture of a window, or of the whole screen, if pictures are wanted."""
        folder = os.environ.get("IKRAR_SCREENSHOTS")
        if folder:
            path = pathlib.Path(folder) / f"{pathlib.Path(sys.argv[0]).stem}-{name}.png"
            shown = self.x_window(window) if window is not None else "root"
            subprocess.run(["import", "-window", shown, path], check=False)

    def resize(self, window, width, height):
        """Gives a window a size, as dragging its corner does."""
        self.xdotool("windowsize", "--sync", self.x_window(window), width, height)

    def query(self, sql, *parameters):
        """Rows of the database, to see what was really written."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return connection.execute(sql, parameters).fetchall()

    def wait_row(self, sql, *parameters):
        """The first row of a query, as soon as it has one."""
        return wait(lambda: self.query(sql, *parameters), f"no row: {sql} {parameters}")[0]


def note(text):
    for line in str(text).splitlines():
        print(f"# {line}", flush=True)


def start_bus():
    """Starts the accessibility bus; GTK looks for it when it starts."""
    for launcher in BUS_LAUNCHERS:
        if os.path.exists(launcher):
            # What the registry says must not stand among the results.
            subprocess.Popen([launcher, "--launch-immediately"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            break
    Atspi.init()
    Atspi.set_timeout(5000, TIMEOUT * 1000)


def run(names):
    """Runs the functions of a test file whose names begin with `test_`, and prints TAP."""
    tests = [(name, value) for name, value in names.items()
             if name.startswith("test_") and callable(value)]
    if "--keep" in sys.argv:
        wanted = sys.argv[sys.argv.index("--keep") + 1]
        tests = [test for test in tests if wanted in test[0]]
    start_bus()
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        passed = passes(function)
        failed += not passed
        print(f"{'ok' if passed else 'not ok'} {number} - {name[5:].replace('_', ' ')}", flush=True)
    sys.exit(1 if failed else 0)


def passes(function):
    """Whether a test passes."""
    for _ in range(TOOLKIT_CRASHES_MAX):
        Program.crashed_in_toolkit = False
        try:
            function()
            return True
        except Exception:  # Whatever went wrong, the other tests shall run.
            note(traceback.format_exc())
        if not Program.crashed_in_toolkit:
            return False
        note("the toolkit crashed; the test is begun anew")
    return False
