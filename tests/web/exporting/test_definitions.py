"""What a company says of sections and attributes, in a form, and what role forms ask for by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from orgdesign.model import SectionDefinition
from orgdesign.yamlfile import read_file
from tests.on_disk import on_disk
from tests.web.conftest import Said, Sheet
from tests.web.exporting.conftest import Desk

DEFINED = """\
attributes:
  grade: {name: Pay grade}
sections:
  skills: {headings: {de: Kenntnisse}, for: [description, advertisement], asked: yes}
  how to apply: {for: [advertisement], text: Write to us.}  # kept
  limits: {for: [internal], asked: yes}
"""


@pytest.fixture
def address(desk: Desk) -> str:
    desk.write(desk.text + DEFINED)
    return f"{desk.site.address}/definitions"


def form_of(desk: Desk, address: str, name: str = "definitions") -> Sheet:
    found = re.search(rf'<form id="{name}".*?</form>', desk.site.get(address).text, re.DOTALL)
    assert found
    return Sheet(found[0])


def send(desk: Desk, form: Sheet, **typed: str | list[str]) -> list[str]:
    """Send a form; return what is wrong with it."""
    said: Said = form.said(**typed)
    answer = desk.site.post(form.address, said)
    told = re.findall(r'class="field-error">(.*?)</p>', answer.text)
    return [f"{answer.status_code}", *map(unescape, told)]


def page_of(desk: Desk) -> str:
    return desk.site.get(f"{desk.site.address}/definitions").text


def sections(desk: Desk) -> Mapping[str, SectionDefinition]:
    organisation = read_file(desk.site.path).organisation
    assert organisation
    return organisation.sections


def test_a_form_sent_as_it_is_changes_nothing(desk: Desk, address: str):
    before = on_disk(desk.site.path)
    assert send(desk, form_of(desk, address)) == ["303"]
    assert on_disk(desk.site.path) == before


def test_headings_readers_and_order_are_changed_in_one_step(desk: Desk, address: str):
    before = desk.text
    key = desk.key("sections", "skills")
    form = form_of(desk, address)
    typed = {f"{key}-headings": "de: Kenntnisse\nfr: Compétences", f"{key}-for": ["description"],
             f"place.{key}": "3", f"{key}-asked": ""}  # fmt: skip
    assert send(desk, form, **typed) == ["303"]  # type: ignore[arg-type]
    assert [*sections(desk)] == ["how to apply", "limits", "skills"]
    changed = sections(desk)["skills"]
    assert changed.headings == {"de": "Kenntnisse", "fr": "Compétences"}
    assert (changed.readers, changed.asked) == (("description",), False)
    assert "# kept" in desk.text
    way = {"way": "undo", "base": re.findall(r'name="base" value="([^"]*)"', page_of(desk))[0]}
    assert desk.site.post(f"{desk.site.address}/parts/roles/way", way).status_code == 303
    assert desk.text == before


def test_sections_and_attributes_are_added_and_taken_away(desk: Desk, address: str):
    key = desk.key("sections", "limits")
    typed = {f"gone.{key}": "yes", "sections-new": "qualifications", "new-sections-asked": "yes",
             "attributes-new": "place", "new-attributes-for": ["advertisement"]}  # fmt: skip
    assert send(desk, form_of(desk, address), **typed) == ["303"]  # type: ignore[arg-type]
    assert [*sections(desk)] == ["skills", "how to apply", "qualifications"]
    organisation = read_file(desk.site.path).organisation
    assert organisation
    assert organisation.attributes["place"].readers == ("advertisement",)


def test_what_cannot_stand_is_told_beside_it(desk: Desk, address: str):
    form = form_of(desk, address)
    assert send(desk, form, **{"sections-new": "skills"}) == [
        "422",
        "There is one of this name already: change it above.",
    ]
    assert send(desk, form, **{"new-attributes-name": "Place"}) == [
        "422",
        "Write its name: it is needed.",
    ]
    key = desk.key("attributes", "grade")
    assert send(desk, form, **{f"{key}-type": "nonsense"})[0] == "422"


def test_what_is_asked_for_and_empty_stands_in_the_form_of_a_role(desk: Desk, address: str):
    page = f"{desk.site.address}/parts/roles/{desk.key('role', 'clerk')}"
    before = on_disk(desk.site.path)
    form = form_of(desk, page, "part-form")
    said = form.said()
    assert said["sections.name"][:2] == ["skills", "limits"]
    assert send(desk, form) == ["303"]
    assert on_disk(desk.site.path) == before
    texts = ["- Counts", *said["sections.text"][1:]]
    assert send(desk, form, **{"sections.text": texts}) == ["303"]
    organisation = read_file(desk.site.path).organisation
    assert organisation
    assert organisation.roles["clerk"].sections == {"skills": ("Counts",)}
