"""A booklet put together: its pages numbered, then drawn, with everything that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.booklet.canvas import PaperSize, PdfCanvas, paper_size
from orgdesign.documents.booklet.chart_pages import booklet_views, chart_pages
from orgdesign.documents.booklet.journey_pages import journey_pages
from orgdesign.documents.booklet.listing import ListEntry, Listing, index_pages
from orgdesign.documents.booklet.overview_pages import cover, figure_pages, structure_of
from orgdesign.documents.booklet.page import CONTENTS, CONTENTS_KEY, PageFrame, PagePlan
from orgdesign.documents.booklet.table_pages import function_pages, road_map_pages
from orgdesign.documents.chart_set import ChartSet
from orgdesign.documents.kinds import Orientation, Paper
from orgdesign.documents.progress import Note, Progress, ignore_progress
from orgdesign.documents.wording import line
from orgdesign.redaction import Disclosure

_LISTED = 60
_DEEP = 3
_FEW = 5


def booklet(
    disclosure: Disclosure,
    paper: Paper = "a4",
    orientation: Orientation = "landscape",
    note: Note = ignore_progress,
    progress: Progress = ignore_progress,
) -> bytes:
    """Return what goes out as a PDF to be printed and leafed through.

    Letters that the shipped font lacks are told of, and shown as a question mark.

    Raises:
        OrgdesignError: the shipped fonts are missing.
    """
    side, chart_set = paper_size(paper, orientation), ChartSet(disclosure)
    counter = _BookletProgress(
        sum(len(chart_set.charts[view].boxes) for view in booklet_views(chart_set)), progress
    )
    canvas = PdfCanvas(side, f"{disclosure.shown.name}: {structure_of(disclosure)}")
    plans = _leaves(chart_set, side, counter)
    numbers = {key: page for page, plan in enumerate(plans, start=1) for key in plan.keys}
    foot = f"{line(disclosure.shown.name)} · {structure_of(disclosure)}"
    for page, plan in enumerate(plans, start=1):
        canvas.add_page()
        PageFrame(canvas, plan, numbers, foot).draw()
        counter.drawn(page, len(plans) + 1)
    made = bytes(canvas.output())
    counter.drawn(1, 1)
    _tell_of_unknown(canvas.letters.unknown, note)
    return made


class _BookletProgress:
    """Tells how far a booklet has come: first in boxes that are placed, then in pages drawn."""

    def __init__(self, boxes: int, progress: Progress) -> None:
        self._boxes, self._done, self._progress = boxes, 0, progress

    def placed(self, more: int) -> None:
        """Tell that more boxes are in their places."""
        self._done = min(self._boxes, self._done + more)
        self._progress(self._done, 2 * self._boxes)

    def drawn(self, pages: int, of: int) -> None:
        """Tell how many pages are drawn."""
        self._progress(self._boxes + self._boxes * pages // of, 2 * self._boxes)


def _tell_of_unknown(letters: set[str], note: Note) -> None:
    if letters:
        few = "".join(sorted(letters)[:_FEW])
        count = len(letters)
        such = (
            f"the letter {few}: it is"
            if count == 1
            else f"{count} letters, such as {few}: they are"
        )
        note(f"The font of a booklet lacks {such} shown as ?.")


def _leaves(chart_set: ChartSet, side: PaperSize, counter: _BookletProgress) -> list[PagePlan]:
    disclosure = chart_set.disclosure
    inner = [
        *chart_pages(chart_set, side, counter.placed),
        *figure_pages(disclosure, side),
        *journey_pages(disclosure.shown, side),
        *road_map_pages(disclosure, side),
        *function_pages(disclosure, side),
        *index_pages(disclosure, side),
    ]
    return [cover(disclosure, side), *_contents(inner, side), *inner]


def _contents(inner: Sequence[PagePlan], side: PaperSize) -> Iterator[PagePlan]:
    """Yield the contents: as deep as they stay short."""
    marked = [plan for plan in inner if plan.mark]
    depths = range(_DEEP, 0, -1)
    short = (each for each in depths if sum(plan.level <= each for plan in marked) <= _LISTED)
    depth = next(short, 1)
    entries = [
        ListEntry(plan.mark, plan.keys[:1], plan.level, is_heading=not plan.level)
        for plan in marked
        if plan.level <= depth
    ]
    columns = 1 if side.width < side.height else 2
    plan = PagePlan(CONTENTS, lambda *_: None, (CONTENTS_KEY,), mark=CONTENTS)
    yield from Listing(side, columns, 10, 17).plans(entries, plan)
