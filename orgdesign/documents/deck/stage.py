"""The slides of a deck in a template: each with its title, its foot, the logo, and its content."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from orgdesign.documents.deck.layouts import Layouts
from orgdesign.documents.deck.looks import SLACK, joined
from orgdesign.documents.deck.markup import (
    EMU,
    NAMESPACES,
    Frame,
    Naming,
    clean,
)
from orgdesign.documents.deck.pages import Page
from orgdesign.documents.deck.plain import MARGIN
from orgdesign.documents.deck.slide import Canvas
from orgdesign.documents.deck.theme import Theme
from orgdesign.render import style
from orgdesign.render.fonts import wrap

_LOGO_HEIGHT, _LOGO_WIDTH = 28.0, 120.0
_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_SMALL = 9.0


class Stage:
    """A presentation that slides are added to."""

    def __init__(self, file: Deck, theme: Theme, *, is_own: bool) -> None:
        self.file, self.theme, self.is_own = file, theme, is_own
        self.layouts = Layouts(file)
        self.room = self.layouts.room
        self.slides: dict[Page, tuple[int, Slide]] = {}

    def set(self, pages: Sequence[Page]) -> None:
        """Make a slide for each page, with its title, so that slides can lead to each other."""
        for number, page in enumerate(pages, start=1):
            layout = self.layouts.cover if page.is_cover else self.layouts.content
            self.slides[page] = (number, self.file.slides.add_slide(layout))

    def draw(self, page: Page) -> None:
        """Draw what is on a slide; places of the layout that stay empty are taken off."""
        number, slide = self.slides[page]
        self._title(slide, page)
        canvas = Canvas(slide, self.room, self.layouts.foot, self.theme, self.slides)
        page.draw(canvas)
        for each in [*slide.placeholders]:
            if not (each.has_text_frame and each.text_frame.text.strip()):
                each._element.getparent().remove(each._element)  # noqa: SLF001
        self._logo(canvas, is_cover=page.is_cover)
        if not page.is_cover:
            self._foot(canvas, page, number)
        if page.notes and slide.notes_slide.notes_text_frame is not None:
            slide.notes_slide.notes_text_frame.text = clean(page.notes)

    def _title(self, slide: Slide, page: Page) -> None:
        if slide.shapes.title is None:
            slide.shapes._spTree.append(parse_xml(_own_title(self.layouts.title)))  # noqa: SLF001
        title = slide.shapes.title
        assert title is not None  # noqa: S101 - it was put there
        size, lines = (36, 3) if page.is_cover else (24, 2)
        room = self.layouts.title.width * SLACK
        told = wrap(clean(page.title), room, size, bold=True, lines=lines)
        title.text_frame.text = joined(told, page.title)

    def _foot(self, canvas: Canvas, page: Page, number: int) -> None:
        """Put the footer and the number where the layout has them, or at the foot of the slide."""
        told = clean("  ·  ".join(filter(None, (self.theme.footer, page.section))))
        own = f' sz="{round(100 * _SMALL)}"' if self.is_own else ""
        letters = f'<a:rPr lang="en-GB"{own}>{_INK if self.is_own else _FONT}</a:rPr>'
        footer = f"<a:r>{letters}<a:t>{escape(told)}</a:t></a:r>"
        count = f'<a:fld id="{_NUMBER}" type="slidenum">{letters}<a:t>{number}</a:t></a:fld>'
        self._at_foot(canvas, PP_PLACEHOLDER.FOOTER, "ftr", footer)
        self._at_foot(canvas, PP_PLACEHOLDER.SLIDE_NUMBER, "sldNum", count)

    def _at_foot(self, canvas: Canvas, kind: PP_PLACEHOLDER, name: str, run: str) -> None:
        place = self.layouts.place((kind,))
        align = "r" if name == "sldNum" else "l"
        own = f'<a:pPr algn="{align}"/>' if self.is_own or place is None else ""
        naming = canvas.named("Slide number" if name == "sldNum" else "Footer")
        if place is None:
            canvas.put(_own_foot(naming, self._corner(align), f"{own}{run}"))
        else:
            canvas.put(_placeholder(naming, name, place.placeholder_format.idx, f"{own}{run}"))

    def _corner(self, align: str) -> Frame:
        """Return a place at the foot of a slide, where a layout has none."""
        room, top = self.room, self.layouts.foot
        if align == "r":
            return Frame(room.x + room.width - 50, top, 50, 16)
        return Frame(room.x, top, room.width - 260, 16)

    def _logo(self, canvas: Canvas, *, is_cover: bool) -> None:
        if not self.theme.logo:
            return
        picture = canvas.slide.shapes.add_picture(io.BytesIO(self.theme.logo), 0, 0)
        size = 2 if is_cover else 1
        high, wide = (size * each * EMU for each in (_LOGO_HEIGHT, _LOGO_WIDTH))
        scale = min(wide / picture.width, high / picture.height)
        picture.width, picture.height = (
            round(side * scale) for side in (picture.width, picture.height)
        )
        picture.left = round((self.layouts.width - MARGIN) * EMU - picture.width)
        picture.top = round((MARGIN if is_cover else 12) * EMU)
        picture.name = "Logo"
        picture._element.nvPicPr.cNvPr.set("descr", "Logo")  # noqa: SLF001
        canvas.count()


_FONT = '<a:latin typeface="+mn-lt"/>'
_INK = f'<a:solidFill><a:srgbClr val="{style.QUIET[1:].upper()}"/></a:solidFill>{_FONT}'


def _placeholder(naming: Naming, kind: str, index: int, told: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{naming.xml}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
        f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"<a:p>{told}</a:p></p:txBody></p:sp>"
    )


def _own_foot(naming: Naming, frame: Frame, told: str) -> str:
    return (
        f'<p:sp><p:nvSpPr>{naming.xml}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm>{frame.xfrm}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        '<a:lstStyle><a:lvl1pPr><a:defRPr sz="900"/></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{told}</a:p></p:txBody></p:sp>"
    )


def _own_title(frame: Frame) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{frame.xfrm}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
