"""The view on screen as a picture, a poster and a slide: as it is there."""

import re
from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

WORDS = {"title": "Loaves on time", "source": "Payroll", "day": "2026-11-30", "legend": "1"}


def made(site, kind, view="view=after", **more):
    return site.post(f"{site.address}/share-view/{kind}?{view}", {**WORDS, **more})


def test_the_chart_leads_to_sharing_it_as_it_is(site):
    page = site.get(f"{site.address}?view=before&cards=people").text
    link = re.search(r'id="share-view" href="([^"]+)"', page)[1].replace("&amp;", "&")
    share = site.get(link)
    assert share.status_code == 200
    assert "view=before" in share.text
    assert "cards=" in share.text
    assert site.get(f"{site.address}/share-view/preview?view=before").mimetype == "image/png"


@pytest.mark.parametrize("view", ["before", "after", "both", "roles"])
def test_a_picture_has_title_source_date_and_company(site, view):
    answer = made(site, "svg", f"view={view}")
    words = re.sub(r"<[^>]+>", " ", answer.text)
    for said in ("Loaves on time", "Payroll", "30 November 2026"):
        assert said in words
    assert "Bakery" in words


def test_the_legend_is_there_where_it_is_asked_for(site):
    assert "Outcome served" in made(site, "svg").text
    assert "Outcome served" not in made(site, "svg", legend="").text


def test_a_picture_is_as_sharp_as_was_chosen(site):
    small, large = (made(site, "png", size=size).data for size in ("screen", "print"))
    width = [int.from_bytes(data[16:20], "big") for data in (small, large)]
    assert width[1] == pytest.approx(width[0] * 300 / 144, abs=3)


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("tabloid", (1224, 792))])
def test_a_poster_is_on_its_paper(site, paper, size):
    reader = PdfReader(BytesIO(made(site, "pdf", paper=paper).data))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
    assert "Loaves on time" in reader.pages[0].extract_text()


def test_a_slide_holds_the_view_alone(site):
    file = Presentation(BytesIO(made(site, "pptx").data))
    (slide,) = file.slides
    assert slide.shapes.title.text_frame.text == "Loaves on time"


def test_what_was_typed_is_in_no_address(site):
    share = site.get(f"{site.address}/share-view?view=after").text
    assert 'method="post"' in share
    assert made(site, "svg").headers.get("Location") is None


def test_no_other_kind_is_made(site):
    assert made(site, "exe").status_code == 404
