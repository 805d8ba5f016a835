"""The pages of the plates, in a browser's hands."""

import re
import zipfile
from html import unescape
from io import BytesIO
from urllib.parse import urlencode

import pytest

from benchmarks.organisations import organisation_text
from orgdesign.plates import PLATES
from tests.web.conftest import BAKERY

DESIGN = """\
handoffs: {order: {from: counter, to: baking}}
designs:
  one: {name: One kitchen, changes: [{change: add, function: vans, name: Vans, reports_to: baking}]}
"""


def plate(site, name="alluvial", **said):
    return site.get(f"{site.address}/plates/{name}?{urlencode(said)}")


@pytest.mark.parametrize("name", PLATES)
def test_a_plate_is_shown_and_every_link_in_it_leads_somewhere(site, name):
    site.path.write_text(BAKERY + DESIGN, encoding="utf-8")
    found = re.findall(r'xlink:href="([^"]+)"', picture(plate(site, name)))
    links = {unescape(link) for link in found}
    assert links
    for link in links:
        assert site.get(link).status_code == 200, link


def picture(page):
    return re.search(r"<svg[^>]*class=\"plate\".*?</svg>", page.text, re.DOTALL)[0]


def test_a_design_and_what_is_counted_can_be_chosen(site):
    site.path.write_text(BAKERY + DESIGN, encoding="utf-8")
    page = plate(site)
    assert "ONE KITCHEN" in picture(page)  # the only design is what opens
    today = re.search(r'<option value="([^"]+)"[^>]*>Today', page.text)[1]
    assert "ONE KITCHEN" not in picture(plate(site, structure=today))
    assert "280,000 cost a year" in picture(plate(site, structure=today, count="cost"))


def test_the_table_says_the_same(site):
    rows = re.findall(r"<tr>(.*?)</tr>", plate(site).text, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    assert cells[-1][0] == "In all"
    assert cells[-1][-1] == "8"


def test_there_is_no_other_plate(site):
    assert plate(site, "pie").status_code == 404


@pytest.mark.parametrize(
    ("kind", "first"), [("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")]
)
def test_a_plate_is_taken_along(site, kind, first):
    answer = site.get(f"{site.address}/plates/shape/picture?format={kind}&paper=a4")
    assert answer.data.startswith(first)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="shape.{kind}"'


def test_sheets_of_pictures_come_together_in_one_file(site):
    site.path.write_text(organisation_text(400), encoding="utf-8")
    answer = site.get(f"{site.address}/plates/matrix/picture?format=svg&paper=a4")
    names = zipfile.ZipFile(BytesIO(answer.data)).namelist()
    assert names[:2] == ["matrix-1.svg", "matrix-2.svg"]


@pytest.mark.parametrize("asked", ["format=exe", "paper=b5"])
def test_no_other_format_and_paper_is_there(site, asked):
    assert site.get(f"{site.address}/plates/shape/picture?{asked}").status_code == 404


def test_a_file_that_cannot_be_read_leads_to_its_problems(site):
    site.path.write_text("organization: [", encoding="utf-8")
    assert plate(site).status_code == 303


def test_a_page_that_follows_hears_nothing_until_the_file_changes(site):
    version = re.search(r'name="version" value="([^"]+)"', plate(site).text)[1]
    assert plate(site, version=version).status_code == 204
    site.path.write_text(BAKERY.replace("Counter", "Shop"), encoding="utf-8")
    assert "Shop" in plate(site, version=version).text


@pytest.mark.parametrize("name", PLATES)
def test_a_plate_is_a_slide_with_its_title(site, name):
    from pptx import Presentation

    answer = site.get(f"{site.address}/plates/{name}/picture?format=pptx")
    file = Presentation(BytesIO(answer.data))
    assert all(slide.shapes.title.text_frame.text for slide in file.slides)
    assert len(file.slides) >= 1
