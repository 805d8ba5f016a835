"""The table of all functions, edited in place: for those who go through hundreds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from secrets import token_urlsafe
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.designs.identity_cache import cached_by_identity
from orgdesign.model import Function
from orgdesign.value_objects import value_object
from orgdesign.web.kit import Answer, FilePage, Form, FormField, gaps_of, save_form, unchanged_file
from orgdesign.web.table.table_rows import COLUMNS, MAKE, ColumnLabels, RowForm, TableRow, row_of

pages = Blueprint("table", __name__)

GONE = "This function is no longer in the file"
STILL_HERE = (
    "Somebody removed it meanwhile, so nothing was saved. What you typed is still in its row."
)
ANY_SUBMISSION = Markup("<submission>")
"""Stands in rows that several people get for what tells their forms apart; no text holds it so."""
AT_ONCE = 500
"""How many rows a page has."""
MOST_OFFERS = 24
"""Of how many organisations it is remembered what the cells offer."""

offers_of = cached_by_identity(MOST_OFFERS)(ColumnLabels)


class TablePage(FilePage):
    """The functions that the table shows, by what the address asks for."""

    columns = COLUMNS
    make = MAKE
    any_submission = ANY_SUBMISSION
    has_typed = False

    def __init__(self, key: str, said: MultiDict[str, str]) -> None:
        super().__init__(key)
        self.text = " ".join(said.get("q", "").split())
        self.only_gaps = bool(said.get("gaps"))
        self.sort = said.get("sort", "")
        self.start = max(said.get("from", 0, int), 0)
        self.submission = token_urlsafe(9)

    @cached_property
    def offers(self) -> ColumnLabels:
        """Return what the cells offer."""
        return offers_of(self.organisation)

    @property
    def is_filtered(self) -> bool:
        """Whether only some of the functions are asked for."""
        return bool(self.text or self.only_gaps)

    @property
    def row_count(self) -> int:
        """Return how many rows there are, on this page and on those beside it."""
        return len(self.matching_rows if self.is_filtered else self.organisation.functions)

    @cached_property
    def matching_rows(self) -> list[TableRow]:
        """Return the rows that were asked for, in the order asked for."""
        functions = self.organisation.functions.values()
        rows = (
            row_of(one, self.key_of(one.id), self.offers)
            for one in functions
            if one.gaps or not self.only_gaps
        )
        kept = [row for row in rows if self._has_text(row)]
        column = self.sort.removeprefix("-")
        if column in COLUMNS:
            kept.sort(key=lambda row: _sorted_by(row, column), reverse=self.sort.startswith("-"))
        return kept

    @cached_property
    def _functions(self) -> dict[str, Function]:
        return {self.key_of(id_): one for id_, one in self.organisation.functions.items()}

    def with_submission(self, caller: Callable[[], Markup]) -> Markup:
        """Return rows that several people get with what tells the forms of this page apart."""
        own = f'"{self.submission}"'
        return Markup(str(caller()).replace(f'"{ANY_SUBMISSION}"', own))  # noqa: S704 - rendered

    @property
    def rows(self) -> list[TableRow]:
        """Return the rows of this page."""
        return self.matching_rows[self.start : self.start + AT_ONCE]

    def _has_text(self, row: TableRow) -> bool:
        if not self.text:
            return True
        words = " ".join((row.function.name, *row.cells.values())).casefold()
        return all(word in words for word in self.text.casefold().split())

    @property
    def gaps(self) -> int:
        """Return how many functions miss something."""
        return len(gaps_of(self.organisation))

    def query(self, **changed: str) -> str:
        """Return what an address says of the rows asked for, with some of it changed."""
        said = {"q": self.text, "gaps": "1" if self.only_gaps else "", "sort": self.sort}
        kept = {name: value for name, value in {**said, **changed}.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def place(self) -> str:
        """Return the query of these very rows."""
        return self.query(**{"from": str(self.start) if self.start else ""})

    def sorted_by(self, column: str) -> str:
        """Return the query that sorts by a column, the other way round where it is sorted so."""
        return self.query(sort=f"-{column}" if self.sort == column else column)

    @property
    def earlier(self) -> str:
        """Return the query of the rows before these, if there are any."""
        return self.query(**{"from": str(max(self.start - AT_ONCE, 0))}) if self.start else ""

    @property
    def later(self) -> str:
        """Return the query of the rows after these, if there are any."""
        is_last = self.start + AT_ONCE >= self.row_count
        return "" if is_last else self.query(**{"from": str(self.start + AT_ONCE)})

    def drawn_anew(self, shown: Mapping[str, str]) -> Iterator[TableRow]:
        """Return the rows that a page shows, by key and stamp, and that say something else now."""
        known = ((key, self._functions[key]) for key in shown if key in self._functions)
        rows = (row_of(function, key, self.offers) for key, function in known)
        return (row for row in rows if row.stamp != shown[row.key])

    def new_rows(self, shown: Mapping[str, str]) -> dict[str, list[TableRow]]:
        """Return the rows that a page does not show yet, by the key of the row above them."""
        above, come = "", dict[str, list[TableRow]]()
        for row in self.rows:
            if row.key in shown:
                above = row.key
            else:
                come.setdefault(above, []).append(row)
        return come

    def gone_keys(self, shown: Mapping[str, str]) -> list[str]:
        """Return the keys of the rows that a page shows, and that are no longer in the file."""
        return [key for key in shown if key not in self._functions]


def _sorted_by(row: TableRow, column: str) -> tuple[bool, str]:
    words = row.function.name if column == "name" else row.cells[column]
    return not words, words.casefold()


@value_object
class RowScreen:
    """The table, with the row that was saved or has to be mended."""

    key: str
    row_key: str
    typed: RowForm

    def on_success(self, told: str) -> Answer:
        """Answer with the row as the file has it now, or lead back to it."""
        page = TablePage(self.key, request.args)
        if "HX-Request" not in request.headers:
            return redirect(f"{_address(page)}#r-{self.row_key}", 303)
        function = page.organisation.functions[self.typed.function.id]
        row = row_of(function, self.row_key, page.offers)
        row.is_saved = True
        return render_template("table/changes.html", page=page, rows=[row], told=told)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the row as it was typed, and what is to be done about it."""
        page, row = TablePage(self.key, request.args), self.typed.row(self.row_key)
        page.has_typed = True
        if "HX-Request" in request.headers:
            told = "Not saved. Look at the row."
            return render_template("table/changes.html", page=page, rows=[row], told=told), status
        page.matching_rows[:] = [row if one.key == row.key else one for one in page.matching_rows]
        if row not in page.rows:
            page.matching_rows.insert(page.start, row)
        return render_template("table.html", page=page), status


