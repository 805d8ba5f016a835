"""A booklet put together: its pages numbered, then drawn, with everything that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.booklet.canvas import Canvas
from orgdesign.documents.booklet.charts import chart_leaves, shown
from orgdesign.documents.booklet.cover import cover, structure_of
from orgdesign.documents.booklet.figures import figure_leaves
from orgdesign.documents.booklet.functions import function_leaves
from orgdesign.documents.booklet.index import index_leaves
from orgdesign.documents.booklet.journeys import journey_leaves
from orgdesign.documents.booklet.leaf import Leaf
from orgdesign.documents.booklet.listing import Entry, Listing
from orgdesign.documents.booklet.page import CONTENTS, CONTENTS_KEY, Page
from orgdesign.documents.booklet.paper import Sheet, sheet
from orgdesign.documents.booklet.road import road_leaves
from orgdesign.documents.kinds import Orientation, Paper
from orgdesign.documents.pictured import Pictured
from orgdesign.documents.telling import Note, Progress, unheard
from orgdesign.documents.wording import line
from orgdesign.redaction import Exported

_LISTED = 60
_DEEP = 3
_FEW = 5


def booklet(
    going: Exported,
    paper: Paper = "a4",
    orientation: Orientation = "landscape",
    note: Note = unheard,
    progress: Progress = unheard,
) -> bytes:
    """Return what goes out as a PDF to be printed and leafed through.

    Letters that the shipped font lacks are told of, and shown as a question mark.

    Raises:
        OrgdesignError: the shipped fonts are missing.
    """
    side, pictured = sheet(paper, orientation), Pictured(going)
    heard = _Heard(sum(len(pictured.charts[view].boxes) for view in shown(pictured)), progress)
    canvas = Canvas(side, f"{going.shown.name}: {structure_of(going)}")
    leaves = _leaves(pictured, side, heard)
    numbers = {key: page for page, leaf in enumerate(leaves, start=1) for key in leaf.keys}
    foot = f"{line(going.shown.name)} · {structure_of(going)}"
    for page, leaf in enumerate(leaves, start=1):
        canvas.add_page()
        Page(canvas, leaf, numbers, foot).draw()
        heard.drawn(page, len(leaves) + 1)
    made = bytes(canvas.output())
    heard.drawn(1, 1)
    _tell_of_unknown(canvas.letters.unknown, note)
    return made


class _Heard:
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


def _leaves(pictured: Pictured, side: Sheet, heard: _Heard) -> list[Leaf]:
    going = pictured.going
    inner = [
        *chart_leaves(pictured, side, heard.placed),
        *figure_leaves(going, side),
        *journey_leaves(going.shown, side),
        *road_leaves(going, side),
        *function_leaves(going, side),
        *index_leaves(going, side),
    ]
    return [cover(going, side), *_contents(inner, side), *inner]


def _contents(inner: Sequence[Leaf], side: Sheet) -> Iterator[Leaf]:
    """Yield the contents: as deep as they stay short."""
    marked = [leaf for leaf in inner if leaf.mark]
    depths = range(_DEEP, 0, -1)
    short = (each for each in depths if sum(leaf.level <= each for leaf in marked) <= _LISTED)
    depth = next(short, 1)
    entries = [
        Entry(leaf.mark, leaf.keys[:1], leaf.level, is_heading=not leaf.level)
        for leaf in marked
        if leaf.level <= depth
    ]
    columns = 1 if side.width < side.height else 2
    leaf = Leaf(CONTENTS, lambda *_: None, (CONTENTS_KEY,), mark=CONTENTS)
    yield from Listing(side, columns, 10, 17).leaves(entries, leaf)
