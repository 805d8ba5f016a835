"""Lines with the pages that they lead to, in columns: the contents, and the index."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgdesign.charts import function_id
from orgdesign.documents.booklet.canvas import MARGIN, TOP, PaperSize, PdfCanvas
from orgdesign.documents.booklet.chart_pages import TITLES, box_key, facts_key
from orgdesign.documents.booklet.page_plan import PageNumbers, PagePlan
from orgdesign.documents.wording import line
from orgdesign.model import Role
from orgdesign.redaction import Disclosure
from orgdesign.render import style, text_width, wrap
from orgdesign.value_objects import value_object

_GUTTER, _INDENT = 26.0, 12.0
_SHORT = 24
"""Lines that need no second column."""


@value_object
class ListEntry:
    """A line: what it says, how deep it is set in, and the keys of what it leads to."""

    text: str
    keys: tuple[str, ...] = ()
    level: int = 0
    is_heading: bool = False


@dataclass(frozen=True)
class Listing:
    """Lines in columns on paper of a size; ``leading`` is from line to line, in points."""

    sheet: PaperSize
    columns: int
    size: float
    leading: float

    def plans(self, entries: Sequence[ListEntry], plan: PagePlan) -> Iterator[PagePlan]:
        """Yield the pages of the lines, each as a leaf like the one given."""
        columns = [*self._filled(entries, int(self.sheet.text[1] / self.leading))]
        for start in range(0, len(columns), self.columns):
            title = plan.title if not start else f"{plan.title}, continued"
            page = plan if not start else replace(plan, mark="", keys=())
            drawn = _ListingPage(self, self._evened(columns[start : start + self.columns]))
            yield replace(page, title=title, draw=drawn)

    def _evened(self, columns: list[list[ListEntry]]) -> list[list[ListEntry]]:
        """Return the columns of a page as high as each other; short ones stay as they are."""
        entries = [entry for column in columns for entry in column]
        count = len(entries)
        rows = count if count <= _SHORT else count // self.columns + 2
        even = [*self._filled(entries, rows)]
        return even if len(even) <= self.columns else columns

    @property
    def width(self) -> float:
        """Return how wide a column is, in points."""
        return (self.sheet.text[0] - _GUTTER * (self.columns - 1)) / self.columns

    def _filled(self, entries: Sequence[ListEntry], rows: int) -> Iterator[list[ListEntry]]:
        """Yield the lines of each column; a letter does not stand at its end."""
        column = list[ListEntry]()
        for entry in entries:
            is_last = len(column) == rows - 1
            if len(column) == rows or (is_last and entry.is_heading and not entry.keys):
                yield column
                column = []
            column.append(entry)
        yield column


@dataclass(frozen=True)
class _ListingPage:
    """The columns of one page, drawn when all page numbers are known."""

    listing: Listing
    columns: Sequence[Sequence[ListEntry]]

    def __call__(self, canvas: PdfCanvas, numbers: PageNumbers) -> None:
        for number, column in enumerate(self.columns):
            left = MARGIN + number * (self.listing.width + _GUTTER)
            for row, entry in enumerate(column):
                top = TOP + row * self.listing.leading
                self._entry(canvas, numbers, entry, left, top)

    def _entry(
        self, canvas: PdfCanvas, numbers: PageNumbers, entry: ListEntry, left: float, top: float
    ) -> None:
        end, size = left + self.listing.width, self.listing.size
        pages = sorted({numbers[key] for key in entry.keys if key in numbers})
        baseline = top + 0.72 * self.listing.leading
        colour = style.ROOT.strong if entry.is_heading else style.INK
        for page in reversed(pages):
            end = self._write_page_number(canvas, page, (end, baseline), comma=page != pages[-1])
        start = left + _INDENT * entry.level
        line = wrap(entry.text, end - start - 10, size, bold=entry.is_heading, lines=1)
        for said in line:
            canvas.write_line((start, baseline), said, size, colour, bold=entry.is_heading)
            reached = start + text_width(said, size, bold=entry.is_heading)
            if pages and end - reached > 16:
                leader = [(reached + 5, baseline - 1), (end - 5, baseline - 1)]
                canvas.draw_route(leader, style.LINE, 0.7, "dotted", 0)
            canvas.link_area(
                (start, top), (reached - start, self.listing.leading), pages[0] if pages else None
            )

    def _write_page_number(
        self, canvas: PdfCanvas, page: int, end: tuple[float, float], *, comma: bool
    ) -> float:
        """Write a page's number that ends at a point, and return where it starts."""
        said = f"{page}, " if comma else str(page)
        width, size = text_width(said, self.listing.size), self.listing.size
        canvas.write_line((end[0] - width, end[1]), said, size, style.INK)
        top = end[1] - 0.72 * self.listing.leading
        canvas.link_area((end[0] - width, top), (width, self.listing.leading), page)
        return end[0] - width


FUNCTIONS, ROLES = "Index of functions", "Index of roles"
KEYS = {FUNCTIONS: "section/index-functions", ROLES: "section/index-roles"}
_FEW = 4
"""Pages that the index names of a role; one who answers for many is found by the first."""


def index_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of the index: of functions, today's and the design's, then of roles."""
    columns = 2 if sheet.width < sheet.height else 3
    listing = Listing(sheet, columns, 8, 12)
    for title, entries in ((FUNCTIONS, _functions(disclosure)), (ROLES, _roles(disclosure))):
        if entries:
            plan = PagePlan(title, lambda *_: None, (KEYS[title],), mark=title)
            yield from listing.plans([*_lettered(entries)], plan)


def _functions(disclosure: Disclosure) -> list[ListEntry]:
    names: dict[tuple[str, str], None] = {}
    for organisation in (disclosure.today, disclosure.organisation):
        for each in organisation.functions.values():
            names[line(each.name), each.id] = None
    return [
        ListEntry(name, (*(box_key(view, function_id(id_)) for view in TITLES), facts_key(id_)))
        for name, id_ in names
    ]


def _roles(disclosure: Disclosure) -> list[ListEntry]:
    answers: dict[str, list[str]] = {}
    for function in disclosure.organisation.functions.values():
        answers.setdefault(function.accountable or "", []).append(function.id)
    return [
        ListEntry(line(role.title), tuple(map(facts_key, _places(role, answers.get(role.id, [])))))
        for role in disclosure.organisation.roles.values()
    ]


def _places(role: Role, answers: Sequence[str]) -> list[str]:
    within = [role.function] if role.function else []
    return list(dict.fromkeys([*within, *answers]))[:_FEW]


def _lettered(entries: Sequence[ListEntry]) -> Iterator[ListEntry]:
    """Yield entries by the alphabet, with a heading for each first letter."""
    last = ""
    for key, entry in sorted(((_key(each.text), each) for each in entries), key=lambda one: one[0]):
        letter = key[:1].upper() if key[:1].isalpha() else "0-9" if key[:1].isdigit() else "#"
        if letter != last:
            yield ListEntry(letter, is_heading=True)
        last = letter
        yield entry


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()
