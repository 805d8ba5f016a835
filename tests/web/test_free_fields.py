"""Dotted lines, attributes and sections are written in the forms of functions and roles."""

from __future__ import annotations

import re
from html import unescape

import pytest

from orgdesign.yamlfile import read_file
from tests.on_disk import on_disk
from tests.web.conftest import Said, Sheet, Site

ROLES = """\
roles:
  owner:
    title: Owner
    holder: J. Sato
    purpose: Good bread for the street
    dotted_to: [{to: baker, label: recipes}]
    sections:
      skills: [Bakes, Counts]
      week:
        - {day: Monday, hours: 8}
  baker: {title: Baker}
"""


@pytest.fixture
def site(site: Site) -> Site:
    text = re.sub(r"(?ms)^roles:\n.*?(?=^\S)", ROLES, site.path.read_text())
    site.path.write_text(text)
    return site


def form_of(site: Site, kind: str, part: str) -> Sheet:
    key = site.settings.key(kind, part)
    html = site.get(f"{site.address}/parts/{kind}s/{key}").text
    found = re.search(r'<form id="part-form".*?</form>', html, re.DOTALL)
    assert found, html
    return Sheet(found[0])


def send(site: Site, form: Sheet, **typed: str | list[str]) -> list[str]:
    """Send a form; return what is wrong with it."""
    said: Said = form.said(**typed)
    answer = site.post(form.address, said)
    told = re.findall(r'class="field-error">(.*?)</p>', answer.text)
    return [f"{answer.status_code}", *map(unescape, told)]


def test_a_form_sent_as_it_is_changes_nothing(site: Site):
    before = on_disk(site.path)
    for kind, part in (("role", "owner"), ("function", "baking"), ("role", "baker")):
        assert send(site, form_of(site, kind, part)) == ["303"]
    assert on_disk(site.path) == before


def test_lines_lead_to_other_functions_and_say_what_they_are_about(site: Site):
    form = form_of(site, "function", "counter")
    ends: list[str] = ["books", "baking"]
    assert send(site, form, dotted_to__to=ends, dotted_to__label=["cash", ""]) == ["303"]

    organisation = read_file(site.path).organisation
    assert organisation
    lines = organisation.functions["counter"].dotted_to
    assert [(line.to, line.label) for line in lines] == [("books", "cash"), ("baking", None)]


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (["gone"], "One of these lines leads to no function of the file. Choose another."),
        (["books", "books"], "A line leads to the same twice."),
    ],
)
def test_lines_that_cannot_be_are_refused(site: Site, ends: list[str], told: str):
    before = on_disk(site.path)
    form = form_of(site, "function", "counter")
    assert send(site, form, dotted_to__to=ends, dotted_to__label=["", ""]) == ["422", told]
    assert on_disk(site.path) == before


def test_attributes_are_lines_of_a_name_and_a_value(site: Site):
    form = form_of(site, "function", "counter")
    attributes = {"attributes-of-it": "location: Leeds\nskills: till\nskills: bread"}
    assert send(site, form, **attributes) == ["303"]

    organisation = read_file(site.path).organisation
    assert organisation
    said = organisation.functions["counter"].attributes
    assert said == {"location": "Leeds", "skills": ("till", "bread")}


def test_sections_are_headings_with_a_text_or_a_list_and_a_table_stays(site: Site):
    form = form_of(site, "role", "owner")
    kept = form.said()["sections.kept"]
    typed: Said = {
        "sections__name": ["skills", "week", "On call"],
        "sections__text": ["- Bakes\n- Counts\n- Sells", "", "Nights\nand Sundays"],
        "sections__kept": ["", kept[1], ""],
    }
    assert send(site, form, **typed) == ["303"]

    assert "skills: [Bakes, Counts, Sells]" in site.path.read_text()
    assert "- {day: Monday, hours: 8}" in site.path.read_text()
    organisation = read_file(site.path).organisation
    assert organisation
    assert organisation.roles["owner"].sections["On call"] == "Nights\nand Sundays"


@pytest.mark.parametrize("kept", ["{", "[" * 100_000, "null", "7"])
def test_what_somebody_else_wrote_into_the_form_is_no_failure(site: Site, kept: str):
    form = form_of(site, "role", "owner")
    said: Said = {"sections__name": ["x"], "sections__text": [""], "sections__kept": [kept]}
    (status, *_) = send(site, form, **said)
    assert status in ("303", "422")
