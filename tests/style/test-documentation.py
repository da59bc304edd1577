# SPDX-License-Identifier: GPL-3.0-or-later
"""Every function in a header that is not private is documented: parameters, result, errors."""

import re

from tree import relative, report, sources

DECLARATION = re.compile(r"^(?!typedef|static|extern|#|G_)[A-Za-z_][\w \*]*?\b((?:ikrar|Ikrar)\w*)\s*\(([^;{]*?)\)\s*;",
                         re.M | re.S)
EXEMPT = re.compile(r"_get_type$|_error_quark$|_get_resource$")


def comment_of(text, name):
    match = re.search(r"/\*\*\n \* " + re.escape(name) + r":.*?\*/", text, re.S)
    return match.group(0) if match else None


def parameters(arguments):
    if arguments.strip() in ("void", ""):
        return
    depth, current, parts = 0, "", []
    for letter in arguments:
        depth += letter in "(["
        depth -= letter in ")]"
        if letter == "," and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += letter
    parts.append(current)
    for part in parts:
        if part.strip() == "...":
            continue
        match = re.search(r"(\w+)\s*(\[[^\]]*\])?\s*$", part)
        if match and match.group(1) not in ("self",):
            yield match.group(1)


def problems_of(path):
    text = path.read_text()
    code = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.S)
    for match in DECLARATION.finditer(code):
        name, arguments = match.groups()
        if EXEMPT.search(name):
            continue
        comment = comment_of(text, name)
        if comment is None:
            yield f"{relative(path)}: {name} has no documentation"
            continue
        for parameter in parameters(arguments):
            if f"@{parameter}:" not in comment and parameter != "error":
                yield f"{relative(path)}: {name} does not document @{parameter}"
        returns = not re.match(r"void\s+" + name, code[match.start():].lstrip())
        if returns and "Returns:" not in comment:
            yield f"{relative(path)}: {name} does not say what it returns"


found = []
for header in sources("src/**/*.h"):
    if not header.name.endswith("-private.h"):
        found.extend(problems_of(header))
report([("public functions are documented", found)])
