"""The page of exports: every kind, what stays at home, and what is said before."""

from __future__ import annotations

import io

import pytest

from orgdesign.documents.kinds import ENDINGS
from tests.web.exporting.conftest import SHOP, Desk

EVERY = [(kind, ending) for kind, endings in ENDINGS.items() for ending in endings]


@pytest.mark.parametrize(("kind", "ending"), EVERY)
def test_every_kind_and_format_is_made(desk: Desk, kind: str, ending: str):
    structure = {"structure": desk.design} if kind == "changes" else {}
    answer = desk.file(desk.make(kind, ending, **structure))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=Harbour-Bakery-")
    assert answer.headers["Content-Disposition"].endswith(f".{ending}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert len(answer.data) > 100


@pytest.mark.parametrize("kind", ENDINGS)
def test_every_kind_says_for_whom_it_is(desk: Desk, kind: str):
    page = desk.page(kind=kind)
    assert 'class="whom">For ' in page
    assert f'name="kind" value="{kind}"' in page


def test_names_headcount_and_cost_stay_at_home_unless_asked_for(desk: Desk):
    told = desk.holds("model", "json")
    assert [each in told for each in ("Zebedee", "160000", "headcount", "Spring")] == [False] * 4


def test_what_is_asked_for_goes_out(desk: Desk):
    facts = ["holders", "headcount", "cost", "measures", "designs"]
    told = desk.holds("model", "json", **{"with": facts})
    assert [each in told for each in ("Zebedee", "160000", "headcount", "Spring")] == [True] * 4


def test_a_form_that_ticks_nothing_leaves_all_of_it_out(desk: Desk):
    told = desk.holds("tables", "zip", **{"with": []})
    assert "Mornings sold out" not in told


def test_a_branch_goes_with_all_that_is_under_it(desk: Desk):
    told = desk.holds("tables", "zip", branch=desk.key("function", "books"))
    assert ("Bookkeeping" in told, "Clerk" in told, "Counter" in told) == (False, False, True)


def test_a_design_can_go_out(desk: Desk):
    told = desk.holds("roles", "md", structure=desk.design)
    assert "One shop for the street" in told


def test_one_role_goes_out_under_its_title(desk: Desk):
    answer = desk.make("roles", "md", role=desk.key("role", "owner"))
    assert "filename=Harbour-Bakery-Owner.md" in answer.headers["Content-Disposition"]
    assert "# Owner" in answer.text
    assert "# Clerk" not in answer.text


def test_the_roles_of_a_function_go_out(desk: Desk):
    answer = desk.file(desk.make("roles", "md", function=desk.key("function", "books")))
    assert ("# Clerk" in answer.text, "# Owner" in answer.text) == (True, False)


def test_documents_in_an_archive_are_what_was_wished(desk: Desk):
    told = desk.holds("roles", "zip", form="md")
    assert ("clerk.md" in told, "clerk.docx" in told) == (True, False)


def test_it_is_said_what_the_file_will_tell(desk: Desk):
    assert desk.told(kind="tables", asked="1", **{"with": ["holders", "cost"]})[:2] == [
        "This file tells of 3 functions and 2 roles. It says who holds 2 roles and shows the cost "
        "of 3 functions.",
        "Not in it: the headcount of 3 functions; 1 measure; 1 design.",
    ]


def test_it_is_said_which_branches_will_not_be_there(desk: Desk):
    told = desk.told(kind="roles", branch=desk.key("function", "books"))
    assert told[:2] == [
        "This file tells of 1 role. It names no holder.",
        "Not in it: who holds 2 roles; Bookkeeping; headcount; cost.",
    ]


def test_it_is_said_which_descriptions_are_silent(desk: Desk):
    assert desk.told(kind="roles")[2] == (
        "1 of 2 says nothing about the customer. See which, and mend them"
    )


def test_a_function_is_found_by_its_name(desk: Desk):
    page = desk.page(kind="tables", q="count")
    assert [each in page for each in ("> Counter", ">Counter", "No other function")] == [
        False,
        True,
        False,
    ]
    assert "Bookkeeping" not in page


def test_what_is_left_out_stays_ticked_while_one_searches(desk: Desk):
    books = desk.key("function", "books")
    page = desk.page(kind="tables", q="nothing-is-called-so", branch=books)
    assert f'value="{books}" checked' in page
    assert "No other function is called so." in page


def test_the_page_of_a_design_leads_to_its_exports(desk: Desk):
    design = f"{desk.site.address}/designs/{desk.key('design', 'street')}"
    way = desk.site.follow(desk.site.get(design).text, "Export")
    assert "Export" in desk.site.get(f"{design}").text
    answer = desk.site.get(f"{design}/export")
    assert (answer.status_code, answer.location) == (
        303,
        f"{desk.address}?structure={desk.design}",
    )
    assert way


# What cannot be made


def test_a_template_gives_its_page(desk: Desk):
    import docx

    with io.BytesIO() as kept:
        template = docx.Document()
        template.sections[0].header.paragraphs[0].text = "Letterhead of the harbour"
        template.save(kept)
        said = {"template": (io.BytesIO(kept.getvalue()), "letter.docx")}
    assert "Letterhead of the harbour" in desk.holds("roles", "docx", **said)


def test_a_template_counts_for_word_only(desk: Desk):
    said = {"template": (io.BytesIO(b"not a document"), "letter.docx")}
    assert desk.file(desk.make("roles", "md", **said)).status_code == 200


def test_a_file_without_roles_says_so(desk: Desk):
    desk.write("organization: New\noutcome: {statement: It works}\n")
    assert "There is no role in the file yet" in desk.page(kind="roles")
    refused = desk.make("roles", "md")
    assert (refused.status_code, "There is no role in the file yet" in refused.text) == (422, True)
    assert desk.make("tables", "zip").status_code == 200


def test_a_file_that_has_not_changed_is_not_drawn_again(desk: Desk):
    import re

    version = re.search(r'name="version" value="(\w+)"', desk.page())
    assert version
    assert desk.site.get(f"{desk.address}?version={version[1]}").status_code == 204


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "etc-passwd-The-model.json"),
        ('a"; filename="b.exe', "a-filename-b-exe-The-model.json"),
        ("Bäckerei 東京", "Bäckerei-東京-The-model.json"),
        ("***", "The-model.json"),
        ("x" * 500, f"{'x' * 60}-The-model.json"),
    ],
)
def test_a_file_is_named_safely_whatever_the_organisation_is_called(
    desk: Desk, name: str, file: str
):
    import json
    from urllib.parse import unquote

    desk.write(desk.text.replace("Harbour Bakery", json.dumps(name, ensure_ascii=False)))
    said = desk.make("model", "json").headers["Content-Disposition"]
    assert unquote(said.rpartition("''")[2] if "''" in said else said.partition("=")[2]) == file


