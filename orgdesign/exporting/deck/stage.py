"""The slides of a deck in a template: its layouts, the room that they leave, what is on each."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout

from orgdesign.exporting.deck.markup import EMU, NAMESPACES, Frame, clean, escape
from orgdesign.exporting.deck.pages import Page
from orgdesign.exporting.deck.plain import MARGIN
from orgdesign.exporting.deck.slide import Canvas
from orgdesign.exporting.deck.theme import Theme

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
_LOGO_HEIGHT, _LOGO_WIDTH = 26.0, 110.0


class Stage:
    """A presentation that slides are added to."""

    def __init__(self, file: Deck, theme: Theme, *, is_own: bool) -> None:
        self.file, self.theme, self.is_own = file, theme, is_own
        self.width, self.height = file.slide_width / EMU, file.slide_height / EMU  # type: ignore[operator]
        self.slides: dict[Page, tuple[int, Slide]] = {}
        layouts = [*file.slide_layouts]
        self.cover = _named(layouts, "title") or _with_title(layouts)
        self.content = _named(layouts, "titleOnly") or _with_title(layouts)

    @property
    def title(self) -> Frame:
        """Return where the title of a slide stands."""
        for place in (self.content, self.content.slide_master):
            for each in place.placeholders:
                if each.placeholder_format.type in _TITLES and each.width:
                    return Frame(
                        *(side / EMU for side in (each.left, each.top, each.width, each.height))
                    )
        return Frame(MARGIN, 22, self.width - 2 * MARGIN, 40)

    @property
    def room(self) -> Frame:
        """Return what is left between the title and the foot of a slide."""
        title = self.title
        top = title.y + title.height + 10
        foot = self.height - 36
        for place in (self.content, self.content.slide_master):
            for each in place.placeholders:
                if each.placeholder_format.type in _FEET and each.top:
                    foot = min(foot, each.top / EMU - 6)
        left = min(title.x, 0.08 * self.width)
        return Frame(left, top, self.width - 2 * left, foot - top)

    def set(self, pages: Sequence[Page]) -> None:
        """Make a slide for each page, with its title, so that slides can lead to each other."""
        for number, page in enumerate(pages, start=1):
            layout = self.cover if page.is_cover else self.content
            self.slides[page] = (number, self.file.slides.add_slide(layout))

    def draw(self, page: Page) -> None:
        """Draw what is on a slide."""
        number, slide = self.slides[page]
        self._title(slide, page)
        for each in [*slide.placeholders]:
            if each.placeholder_format.type not in (*_TITLES, PP_PLACEHOLDER.SUBTITLE):
                each._element.getparent().remove(each._element)  # noqa: SLF001
        canvas = Canvas(slide, self.room, self.theme, self.slides)
        if not page.is_cover:
            self._foot(canvas, page, number)
            self._logo(slide)
            canvas = Canvas(slide, self.room, self.theme, self.slides)
        page.draw(canvas)
        for each in [*slide.placeholders]:
            if not each.has_text_frame or not each.text_frame.text.strip():
                each._element.getparent().remove(each._element)  # noqa: SLF001
        if page.notes and slide.notes_slide.notes_text_frame is not None:
            slide.notes_slide.notes_text_frame.text = clean(page.notes)

    def _title(self, slide: Slide, page: Page) -> None:
        title = slide.shapes.title
        if title is None:
            slide.shapes._spTree.append(parse_xml(_own_title(self.title)))  # noqa: SLF001
            title = slide.shapes.title
        assert title is not None  # noqa: S101 - it was put there
        title.text_frame.text = clean(page.title)

    def _foot(self, canvas: Canvas, page: Page, number: int) -> None:
        """Put the footer and the number where the layout has them, or at the foot of the slide."""
        told = "  ·  ".join(filter(None, (self.theme.footer, page.section)))
        kinds = {each.placeholder_format.type: each for each in self.content.placeholders}
        for kind, text in ((PP_PLACEHOLDER.FOOTER, told), (PP_PLACEHOLDER.SLIDE_NUMBER, "")):
            if place := kinds.get(kind):
                idx = place.placeholder_format.idx
                name = "ftr" if text else "sldNum"
                run = (
                    f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(clean(text))}</a:t></a:r>'
                    if text
                    else (
                        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
                        f'<a:rPr lang="en-GB"/><a:t>{number}</a:t></a:fld>'
                    )
                )
                canvas.put(
                    f"<p:sp><p:nvSpPr>{canvas.named('Footer' if text else 'Slide number').xml}<p:cNvSpPr>"
                    f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{name}" sz="quarter" '
                    f'idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
                    f"<a:p>{run}</a:p></p:txBody></p:sp>"
                )

    def _logo(self, slide: Slide) -> None:
        if self.theme.logo:
            picture = slide.shapes.add_picture(io.BytesIO(self.theme.logo), 0, 0)
            scale = min(_LOGO_WIDTH * EMU / picture.width, _LOGO_HEIGHT * EMU / picture.height)
            picture.width, picture.height = (
                round(picture.width * scale),
                round(picture.height * scale),
            )
            picture.left = round(self.width * EMU - MARGIN * EMU - picture.width)
            picture.top = round(10 * EMU)
            picture.name = "Logo"
            picture._element.nvPicPr.cNvPr.set("descr", "Logo")  # noqa: SLF001


def _own_title(frame: Frame) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{frame.xfrm}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def _named(layouts: Sequence[SlideLayout], kind: str) -> SlideLayout | None:
    return next((each for each in layouts if each.element.get("type") == kind), None)


def _with_title(layouts: Sequence[SlideLayout]) -> SlideLayout:
    """Return the layout that has a title and the least besides, or else the emptiest."""

    def clutter(layout: SlideLayout) -> tuple[bool, int]:
        kinds = [each.placeholder_format.type for each in layout.placeholders]
        return not any(each in _TITLES for each in kinds), len(kinds)

    return min(layouts, key=clutter)
