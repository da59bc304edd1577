# SPDX-License-Identifier: GPL-3.0-or-later
"""Habits that cause trouble later: forbidden calls, unfinished work, forgotten translations."""

import re
from xml.etree import ElementTree

from tree import ROOT, relative, report, sources, strip_comments

FORBIDDEN = {
    r"\b(gtk_label_set_markup|use-markup\">(true|True|1))": "show text, never markup",
    r"\bG_DISABLE_(CHECKS|ASSERT)\b": "checks stay on",
    r"\b(sprintf|strcpy|strcat|gets|atoi|atof|system)\s*\(": "use the GLib call",
    r"\bg_file_set_contents\s*\(": "use g_file_set_contents_full with CONSISTENT | DURABLE",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)")


def forbidden():
    for path in sources("src/**/*.[ch]", "ui/*.ui"):
        text = path.read_text()
        code = strip_comments(text) if path.suffix != ".ui" else text
        for number, line in enumerate(code.splitlines(), 1):
            for pattern, advice in FORBIDDEN.items():
                if re.search(pattern, line):
                    yield f"{relative(path)}:{number}: {advice}"


def unfinished():
    for path in sources("src/**/*.[ch]", "ui/*.ui", "tests/**/*.[ch]", "tests/**/*.py"):
        if path.name == "test-words.py":
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{relative(path)}:{number}: unfinished, without the number of an issue"


def untranslated():
    listed = set((ROOT / "po/POTFILES.in").read_text().split())
    for path in sources("src/**/*.c", "ui/*.ui", "resources/*.in"):
        text = path.read_text()
        marked = (re.search(r'translatable="(yes|true)"', text) if path.suffix == ".ui"
                  else (path.suffix == ".in" and path.suffixes[-2] != ".service") or re.search(r'\b(_|N_|C_|NC_|ngettext|dngettext)\s*\("', text)
                  or re.search(r'\b(_|N_|C_|NC_|ngettext) \(\s*"', text))
        if marked and relative(path) not in listed:
            yield f"{relative(path)} is not in po/POTFILES.in"
    for name in sorted(listed):
        if not (ROOT / name).exists():
            yield f"po/POTFILES.in names {name}, which does not exist"


def dangling_bins():
    """AdwBin keeps its child in a pointer of its own, which disposing of a bound child leaves dangling."""
    bins = {"AdwBin", "IkrarPage", "IkrarEventView"}
    for path in sources("ui/*.ui"):
        template = ElementTree.parse(path).getroot().find("template")
        child = template.find("property[@name='child']/object[@id]") if template is not None else None
        if child is None or template.get("parent") not in bins:
            continue
        binds = f"template_child (widget_class, {template.get('class')}, {child.get('id')})"
        for source in sources("src/ui/**/*.c"):
            text = source.read_text()
            if (binds in text and "gtk_widget_dispose_template" in text
                    and not re.search(r"adw_bin_set_child \(ADW_BIN \(\w+\), NULL\)", text)):
                yield f"{relative(source)}: take the child out of the bin before disposing of the template"


def overwritten_errors():
    """Two calls in a row are given the same error, and nobody looks at the first one's result."""
    call = re.compile(r"(\w+)\)?\s*=\s([^;]*[( ](&?(?:error|local))\)[^;]*)$", re.S)
    for path in sources("src/**/*.c"):
        code = strip_comments(path.read_text())
        for block in re.finditer(r"(?:[^;{}]*;)+", code):
            before, line = None, code.count("\n", 0, block.start()) + 1
            for statement in block.group(0).split(";"):
                found = None if re.search(r"\b(if|while|for|return)\b", statement) else call.search(statement)
                if (found and before and found.group(3) == before.group(3)
                        and not re.search(rf"\b{before.group(1)}\b", found.group(2))):
                    yield f"{relative(path)}:{line}: an error of {before.group(1)} would be overwritten"
                before = found or (before if "(" not in statement else None)
                line += statement.count("\n")


report([("no forbidden call", list(forbidden())),
        ("nothing unfinished", list(unfinished())),
        ("po/POTFILES.in is complete", list(untranslated())),
        ("no bin keeps a disposed child", list(dangling_bins())),
        ("no error is overwritten", list(overwritten_errors()))])
