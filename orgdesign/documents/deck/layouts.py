"""The layouts of a template: which to use, and the room that they leave."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from orgdesign.documents.deck.markup import EMU, Frame
from orgdesign.documents.deck.plain import MARGIN

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
_LEAST = 120.0


class Layouts:
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
    def title(self) -> Frame:
        """Return where the title of a slide stands."""
        for holder in (self.content, self.content.slide_master):
            for each in holder.placeholders:
                if each.placeholder_format.type in TITLES and each.width:
                    sides = (each.left, each.top, each.width, each.height)
                    return Frame(*(side / EMU for side in sides))
        return Frame(MARGIN, 18, self.width - 2 * MARGIN, 44)

    @property
    def room(self) -> Frame:
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
        return Frame(left, top, self.width - 2 * left, foot - top)

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
