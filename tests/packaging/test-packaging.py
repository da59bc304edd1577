# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is complete and valid: desktop file, metainfo, schema, manifest, translations."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
ID = "id.ikrar.Ikrar"
INSTALLED = [
    "bin/ikrar", "bin/ikrarctl", f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml", f"share/dbus-1/services/{ID}.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml", f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg", "share/locale/id/LC_MESSAGES/ikrar.mo",
    f"share/mime/packages/{ID}.xml", "share/man/man1/ikrarctl.1",
]


def run(*command, **options):
    """Problems of a command that has to end well: what it printed."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).splitlines() or ["failed"]


def installs():
    with tempfile.TemporaryDirectory() as folder:
        problems = run("meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", folder)
        prefix = next((path.parent.parent for path in pathlib.Path(folder).rglob("bin/ikrar")), None)
        if prefix is None:
            return problems + ["bin/ikrar is not installed"]
        problems += [f"{name} is not installed" for name in INSTALLED if not (prefix / name).exists()]
        problems += run(prefix / "bin/ikrarctl", "--version")
        problems += run("desktop-file-validate", prefix / f"share/applications/{ID}.desktop")
        problems += run("appstreamcli", "validate", "--no-net", prefix / f"share/metainfo/{ID}.metainfo.xml")
        service = (prefix / f"share/dbus-1/services/{ID}.service").read_text()
        if f"Name={ID}\n" not in service or "/bin/ikrar --gapplication-service" not in service:
            problems.append("the D-Bus service does not start ikrar")
        return problems


def manual():
    """The page formats without a warning and names every command of the help."""
    page = BUILD / "src/cli/ikrarctl.1"
    problems = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
    shown = subprocess.run(["man", "-E", "UTF-8", "-l", page], capture_output=True, text=True,
                           env={**os.environ, "MANWIDTH": "200", "MANPAGER": "cat"}).stdout
    shown = re.sub(r"\s+", " ", re.sub(r".\x08", "", shown))
    usage = subprocess.run([BUILD / "src/cli/ikrarctl", "--help"], capture_output=True, text=True).stdout
    commands = re.findall(r"^  ([a-z][a-z ]*[a-z])(?= |$)", usage, re.M)
    problems += [f"{command} is not in the manual" for command in commands if command not in shown]
    return problems + ([] if len(commands) > 30 else ["the help lists too few commands"])


def manifest():
    """The Flatpak manifest is read by its builder, and every archive is pinned."""
    result = subprocess.run(["flatpak-builder", "--show-manifest", SOURCE / f"flatpak/{ID}.yml"],
                            capture_output=True, text=True)
    if result.returncode != 0:
        return result.stderr.splitlines()
    modules = json.loads(result.stdout)["modules"]
    return [f"{module['name']} is not pinned" for module in modules for source in module["sources"]
            if source["type"] == "archive" and len(source.get("sha256", "")) != 64]


def translations():
    """Every string of the program has an Indonesian translation with the same arguments."""
    with tempfile.NamedTemporaryFile(suffix=".po") as merged, tempfile.NamedTemporaryFile(suffix=".pot") as pot:
        files = (SOURCE / "po/POTFILES.in").read_text().split()
        # The same keywords as the build uses.
        problems = run("xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
                       "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
                       "--add-comments", "-o", pot.name, *files, cwd=SOURCE)
        problems += run("msgmerge", "-q", "-N", "-o", merged.name, SOURCE / "po/id.po", pot.name)
        counts = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", merged.name],
                                capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
        if counts.returncode != 0 or re.search(r"untranslated|fuzzy", counts.stderr):
            missing = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", merged.name],
                                     capture_output=True, text=True).stdout
            problems += counts.stderr.splitlines() + re.findall(r'^msgid ".+"$', missing, re.M)[:20]
        return problems


CASES = [
    ("meson install into a DESTDIR is complete", installs),
    ("the schema is strict", lambda: run("glib-compile-schemas", "--strict", "--dry-run", SOURCE / "resources")),
    ("the manual page is complete", manual),
    ("the Flatpak manifest is valid", manifest),
    ("the Indonesian translation is complete", translations),
]

print(f"1..{len(CASES)}")
FAILED = False
for number, (name, check) in enumerate(CASES, 1):
    found = check()
    FAILED = FAILED or bool(found)
    print(f"{'not ok' if found else 'ok'} {number} - {name}")
    for line in found:
        print(f"# {line}")
sys.exit(1 if FAILED else 0)
