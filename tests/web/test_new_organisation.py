"""A new organisation is a new file in the folder, over no other."""

from __future__ import annotations

import re
import unicodedata

import pytest
from werkzeug.test import TestResponse

from orgdesign.storage import Conflict, NotSaved
from orgdesign.workspace import Workspace
from orgdesign.workspace.new_file import file_name
from orgdesign.yamlfile import read_file
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

    monkeypatch.setattr("orgdesign.workspace.Workspace.create", refuse)
    answer = folder_site.post("/new", Sheet(form[0]).said(name="Hill"))

    assert answer.status_code == 500
    assert "hill.yaml was not saved: you have no permission" in answer.text
    assert 'value="Hill"' in answer.text


def refuse(workspace, name, data, sentence):
    raise NotSaved(workspace.path / name, OSError(13, "Permission denied"))


def test_a_file_that_another_program_writes_in_that_moment_is_left_alone(folder_site, monkeypatch):
    create_at_once = Workspace.create

    def raced(workspace, name, data, sentence):
        if name == "hill.yaml":
            (workspace.path / name).write_text(BAKERY)
        return create_at_once(workspace, name, data, sentence)

    monkeypatch.setattr(Workspace, "create", raced)
    create(folder_site, name="Hill")

    assert (folder_site.path / "hill.yaml").read_text() == BAKERY
    assert "organization: Hill" in (folder_site.path / "hill-2.yaml").read_text()


def test_it_stops_trying_at_some_point(folder_site: Site, monkeypatch):
    monkeypatch.setattr(Workspace, "create", never)
    answer = create(folder_site, name="Hill")
    assert "There are too many files of that name." in answer.text


def never(workspace, name, data, sentence):
    raise Conflict(workspace.path / name, b"")


def test_a_second_click_makes_no_second_file(folder_site: Site):
    form = re.search(r'<form class="form".*?</form>', folder_site.get("/").text, re.DOTALL)
    assert form
    said = Sheet(form[0]).said(name="Hill")

    folder_site.post("/new", said)
    again = folder_site.post("/new", said)

    assert (again.status_code, again.location) == (303, "/?all=yes")
    assert [path.name for path in folder_site.path.glob("*.yaml")] == ["hill.yaml"]


def test_its_history_begins_with_where_it_came_from(folder_site: Site):
    opened = str(create(folder_site, name="Hill", sector="public-service").location)
    assert "New from the library: Public service" in folder_site.get(f"{opened}/history").text


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