@pages.get("/o/<key>/table")
def show_table(key: str) -> Answer:
    """Show the functions as a table."""
    return TablePage(key, request.args).render_with("table.html")


@pages.post("/o/<key>/table/live")
def poll_table(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with the rows that differ.

    The rows that the page has stay in their order, also where they would no longer be found.
    """
    if (same := unchanged_file(key)) is not None:
        return same
    page = TablePage(key, request.args)
    shown = dict(row.partition(".")[::2] for row in request.form.get("rows", "").split())
    rows, come, gone = list(page.drawn_anew(shown)), page.new_rows(shown), page.gone_keys(shown)
    told = f"{page.file.name} changed; the table shows it." if rows or come or gone else ""
    return render_template(
        "table/changes.html", page=page, rows=rows, come=come, gone=gone, told=told, follows=True
    )


@pages.post("/o/<key>/table/<part>")
def save_row(key: str, part: str) -> Answer:
    """Save what a row says."""
    page = TablePage(key, request.args)
    found = page.find(part)
    if found is None:
        return _answer_gone(page, request.form)
    function = page.organisation.functions[found.id]
    typed = RowForm(page.organisation, function, request.form, page.edition.digest)
    typed.check()
    said = typed.form.changed_labels(page.source)
    screen = RowScreen(key, part, typed)
    return save_form(page.file, typed.form, typed.edits(), f"{function.name}: {said}", screen)


@pages.post("/o/<key>/table")
def step_history(key: str) -> Answer:
    """Undo or redo a step, and stay in the table."""
    page = TablePage(key, request.args)
    page.step_history()
    return redirect(_address(page), 303)


def _address(page: TablePage) -> str:
    return f"{url_for('.show_table')}{page.place}"


def _answer_gone(page: TablePage, said: MultiDict[str, str]) -> Answer:
    """Answer what was typed about a function that is no longer in the file."""
    fields = [FormField(name, (), words) for name, words in COLUMNS.items() if said.get(name)]
    lost = Form(fields, (), "")
    lost.values.update({field.name: field.from_form(said, field.name) for field in fields})
    if "HX-Request" in request.headers:
        return render_template("notice.html", title=GONE, sentence=STILL_HERE), 409
    return render_template("parts/gone.html", page=page, lost=lost), 409
