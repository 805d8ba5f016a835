"""The theme, the logo and the template of a deck, and what is refused of them."""

import io
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image
from pptx import Presentation

from orgdesign.documents.archive import Attachment
from orgdesign.documents.deck import deck, deck_theme
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER


def theme(text: str, logo: Attachment | None = None):
    return deck_theme(Attachment("theme.yaml", text.encode()), logo)


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 30), **more) -> Attachment:
    with io.BytesIO() as data:
        Image.new("RGB", size, "red").save(data, kind, **more)
        return Attachment("logo", data.getvalue())


def test_what_a_theme_does_not_say_is_ours():
    said = theme('colours: {primary: "#AABBCC"}\nfont: Calibri\n')
    assert (said.primary, said.font) == ("#aabbcc", "Calibri")
    assert (said.accent, said.footer) == ("#0f766e", "")
    assert theme("") == deck_theme(None, None)


def test_a_colour_may_stand_without_its_sign():
    assert theme("colours: {ink: 112233}").ink == "#112233"


def test_the_theme_is_that_of_the_slides():
    data = deck(disclose(INSURER), theme('colours: {primary: "#aabbcc"}\nfont: Verdana\n'))
    with ZipFile(io.BytesIO(data)) as file:
        told = file.read("ppt/theme/theme1.xml").decode()
    assert 'srgbClr val="AABBCC"' in told
    assert 'latin typeface="Verdana"' in told


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_stands_on_every_slide_without_its_metadata(kind):
    more = {"exif": b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00Zebedee"} if kind == "JPEG" else {}
    made = deck(disclose(INSURER), theme("", picture(kind, **more)))
    file = Presentation(io.BytesIO(made))
    for slide in file.slides:
        [logo] = [each for each in slide.shapes if each.name == "Logo"]
        assert logo._element.nvPicPr.cNvPr.get("descr") == "Logo"
        assert b"Zebedee" not in logo.image.blob


def bomb() -> bytes:
    """Return a picture whose head says that it is far larger than it is."""
    data = bytearray(picture().data)
    data[16:24] = (30_000).to_bytes(4) + (30_000).to_bytes(4)
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4)
    return bytes(data)


def large() -> bytes:
    """Return a picture in black and white, which is soon made, of too many dots."""
    with io.BytesIO() as data:
        Image.new("1", (8000, 6000)).save(data, "PNG")
        return data.getvalue()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"GIF89a", "logo is not a PNG or JPEG picture; save the logo as one and try"),
        (bomb, "logo"),
        (lambda: b"\x89PNG" + b"\x00" * 10_000_001, "logo is too large for a logo"),
        (large, "logo has 8,000 by 6,000 pixels, which is too much"),
    ],
    ids=["no picture", "bomb", "bytes", "pixels"],
)
def test_a_logo_that_does_harm_is_refused(make, message):
    with pytest.raises(OrgdesignError, match=message):
        theme("", Attachment("logo", make()))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colours: red", "theme.yaml:1:10: "),
        (
            "font: '<b>'",
            'theme.yaml:1:7: "<b>" is not the name of a font; write one, as in Calibri',
        ),
        ("font: [a]", "theme.yaml:1:7: one text is expected here"),
        ("colours: {ink: [a]}", "theme.yaml:1:16: a colour is expected here"),
        ("- a", "theme.yaml:1:1: "),
        ("\x00", "theme.yaml:1:1: "),
        ("a: {", "theme.yaml:1:5: "),
        ("#" * 100_001, "theme.yaml:1:1: this is too large for a theme"),
    ],
)
def test_a_theme_with_problems_is_refused(text, message):
    with pytest.raises(OrgdesignError) as refused:
        theme(text)
    assert str(refused.value).startswith(message)


def zip_of(**entries: bytes) -> bytes:
    with io.BytesIO() as data:
        with ZipFile(data, "w", ZIP_DEFLATED) as file:
            for name, content in entries.items():
                file.writestr(name, content)
        return data.getvalue()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"no archive", "company.pptx is not a presentation; save the template as .pptx"),
        (lambda: zip_of(a=b""), "company.pptx is not a presentation"),
        (lambda: zip_of(a=b"\x00" * 301 * 2**20), "company.pptx unpacks to 316 MB, which is too"),
    ],
    ids=["text", "archive", "bomb"],
)
def test_a_template_that_is_none_is_refused(make, message):
    with pytest.raises(OrgdesignError, match=message):
        deck(disclose(INSURER), template=Attachment("company.pptx", make()))


def test_the_theme_in_the_documents_is_one():
    document = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text()
    text = document.partition("`--theme theme.yaml`")[2].partition("```yaml\n")[2]
    said = theme(text.partition("```")[0])
    assert (said.primary, said.accent, said.ink) == ("#1d3557", "#2a7f62", "#1b1b1b")
    assert (said.font, said.footer) == ("Calibri", "Confidential")


def test_a_logo_that_is_named_and_not_handed_in_is_told():
    wishes = ExportOptions(theme=Attachment("theme.yaml", b"logo: logo.png"))
    made = export(disclose(INSURER), "deck", "pptx", wishes)
    assert made.notes == ["The theme names a logo, logo.png, that was not handed in with it."]
