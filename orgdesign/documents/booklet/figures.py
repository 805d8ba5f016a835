"""The few figures that sum the organisation up, today and with the design."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgdesign.diagnosis.coverage import coverage
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.documents.booklet.canvas import Canvas
from orgdesign.documents.booklet.leaf import Leaf, Numbers
from orgdesign.documents.booklet.paper import MARGIN, TOP, Sheet
from orgdesign.model import Organisation
from orgdesign.redaction import Exported
from orgdesign.render import style

TITLE, KEY = "Figures", "section/figures"
_ABOUT = "How much serves a customer outcome, and how much of what customers need is there"
_EXPLAINED = (
    "Share of functions",
    "People are rewarded for what customers get",
    "Success is told by what customers get",
    "Work crosses functions without a gap",
)
_BAR, _STEP, _NAME, _END = 11.0, 16.0, 200.0, 70.0


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure, and what it is in per cent: today and, with a design, then."""

    name: str
    about: str
    shares: tuple[int | None, ...]


def figure_leaves(going: Exported, sheet: Sheet) -> Iterator[Leaf]:
    """Yield the page of the figures."""
    sides = [going.today, *([going.then.organisation] if going.then else [])]
    names = ["Today", *([going.then.name] if going.then else [])]
    figures = [each for each in _figures(sides) if any(one is not None for one in each.shares)]

    def draw(canvas: Canvas, _: Numbers) -> None:
        needs = len(figures) * (_STEP * len(sides) + 26)
        gap = min(18.0, max(0.0, (sheet.text[1] - needs) / max(len(figures), 1)))
        top = TOP + 12
        for figure in figures:
            _drawn(canvas, figure, names, top)
            top += _STEP * len(sides) + 26 + gap

    if figures:
        yield Leaf(TITLE, draw, (KEY,), _ABOUT, mark=TITLE)


def _figures(sides: list[Organisation]) -> Iterator[_Figure]:
    scores = [percents(side) for side in sides]
    covered = [coverage(side) for side in sides]
    for at, (name, about) in enumerate(zip(SCORES, _EXPLAINED, strict=True)):
        yield _Figure(name, about, tuple(each[at] for each in scores))
        if not at:
            people = tuple(each.headcount.percent for each in covered)
            yield _Figure("People who serve one", "Share of headcount", people)
            cost = tuple(each.cost.percent for each in covered)
            yield _Figure("Cost that serves one", "Share of cost", cost)


def _drawn(canvas: Canvas, figure: _Figure, names: list[str], top: float) -> None:
    canvas.say((MARGIN, top + 12), figure.name, 12, style.INK, bold=True)
    canvas.say_fitting((MARGIN, top + 25), figure.about, _NAME - 12, 8, style.QUIET)
    left = MARGIN + _NAME + 110
    width = canvas.sheet.width - MARGIN - left - _END
    for share, name in zip(figure.shares, names, strict=True):
        is_last = name == names[-1]
        colour = style.ROOT.strong if is_last else style.LINE
        canvas.say_fitting((MARGIN + _NAME, top + 9), name, 100, 8, style.INK, bold=is_last)
        canvas.box((left, top), (width, _BAR), ground=style.ROOT.faint)
        if share:
            canvas.box((left, top), (width * share / 100, _BAR), ground=colour)
        said = "—" if share is None else f"{share}%"
        canvas.say((left + width + 8, top + 9), said, 10, style.INK, bold=is_last)
        top += _STEP
