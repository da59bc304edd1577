# SPDX-License-Identifier: GPL-3.0-or-later
"""Each floor includes only what stands below it, and only the libraries it may use."""

import re

from tree import ROOT, relative, report, sources

FLOORS = {
    "core": [],
    "seal": ["core"],
    "store": ["core", "seal"],
    "roster": ["core", "store"],
    "desk": ["core", "seal", "store"],
    "camera": [],
    "report": ["core", "seal", "store"],
    "ui": ["core", "seal", "store", "roster", "desk", "camera", "report"],
    "cli": ["core", "seal", "store", "roster", "desk", "report"],
}
GLIB = r"glib(/gi18n(-lib)?|/gstdio|-unix|-object)?\.h|gio/[a-z]+\.h|gmodule\.h"
LIBRARIES = {
    "core": "",
    "seal": r"sodium\.h|openssl/.*",
    "store": r"sqlite3\.h|libpq-fe\.h",
    "roster": r"zip\.h|json-glib/json-glib\.h|expat\.h|libxml/\w+\.h|freexl\.h",
    "desk": "",
    "camera": r"gst/.*|zbar\.h",
    "report": r"cairo.*\.h|pango/.*|hb.*\.h|qrencode\.h|xlsxwriter.*\.h|fontconfig/.*",
    "ui": r"gtk/.*|gdk/.*|adwaita\.h|libsecret/.*|gst/.*|cairo.*\.h|pango/.*",
    "cli": r"json-glib/.*",
}
# The C library is open to every floor.
SYSTEM = (r"(assert|ctype|errno|fcntl|float|inttypes|libintl|limits|locale|math|signal|stdarg"
          r"|pthread|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|strings|sys/[a-z]+|netinet/[a-z]+|time"
          r"|unistd)\.h")


def problems_of(path, floor):
    allowed = FLOORS[floor] + [floor]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        kind, name = match.groups()
        where = f"{relative(path)}:{number}: {name}"
        if kind == '"':
            if name == "config.h" or re.fullmatch(rf"resources/ikrar-{floor}-resources\.h", name):
                continue
            if name.split("/")[0] not in allowed:
                yield f"{where} stands above floor {floor}"
            elif not (ROOT / "src" / name).exists():
                yield f"{where} does not exist below src/"
        elif not re.fullmatch(f"{GLIB}|{SYSTEM}|{LIBRARIES[floor]}", name):
            yield f"{where} is no library of floor {floor}"


def cases():
    for floor in FLOORS:
        found = []
        for path in sources(f"src/{floor}/**/*.c", f"src/{floor}/**/*.h"):
            found.extend(problems_of(path, floor))
        yield f"floor {floor}", found
    main = ROOT / "src/main.c"
    lines = len(main.read_text().splitlines()) if main.exists() else 0
    yield "main.c is under 50 lines", [f"{lines} lines"] if lines >= 50 else []


report(cases())
