"""All roles in one table: found in any text, sorted, edited in place, many at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from orgdesign.model import DocumentStatus, Role, one_line
from orgdesign.problems import OrgdesignError
from orgdesign.web.exporting.page import StructuredPage
from orgdesign.web.kit import Answer, not_modified
from orgdesign.web.kit.paging import ListPage, paginate
from orgdesign.workspace import EditConflict
from orgdesign.yamlfile.editing import Edit, Remove, Set
from orgdesign.yamlfile.tree import Path
from orgdesign.yamlfile.writing import Value

pages = Blueprint("role_table", __name__)
pages.before_request(not_modified)

AT_ONCE = 200
"""How many roles a page of the table shows."""
COLUMNS = {
    "title": "Title",
    "function": "Function",
    "outcome": "Outcome it serves",
    "purpose": "Purpose",
    "paid": "Paid for",
    "status": "Status",
}
FILTERS = {
    "": "All roles",
    "silent": "Say nothing about the customer",
    "pulled": "Paid by company measures alone",
    "unpaid": "Paid for nothing",
    "purpose": "Without a purpose",
    "incomplete": "Lack a section that is asked for",
}
STATUSES = {"draft": "Draft", "with-manager": "With the manager", "agreed": "Agreed",
            "issued": "Issued"}  # fmt: skip
EDITED = ("title", "purpose")
"""What is edited in its cell."""
MEANWHILE = (
    "Somebody changed the same role meanwhile, so nothing was saved. Look at it again: what you "
    "typed is still here."
)
NOTHING_CHOSEN = "Tick the roles first that all of it is for, and choose what they get."


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as the table shows it; ``words`` is all its text, to be searched."""

    role: Role
    key: str
    cells: Mapping[str, str]
    notes: tuple[str, ...]
    words: str


