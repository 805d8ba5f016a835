"""Native shapes as DrawingML: boxes with text in them, tabs, lines, groups, each with its words.

Lengths are points. Everything that a file says passes through ``clean`` and ``escaped`` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from orgdesign.render import runs_right_to_left
from orgdesign.value_objects import value_object

EMU = 12700
"""English metric units in a point, which is what these files count in."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_FORBIDDEN = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_DASHES = {"dashed": "dash", "dotted": "sysDot"}
_LONGEST_NAME = 120


@value_object
class TextRun:
    """Letters of one look; a ``chip`` is the colour of the ground behind them."""

    text: str
    size: float
    colour: str
    bold: bool = False
    chip: str = ""


@value_object
class TextParagraph:
    """Runs that belong together, and the space before them in points."""

    runs: tuple[TextRun, ...]
    before: float = 0.0
    align: str = "l"
    bullet: bool = False


@value_object
class ShapeFrame:
    """Where a shape stands: its top-left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def xfrm(self) -> str:
        """Return the place as these files say it."""
        return (
            f'<a:off x="{emu(self.x)}" y="{emu(self.y)}"/>'
            f'<a:ext cx="{emu(self.width)}" cy="{emu(self.height)}"/>'
        )


@value_object
class ShapeIdentity:
    """A shape's id on its slide, its name, what it shows in words, and where a click leads."""

    id: int
    name: str
    said: str = ""
    link: str = ""

    @property
    def xml(self) -> str:
        """Return the properties that every shape has."""
        said = f" descr={xml_attribute(self.said)}" if self.said else ""
        head = f'<p:cNvPr id="{self.id}" name={xml_attribute(self.name[:_LONGEST_NAME])}{said}'
        if not self.link:
            return f"{head}/>"
        jump = "ppaction://hlinksldjump"
        return f'{head}><a:hlinkClick r:id="{self.link}" action="{jump}"/></p:cNvPr>'


@value_object
class ShapeStyle:
    """The ground and outline of a shape; no ground or no outline where there is no colour.

    A ``rail`` is how far from its left a line leaves it at the bottom, that its own shape has a
    place for.
    """

    ground: str = ""
    outline: str = ""
    pen: float = 1.0
    dash: str = "solid"
    shape: str = "rect"
    rounding: float = 0.0
    inset: tuple[float, float] = (0.0, 0.0)
    anchor: str = "ctr"
    rail: float = 0.0


def emu(length: float) -> int:
    """Return points in the unit of these files."""
    return round(length * EMU)


def clean(text: str) -> str:
    """Return a text without what XML forbids, on one line."""
    return _FORBIDDEN.sub(" ", text).strip(" ")


def xml_text(text: str) -> str:
    """Return a text without what XML forbids; spaces at its ends stay."""
    return _FORBIDDEN.sub(" ", text)


def xml_attribute(text: str) -> str:
    """Return a text as the value of an attribute."""
    return quoteattr(clean(text))


def box(
    identity: ShapeIdentity,
    frame: ShapeFrame,
    look: ShapeStyle,
    paragraphs: Iterable[TextParagraph],
) -> str:
    """Return a shape with text in it that people can edit."""
    is_text = "" if look.ground or look.outline else ' txBox="1"'
    return (
        f"<p:sp><p:nvSpPr>{identity.xml}<p:cNvSpPr{is_text}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{frame.xfrm}</a:xfrm>{_geometry(look, frame)}"
        f"{solid_fill(look.ground)}{outline_xml(look)}</p:spPr>"
        f"<p:txBody>{_body(look)}<a:lstStyle/>{''.join(map(paragraph, paragraphs)) or '<a:p/>'}"
        f"</p:txBody></p:sp>"
    )


