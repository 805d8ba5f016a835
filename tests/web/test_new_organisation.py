"""A new organisation is a new file in the folder, over no other."""

from __future__ import annotations

import re
import unicodedata

import pytest
from werkzeug.test import TestResponse

from orgdesign.reading import read_file
from orgdesign.workspace.new_file import file_name
from tests.web.conftest import BAKERY, Sheet, Site


def create(site: Site, **typed: str) -> TestResponse:
    """Fill in the form on the page of the folder's organisations."""
    form = re.search(r'<form class="form".*?</form>', site.get("/?all=yes").text, re.DOTALL)
    assert form
    sheet = Sheet(form[0])
    return site.post(sheet.address, sheet.said(**typed))


def test_it_begins_with_a_sector_and_opens(folder_site: Site):
    answer = create(folder_site, name="  Harbour   Mutual ", sector="insurance")

    assert answer.status_code == 303
    assert (
        "Shorten the time from the day something goes wrong"
        in folder_site.get(str(answer.location)).text
    )
    path = folder_site.path / "harbour-mutual.yaml"
    organisation = read_file(path).organisation
    assert organisation
    assert organisation.name == "Harbour Mutual"
    assert "Claims Intake" in [one.name for one in organisation.functions.values()]
    assert path.read_text().startswith("# An insurer of households")
    assert "mutual" not in str(answer.location)


def test_from_scratch_it_is_the_starter(folder_site: Site):
    create(folder_site, name="Hill Bakery")

    text = (folder_site.path / "hill-bakery.yaml").read_text()
    assert "organization: Hill Bakery" in text
    assert "The bakery below is invented" in text


def test_a_file_that_is_there_is_never_touched(folder_site: Site):
    (folder_site.path / "Hill-Bakery.yaml").write_text(BAKERY)

    create(folder_site, name="Hill Bakery")
    create(folder_site, name="Hill Bakery", sector="retail")

    assert (folder_site.path / "Hill-Bakery.yaml").read_text() == BAKERY
    names = sorted(path.name for path in folder_site.path.glob("*.yaml"))
    assert names == ["Hill-Bakery.yaml", "hill-bakery-2.yaml", "hill-bakery-3.yaml"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "  "}, "Write what the organisation is called."),
        ({"name": "x" * 60_000}, "That name cannot stand in a file."),
        ({"name": "Hill", "sector": "mining"}, "Choose one from the list."),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(folder_site: Site, typed, told):
    answer = create(folder_site, **typed)

    assert answer.status_code == 422
    assert told in answer.text
    assert [*folder_site.path.iterdir()] == []


def test_a_folder_that_is_gone_is_told(folder_site: Site, monkeypatch):
    form = re.search(r'<form class="form".*?</form>', folder_site.get("/").text, re.DOTALL)
    assert form

    monkeypatch.setattr("orgdesign.workspace.folder.create", refuse)
    answer = folder_site.post("/new", Sheet(form[0]).said(name="Hill"))

    assert answer.status_code == 500
    assert "Hill was not saved" in answer.text
    assert 'value="Hill"' in answer.text


def refuse(folder, name, data):
    from orgdesign.store import NotSaved

    raise NotSaved(folder / name, OSError(13, "Permission denied"))


def test_the_page_of_the_only_organisation_leads_back_to_where_another_begins(folder_site: Site):
    (folder_site.path / "one.yaml").write_text(BAKERY)

    only = folder_site.get(str(folder_site.get("/").location)).text
    index = folder_site.get(folder_site.follow(only, "All organisations"))

    assert index.status_code == 200
    assert "New organisation" in index.text
    assert "Harbour Bakery" in index.text


def test_the_form_has_a_page_of_its_own(folder_site: Site):
    page = folder_site.get("/new").text
    assert "<h1" in page
    assert "What it is called" in page


def test_one_file_has_no_folder_to_begin_another_in(site: Site):
    assert site.get("/new").status_code == 404
    assert site.post("/new", {"name": "Hill", "was.name": ""}).status_code == 404
    assert site.get("/?all=yes").status_code == 303


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Harbour Mutual", "harbour-mutual.yaml"),
        ("Müller & Söhne", "muller-sohne.yaml"),
        ("../../etc/passwd", "etc-passwd.yaml"),
        ("C:\\Windows", "c-windows.yaml"),
        (".hidden", "hidden.yaml"),
        ("CON", "con-organisation.yaml"),
        ("Com1", "com1-organisation.yaml"),
        ("银行", "银行.yaml"),
        ("★ 🙂", "organisation.yaml"),
        ("a" * 300, "a" * 48 + ".yaml"),
        ("\u0301", "organisation.yaml"),
    ],
)
def test_a_file_is_named_so_that_every_system_can_keep_it(name, file):
    assert file_name(name) == file
    assert unicodedata.is_normalized("NFC", file_name(name))
    assert len(file_name(name).encode()) <= 255