class RoleTablePage(StructuredPage):
    """The roles of today that the address asks for."""

    columns, filters, statuses, edited = COLUMNS, FILTERS, STATUSES, EDITED

    def __init__(self, key: str, said: MultiDict[str, str]) -> None:
        super().__init__(key)
        self.text = one_line(said.get("q", ""))
        self.only = said.get("only", "") if said.get("only") in FILTERS else ""
        self.sort = said.get("sort", "")
        self.number = said.get("page")
        self.message = ""
        self.typed: MultiDict[str, str] = MultiDict()

    @cached_property
    def rows(self) -> list[RoleRow]:
        """Return the rows that were asked for, in the order asked for."""
        wanted = self.text.casefold().split()
        rows = [self._row(role) for role in self.organisation.roles.values()]
        kept = [
            row for row in rows if all(word in row.words for word in wanted) and self._is_asked(row)
        ]
        column = self.sort.removeprefix("-")
        if column in COLUMNS:
            reverse = self.sort.startswith("-")
            kept.sort(key=lambda row: row.cells[column].casefold(), reverse=reverse)
            kept.sort(key=lambda row: not row.cells[column])
        return kept

    @cached_property
    def page_of_rows(self) -> ListPage[RoleRow]:
        """Return the rows of this page."""
        return paginate(self.rows, self.number, AT_ONCE)

    def _row(self, role: Role) -> RoleRow:
        index = self.organisation.index
        measures = self.organisation.measures
        home = index.home_function(role)
        outcomes = [index.outcomes[each].statement for each in index.outcomes_of(role)]
        paid = [measures[each.measure].name for each in role.rewarded_for]
        status = role.document.status
        cells = {
            "title": role.title,
            "function": home.name if home else "",
            "outcome": "; ".join(outcomes),
            "purpose": role.purpose or "",
            "paid": "; ".join(paid),
            "status": STATUSES.get(status or "", ""),
        }
        texts = (*cells.values(), *role.accountabilities, *role.decides, role.holder or "",
                 str(dict(role.sections)), str(dict(role.attributes)))  # fmt: skip
        notes = tuple(self._notes(role))
        return RoleRow(role, self.key_for("role", role.id), cells, notes,
                       " ".join(texts).casefold())  # fmt: skip

    def _notes(self, role: Role) -> Iterator[str]:
        """Yield which filters a role falls under, beside that of all."""
        measures, index = self.organisation.measures, self.organisation.index
        paid = {measures[each.measure].kind for each in role.rewarded_for}
        judged = paid | {measures[each].kind for each in role.measured_by}
        if not index.outcomes_of(role) and "customer" not in judged:
            yield "silent"
        if "company" in paid and "customer" not in paid:
            yield "pulled"
        if not role.rewarded_for:
            yield "unpaid"
        if not role.purpose:
            yield "purpose"
        asked = [key for key, one in self.organisation.sections.items() if one.asked]
        if any(key not in role.sections and not getattr(role, key, None) for key in asked):
            yield "incomplete"

    def _is_asked(self, row: RoleRow) -> bool:
        return not self.only or self.only in row.notes

    def counts(self) -> Iterator[tuple[str, str, int]]:
        """Yield each filter with its words, and how many roles it finds."""
        rows = [self._notes(role) for role in self.organisation.roles.values()]
        found = [note for notes in rows for note in notes]
        for name, words in FILTERS.items():
            count = len(self.organisation.roles) if not name else found.count(name)
            if count or name == self.only:
                yield name, words, count

    def table_address(self, **changed: Any) -> str:
        """Return the address of this table, with some of what is asked for changed."""
        said = {"q": self.text, "only": self.only, "sort": self.sort} | changed
        return url_for("role_table.show", **{name: value for name, value in said.items() if value})

    def sorted_by(self, column: str) -> str:
        """Return the address that sorts by a column, the other way round where it is sorted so."""
        return self.table_address(sort=f"-{column}" if self.sort == column else column)

    def cell_value(self, row: RoleRow, column: str) -> str:
        """Return what a cell says: what was typed into it, if that was not saved."""
        return str(self.typed.get(f"{column}-{row.key}", row.cells[column]))

    @cached_property
    def measures(self) -> list[tuple[str, str]]:
        """Return the measures that many roles can get, customer measures first."""
        every = self.organisation.measures.values()
        ordered = sorted(every, key=lambda one: one.kind != "customer")
        return [(self.key_for("measure", each.id), each.name) for each in ordered]

    # What was sent

    def edits(self, form: MultiDict[str, str]) -> tuple[list[Edit], dict[Path, Value]]:
        """Return the edits that a form means, and what stood in the file as it was drawn."""
        edits: list[Edit] = []
        before: dict[Path, Value] = {}
        for role in self.organisation.roles.values():
            key = self.key_for("role", role.id)
            for column in EDITED:
                said, was = form.get(f"{column}-{key}"), form.get(f"was-{column}-{key}", "")
                if said is not None and said.strip() != was.strip():
                    path: Path = ("roles", role.id, column)
                    edits.append(Set(path, said.strip()) if said.strip() else Remove(path))
                    before[path] = was
        return edits, before

    def edits_of_many(self, form: MultiDict[str, str]) -> list[Edit]:
        """Return the edits that give all ticked roles the same."""
        ticked = {*form.getlist("role")}
        roles = [one for one in self.organisation.roles.values()
                 if self.key_for("role", one.id) in ticked]  # fmt: skip
        keys = {self.key_for("measure", id_): id_ for id_ in self.organisation.measures}
        judged, paid = keys.get(form.get("measured", "")), keys.get(form.get("rewarded", ""))
        status = form.get("status", "")
        edits: list[Edit] = []
        for role in roles:
            at: Path = ("roles", role.id)
            if judged and judged not in role.measured_by:
                edits.append(Set((*at, "measured_by"), [*role.measured_by, judged]))
            if paid and paid not in [each.measure for each in role.rewarded_for]:
                rewards: list[Value] = [
                    _as_written(each.measure, each.weight) for each in role.rewarded_for
                ]
                edits.append(Set((*at, "rewarded_for"), [*rewards, {"measure": paid}]))
            if status in get_args(DocumentStatus) and status != role.document.status:
                edits.append(Set((*at, "document", "status"), status))
        return edits


def _as_written(measure: str, weight: float | None) -> Value:
    whole = int(weight) if weight is not None and float(weight).is_integer() else weight
    return {"measure": measure} if whole is None else {"measure": measure, "weight": whole}


@pages.get("/o/<key>/role-table")
def show(key: str) -> Answer:
    """Show the table of roles."""
    return _table(RoleTablePage(key, request.args))


@pages.post("/o/<key>/role-table")
def save(key: str) -> Answer:
    """Save all that was typed into the table, and what ticked roles get, in one step."""
    page = RoleTablePage(key, request.args)
    if not page.has_organisation:
        return _table(page)
    edits, before = page.edits(request.form)
    many = page.edits_of_many(request.form)
    is_for_many = bool(request.form.get("many"))
    page.typed = request.form
    if is_for_many and not many:
        page.message = NOTHING_CHOSEN
        return _table(page, 422)
    try:
        base = request.form.get("base", "")
        told = _edit_sentence(len({edit.path[1] for edit in (*edits, *many)}))
        done = page.file.edit([*edits, *many], base, told, before) if edits or many else None
    except OrgdesignError as failure:
        page.message = str(failure)
        return _table(page, 422)
    if isinstance(done, EditConflict):
        page.message = MEANWHILE
        return _table(page, 409)
    return redirect(page.table_address(page=page.number), 303)


def _edit_sentence(count: int) -> str:
    return "Edited 1 role" if count == 1 else f"Edited {count:,} roles"


def _table(page: RoleTablePage, status: int = 200) -> Answer:
    if not page.has_organisation:
        return redirect(url_for("chart.show_chart", key=page.key), 303)
    return render_template("exporting/role_table.html", page=page), status
