# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of people."""

from harness import Program, run, wait

CAMAT = "Muhammad Arsyad Fadillah, S.STP."
CAMAT_NUMBER = "199012032012061002"
TEACHER = "Nor Hidayah, S.Pd."
BY_NAME = ["Aulia Maharani Putri, S.Ak.", "Fransiska Dewi Lestari, S.H.", "Gusti Rahmat Ramadhan"]


def show(program):
    program.show_page("People")
    page = program.find("filler", "IkrarPeoplePage")
    page.find("label", TEACHER, seen=True)
    return page


def rows(page):
    """Everybody in the list, from the top."""
    labels = page.find("list", "People").find_all("label", seen=True)
    return [label.name for label in sorted(labels, key=lambda label: label.extents[1])][::2]


def choose(page, name):
    page.find("list", "People").find("label", name, seen=True).click_pointer()
    view = page.find("filler", "IkrarPersonView")
    view.find("label", name, seen=True)
    return view


def open_dialog(program, page, action, title):
    page.act(action)
    dialog = program.window(title)
    dialog.find("text", "Name, With Titles").wait_sensitive()
    return dialog


def person(program, number):
    return program.wait_row(
        "SELECT prefix, p.name, suffix, grade, position, coalesce(u.name, ''), phone"
        " FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE number = ?", number)


def test_everybody_is_listed_with_a_masked_number():
    with Program(sample=True) as program:
        page = show(program)
        page.find("label", "12 people")
        assert rows(page)[:3] == BY_NAME, rows(page)
        page.find("label", "••••••••••••••1002 · Kecamatan Sungai Lumbah")
        assert not page.find_all(None, lambda name: CAMAT_NUMBER in name)


def test_a_search_looks_at_name_number_and_unit():
    found = [("nor hid", [TEACHER]), ("19901203 201206", [CAMAT]), ("sungai lumbah", [CAMAT]),
             ("arsyad inspektorat", [])]
    with Program(sample=True) as program:
        page = show(program)
        search = page.find("entry", "Name, number or unit")
        for text, names in found:
            search.type(text)
            if names:
                wait(lambda: rows(page) == names, f"“{text}” does not find {names}: {rows(page)}")
                page.find("label", "1 of 12 people")
            else:
                page.find("label", "Nobody Found", seen=True)
        page.find("push button", "Clear Search").click()
        wait(lambda: rows(page)[:3] == BY_NAME, "not everybody comes back")


def test_enter_shows_who_was_typed_before_the_list_follows():
    with Program(sample=True) as program:
        page = show(program)
        page.find("entry", "Name, number or unit").click_pointer()
        program.xdotool("key", "--delay", "1", *"hidayah", "Return")
        page.find("filler", "IkrarPersonView").find("label", TEACHER, seen=True)


def test_the_list_is_ordered_by_grade_and_by_unit():
    first = [("By Grade", 2, "Prof. Dr. Ir. H. Raden Mas"),
             ("By Unit", 1, "Gusti Rahmat Ramadhan"), ("By Name", 0, BY_NAME[0])]
    with Program(sample=True) as program:
        page = show(program)
        for order, place, name in first:
            program.choose(page, "Order", place)
            wait(lambda: rows(page)[0].startswith(name), f"{name} is not the first {order}")


def test_a_number_is_shown_when_asked_for():
    with Program(sample=True) as program:
        page = show(program)
        view = choose(page, CAMAT)
        view.find("label", "••••••••••••••1002")
        view.find("push button", "Show the Whole Number").click()
        view.find("label", "19901203 201206 1 002")
        # The next person's is masked again.
        view = choose(page, TEACHER)
        view.find("label", "••••••••••••••2011")
        assert not view.find_all("label", lambda name: name.startswith("1988"))


def test_a_record_tells_what_was_attended_pledged_and_received():
    with Program(sample=True) as program:
        view = choose(show(program), CAMAT)
        view.find("label", "Penata Tingkat I, III/d")
        event = view.find("list", "Events").find("list item", "Bimtek Penilaian Kinerja Pegawai")
        event.find("label", lambda name: "Pledge: Recited" in name and "Certificate: " in name)
        event.find(None, "Present")
        view.find("list", "Changes").find("list item", "Person added")
        event.click_pointer()
        program.wait_event("Bimtek Penilaian Kinerja Pegawai")


def test_a_person_is_edited_and_undone():
    with Program(sample=True) as program:
        page = show(program)
        before = person(program, CAMAT_NUMBER)
        choose(page, CAMAT)
        dialog = open_dialog(program, page, "people.edit", "Edit Person")
        dialog.find("text", "Name, With Titles").wait_text(CAMAT)
        dialog.find("text", "Position").type("Sekretaris Camat")
        dialog.find("text", "Unit").type("Kecamatan Mandala Timur")
        dialog.find("text", "Telephone").type("0812")
        program.screenshot("edit", dialog)
        dialog.find("push button", "Save").click()
        program.wait_closed("Edit Person")
        page.find("label", lambda name: name.endswith("Kecamatan Mandala Timur"))
        # The name was not touched: its parts stay as they were.
        assert person(program, CAMAT_NUMBER) == (*before[:4], "Sekretaris Camat",
                                                 "Kecamatan Mandala Timur", "0812")
        program.find("push button", "Undo", seen=True).click()
        wait(lambda: person(program, CAMAT_NUMBER) == before, "the edit is not undone")
        page.find("label", "••••••••••••••1002 · Kecamatan Sungai Lumbah")