def _geometry(look: ShapeStyle, frame: ShapeFrame) -> str:
    guide = ""
    if look.rail:
        return _with_rail(look, frame)
    if look.shape == "roundRect":
        share = round(100_000 * look.rounding / max(min(frame.width, frame.height), 1.0))
        guide = f'<a:gd name="adj" fmla="val {min(share, 50_000)}"/>'
    return f'<a:prstGeom prst="{look.shape}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _with_rail(look: ShapeStyle, frame: ShapeFrame) -> str:
    """Return a rounded rectangle with a fifth place for connectors, where its rail starts."""
    wide, high, round_ = emu(frame.width), emu(frame.height), emu(look.rounding)
    sites = [("16200000", "hc", "t"), ("10800000", "l", "vc"), ("5400000", "hc", "b")]
    sites += [("0", "r", "vc"), ("5400000", "rail", "b")]
    corners = (
        (0, round_, 10_800_000),
        (wide - round_, 0, 16_200_000),
        (wide, high - round_, 0),
        (round_, high, 5_400_000),
    )
    path = "".join(
        f'{step(at, x, y)}<a:arcTo wR="{round_}" hR="{round_}" stAng="{angle}" swAng="5400000"/>'
        for at, (x, y, angle) in enumerate(corners)
    )
    places = "".join(f'<a:cxn ang="{a}"><a:pos x="{x}" y="{y}"/></a:cxn>' for a, x, y in sites)
    return (
        f'<a:custGeom><a:avLst/><a:gdLst><a:gd name="rail" fmla="val {emu(look.rail)}"/></a:gdLst>'
        f'<a:ahLst/><a:cxnLst>{places}</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}">{path}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def step(at: int, x: int, y: int) -> str:
    """Return a step of a path: the first sets out, the others draw."""
    kind = "lnTo" if at else "moveTo"
    return f'<a:{kind}><a:pt x="{x}" y="{y}"/></a:{kind}>'


def solid_fill(colour: str) -> str:
    """Return a ground of one colour, or none."""
    return f"<a:solidFill>{_rgb(colour)}</a:solidFill>" if colour else "<a:noFill/>"


def _rgb(colour: str) -> str:
    """Return a colour, of which two more figures say how much of what is below it shows."""
    figures, seen = colour.lstrip("#").upper()[:6], colour[7:9]
    if not seen:
        return f'<a:srgbClr val="{figures}"/>'
    share = round(100_000 * int(seen, 16) / 255)
    return f'<a:srgbClr val="{figures}"><a:alpha val="{share}"/></a:srgbClr>'


def outline_xml(look: ShapeStyle, arrow: bool = False) -> str:
    """Return an outline, or none."""
    if not look.outline:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{_DASHES[look.dash]}"/>' if look.dash in _DASHES else ""
    tip = '<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
    return f'<a:ln w="{emu(look.pen)}">{solid_fill(look.outline)}{dash}<a:round/>{tip}</a:ln>'


def _body(look: ShapeStyle) -> str:
    across, down = map(emu, look.inset)
    return (
        f'<a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" '
        f'rtlCol="0" anchor="{look.anchor}"><a:normAutofit/></a:bodyPr>'
    )


def paragraph(told: TextParagraph) -> str:
    """Return a paragraph as these files say it."""
    is_rtl = runs_right_to_left("".join(each.text for each in told.runs))
    side = "r" if is_rtl and told.align == "l" else told.align
    align = f' algn="{side}"'
    align += ' rtl="1"' if is_rtl else ""
    indent = ' marL="171450" indent="-171450"' if told.bullet else ""
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if told.bullet else "<a:buNone/>"
    space = f'<a:spcBef><a:spcPts val="{round(100 * told.before)}"/></a:spcBef>'
    after = '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    lines = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
    properties = f"<a:pPr{indent}{align}>{lines}{space}{after}{bullet}</a:pPr>"
    return f"<a:p>{properties}{''.join(map(run, told.runs))}</a:p>"


def run(told: TextRun) -> str:
    """Return letters of one look."""
    chip = f"<a:highlight>{_rgb(told.chip)}</a:highlight>" if told.chip else ""
    bold = ' b="1"' if told.bold else ' b="0"'
    return (
        f'<a:r><a:rPr lang="en-GB" sz="{round(100 * told.size)}"{bold} dirty="0">'
        f"{solid_fill(told.colour)}{chip}</a:rPr><a:t>{escape(xml_text(told.text))}</a:t></a:r>"
    )


def group(identity: ShapeIdentity, frame: ShapeFrame, shapes: Sequence[str]) -> str:
    """Return shapes as one group, each where it stood on the slide."""
    inner = frame.xfrm.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identity.xml}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{frame.xfrm}{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )
