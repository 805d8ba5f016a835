"""A company's own font: measured, carried by files, and ours for letters that it lacks."""

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from orgdesign import cli
from orgdesign.model import Brand
from orgdesign.problems import OrgdesignError
from orgdesign.render.brand_face import find_brand_face, set_in
from orgdesign.render.fonts import text_width
from orgdesign.render.glyph_subset import embedded_font_css, font_families
from orgdesign.render.typefaces import shipped_typeface

BAKERY = """\
organization: Bakery
outcome: {statement: Fresh bread by 7 in the morning}
roles: {baker: {title: Baker, purpose: Bread}}
functions: {bakery: {name: Bakery, accountable: baker, headcount: 21}}
brand: {font_file: harvest.ttf}
"""
WIDER = 1.25


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder of a file and a font without digits, a quarter wider than ours."""
    place = tmp_path_factory.mktemp("brand")
    font = TTFont(shipped_typeface().path)
    letters = subset.Subsetter()
    letters.populate(unicodes=[*range(0x41, 0x5B), *range(0x61, 0x7B), 0x20])
    letters.subset(font)
    widths = font["hmtx"].metrics
    widths |= {glyph: (round(wide * WIDER), left) for glyph, (wide, left) in widths.items()}
    for record in font["name"].names:
        record.string = "Harvest Letters" if record.nameID in (1, 4, 16) else "HarvestLetters"
    font.save(place / "harvest.ttf")
    (place / "org.yaml").write_text(BAKERY, "utf-8")
    return place


@pytest.fixture(scope="module")
def face(folder):
    return find_brand_face(Brand(font_file="harvest.ttf"), folder)


def test_text_is_measured_in_it_and_letters_that_it_lacks_in_ours(face):
    ours = text_width("Claims", 10), text_width("2026", 10)
    with set_in(face):
        assert text_width("Claims", 10) == pytest.approx(WIDER * ours[0], rel=0.01)
        assert text_width("2026", 10) == ours[1]
    assert text_width("Claims", 10) == ours[0]


def test_a_drawing_asks_for_it_first_and_carries_its_letters(face):
    with set_in(face):
        assert font_families("Claims 21") == "Harvest Letters,Inter"
        assert '"Harvest Letters"' in embedded_font_css("Claims 21")
    assert "Harvest" not in embedded_font_css("Claims 21") + font_families("Claims 21")


@pytest.mark.parametrize("view", ["after", "shape"])
def test_pictures_of_a_file_carry_it(folder, tmp_path, view):
    command = ["render", str(folder / "org.yaml"), "--view", view, "-o"]
    assert cli.main([*command, str(tmp_path / "x.svg")]) == 0
    drawn = (tmp_path / "x.svg").read_text("utf-8")
    assert 'font-family="Harvest Letters,Inter"' in drawn
    assert '@font-face{font-family:"Harvest Letters"' in drawn
    assert cli.main([*command, str(tmp_path / "x.pdf")]) == 0
    assert {"HarvestLetters", "Inter-Regular"} <= fonts_of(tmp_path / "x.pdf")


def fonts_of(path):
    """Return the names of the fonts within a PDF."""
    resources = [page["/Resources"] for page in PdfReader(path).pages]
    for each in [*resources]:
        within = each.get("/XObject", {}).values()
        resources += [form["/Resources"] for form in within if "/Resources" in form]
    fonts = [font for each in resources for font in each.get("/Font", {}).values()]
    return {str(font["/BaseFont"]).partition("+")[2] for font in fonts}


def test_documents_are_set_in_it_or_name_it(folder, tmp_path):
    import docx
    from pptx import Presentation

    def made(kind, ending):
        target = tmp_path / f"x.{ending}"
        command = ["export", str(folder / "org.yaml"), "--as", kind, "-o", str(target)]
        assert cli.main(command) == 0
        return target

    booklet = made("booklet", "pdf")
    assert any("Harvest" in name for name in fonts_of(booklet))
    assert docx.Document(made("roles", "docx")).styles["Normal"].font.name == "Harvest Letters"
    theme = Presentation(made("deck", "pptx")).slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert b'typeface="Harvest Letters"' in theme.blob
    assert "html { font-family: Harvest Letters,Inter" in made("page", "html").read_text("utf-8")


@pytest.mark.parametrize(
    ("named", "content", "said"),
    [
        ("gone.ttf", None, "is not beside the organisation"),
        ("../up.ttf", None, "is not beside the organisation"),
        ("text.ttf", b"no font at all", "is no TrueType font"),
        ("torn.ttf", b"\x00\x01\x00\x00\x00\x0f" + bytes(40), "font"),
    ],
)
def test_a_file_that_is_no_font_is_a_clear_error(tmp_path, named, content, said):
    if content:
        (tmp_path / named).write_bytes(content)
    with pytest.raises(OrgdesignError, match=f"{named}, which brand: font_file: names, .*{said}"):
        find_brand_face(Brand(font_file=named), tmp_path)


def test_a_torn_font_stops_a_picture_with_a_sentence(folder, tmp_path, capsys):
    whole = (folder / "harvest.ttf").read_bytes()
    (tmp_path / "harvest.ttf").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "org.yaml").write_bytes((folder / "org.yaml").read_bytes())
    target = tmp_path / "x.svg"
    assert cli.main(["render", str(tmp_path / "org.yaml"), "-o", str(target)]) == 1
    assert "harvest.ttf, which brand: font_file: names" in capsys.readouterr().err
    assert not target.exists()
