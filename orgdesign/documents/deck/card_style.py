"""What the boxes of a chart look like on a slide: as on screen, in letters that a room can read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from typing import Literal

from orgdesign.charts import Box
from orgdesign.documents.deck.drawingml import TextParagraph, TextRun, clean
from orgdesign.documents.deck.slide_text import join_lines
from orgdesign.render import (
    CHANGED_PEN,
    STEADY_PEN,
    Card,
    balanced_lines,
    hides,
    style,
    text_width,
    wrap,
)
from orgdesign.value_objects import value_object

CardDetail = Literal["full", "brief"]
"""Whether cards tell what a function contributes, or its name and accountable role alone."""

SLACK = 0.9
"""How much of a line may be filled, as readers' machines have other fonts than ours."""
LEADING = 1.2
"""The height of a line beside the size of its letters."""
SMALLEST = 20
"""The size of the smallest letters of a card, before it is scaled to its slide."""
INSET = 11.0
"""Room beside the text of a card; above and below it there is less."""
TAB = 32.0
_ABOVE = 7.0
_TITLE = 22
WIDTHS: dict[CardDetail, tuple[float, ...]] = {"full": (400.0,), "brief": (270.0, 250.0, 230.0)}
"""The widths that cards are tried in; that in which a chart is largest is taken."""
_BANNER = 1300.0


@value_object
class SlideCard:
    """A box as it is drawn: what it says in paragraphs, its colours, and the room it needs."""

    box: Box
    width: float
    height: float
    paragraphs: tuple[TextParagraph, ...]
    outline: str
    ground: str
    dash: str = "solid"
    pen: float = 2.0
    tab: str = ""

    @property
    def card(self) -> Card:
        """Return the card that the chart is laid out with."""
        height = self.height + (TAB if self.tab else 0.0)
        return Card(self.box, self.width, height, (), self.outline, self.ground, self.dash)


@value_object
class _CardText:
    """A paragraph with its first run and one more beside it, and how many lines it may take."""

    text: str
    size: int
    colour: str
    bold: bool = False
    lines: int = 2
    before: float = 0.0
    chip: str = ""
    beside: str = ""
    chips: tuple[str, ...] = ()


class CardStyles:
    """The faces of boxes in one detail; each is made once."""

    def __init__(self, detail: CardDetail, width: float) -> None:
        self.detail, self.width = detail, width
        self._made: dict[Box, SlideCard] = {}

    def face(self, box: Box) -> SlideCard:
        """Return the face of a box."""
        if box not in self._made:
            self._made[box] = _LOOKS.get(box.kind, _function)(box, self.detail, self.width)
        return self._made[box]

    def card(self, box: Box) -> Card:
        """Return the card that a box is laid out with."""
        return self.face(box).card


def _function(box: Box, detail: CardDetail, width: float) -> SlideCard:
    hue, is_full = style.hue(box), detail == "full"
    is_same = box.tone == "same"
    ink, strong = (style.BACK, style.BACK) if is_same else (style.INK, hue.strong)
    words = [*_change_lines(box, strong, detail)]
    if box.mark:
        words.append(_CardText(box.mark, SMALLEST, style.PAPER, bold=True, chip=style.ROOT.strong))
    if box.tag and is_full:
        words.append(_CardText(box.tag.capitalize(), SMALLEST, strong, bold=True, lines=1))
    words.append(_CardText(box.title, _TITLE, ink, bold=True, lines=3))
    if is_full and box.text:
        words.append(
            _CardText(box.text, SMALLEST, style.BACK if is_same else style.QUIET, lines=4, before=3)
        )
    if is_full:
        words += [_CardText(each, SMALLEST, ink, lines=2) for each in box.facts]
    words += _gaps(box, style.GAP.strong)
    words += _accountable(box, ink)
    outline = style.GAP.strong if box.is_alarmed else hue.strong
    ground = style.PAPER if is_same else hue.soft if box.tone == "changed" else hue.faint
    pen = {"changed": CHANGED_PEN * 2, "same": STEADY_PEN * 2}.get(box.tone, 2.0)
    dash = "dashed" if box.is_alarmed else "solid"
    return _face(box, width, words, outline, ground, dash, pen)


def _outcome(box: Box, detail: CardDetail, width: float) -> SlideCard:
    hue, wide = style.hue(box), width + (40 if detail == "full" else 24)
    words = [_CardText(box.title, _TITLE, hue.strong, bold=True, lines=6)]
    if detail == "full":
        words.append(_CardText(box.text, SMALLEST, style.QUIET, lines=2, before=3))
        words.append(_CardText(box.note, SMALLEST, hue.strong, lines=3, before=3))
    words += _accountable(box, hue.strong)
    return _face(box, wide, words, hue.strong, hue.soft)


def _continued_card(box: Box, detail: CardDetail, width: float) -> SlideCard:
    hue = style.hue(box)
    words = [
        _CardText(box.title, SMALLEST, style.INK, lines=3),
        _CardText("also serves", SMALLEST, hue.strong, lines=1),
    ]
    return _face(box, width, words, hue.strong, style.PAPER, "dotted")


def _unaligned(box: Box, detail: CardDetail, width: float) -> SlideCard:
    words = [
        _CardText(box.title, _TITLE, style.GAP.strong, bold=True),
        _CardText(box.text, SMALLEST, style.GAP.strong, lines=3),
    ]
    return _face(box, width + 20, words, style.GAP.strong, style.GAP.soft, "dashed")


def _ghost(box: Box, detail: CardDetail, width: float) -> SlideCard:
    words = [
        *_change_lines(box, style.QUIET, detail),
        _CardText(box.title, SMALLEST, style.QUIET, lines=2),
    ]
    return _face(box, width, words, style.QUIET, style.PAPER, "dashed")


