"""Our own template: 16 : 9, two layouts, in the colours and the font of a theme."""

from __future__ import annotations

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from orgdesign.exporting.deck.markup import NAMESPACES, Frame, escape
from orgdesign.exporting.deck.theme import Theme

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 28.0
TITLE = Frame(MARGIN, 18, WIDTH - 2 * MARGIN, 44)
_COVER_TITLE = Frame(72, 150, 760, 120)
_COVER_TEXT = Frame(72, 280, 760, 90)
_FOOT = HEIGHT - 26
_KEPT = {"title": "Title Slide", "titleOnly": "Title Only"}


def plain(theme: Theme) -> Deck:
    """Return an empty deck in our own look."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_master
    for layout in [*deck.slide_layouts]:
        if layout.name not in _KEPT.values():
            deck.slide_layouts.remove(layout)
    _rewrite(master.element, _master())
    for layout in deck.slide_layouts:
        is_cover = layout.name == "Title Slide"
        _rewrite(layout.element, _cover() if is_cover else _title_only())
        if is_cover:
            layout.element.find("{*}cSld").insert(0, parse_xml(_GROUND))
    _restyle(master.element, theme)
    _recolour(master.part, theme)
    return deck


def _rewrite(element: etree._Element, shapes: str) -> None:
    """Give a master or a layout other shapes."""
    tree = element.find(".//{*}spTree")
    for old in [*tree][2:]:
        tree.remove(old)
    for new in parse_xml(f"<p:spTree {NAMESPACES}>{shapes}</p:spTree>"):
        tree.append(new)


def _placeholder(id_: int, kind: str, frame: Frame | None, more: str = "", text: str = "") -> str:
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
_NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'


def _master() -> str:
    body = Frame(MARGIN, 84, WIDTH - 2 * MARGIN, 410)
    return (
        _placeholder(2, "title", TITLE, _text("ctr", 0))
        + _placeholder(3, "body", body, _text("t", 0))
        + _feet(4)
    )


def _feet(first: int, *, placed: bool = True) -> str:
    footer = Frame(MARGIN, _FOOT, WIDTH - 2 * MARGIN - 70, 18) if placed else None
    number = Frame(WIDTH - MARGIN - 60, _FOOT, 60, 18) if placed else None
    small = '<a:lvl1pPr algn="{}"><a:defRPr sz="900"><a:solidFill><a:srgbClr val="475569"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    return _placeholder(first, "ftr", footer, _text("ctr", 0, small.format("l"))) + _placeholder(
        first + 1, "sldNum", number, _text("ctr", 0, small.format("r")), _NUMBER
    )


def _title_only() -> str:
    return _placeholder(2, "title", None) + _feet(3)


def _cover() -> str:
    big = '<a:lvl1pPr algn="l"><a:defRPr sz="3600" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    under = '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    return _placeholder(2, "ctrTitle", _COVER_TITLE, _text("b", 0, big)) + _placeholder(
        3, "subTitle", _COVER_TEXT, _text("t", 0, under)
    )


def _text(anchor: str, inset: int, levels: str = "") -> str:
    return (
        f'<a:bodyPr vert="horz" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" rtlCol="0" '
        f'anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>'
    )


def _restyle(master: etree._Element, theme: Theme) -> None:
    """Give titles their size and weight, and the cover its ground."""
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


def _recolour(master: object, theme: Theme) -> None:
    part = master.part_related_by(  # type: ignore[attr-defined]
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    root = etree.fromstring(part.blob)
    ours = {
        "dk1": theme.ink,
        "lt1": "#ffffff",
        "dk2": theme.primary,
        "lt2": "#eef2f5",
        "accent1": theme.accent,
        "accent2": "#4338ca",
        "accent3": "#a16207",
        "accent4": "#7e22ce",
        "accent5": "#0369a1",
        "accent6": "#4d7c0f",
        "hlink": theme.accent,
        "folHlink": theme.accent,
    }
    scheme = root.find(".//{*}clrScheme")
    scheme.set("name", "orgdesign")
    for name, colour in ours.items():
        place = scheme.find(f"{{*}}{name}")
        for old in [*place]:
            place.remove(old)
        etree.SubElement(place, place.tag.rpartition("}")[0] + "}srgbClr", val=colour[1:].upper())
    for face in root.iterfind(".//{*}fontScheme/*/{*}latin"):
        face.set("typeface", theme.font)
    root.find(".//{*}fontScheme").set("name", "orgdesign")
    root.set("name", "orgdesign")
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


__all__ = ["plain", "escape"]
