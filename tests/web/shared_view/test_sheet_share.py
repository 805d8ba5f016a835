"""Plates, figures, journey and road map as a picture, a poster and a slide."""

import re
from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

from orgdesign.plates import PLATES
from tests.web.conftest import BAKERY
from tests.web.plates.test_plates import DESIGN

WORDS = {"title": "Loaves on time", "source": "Payroll", "day": "2026-11-30"}
JOURNEY = "journey: {buying: {name: Buying, functions: [counter, baking]}}\n"
PAGES = {
    "figures": "diagnosis/figures",
    "journey": "diagnosis/journey",
    "road-map": "designs",
    **{plate: f"plates/{plate}" for plate in PLATES},
}


@pytest.fixture
def shared(site):
    """Return a function that finds the address at which a page is shared, as its link says."""
    site.path.write_text(BAKERY + DESIGN + JOURNEY, encoding="utf-8")

    def found(what):
        page = site.get(f"{site.address}/{PAGES[what]}")
        if what == "road-map":
            road = re.search(r'href="([^"]+/road-map)"', page.text)
            design = re.search(r'href="([^"]*/designs/[^"/?]+)"', page.text)
            page = site.get(unescape(road[1] if road else f"{design[1]}/road-map"))
        return unescape(re.search(rf'href="([^"]+/share/{what}[^"]*)"', page.text)[1])

    return found


def made(site, address, kind, **more):
    place, _, asked = address.partition("?")
    return site.post(f"{place}/{kind}?{asked}", {**WORDS, **more})


@pytest.mark.parametrize("what", PAGES)
def test_a_page_leads_to_sharing_it_with_a_title_and_a_source(site, shared, what):
    address = shared(what)
    page = site.get(address)
    assert page.status_code == 200
    back = unescape(re.search(r'class="kind"><a href="([^"]+)"', page.text)[1])
    assert site.get(back).status_code == 200
    place, _, asked = address.partition("?")
    assert site.get(f"{place}/preview?{asked}").mimetype == "image/png"
    picture = made(site, address, "svg").text
    words = re.sub(r"<[^>]+>", " ", picture)
    for said in ("Loaves on time", "Payroll", "30 November 2026", "Bakery"):
        assert said in words


@pytest.mark.parametrize("what", PAGES)
def test_it_is_a_poster_of_a_paper_and_slides(site, shared, what):
    address = shared(what)
    poster = PdfReader(BytesIO(made(site, address, "pdf", paper="a2").data)).pages[0]
    sides = sorted(map(float, poster.mediabox[2:]))
    assert sides == pytest.approx([1191, 1684], abs=1.5)
    assert "Loaves on time" in poster.extract_text()
    assert len(Presentation(BytesIO(made(site, address, "pptx").data)).slides) >= 1


@pytest.mark.parametrize("what", [*PLATES, "journey"])
def test_a_slide_is_called_what_was_typed(site, shared, what):
    address = shared(what)
    deck = Presentation(BytesIO(made(site, address, "pptx").data))
    assert deck.slides[0].shapes.title.text.startswith("Loaves on time")
    plain = Presentation(BytesIO(made(site, address, "pptx", title="").data))
    assert plain.slides[0].shapes.title.text


@pytest.mark.parametrize("what", PLATES)
def test_what_colours_mean_may_be_left_out(site, shared, what):
    address = shared(what)
    said = [re.sub(r"<[^>]+>", " ", made(site, address, "svg", **more).text) for more in (
        {"legend": "1"}, {}
    )]  # fmt: skip
    assert [len(one) for one in said] == sorted(map(len, said), reverse=True)
    assert len(said[0]) > len(said[1]) + 40


def test_what_is_not_there_is_not_found(site, shared):
    address = shared("figures")
    assert made(site, address, "docx").status_code == 404
    assert site.get(address.replace("figures", "nothing")).status_code == 404
