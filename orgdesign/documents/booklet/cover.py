"""The cover: whose booklet it is, and what their customers are to get."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.charts.boxes import outcome_box, progress
from orgdesign.documents.booklet.canvas import Canvas
from orgdesign.documents.booklet.leaf import Leaf, Numbers
from orgdesign.documents.booklet.paper import Sheet
from orgdesign.documents.wording import number
from orgdesign.model import Organisation
from orgdesign.redaction import Exported
from orgdesign.render import style
from orgdesign.render.fonts import wrap

_LEFT = 56.0


def cover(going: Exported, sheet: Sheet) -> Leaf:
    """Return the first page."""

    def draw(canvas: Canvas, _: Numbers) -> None:
        _drawn(canvas, going, sheet)

    return Leaf("", draw)


def structure_of(going: Exported) -> str:
    """Return what the structure that is shown is called."""
    return going.then.name if going.then else "Today"


def _drawn(canvas: Canvas, going: Exported, sheet: Sheet) -> None:
    organisation, width = going.shown, sheet.width - 2 * _LEFT
    top = sheet.height * 0.17
    for line in wrap(organisation.name, width, 32, bold=True, lines=3):
        canvas.say((_LEFT, top), line, 32, style.INK, bold=True)
        top += 40
    shown = f"From today to {going.then.name}" if going.then else "The organisation today"
    for line in wrap(shown, width, 16, lines=2):
        canvas.say((_LEFT, top), line, 16, style.QUIET)
        top += 22
    _outcome(canvas, organisation, sheet, top + 26)
    facts = " · ".join(_sizes(organisation))
    canvas.say_fitting((_LEFT, sheet.height - 56), facts, width, 10, style.QUIET)


def _outcome(canvas: Canvas, organisation: Organisation, sheet: Sheet, top: float) -> None:
    """Draw the banner with the desired outcome, as high as what it says."""
    outcome, width = organisation.outcome, sheet.width - 2 * _LEFT - 60
    box = outcome_box(outcome, organisation, {}, None)
    role = f"◆ {box.role}" if box.role else ""
    measures = [progress(organisation.measures[each]) for each in outcome.measures]
    facts = [each for each in (box.text, *measures[:3], role) if each]
    statement = wrap(outcome.statement, width, 24, bold=True, lines=5)
    lines = [line for fact in facts for line in wrap(fact, width, 12, lines=2)]
    height = 58 + 32 * len(statement) + 18 * len(lines) + 26
    size = (sheet.width - 2 * _LEFT, height)
    canvas.box((_LEFT, top), size, ground=style.ROOT.strong, radius=10)
    left, y = _LEFT + 30, top + 36
    canvas.say((left, y), "DESIRED CUSTOMER OUTCOME", 9, style.ON_ROOT_QUIET)
    y += 36
    for line in statement:
        canvas.say((left, y), line, 24, style.ON_ROOT, bold=True)
        y += 32
    for line in lines:
        canvas.say((left, y), line, 12, style.ON_ROOT_QUIET)
        y += 18


def _sizes(organisation: Organisation) -> Iterator[str]:
    functions = organisation.functions.values()
    people = sum(each.headcount or 0 for each in functions)
    outcomes = sum(1 for _ in organisation.outcome.walk())
    for count, one, many in (
        (len(functions), "function", "functions"),
        (round(people), "person", "people"),
        (outcomes, "customer outcome", "customer outcomes"),
        (len(organisation.roles), "role", "roles"),
    ):
        if count:
            yield f"{number(count)} {one if count == 1 else many}"
