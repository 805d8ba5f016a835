"""The presentation that a deck is built in, ours or the company's, without traces of its makers."""

from __future__ import annotations

import io
from typing import Any
from zipfile import BadZipFile

import pptx
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideMasterPart
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from orgdesign.documents.archive import Attachment, refuse_zip_bomb, set_title_only
from orgdesign.documents.deck.drawingml import NAMESPACES, ShapeFrame, clean
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.problems import OrgdesignError
from orgdesign.render import style

_TELLTALE = {
    "commentAuthors",
    "comments",
    "custom-properties",
    "customXml",
    "authors",
    "thumbnail",
    "printerSettings",
    "handoutMaster",
    "tags",
    "extended-properties",
}


def open_template(template: Attachment) -> Deck:
    """Return a company's template without its slides.

    Raises:
        OrgdesignError: it cannot be read, or is no presentation.
    """
    try:
        refuse_zip_bomb(template)
        file = pptx.Presentation(io.BytesIO(template.data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        message = (
            f"{template.name} is not a presentation; save the template as .pptx and try again."
        )
        raise OrgdesignError(message) from None
    ids = file.part._element.get_or_add_sldIdLst()  # noqa: SLF001 - the library removes no slides
    for each in [*ids]:
        file.part.rels.pop(each.rId)
        _unmention(file.part._element, each.rId)  # noqa: SLF001
    return file


def remove_traces(file: Deck, title: str) -> None:
    """Leave out who made a deck or its template, when, and where it lay."""
    set_title_only(file.core_properties, clean(title))
    package = file.part.package
    _empty_properties(file)
    _forget(package._rels, None)  # noqa: SLF001 - the library has no other way
    for part in package.iter_parts():
        _forget(part.rels, getattr(part, "_element", None))


def _empty_properties(file: Deck) -> None:
    """Keep the properties of the presentation and of its views, which PowerPoint wants to be there.

    What they may hold, such as the names of people who marked it up, is taken out.
    """
    related = {each.reltype.rpartition("/")[2] for each in file.part.rels.values()}
    for kind, (type_, root) in _PROPERTIES.items():
        relation = getattr(RELATIONSHIP_TYPE, type_)
        name = PackURI(f"/ppt/{kind}.xml")
        blank = f'<?xml version="1.0" encoding="UTF-8"?>\n<p:{root} {NAMESPACES}/>'.encode()
        if kind in related:
            file.part.part_related_by(relation)._blob = blank  # noqa: SLF001
        else:
            content = getattr(CONTENT_TYPE, f"PML_{type_}")
            file.part.relate_to(Part(name, content, file.part.package, blank), relation)


_PROPERTIES = {
    "presProps": ("PRES_PROPS", "presentationPr"),
    "viewProps": ("VIEW_PROPS", "viewPr"),
}


def _forget(relations: Any, element: Any) -> None:
    """Forget what tells of the people who wrote a template, and where it is spoken of."""
    for id_, relation in [*relations.items()]:
        if relation.reltype.rpartition("/")[2] in _TELLTALE:
            relations.pop(id_)
            if element is not None:
                _unmention(element, id_)


def _unmention(element: Any, id_: str) -> None:
    for mention in element.xpath(f".//*[@r:id='{id_}']"):
        around = mention.getparent()
        around.remove(mention)
        if not len(around):
            around.getparent().remove(around)


WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 28.0
_BESIDE_LOGO = 140.0
_COVER_TITLE = ShapeFrame(72, 150, 760, 120)
_COVER_TEXT = ShapeFrame(72, 280, 760, 90)
_FOOT = HEIGHT - 26
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_KEPT = {"title": "Title Slide", "titleOnly": "Title Only"}


def plain_deck(theme: DeckTheme) -> Deck:
    """Return an empty deck in our own look."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_master
    for layout in [*deck.slide_layouts]:
        if layout.name not in _KEPT.values():
            deck.slide_layouts.remove(layout)
    _rewrite(master.element, _master(bool(theme.logo)))
    for layout in deck.slide_layouts:
        is_cover = layout.name == "Title Slide"
        _rewrite(layout.element, _cover() if is_cover else _title_only())
        if is_cover:
            layout.element.find("{*}cSld").insert(0, parse_xml(_GROUND))
    _restyle(master.element)
    _recolour(master.part, theme)
    return deck


def _rewrite(element: Any, shapes: str) -> None:
    """Give a master or a layout other shapes."""
    tree = element.find(".//{*}spTree")
    for old in [*tree][2:]:
        tree.remove(old)
    for new in parse_xml(f"<p:spTree {NAMESPACES}>{shapes}</p:spTree>"):
        tree.append(new)


def _placeholder(
    id_: int, kind: str, frame: ShapeFrame | None, more: str = "", text: str = ""
) -> str:
    place = f"<a:xfrm>{frame.xfrm}</a:xfrm>" if frame else ""
    shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if frame else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{kind} {id_}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {_PH[kind]}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}{shape}</p:spPr><p:txBody>{more or '<a:bodyPr/><a:lstStyle/>'}"
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


_PH = {
    "title": 'type="title"',
    "ctrTitle": 'type="ctrTitle"',
    "subTitle": 'type="subTitle" idx="1"',
    "body": 'type="body" idx="1"',
    "ftr": 'type="ftr" sz="quarter" idx="3"',
    "sldNum": 'type="sldNum" sz="quarter" idx="4"',
}
_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-GB"/><a:t>1</a:t></a:fld>'
)


def _master(has_logo: bool) -> str:
    title = ShapeFrame(MARGIN, 18, WIDTH - 2 * MARGIN - (_BESIDE_LOGO if has_logo else 0.0), 44)
    body = ShapeFrame(MARGIN, 84, WIDTH - 2 * MARGIN, 410)
    return (
        _placeholder(2, "title", title, _text("ctr"))
        + _placeholder(3, "body", body, _text("t"))
        + _feet(4)
    )


def _feet(first: int) -> str:
    footer = ShapeFrame(MARGIN, _FOOT, WIDTH - 2 * MARGIN - 250, 18)
    number = ShapeFrame(WIDTH - MARGIN - 60, _FOOT, 60, 18)
    grey = f'<a:srgbClr val="{style.QUIET[1:].upper()}"/>'
    left, right = (_level(align, 900, grey) for align in ("l", "r"))
    return _placeholder(first, "ftr", footer, _text("ctr", left)) + _placeholder(
        first + 1, "sldNum", number, _text("ctr", right), _NUMBER
    )


def _title_only() -> str:
    return _placeholder(2, "title", None) + _feet(3)


def _cover() -> str:
    paper = '<a:schemeClr val="bg1"/>'
    title, under = _level("l", 3600, paper, ' b="1"'), _level("l", 1800, paper)
    return _placeholder(2, "ctrTitle", _COVER_TITLE, _text("b", title)) + _placeholder(
        3, "subTitle", _COVER_TEXT, _text("t", under)
    )


def _level(align: str, size: int, colour: str, more: str = "") -> str:
    """Return the look of the first level of text."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/><a:defRPr sz="{size}"{more}>'
        f'<a:solidFill>{colour}</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    )


def _text(anchor: str, levels: str = "") -> str:
    return (
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>'
    )


def _restyle(master: Any) -> None:
    """Give titles their size and weight."""
    style = master.find("{*}txStyles/{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    letters = style.find("{*}defRPr")
    letters.set("sz", "2400")
    letters.set("b", "1")


_GROUND = (
    '<p:bg xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:bgPr><a:solidFill>'
    '<a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
)


def _recolour(master: SlideMasterPart, theme: DeckTheme) -> None:
    """Give the deck the colours and the font of a theme."""
    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    scheme, fonts = root.find(".//{*}clrScheme"), root.find(".//{*}fontScheme")
    for name, colour in _colours(theme).items():
        place = scheme.find(f"{{*}}{name}")
        for old in [*place]:
            place.remove(old)
        place.append(parse_xml(f'<a:srgbClr {_A} val="{colour[1:].upper()}"/>'))
    for face in fonts.iterfind("*/{*}latin"):
        face.set("typeface", theme.font)
    for each in (root, scheme, fonts):
        each.set("name", "orgdesign")
    part._blob = serialize_part_xml(root)  # noqa: SLF001 - the library knows no themes


def _colours(theme: DeckTheme) -> dict[str, str]:
    accents = (theme.accent, *(each.strong for each in style.HUES[1:6]))
    colours = {f"accent{at}": colour for at, colour in enumerate(accents, start=1)}
    grounds = {"dk1": theme.ink, "lt1": style.PAPER, "dk2": theme.primary, "lt2": "#eef2f5"}
    return colours | grounds | {"hlink": theme.accent, "folHlink": theme.accent}
