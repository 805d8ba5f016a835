"""The slides of a deck in a template: each with its title, its foot, the logo, and its content."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout

from orgdesign.documents.deck.card_style import SLACK
from orgdesign.documents.deck.drawingml import (
    EMU,
    NAMESPACES,
    ShapeFrame,
    ShapeIdentity,
    ShapeStyle,
    box,
    clean,
)
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan
from orgdesign.documents.deck.slide_text import join_lines
from orgdesign.documents.deck.templates import MARGIN
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.documents.logo import logo_size
from orgdesign.render import style, wrap

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
_LEAST = 120.0


class TemplateLayouts:
    """The layouts for the first slide and for the others, with what they have where."""

    def __init__(self, file: Deck) -> None:
        self.width, self.height = (file.slide_width or 0) / EMU, (file.slide_height or 0) / EMU
        layouts = [*file.slide_layouts]
        self.cover = _named(layouts, "title") or _with_title(layouts)
        self.content = _named(layouts, "titleOnly") or _with_title(layouts)

    def place(self, kinds: Sequence[PP_PLACEHOLDER]) -> LayoutPlaceholder | None:
        """Return the first place of some kinds that the layout has."""
        found = (one for one in self.content.placeholders if one.placeholder_format.type in kinds)
        return next(found, None)

    @property
    def title(self) -> ShapeFrame:
        """Return where the title of a slide stands."""
        for holder in (self.content, self.content.slide_master):
            for each in holder.placeholders:
                if each.placeholder_format.type in TITLES and each.width:
                    sides = (each.left, each.top, each.width, each.height)
                    return ShapeFrame(*(side / EMU for side in sides))
        return ShapeFrame(MARGIN, 18, self.width - 2 * MARGIN, 44)

    @property
    def room(self) -> ShapeFrame:
        """Return what is left between the title and the foot of a slide."""
        title = self.title
        top, foot = title.y + title.height + 8, self.height - 34
        for holder in (self.content, self.content.slide_master):
            for each in holder.placeholders:
                if each.placeholder_format.type in _FEET and each.top > self.height * EMU / 2:
                    foot = min(foot, each.top / EMU - 6)
        left = max(min(title.x, 0.08 * self.width), 0.0)
        if foot - top < _LEAST:
            top = MARGIN
        return ShapeFrame(left, top, self.width - 2 * left, foot - top)

    @property
    def foot(self) -> float:
        """Return where the line at the foot of a slide stands, beside its number."""
        number = self.place((PP_PLACEHOLDER.SLIDE_NUMBER,))
        if number is not None and number.top:
            return float((number.top + number.height / 2) / EMU - 8)
        return self.height - 25


def _named(layouts: Sequence[SlideLayout], kind: str) -> SlideLayout | None:
    return next((each for each in layouts if each.element.get("type") == kind), None)


def _with_title(layouts: Sequence[SlideLayout]) -> SlideLayout:
    """Return the layout that has a title and the least besides, or else the emptiest."""

    def clutter(layout: SlideLayout) -> tuple[bool, int]:
        kinds = [each.placeholder_format.type for each in layout.placeholders]
        return not any(each in TITLES for each in kinds), len(kinds)

    return min(layouts, key=clutter)


_LOGO_HEIGHT, _LOGO_WIDTH = 28.0, 120.0
_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_SMALL = 9.0


class SlideWriter:
    """A presentation that slides are added to."""

    def __init__(self, file: Deck, theme: DeckTheme, *, is_own: bool) -> None:
        self.file, self.theme, self.is_own = file, theme, is_own
        self.layouts = TemplateLayouts(file)
        self.room = self.layouts.room
        self.slides: dict[SlidePlan, tuple[int, Slide]] = {}

    def set(self, pages: Sequence[SlidePlan]) -> None:
        """Make a slide for each page, with its title, so that slides can lead to each other."""
        for number, page in enumerate(pages, start=1):
            layout = self.layouts.cover if page.is_cover else self.layouts.content
            self.slides[page] = (number, self.file.slides.add_slide(layout))

    def draw(self, page: SlidePlan) -> None:
        """Draw what is on a slide; places of the layout that stay empty are taken off."""
        number, slide = self.slides[page]
        self._title(slide, page)
        canvas = SlideCanvas(slide, self.room, self.layouts.foot, self.theme, self.slides)
        page.draw(canvas)
        for each in [*slide.placeholders]:
            if not (each.has_text_frame and each.text_frame.text.strip()):
                each._element.getparent().remove(each._element)  # noqa: SLF001
        self._logo(canvas, is_cover=page.is_cover)
        if not page.is_cover:
            self._foot(canvas, page, number)
        if page.notes and slide.notes_slide.notes_text_frame is not None:
            slide.notes_slide.notes_text_frame.text = clean(page.notes)

    def _title(self, slide: Slide, page: SlidePlan) -> None:
        if slide.shapes.title is None:
            slide.shapes._spTree.append(parse_xml(_own_title(self.layouts.title)))  # noqa: SLF001
        title = slide.shapes.title
        assert title is not None  # noqa: S101 - it was put there
        size, lines = (36, 3) if page.is_cover else (24, 2)
        room = self.layouts.title.width * SLACK
        told = wrap(clean(page.title), room, size, bold=True, lines=lines)
        title.text_frame.text = join_lines(told, page.title)

    def _foot(self, canvas: SlideCanvas, page: SlidePlan, number: int) -> None:
        """Put the footer and the number where the layout has them, or at the foot of the slide."""
        told = clean("  ·  ".join(filter(None, (self.theme.footer, page.section))))
        own = f' sz="{round(100 * _SMALL)}"' if self.is_own else ""
        letters = f'<a:rPr lang="en-GB"{own}>{_INK if self.is_own else _FONT}</a:rPr>'
        footer = f"<a:r>{letters}<a:t>{escape(told)}</a:t></a:r>"
        count = f'<a:fld id="{_NUMBER}" type="slidenum">{letters}<a:t>{number}</a:t></a:fld>'
        self._at_foot(canvas, PP_PLACEHOLDER.FOOTER, "ftr", footer)
        self._at_foot(canvas, PP_PLACEHOLDER.SLIDE_NUMBER, "sldNum", count)

    def _at_foot(self, canvas: SlideCanvas, kind: PP_PLACEHOLDER, name: str, run: str) -> None:
        place = self.layouts.place((kind,))
        align = "r" if name == "sldNum" else "l"
        own = f'<a:pPr algn="{align}"/>' if self.is_own or place is None else ""
        identity = canvas.shape_naming("Slide number" if name == "sldNum" else "Footer")
        if place is None:
            canvas.put_shapes(_own_foot(identity, self._corner(align), f"{own}{run}"))
        else:
            canvas.put_shapes(
                _placeholder(identity, name, place.placeholder_format.idx, f"{own}{run}")
            )

    def _corner(self, align: str) -> ShapeFrame:
        """Return a place at the foot of a slide, where a layout has none."""
        room, top = self.room, self.layouts.foot
        if align == "r":
            return ShapeFrame(room.x + room.width - 50, top, 50, 16)
        return ShapeFrame(room.x, top, room.width - 260, 16)

    def _logo(self, canvas: SlideCanvas, *, is_cover: bool) -> None:
        if not self.theme.logo:
            return
        size = 2 if is_cover else 1
        wide, high = logo_size(self.theme.logo, size * _LOGO_WIDTH, size * _LOGO_HEIGHT)
        left, top = self.layouts.width - MARGIN - wide, MARGIN if is_cover else 12.0
        if is_cover and self.is_own:
            edge, look = _AROUND_LOGO, ShapeStyle(ground=style.PAPER)
            ground = ShapeFrame(left - edge, top - edge, wide + 2 * edge, high + 2 * edge)
            canvas.put_shapes(box(canvas.shape_naming("Ground of the logo"), ground, look, []))
        places = (round(each * EMU) for each in (left, top, wide, high))
        picture = canvas.slide.shapes.add_picture(io.BytesIO(self.theme.logo), *places)
        picture.name = "Logo"
        picture._element.nvPicPr.cNvPr.set("descr", "Logo")  # noqa: SLF001
        canvas.count()


_AROUND_LOGO = 8.0
"""How much paper there is around a logo on a cover, whose ground may have its colour."""
_FONT = '<a:latin typeface="+mn-lt"/>'
_INK = f'<a:solidFill><a:srgbClr val="{style.QUIET[1:].upper()}"/></a:solidFill>{_FONT}'


def _placeholder(identity: ShapeIdentity, kind: str, index: int, told: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{identity.xml}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
        f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"<a:p>{told}</a:p></p:txBody></p:sp>"
    )


def _own_foot(identity: ShapeIdentity, frame: ShapeFrame, told: str) -> str:
    return (
        f'<p:sp><p:nvSpPr>{identity.xml}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm>{frame.xfrm}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        '<a:lstStyle><a:lvl1pPr><a:defRPr sz="900"/></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{told}</a:p></p:txBody></p:sp>"
    )


def _own_title(frame: ShapeFrame) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{frame.xfrm}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
