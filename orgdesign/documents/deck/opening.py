"""The first slides: what the deck is about, and the customer outcome that all of it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.charts.boxes import number, role_title
from orgdesign.documents.deck.markup import Frame, Look, Paragraph, Run, clean
from orgdesign.documents.deck.pages import Page, numbered
from orgdesign.documents.deck.slide import Canvas, words
from orgdesign.model import Measure, Organisation, Outcome
from orgdesign.redaction import Exported
from orgdesign.render import style
from orgdesign.render.fonts import wrap

_COLUMNS, _GAP = 3, 14.0


def cover(going: Exported) -> Page:
    """Return the title slide."""
    then = going.then
    about = then.name if then else "The organisation and the customer outcome that it serves"

    def draw(canvas: Canvas) -> None:
        under = [each for each in canvas.slide.placeholders if each.placeholder_format.idx == 1]
        if under and under[0].has_text_frame:
            under[0].text_frame.text = clean(about)

    return Page("", going.shown.name, draw, is_cover=True)


def outcome(going: Exported, room: Frame) -> Iterator[Page]:
    """Yield the desired outcome with its measures, and the outcomes under it."""
    shown = going.shown
    under = [*shown.outcome.outcomes.values()]
    size = 6
    parts = [under[at : at + size] for at in range(0, len(under), size)] or [[]]
    for part, few in enumerate(parts, start=1):
        title = numbered("The desired customer outcome", part, len(parts))

        def draw(
            canvas: Canvas, few: Sequence[Outcome] = few, first: int = (part - 1) * size
        ) -> None:
            _draw(canvas, shown, few, first)

        yield Page("Outcome", title, draw)


def _draw(canvas: Canvas, shown: Organisation, few: Sequence[Outcome], first: int) -> None:
    room = canvas.room
    high = 150.0 if few else 220.0
    banner = Frame(room.x, room.y, room.width, high)
    look = Look(style.ROOT.strong, style.ROOT.strong, shape="roundRect", rounding=8, inset=(22, 12))
    root = shown.outcome
    inner = room.width - 60
    size = _fitting(root.statement, inner)
    statement = _cut(root.statement, inner * 0.9, size, 3, bold=True)
    paragraphs = [words(statement, size, style.ON_ROOT, bold=True)]
    facts = [f"For {root.customer}"] if root.customer else []
    if title := role_title(shown, root.accountable):
        facts.append(f"◆ {title}")
    paragraphs += (
        [words(_cut("  ·  ".join(facts), inner * 0.9, 13, 2), 13, style.ON_ROOT_QUIET, before=6)]
        if facts
        else []
    )
    for id_ in root.measures[:3]:
        paragraphs.append(words(told(shown.measures[id_]), 14, style.ON_ROOT, bold=True, before=6))
    canvas.text("Desired customer outcome", banner, paragraphs, look)
    width = (room.width - (_COLUMNS - 1) * _GAP) / _COLUMNS
    rows = -(-len(few) // _COLUMNS) or 1
    height = min((room.height - high - rows * _GAP) / rows, 150.0)
    for at, each in enumerate(few):
        down, across = divmod(at, _COLUMNS)
        frame = Frame(
            room.x + across * (width + _GAP),
            room.y + high + _GAP + down * (height + _GAP),
            width,
            height,
        )
        _under(canvas, shown, each, frame, style.HUES[(first + at) % len(style.HUES)])


def _under(canvas: Canvas, shown: Organisation, one: Outcome, frame: Frame, hue: style.Hue) -> None:
    room = (frame.width - 28) * 0.9
    paragraphs = [words(_cut(one.statement, room, 14, 3, bold=True), 14, hue.strong, bold=True)]
    paragraphs += [
        words(_cut(told(shown.measures[id_]), room, 11, 2), 11, style.INK, before=4)
        for id_ in one.measures[:2]
    ]
    if title := role_title(shown, one.accountable):
        paragraphs.append(words(_cut(f"◆ {title}", room, 11, 1), 11, style.QUIET, before=4))
    else:
        paragraphs.append(
            Paragraph((Run("◇ No accountable role", 11, style.GAP.strong, bold=True),), 4)
        )
    look = Look(hue.soft, hue.strong, 1.25, shape="roundRect", rounding=8, inset=(12, 8))
    canvas.text(one.statement, frame, paragraphs, look)


def _fitting(text: str, width: float) -> float:
    """Return the largest size in which a text takes no more than two lines."""
    return next(
        (size for size in (28, 24, 20, 18) if len(wrap(text, width * 0.9, size, bold=True)) <= 2),
        16,
    )


def _cut(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> str:
    return " ".join(wrap(clean(text), room, size, bold, lines))


def told(measure: Measure) -> str:
    """Return a measure with where it is and where it should be, in its unit."""
    ends = [number(each) for each in (measure.baseline, measure.target) if each is not None]
    unit = f" {measure.unit}" if measure.unit and ends else ""
    return f"{measure.name}: {' → '.join(ends)}{unit}" if ends else measure.name
