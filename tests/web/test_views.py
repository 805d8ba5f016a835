"""Views kept in the file, and the sheets that a view is printed on."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from orgdesign.yamlfile import read_file
from tests.web.conftest import Sheet, Site

WIDE = "\n".join(f"  f{n}: {{name: Team {n}, reports_to: baking}}" for n in range(90))


def keep(site: Site, html: str, name: str) -> str:
    """Keep the view of a page under a name, and return the page that comes of it."""
    form = re.search(r'<form class="view-name".*?</form>', html, re.DOTALL)
    assert form
    sheet = Sheet(form[0])
    answer = site.post(sheet.address, sheet.said(name=name))
    assert answer.status_code == 303
    return site.get(answer.location).text


def link_to(html: str, name: str) -> str:
    found = re.search(rf'<a href="([^"]*/views/[^"]*)">{name}</a>', html)
    assert found
    return unescape(found[1])


def asked(address: str) -> dict[str, list[str]]:
    """Return what an address says of a view."""
    return parse_qs(urlsplit(address).query)


def test_a_view_is_kept_under_a_name_and_leads_back_to_what_was_on_screen(site: Site):
    page = keep(
        site, site.page("?view=before&cards=holder,people&colour=head&gaps=1"), "Who runs it"
    )

    organisation = read_file(site.path).organisation
    assert organisation
    view = organisation.views["who-runs-it"]
    assert (view.view, view.show, view.colour_by, view.gaps) == (
        "before", ("holder", "people"), "head", True,
    )  # fmt: skip
    led = asked(site.get(link_to(page, "Who runs it")).location)
    assert led["view"] == ["before"]
    assert (led["cards"], led["colour"], led["gaps"]) == (["holder,people"], ["head"], ["1"])


def test_keeping_a_view_again_under_its_name_is_what_it_is_now(site: Site):
    keep(site, site.page("?view=before"), "Lines")
    keep(site, site.page("?view=roles"), "lines")

    organisation = read_file(site.path).organisation
    assert organisation
    assert [(view.name, view.view) for view in organisation.views.values()] == [("lines", "roles")]


def test_what_was_unfolded_is_unfolded_again(site: Site):
    deep = "\n  down: {name: Deep down, reports_to: f3}\n  else: {name: Elsewhere, reports_to: f4}"
    site.path.write_text(site.path.read_text().replace("\nroles:", f"\n{WIDE}{deep}\nroles:"))
    tabs = re.findall(r'href="([^"]*toggle=[^"]*)"', site.page("?view=before"))
    page = keep(site, site.get(unescape(tabs[-2])).text, "Opened")

    shown = site.get(site.get(link_to(page, "Opened")).location).text

    organisation = read_file(site.path).organisation
    assert organisation
    assert organisation.views["opened"].folded == ("f4",)
    assert ("Deep down</text>" in shown, "Elsewhere</text>" in shown) == (True, False)


def test_a_view_without_a_name_is_refused_and_the_file_is_as_it_was(site: Site):
    before = site.path.read_bytes()
    form = re.search(r'<form class="view-name".*?</form>', site.page(), re.DOTALL)
    assert form
    sheet = Sheet(form[0])

    answer = site.post(sheet.address, sheet.said(name="  "))

    assert answer.status_code == 422
    assert site.path.read_bytes() == before


def test_a_view_is_taken_out_of_the_file(site: Site):
    page = keep(site, site.page("?view=before"), "Lines")
    away = re.search(r'<form method="post" action="([^"]*/remove[^"]*)".*?</form>', page, re.DOTALL)
    assert away
    sheet = Sheet(away[0])

    site.post(sheet.address, sheet.said())

    organisation = read_file(site.path).organisation
    assert organisation
    assert not organisation.views
    assert site.get(link_to(page, "Lines")).status_code == 404


@pytest.mark.parametrize(("drawing", "path"), [("matrix", "/plates/matrix"), ("table", "/table")])
def test_a_view_of_a_plate_or_the_table_leads_there(site: Site, drawing: str, path: str):
    site.path.write_text(f"{site.path.read_text()}views:\n  v: {{name: Wide, view: {drawing}}}\n")

    assert path in str(site.get(link_to(site.page(), "Wide")).location)


def test_a_view_is_printed_whole_on_sheets_that_can_be_read(site: Site):
    site.path.write_text(site.path.read_text().replace("\nroles:", f"\n{WIDE}\nroles:"))
    page = site.page("?view=before&whole=1")

    sheets = site.get(site.follow(page, "Print…"))

    addresses = re.findall(r'src="([^"]*/print/\d+\.svg[^"]*)"', sheets.text)
    drawn = [site.get(unescape(address)).text for address in addresses]
    assert len(drawn) > 1
    assert "Harbour Bakery: Who reports to whom" in drawn[0]
    assert f"Sheet 1 of {len(drawn)}" in drawn[0]
    assert f"Sheet {len(drawn)} of {len(drawn)}" in drawn[-1]
    assert all(f"Team {n}<" in "".join(drawn) for n in range(90))
