"""What goes out of a branded file has its colours: slides, the deck, the booklet, pictures."""

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from tests.web.conftest import BAKERY

PRIMARY = "7a1f5c"
WORDS = {"title": "Bread by seven", "source": "", "day": "2026-11-30"}


@pytest.fixture
def branded(site):
    brand = f'brand: {{colours: {{primary: "#{PRIMARY}"}}, footer: Between us}}\n'
    site.path.write_text(BAKERY + brand, encoding="utf-8")
    return site


def slides_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if re.match(r"ppt/(slides|theme)/", name)]
        return "".join(file.read(name).decode() for name in names if name.endswith(".xml"))


def paints(data):
    """Return what is painted with on the pages of a PDF, as a text."""
    pages = PdfReader(io.BytesIO(data)).pages
    return "".join(page.get_contents().get_data().decode("latin-1") for page in pages)


def shares(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def painted(data, colour):
    """Tell whether a colour is among those that a PDF sets, to three places."""
    found = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\b", paints(data))
    wanted = pytest.approx(shares(colour), abs=0.003)
    return any([float(part) for part in one] == wanted for one in found)


@pytest.mark.parametrize("place", ["share-view", "share/poster"])
def test_a_slide_of_a_view(branded, place):
    answer = branded.post(f"{branded.address}/{place}/pptx", WORDS)
    assert answer.status_code == 200
    assert PRIMARY in slides_of(answer.data).lower()


def test_a_picture_and_a_poster_of_the_chart(branded):
    picture = branded.post(f"{branded.address}/share-view/svg", WORDS)
    assert f"#{PRIMARY}" in picture.text
    poster = branded.post(f"{branded.address}/share-view/pdf", {**WORDS, "paper": "a3"})
    assert painted(poster.data, PRIMARY)


def made(site, kind, ending):
    """Return an export of the page of exports, without waiting for what is long in the making."""
    from orgdesign.documents.exports import ExportOptions, export
    from orgdesign.redaction import disclose
    from orgdesign.yamlfile import read_file

    organisation = read_file(site.path).organisation
    return export(disclose(organisation, None), kind, ending, ExportOptions()).data


def test_the_deck_and_the_booklet(branded):
    deck = slides_of(made(branded, "deck", "pptx"))
    assert PRIMARY in deck.lower()
    assert "Between us" in deck
    booklet = made(branded, "booklet", "pdf")
    assert painted(booklet, PRIMARY)
    assert "Between us" in "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(booklet)).pages
    )