def test_a_name_that_would_be_markup_is_text(desk: Desk):
    desk.write(desk.text.replace("Bookkeeping", "'<script>alert(1)</script>'"))
    assert "<script>alert" not in desk.page(kind="tables")


def test_what_is_gone_stays_chosen_until_people_choose_anew(desk: Desk):
    gone = {"structure": "0123", "branch": "4567", "role": "89ab"}
    page = desk.page(kind="roles", **gone)
    assert '<option value="0123" selected>No longer in the file</option>' in page
    assert '<option value="89ab" selected>No longer in the file</option>' in page
    assert 'value="4567" checked> <span>A function that is no longer in the file' in page


def test_one_of_very_many_roles_is_chosen_from_its_description(desk: Desk):
    roles = "".join(f"  r{at}: {{title: Role {at}}}\n" for at in range(1000))
    desk.write(desk.text.replace("measures:\n  sold-out:", f"{roles}measures:\n  sold-out:"))
    assert "find it among the role descriptions" in desk.page(kind="roles")
    chosen = desk.page(kind="roles", role=desk.key("role", "r7"))
    assert "One role: <strong>Role 7</strong>" in chosen
    assert f'<input type="hidden" name="role" value="{desk.key("role", "r7")}">' in chosen
    assert "No longer in the file" in desk.page(kind="roles", role="0123")


def test_very_many_functions_are_found_by_their_names(desk: Desk):
    functions = "".join(f"  f{at}: {{name: Unit {at}}}\n" for at in range(1000))
    desk.write(desk.text.replace("roles:\n  owner:", f"{functions}roles:\n  owner:"))
    page = desk.page(kind="roles")
    assert "And 943 more: find them by their names." in page
    assert "there are too many to list here" in page
    assert ">Unit 999 " in desk.page(kind="roles", q="unit 999")


def test_it_is_said_of_how_many_roles_a_function_has(desk: Desk):
    told = desk.told(kind="roles", function=desk.key("function", "books"))
    assert told[0] == "This file tells of 1 role. It names no holder."


def test_an_advertisement_shows_measures_of_customers_alone(desk: Desk):
    measured = "title: Owner, measured_by: [sold-out]"
    desk.write(desk.text.replace("title: Owner", measured).replace("unit:", "kind: company, unit:"))
    assert desk.told(kind="advertisement")[0] == "This file tells of 2 roles."
    desk.write(desk.text.replace("kind: company", "kind: customer"))
    assert desk.told(kind="advertisement")[0] == "This file tells of 2 roles. It shows 1 measure."


def test_a_choice_of_documents_is_kept(desk: Desk):
    page = desk.page(kind="roles", ending="zip", form="pdf")
    assert 'id="wish-form-pdf" name="form" value="pdf" checked' in page
    assert 'id="wish-form-docx" name="form" value="docx" checked' not in page


def test_descriptions_are_written_anew_for_what_was_not_shown_lately(desk: Desk):
    for title in ("Clerk 1", "Clerk 2", "Clerk 3", "Clerk 4", "Clerk 5", "Clerk 6", "Clerk 7"):
        desk.write(SHOP.replace("title: Clerk", f"title: {title}"))
        assert title in desk.page(kind="roles")
        assert "1 of 2 says nothing" in desk.page(kind="roles")


def test_what_was_ticked_for_one_kind_does_not_go_out_with_another_unseen(desk: Desk):
    page = desk.page(kind="tables", asked="1", **{"with": ["holders", "cost"]})
    way = desk.site.follow(page, "Job advertisements")
    assert "with=holders" in way
    assert 'value="holders"' not in desk.site.get(way).text
    told = desk.holds("advertisement", "md", **{"with": ["holders", "cost"]})
    assert "Zebedee" not in told
