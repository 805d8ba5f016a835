"""The file of a deck: names, relations, templates, and what any program makes of it."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from orgdesign.designs.replay import structure_after
from orgdesign.documents.archive import Attachment
from orgdesign.documents.deck import DeckTheme, deck
from orgdesign.model import Alignment, Function
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file
from tests.documents.insurer import INSURER, redesigned
from tests.documents.test_deck import BARE, EXAMPLES, made, shapes, titles

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_ids_are_unique_on_each_slide_and_relationships_lead_somewhere():
    data = deck(disclose(INSURER, redesigned()), DeckTheme(footer="Confidential"))
    with ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
        for name in names:
            if name.endswith(".xml") and "/slides/" in name:
                ids = etree.fromstring(file.read(name)).xpath("//*[local-name()='cNvPr']/@id")
                assert len(ids) == len(set(ids)), name
            if name.endswith(".rels"):
                folder = name.partition("_rels/")[0]
                for each in etree.fromstring(file.read(name)):
                    if each.get("TargetMode") != "External":
                        assert _resolved(folder, each.get("Target")) in names, (
                            name,
                            dict(each.attrib),
                        )


def _resolved(folder: str, target: str) -> str:
    parts = [] if target.startswith("/") else [each for each in folder.split("/") if each]
    for each in target.split("/"):
        if each == "..":
            parts.pop()
        elif each:
            parts.append(each)
    return "/".join(parts)


def test_the_same_input_gives_the_same_bytes_without_a_time():
    disclosure = disclose(INSURER, redesigned())
    data = deck(disclosure)
    assert data == deck(disclosure)
    properties = Presentation(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == (
        "",
        "",
        "Northwind",
    )
    assert properties.created.year == 1980


def test_hostile_names_are_shown_as_they_are():
    odd = "<b>&amp; \x00\x0b\ud800 مطالبات 🏳️‍🌈 " + "W" * 600
    function = Function("odd", odd, accountable=None, alignment=Alignment("desired", odd))
    file = made(replace(BARE, name=odd, functions={"odd": function}))
    assert "<b>&amp;" in file.slides[0].shapes.title.text_frame.text
    assert any(
        "مطالبات" in each.text_frame.text for each in shapes(file.slides[2]) if each.has_text_frame
    )


def test_progress_is_told_slide_by_slide():
    told = []
    deck(disclose(INSURER), progress=lambda done, steps: told.append((done, steps)))
    assert told[0] == (0, 12)
    assert told[-1] == (12, 12)


def template(**kinds: bool) -> Attachment:
    """Return a company's template with a slide, notes and an author."""
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts[1])
    slide.shapes.title.text_frame.text = "Secret takeover"
    slide.notes_slide.notes_text_frame.text = "Do not tell"
    file.core_properties.author = "Ada Crumb"
    if kinds.get("without_titles"):
        for layout in file.slide_layouts:
            for each in list(layout.placeholders):
                each._element.getparent().remove(each._element)
    with io.BytesIO() as data:
        file.save(data)
        return Attachment("company.pptx", data.getvalue())


def test_a_template_gives_its_size_and_layouts_and_nothing_else():
    data = deck(disclose(INSURER), template=template())
    file = Presentation(io.BytesIO(data))
    assert (file.slide_width, file.slide_height) == (9144000, 6858000)
    assert file.slides[1].slide_layout.name == "Title Only"
    with ZipFile(io.BytesIO(data)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    for trace in (b"Secret", b"Do not tell", b"Crumb"):
        assert trace not in whole


def test_what_a_template_speaks_of_and_is_left_out_is_not_spoken_of_any_more():
    file = Presentation(io.BytesIO(template().data))
    tags = file.part.package
    part = Part(PackURI("/ppt/tags/tag1.xml"), "application/xml", tags, b"<secret/>")
    id_ = file.part.relate_to(part, f"{RELATIONS}/tags")
    listed = parse_xml(
        '<p:custDataLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:r="{RELATIONS}"><p:tags r:id="{id_}"/></p:custDataLst>'
    )
    file.part._element.append(listed)
    with io.BytesIO() as data:
        file.save(data)
        made = deck(disclose(INSURER), template=Attachment("company.pptx", data.getvalue()))
    with ZipFile(io.BytesIO(made)) as packed:
        assert "ppt/tags/tag1.xml" not in packed.namelist()
        assert b"custDataLst" not in packed.read("ppt/presentation.xml")


def test_layouts_without_a_title_are_coped_with():
    file = made(template=template(without_titles=True))
    assert titles(file)[1] == "The desired customer outcome"
    last = file.slides[1].shapes[-1].text_frame.text
    assert last == "2"


@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_the_decks_of_the_examples_can_be_presented(name):
    today = read_file(EXAMPLES / f"{name}.yaml").organisation
    design = next(iter(today.designs.values()), None)
    file = made(today, structure_after(today, design) if design else None)
    told = titles(file)
    assert all(told)
    assert ("Road map: the phases" in told) == bool(design)
    for slide in file.slides:
        sizes = [int(each) for each in slide._element.xpath(".//@sz[parent::a:rPr]")]
        assert min(sizes, default=900) >= 900
        ids = slide._element.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