def _banner(box: Box, detail: CardDetail, width: float) -> SlideCard:
    """Return the head of a chart: a dark banner, as wide as its text."""
    facts = "  ·  ".join(filter(None, (box.text, box.note, box.role and f"◆ {box.role}")))
    words = [
        _CardText(box.title, 30, style.ON_ROOT, bold=True, lines=3),
        _CardText(
            facts if detail == "full" else "", SMALLEST, style.ON_ROOT_QUIET, lines=3, before=3
        ),
        *_gaps(box, style.ON_ROOT_GAP),
    ]
    if box.kind == "desired" and box.says_role_lacks:
        words.append(_CardText("◇ No accountable role", SMALLEST, style.ON_ROOT_GAP, before=3))
    lines = balanced_lines(clean(box.title), words[0].size, (_BANNER - 4 * INSET) * SLACK)
    widest = max(
        *(text_width(line, words[0].size, bold=True) for line in lines),
        *(text_width(each.text, each.size, each.bold) for each in words[1:]),
    )
    wide = min(max(widest / SLACK + 4 * INSET, 360.0), _BANNER)
    strong = style.ROOT.strong
    return _face(box, ceil(wide), words, strong, strong, is_centred=True)


_LOOKS: dict[str, Callable[[Box, CardDetail, float], SlideCard]] = {
    "desired": _banner,
    "organisation": _banner,
    "outcome": _outcome,
    "also": _continued_card,
    "unaligned": _unaligned,
    "ghost": _ghost,
}


def _change_lines(box: Box, colour: str, detail: CardDetail) -> Iterator[_CardText]:
    """Yield each change: its sign and word as a chip, and beside it, in full, the rest of it."""
    if detail == "brief" and box.changes:
        chips = tuple(dict.fromkeys(word for word, _ in box.changes))
        yield _CardText(chips[0], SMALLEST, style.PAPER, True, 4, 2, colour, chips=chips)
        return
    for word, rest in box.changes:
        yield _CardText(word, SMALLEST, style.PAPER, True, 3, 2, colour, rest)


def _gaps(box: Box, colour: str) -> Iterator[_CardText]:
    for gap in box.gap_words:
        yield _CardText(gap, SMALLEST, colour, bold=True, before=3)


def _accountable(box: Box, colour: str) -> Iterator[_CardText]:
    if box.role:
        yield _CardText(f"◆ {box.role}", SMALLEST, colour, before=4)
    elif box.says_role_lacks:
        yield _CardText("◇ No accountable role", SMALLEST, style.GAP.strong, bold=True, before=4)


def _face(
    box: Box,
    width: float,
    words: list[_CardText],
    outline: str,
    ground: str,
    dash: str = "solid",
    pen: float = 2.0,
    *,
    is_centred: bool = False,
) -> SlideCard:
    room = (width - 2 * INSET) * SLACK
    height = 2 * _ABOVE
    paragraphs: list[TextParagraph] = []
    for each in words:
        lines = _lines(each, room)
        if lines:
            height += len(lines) * each.size * LEADING + each.before
            paragraphs += _paragraphs(each, lines, is_centred)
    tab = f"+ {hides(box.hidden)}" if box.hidden else ""
    return SlideCard(box, width, ceil(height), tuple(paragraphs), outline, ground, dash, pen, tab)


def _lines(words: _CardText, room: float) -> tuple[str, ...]:
    if words.chips:
        return tuple(_chips(words, room))
    return wrap(_whole(words), room, words.size, words.bold, words.lines)


def _chips(words: _CardText, room: float) -> Iterator[str]:
    """Yield lines of whole chips; one that is too wide for a line is cut."""
    line = ""
    for word in words.chips:
        (chip,) = wrap(_chip(word), room / SLACK, words.size, words.bold, 1)
        longer = f"{line} {chip}" if line else chip
        if line and text_width(longer, words.size, words.bold) > room:
            yield line
            longer = chip
        line = longer
    yield line


def _whole(words: _CardText) -> str:
    """Return all that a paragraph says; a chip has some room at both ends, and never breaks."""
    if words.chip:
        return " ".join(filter(None, (_chip(words.text), clean(words.beside))))
    return clean(words.text)


def _chip(word: str) -> str:
    return "\u00a0" + clean(word).replace(" ", "\u00a0") + "\u00a0"


def _paragraphs(
    words: _CardText, lines: tuple[str, ...], is_centred: bool
) -> Iterator[TextParagraph]:
    """Yield what words say; of chips, those of each line by themselves, so that none breaks."""
    align = "ctr" if is_centred else "l"
    if not words.chips:
        yield TextParagraph(
            tuple(_runs(words, join_lines(lines, _whole(words)))), words.before, align
        )
        return
    for at, line in enumerate(lines):
        chips = [
            TextRun(each, words.size, words.colour, True, words.chip) for each in line.split(" ")
        ]
        gaps = [TextRun(" ", words.size, style.QUIET)] * len(chips)
        runs = [run for pair in zip(chips, gaps, strict=True) for run in pair][:-1]
        yield TextParagraph(tuple(runs), 0.0 if at else words.before, align)


def _runs(words: _CardText, text: str) -> Iterator[TextRun]:
    if not words.chip:
        yield TextRun(text, words.size, words.colour, words.bold)
        return
    chip = _chip(words.text)
    yield TextRun(text[: len(chip)], words.size, words.colour, words.bold, words.chip)
    if rest := text[len(chip) :]:
        yield TextRun(rest, words.size, style.QUIET)
