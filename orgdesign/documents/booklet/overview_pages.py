"""The cover and the figures: what customers are to get, and how much serves them."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.charts import outcome_box, progress
from orgdesign.diagnosis.coverage import coverage, with_extent
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.documents.archive import Attachment
from orgdesign.documents.booklet.canvas import MARGIN, TOP, PaperSize, PdfCanvas
from orgdesign.documents.booklet.page_plan import PageNumbers, PagePlan
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.logo import logo_picture
from orgdesign.documents.wording import number
from orgdesign.model import Organisation
from orgdesign.redaction import Disclosure
from orgdesign.render import brand_palette, style, wrap
from orgdesign.value_objects import value_object

_LEFT = 56.0


def cover(content: DocumentContent, sheet: PaperSize, logo: Attachment | None = None) -> PagePlan:
    """Return the first page, with a company's ``logo``."""

    def draw(canvas: PdfCanvas, _: PageNumbers) -> None:
        _draw_cover(canvas, content, sheet)
        if logo:
            canvas.draw_logo(sheet.width - _LEFT, 28, logo_picture(logo))

    return PagePlan("", draw)


def structure_of(disclosure: Disclosure) -> str:
    """Return what the structure that is shown is called."""
    return disclosure.then.name if disclosure.then else "Today"


def _draw_cover(canvas: PdfCanvas, content: DocumentContent, sheet: PaperSize) -> None:
    disclosure = content.disclosure
    organisation, width = disclosure.organisation, sheet.width - 2 * _LEFT
    top = sheet.height * 0.17
    for line in wrap(organisation.name, width, 32, bold=True, lines=3):
        canvas.write_line((_LEFT, top), line, 32, style.INK, bold=True)
        top += 40
    shown = f"From today to {disclosure.then.name}" if disclosure.then else "The organisation today"
    for line in wrap(shown, width, 16, lines=2):
        canvas.write_line((_LEFT, top), line, 16, style.QUIET)
        top += 22
    if content.has_outcome:
        _outcome(canvas, organisation, sheet, top + 26)
    facts = " · ".join(_sizes(organisation))
    canvas.write_fitting((_LEFT, sheet.height - 56), facts, width, 10, style.QUIET)


def _outcome(canvas: PdfCanvas, organisation: Organisation, sheet: PaperSize, top: float) -> None:
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
    canvas.box((_LEFT, top), size, ground=brand_palette(organisation.brand).primary, radius=10)
    left, y = _LEFT + 30, top + 36
    canvas.write_line((left, y), "DESIRED CUSTOMER OUTCOME", 9, style.ON_ROOT_QUIET)
    y += 36
    for line in statement:
        canvas.write_line((left, y), line, 24, style.ON_ROOT, bold=True)
        y += 32
    for line in lines:
        canvas.write_line((left, y), line, 12, style.ON_ROOT_QUIET)
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


TITLE, KEY = "Figures", "section/figures"
_ABOUT = "How much serves a customer outcome, and how much of what customers need is there"
_EXPLAINED = (
    "Share of functions",
    "People are rewarded for what customers get",
    "Success is told by what customers get",
    "Work crosses functions without a gap",
)
_BAR, _STEP, _NAME, _END = 11.0, 16.0, 200.0, 70.0


@value_object
class _Figure:
    """A figure, and what it is in per cent: today and, with a design, then."""

    name: str
    about: str
    shares: tuple[int | None, ...]


def figure_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the page of the figures."""
    sides = [disclosure.today, *([disclosure.then.organisation] if disclosure.then else [])]
    names = ["Today", *([disclosure.then.name] if disclosure.then else [])]
    figures = [each for each in _figures(sides) if any(one is not None for one in each.shares)]

    def draw(canvas: PdfCanvas, _: PageNumbers) -> None:
        needs = len(figures) * (_STEP * len(sides) + 26)
        gap = min(18.0, max(0.0, (sheet.text[1] - needs) / max(len(figures), 1)))
        top = TOP + 12
        for figure in figures:
            _draw_figures(canvas, figure, names, top)
            top += _STEP * len(sides) + 26 + gap

    if figures:
        yield PagePlan(TITLE, draw, (KEY,), _ABOUT, mark=TITLE)


def _figures(sides: list[Organisation]) -> Iterator[_Figure]:
    scores = [percents(side) for side in sides]
    covered = [coverage(side) for side in sides]
    for at, (name, about) in enumerate(zip(SCORES, _EXPLAINED, strict=True)):
        yield _Figure(name, about, tuple(each[at] for each in scores))
        if not at:
            people = tuple(each.headcount.percent for each in covered)
            yield _Figure(
                "People who serve one",
                with_extent("Share of headcount", covered[-1].headcount),
                people,
            )
            cost = tuple(each.cost.percent for each in covered)
            yield _Figure(
                "Cost that serves one", with_extent("Share of cost", covered[-1].cost), cost
            )


def _draw_figures(canvas: PdfCanvas, figure: _Figure, names: list[str], top: float) -> None:
    canvas.write_line((MARGIN, top + 12), figure.name, 12, style.INK, bold=True)
    canvas.write_fitting((MARGIN, top + 25), figure.about, _NAME - 12, 8, style.QUIET)
    left = MARGIN + _NAME + 110
    width = canvas.sheet.width - MARGIN - left - _END
    for share, name in zip(figure.shares, names, strict=True):
        is_last = name == names[-1]
        colour = style.ROOT.strong if is_last else style.LINE
        canvas.write_fitting((MARGIN + _NAME, top + 9), name, 100, 8, style.INK, bold=is_last)
        canvas.box((left, top), (width, _BAR), ground=style.ROOT.faint)
        if share:
            canvas.box((left, top), (width * share / 100, _BAR), ground=colour)
        said = "—" if share is None else f"{share}%"
        canvas.write_line((left + width + 8, top + 9), said, 10, style.INK, bold=is_last)
        top += _STEP
