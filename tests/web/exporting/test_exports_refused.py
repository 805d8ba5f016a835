"""Exports that cannot be made as they were wished: what is gone, broken, too large, or none."""

from __future__ import annotations

import io

import pytest

from tests.web.conftest import BAKERY
from tests.web.exporting.conftest import Desk, complaints


def test_a_design_that_is_gone_is_not_found(desk: Desk):
    assert desk.site.get(f"{desk.site.address}/designs/0123/export").status_code == 404


def test_a_design_that_is_gone_is_told_and_all_else_kept(desk: Desk):
    design, books = desk.design, desk.key("function", "books")
    desk.write(BAKERY)
    answer = desk.make("tables", "zip", structure=design, branch=books, **{"with": "cost"})
    assert complaints(answer) == [
        "409",
        "Not made yet: look at what is marked below.",
        "This structure is no longer in the file. Choose another.",
    ]
    assert f'value="{books}" checked' in answer.text
    assert 'value="cost" checked' in answer.text
    assert 'value="zip" checked' in answer.text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "branch",
            "A function that was to be left out is no longer in the file: take its tick away.",
        ),
        ("role", "This role is no longer in the file. Choose another, or all."),
        ("function", "This function is no longer in the file. Choose another, or all."),
        ("form", "Choose one of these."),
    ],
)
def test_what_is_gone_is_never_passed_over(desk: Desk, name: str, sentence: str):
    answer = desk.make("roles", "zip", **{name: "0123456789"})
    assert complaints(answer)[::2] == ["409", sentence]


def test_a_role_and_a_function_are_one_too_many(desk: Desk):
    keys = {"role": desk.key("role", "clerk"), "function": desk.key("function", "books")}
    assert complaints(desk.make("roles", "md", **keys))[2:] == [
        "Choose one role or the roles of one function, not both."
    ]


def test_a_file_that_is_broken_is_not_exported_as_it_was(desk: Desk):
    desk.page()
    desk.write(desk.text.replace("accountable: owner", "accountable: ownr"))
    answer = desk.make("tables", "xlsx")
    assert answer.status_code == 409
    assert "Nothing was made: the file cannot be read as it is now. bakery.yaml:5:" in answer.text


def test_a_file_that_never_was_read_leads_to_its_problems(desk: Desk):
    desk.write("organization: [")
    for answer in (desk.site.get(desk.address), desk.make("tables", "xlsx")):
        assert (answer.status_code, answer.location) == (303, desk.site.address)


def test_a_template_that_is_none_is_told(desk: Desk):
    said = {"template": (io.BytesIO(b"not a document"), "/home/quill/letter.docx")}
    assert complaints(desk.make("roles", "docx", **said)) == [
        "422",
        "letter.docx is not a Word document; save the template as .docx and try again.",
    ]


def test_what_is_too_large_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("orgdesign.web.exporting.exports.LARGEST", 10)
    assert complaints(desk.make("roles", "docx"))[0] == "413"


def test_another_site_makes_nothing(desk: Desk):
    said = {"kind": "model", "ending": "json"}
    assert desk.send(said, Origin="http://evil.example").status_code == 403


def test_the_designs_of_a_file_that_never_was_read_lead_to_its_problems(desk: Desk):
    desk.write("organization: [")
    answer = desk.site.get(f"{desk.site.address}/designs/0123/export")
    assert (answer.status_code, answer.location) == (303, desk.site.address)
