"""A booklet put together: its pages numbered, then drawn, with everything that leads to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from orgdesign.charts import QUIET, CardSettings
from orgdesign.documents.archive import Attachment
from orgdesign.documents.booklet.canvas import PaperSize, PdfCanvas, paper_size
from orgdesign.documents.booklet.chart_pages import booklet_views, chart_pages
from orgdesign.documents.booklet.journey_pages import journey_pages
from orgdesign.documents.booklet.overview_pages import cover, figure_pages, structure_of
from orgdesign.documents.booklet.page_index import ListEntry, Listing, index_pages
from orgdesign.documents.booklet.page_plan import CONTENTS, CONTENTS_KEY, PageFrame, PagePlan
from orgdesign.documents.booklet.plate_pages import plate_pages
from orgdesign.documents.booklet.table_pages import design_pages, function_pages, road_map_pages
from orgdesign.documents.content import DocumentContent, DocumentPart
from orgdesign.documents.kinds import Note, Orientation, Paper, Progress, ignore_progress
from orgdesign.documents.wording import line
from orgdesign.redaction import Disclosure
from orgdesign.yamlfile import to_file_data

_LISTED = 60
_DEEP = 3


def booklet(
    disclosure: Disclosure,
    paper: Paper = "a4",
    orientation: Orientation = "landscape",
    note: Note = ignore_progress,
    progress: Progress = ignore_progress,
    settings: CardSettings = QUIET,
    logo: Attachment | None = None,
) -> bytes:
    """Return what goes out as a PDF to be printed and leafed through.

    Letters that the shipped font lacks are told of, and shown as a question mark.

    Raises:
        OrgdesignError: the shipped fonts are missing.
    """
    side, content = paper_size(paper, orientation), DocumentContent(disclosure, settings)
    boxes = sum(len(content.charts[view].boxes) for view in booklet_views(content))
    counter = _BookletProgress(boxes, progress)
    title = f"{disclosure.organisation.name}: {structure_of(disclosure)}"
    canvas = PdfCanvas(side, title, _texts(disclosure), note)
    plans = [cover(content, side, logo), *_leaves(content, side, counter)]
    numbers = {key: page for page, plan in enumerate(plans, start=1) for key in plan.keys}
    said = (
        line(disclosure.organisation.name),
        structure_of(disclosure),
        disclosure.organisation.brand.footer,
    )
    foot = " · ".join(filter(None, said))
    for page, plan in enumerate(plans, start=1):
        canvas.add_page()
        PageFrame(canvas, plan, numbers, foot).draw()
        counter.count_drawn(page, len(plans) + 1)
    made = canvas.whole()
    counter.count_drawn(1, 1)
    return made


class _BookletProgress:
    """Tells how far a booklet has come: first in boxes that are placed, then in pages drawn."""

    def __init__(self, boxes: int, progress: Progress) -> None:
        self._boxes, self._done, self._progress = boxes, 0, progress

    def count_placed(self, more: int) -> None:
        """Tell that more boxes are in their places."""
        self._done = min(self._boxes, self._done + more)
        self._progress(self._done, 2 * self._boxes)

    def count_drawn(self, pages: int, of: int) -> None:
        """Tell how many pages are drawn."""
        self._progress(self._boxes + self._boxes * pages // of, 2 * self._boxes)


def _texts(disclosure: Disclosure) -> Iterator[str]:
    """Yield all that a booklet may have to write: what the file says, and our own signs."""
    for side in (disclosure.today, disclosure.organisation):
        yield json.dumps(to_file_data(side), ensure_ascii=False)
    yield "◆◇→−…·›"  # noqa: RUF001 - signs in our own words


def _leaves(content: DocumentContent, side: PaperSize, counter: _BookletProgress) -> list[PagePlan]:
    disclosure = content.disclosure
    painters: dict[DocumentPart, Callable[[], Iterable[PagePlan]]] = {
        "charts": lambda: chart_pages(content, side, counter.count_placed),
        "plates": lambda: plate_pages(content, side),
        "figures": lambda: figure_pages(disclosure, side),
        "designs": lambda: design_pages(disclosure, side),
        "journey": lambda: journey_pages(disclosure.organisation, side),
        "road-map": lambda: road_map_pages(disclosure, side),
        "tables": lambda: function_pages(disclosure, side),
        "index": lambda: index_pages(disclosure, side),
    }
    inner = [plan for part in content.parts if part in painters for plan in painters[part]()]
    return [*_contents(inner, side), *inner]


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