def test_a_person_is_added_shown_and_undone():
    with Program(sample=True) as program:
        page = show(program)
        dialog = open_dialog(program, page, "people.add", "New Person")
        dialog.find("text", "Name, With Titles").type("drg. Budi Santoso, M.Kes.")
        dialog.find("text", "NIP, NI PPPK or NIK").type("19851231 201001 1 007")
        dialog.find("text", "Grade").type("gol. IIId")
        dialog.find("text", "Unit").type("Dinas Kesehatan")
        dialog.find("push button", "Add").click()
        program.wait_closed("New Person")
        page.find("filler", "IkrarPersonView").find("label", "drg. Budi Santoso, M.Kes.", seen=True)
        assert person(program, "198512312010011007")[:6] == (
            "drg.", "Budi Santoso", "M.Kes.", 12, "", "Dinas Kesehatan")
        page.find("label", "13 people")
        program.act("win.undo")
        page.find("label", "12 people")
        page.find("label", "Nobody Chosen", seen=True)


def test_what_is_wrong_is_said_at_its_field():
    numbers = [("1985", None), ("19851231201001100", None),
               (CAMAT_NUMBER, "Somebody else has this number")]
    with Program(sample=True) as program:
        page = show(program)
        dialog = open_dialog(program, page, "people.add", "New Person")
        add = dialog.find("push button", "Add")
        number = dialog.find("text", "NIP, NI PPPK or NIK")
        grade = dialog.find("text", "Grade")
        grade.type("Z/z")
        add.click()
        dialog.find("text", "Enter the name").type("Budi")
        dialog.find("text", "Write the grade like III/d or IX").type("")
        for text, why in numbers:
            number.type(text)
            wait(lambda: number.name == "NIP, NI PPPK or NIK", "the number stays refused")
            add.click()
            wait(lambda: number.name != "NIP, NI PPPK or NIK", f"{text} is taken")
            assert why in (None, number.name), number.name
        program.screenshot("wrong", dialog)
        assert program.query("SELECT COUNT(*) FROM person WHERE name = 'Budi'") == [(0,)]
        program.discard(dialog)


def test_what_was_entered_is_not_lost_by_escape():
    with Program(sample=True) as program:
        page = show(program)
        choose(page, CAMAT)
        dialog = open_dialog(program, page, "people.edit", "Edit Person")
        dialog.find("text", "Name, With Titles").wait_text(CAMAT)
        program.key(dialog, "Escape")
        program.wait_closed("Edit Person")
        dialog = open_dialog(program, page, "people.edit", "Edit Person")
        dialog.find("text", "Name, With Titles").wait_text(CAMAT)
        for field in ("Telephone", "Position"):
            dialog.find("text", field).type("0813")
            program.key(dialog, "Escape")
            dialog.question().find("push button", "Keep Editing").click()
            wait(lambda: len(program.windows()) == 2, "the question stays")
            dialog.find("text", field).wait_text("0813")
        dialog.find("push button", "Cancel").click()
        dialog.question().find("push button", "Discard").click()
        program.wait_closed("Edit Person")
        assert "0813" not in person(program, CAMAT_NUMBER)


def test_a_doubtful_number_is_said_and_taken():
    with Program(sample=True) as program:
        page = show(program)
        dialog = open_dialog(program, page, "people.add", "New Person")
        dialog.find("text", "Name, With Titles").type("Budi")
        number = dialog.find("text", "NIP, NI PPPK or NIK")
        number.click_pointer()
        number.type("198502302010011007")
        program.key(dialog, "Tab")
        dialog.find("label", lambda name: "birth" in name.lower() or "date" in name.lower(),
                    seen=True)
        program.screenshot("doubt", dialog)
        dialog.find("push button", "Add").click()
        program.wait_closed("New Person")
        assert person(program, "198502302010011007")[1] == "Budi"


def test_a_person_is_erased_for_a_reason():
    with Program(sample=True) as program:
        page = show(program)
        choose(page, CAMAT)
        page.act("people.erase")
        question = program.frame.question()
        erase = question.find("push button", "Erase")
        wait(lambda: not erase.is_sensitive, "it is erased without a reason")
        question.find("text", "Basis of the Request, Without Personal Data").type("Surat 12/2026")
        program.screenshot("erase", question)
        erase.click()
        page.find("label", "11 people")
        page.find("label", "Nobody Chosen", seen=True)
        # Nothing of somebody erased stays in a widget, be it shown or not.
        page.wait_gone(None, lambda name: "Arsyad" in name or name.endswith("1002"))
        assert program.query("SELECT COUNT(*) FROM person WHERE number = ?",
                             CAMAT_NUMBER) == [(0,)]
        assert program.query("SELECT detail FROM journal WHERE action = 'person.erase'") == [
            ("Surat 12/2026",)]


def test_one_pane_follows_the_other_where_there_is_no_room():
    with Program(sample=True, width=360, height=740) as program:
        program.frame.act("win.back")
        page = show(program)
        program.screenshot("narrow-list", program.frame)
        view = choose(page, CAMAT)
        wait(lambda: not page.find("list", "People").is_seen, "the list stays")
        program.screenshot("narrow-person", program.frame)
        page.find("push button", "Back to the People").click()
        wait(lambda: rows(page)[:3] == BY_NAME, "the list does not come back")
        assert not view.is_seen


def test_an_empty_register_says_how_people_come():
    with Program() as program:
        program.show_page("People")
        page = program.find("filler", "IkrarPeoplePage")
        page.find("label", "No People Yet", seen=True)
        page.find("push button", "Add a Person", seen=True).click()
        program.window("New Person").find("push button", "Cancel").click()
        program.wait_closed("New Person")


run(globals())
