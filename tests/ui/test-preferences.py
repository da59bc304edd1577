# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: what is typed or chosen holds at once, is checked, and can be taken back."""

from gi.repository import GLib

from harness import Program, run, wait

OFFICE = "SELECT {} FROM institution"
HEAD = "SELECT prefix, name, suffix, acting, position, grade, number FROM signatory WHERE id = 1"


def open_preferences(program, page=None):
    program.act("win.preferences")
    window = program.window("Preferences")
    window.find("text", "Government").wait_text("Pemerintah Kabupaten Mandala Jaya")
    if page:
        window.find("page tab", page).click()
    return window


def fill(program, window, field, text):
    """Types into a field and leaves it as one does: with Enter."""
    row = window.find("text", field)
    row.click_pointer().type(text)
    program.key(window, "Return")
    return row


def find_undo(window, message):
    """The Undo button of the toast with this message, without looking through the pages of the
    window: a toast does not stay for long."""
    node = window
    while True:
        children = list(node.children)
        if not children:
            return None
        for button in children[-1].children:
            if button.role == "push button" and button.name == "Undo":
                return button if children[-1].find_all("label", message) else None
        node = children[0]


def toast(window, message):
    """The Undo button of the toast with this message, as soon as there is one."""
    def look():
        try:
            return find_undo(window, message)
        except GLib.Error:
            return None  # Another toast went while it was looked at.
    return wait(look, f"no toast “{message}”")


def test_the_letterhead_is_saved_field_by_field_and_undone():
    with Program(sample=True) as program:
        window = open_preferences(program)
        cases = [("Government", "government", "Pemerintah Kota Contoh", "Government changed"),
                 ("Address", "address", "Jalan Merdeka Nomor 1 & 2 <Contoh>", "Address changed"),
                 ("Place Where Papers Are Dated", "city", "Contoh", "Place of papers changed")]
        for field, column, text, done in cases:
            before = program.query(OFFICE.format(column))
            fill(program, window, field, f"  {text} ")
            button = toast(window, done)
            assert program.query(OFFICE.format(column)) == [(text,)]
            button.click()
            window.find("text", field).wait_text(before[0][0])
            assert program.query(OFFICE.format(column)) == before
        window.find("image", "Letterhead as it will be printed", seen=True)
        program.screenshot("institution", window)


def test_what_is_typed_last_is_saved_when_the_window_closes():
    with Program(sample=True) as program:
        window = open_preferences(program)
        window.find("text", "Address").click_pointer().type("Jalan Terakhir 9")
        window.act("window.close")
        program.wait_row("SELECT 1 FROM institution WHERE address = 'Jalan Terakhir 9'")
        program.wait_closed("Preferences")


def test_a_signatory_is_taken_apart_and_checked():
    with Program(sample=True) as program:
        window = open_preferences(program, "Signatories")
        name = fill(program, window, "Name with Titles", "Dr Siti Aminah SE MSi")
        name.wait_text("Dr. Siti Aminah, S.E., M.Si.")
        position = fill(program, window, "Position", "plt Kepala Badan Contoh")
        position.wait_text("Kepala Badan Contoh")
        number = fill(program, window, "NIP", "19800417 200501 2 006")
        number.wait_text("19800417 200501 2 006")
        grade = fill(program, window, "Grade", "4b")
        grade.wait_text("IV/b")
        program.wait_row("SELECT 1 FROM signatory WHERE name = 'Siti Aminah' AND acting = 'Plt.'"
                         " AND number = '198004172005012006'")
        prefix, given, suffix, acting, post, _, digits = program.query(HEAD)[0]
        assert (prefix, given, suffix) == ("Dr.", "Siti Aminah", "S.E., M.Si."), program.query(HEAD)
        assert (acting, post, digits) == ("Plt.", "Kepala Badan Contoh", "198004172005012006")
        window.find("image", "Signature block as it will be printed")
        program.screenshot("signatories", window)


def test_a_wrong_nip_or_grade_is_refused_in_its_place():
    with Program(sample=True) as program:
        window = open_preferences(program, "Signatories")
        before = program.query(HEAD)
        fill(program, window, "NIP", "1.98004E+17")
        window.find("text", lambda name: name not in ("NIP", "") and "NIP" in name)
        fill(program, window, "Grade", "kepala")
        window.find("text", "Write the grade like III/d or IX")
        program.screenshot("refused", window)
        assert program.query(HEAD) == before


def test_papers_and_zone_are_chosen_and_undone():
    with Program(sample=True) as program:
        window = open_preferences(program, "Papers")
        before = program.query(OFFICE.format("paper, zone"))
        program.choose(window, "Lists and Letters", 1)
        program.wait_row("SELECT 1 FROM institution WHERE paper = 'A4'")
        toast(window, "Paper of lists and letters changed").click()
        program.wait_row("SELECT 1 FROM institution WHERE paper = ?", before[0][0])
        program.choose(window, "Time Zone of New Events", 2)
        program.wait_row("SELECT 1 FROM institution WHERE zone = 'WIT'")
        toast(window, "Time zone of new events changed").click()
        program.wait_row("SELECT 1 FROM institution WHERE zone = ?", before[0][1])
        program.choose(window, "Event Passes", 3)
        program.wait_row("SELECT 1 FROM setting WHERE name = 'pass-layout' AND value = 'f4-10'")
        toast(window, "Sheet of event passes changed").click()
        program.wait_row("SELECT 1 FROM setting WHERE name = 'pass-layout' AND value = 'a4-8'")


def test_the_desk_keeps_its_name_and_sound():
    with Program(sample=True, width=1180) as program:
        window = open_preferences(program, "This Desk")
        row = window.find("text", lambda name: name.startswith("Name of This Desk"))
        row.click_pointer().type("Meja 2")
        program.key(window, "Return")
        window.find("list item", "Sound for Every Scan").click_pointer()
        settings = program.folder / "config/glib-2.0/settings/keyfile"
        wait(lambda: "desk-name='Meja 2'" in settings.read_text(), "the name is not kept")
        wait(lambda: "desk-sound=false" in settings.read_text(), "the sound is not kept")
        assert "appearance" not in settings.read_text()
        program.screenshot("desk", window)


def test_every_page_fits_a_narrow_window():
    with Program(sample=True) as program:
        window = open_preferences(program)
        program.resize(window, 360, 700)
        wait(lambda: window.extents[2] <= 360, "the window is wider")
        for page in ("Signatories", "Papers", "This Desk", "Data", "Institution"):
            wait(lambda: [tab for tab in window.find_all("page tab", page) if tab.is_seen],
                 f"no way to {page}")[0].click()
            program.screenshot(f"narrow-{page}", window)
        assert window.extents[2] <= 360


run(globals())
