"""All roles in one table: found in any text, sorted, edited in place, many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.diagnosis import RuleHit
from orgdesign.diagnosis.wording import counted
from orgdesign.documents.roles import missing_definitions, role_notes
from orgdesign.model import Role, one_line
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.export_page import StructuredPage
from orgdesign.web.exporting.role_table_edits import (
    ATTRIBUTE,
    TEXTS,
    attribute_names,
    cell_edits,
    edits_of_many,
)
from orgdesign.web.kit import Answer, ListPage, findings_about, not_modified, paginate
from orgdesign.workspace import EditConflict

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
    "findings": "Findings",
    "status": "Status",
}
FILTERS = {
    "": "All roles",
    "silent": "Say nothing about the customer",
    "against": "Say what works against the customer",
    "doubtful": "May say what works against the customer",
    "pulled": "Paid by company measures alone",
    "unpaid": "Paid for nothing",
    "found": "Something is found about them",
    "purpose": "Without a purpose",
    "incomplete": "Lack a section that is asked for",
}
STATUSES = {"draft": "Draft", "with-manager": "With the manager", "agreed": "Agreed",
            "issued": "Issued"}  # fmt: skip
MEANWHILE = (
    "Somebody changed the same role meanwhile, so nothing was saved. Look at it again: what you "
    "typed is still here."
)
NOTHING_CHOSEN = "Tick the roles first that all of it is for, and choose what they get."


@value_object
class RoleRow:
    """A role as the table shows it; ``words`` is all its text, ``findings`` what is found of it."""

    role: Role
    key: str
    cells: Mapping[str, str]
    notes: tuple[str, ...]
    words: str
    findings: str = ""


class RoleTablePage(StructuredPage):
    """The roles of today that the address asks for."""

    filters, statuses = FILTERS, STATUSES

    def __init__(self, key: str, said: MultiDict[str, str]) -> None:
        super().__init__(key)
        self.text = one_line(said.get("q", ""))
        self.only = said.get("only", "") if said.get("only") in FILTERS else ""
        self.sort = said.get("sort", "")
        self.number = said.get("page")
        self._asked_attributes = list(dict.fromkeys(said.getlist("more")))
        self.message = ""
        self.typed: MultiDict[str, str] = MultiDict()

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Return the attributes that a column can show, by key, with what people call them."""
        return attribute_names(self.organisation)

    @cached_property
    def columns(self) -> dict[str, str]:
        """Return the columns: those that every table has, and the attributes asked for."""
        return {
            **COLUMNS,
            **{f"{ATTRIBUTE}{key}": self.attributes[key] for key in self.chosen_attributes},
        }

    @cached_property
    def chosen_attributes(self) -> list[str]:
        """Return the attributes that have a column of their own."""
        return [key for key in self._asked_attributes if key in self.attributes]

    @cached_property
    def every_row(self) -> list[RoleRow]:
        """Return all roles, in the order of the file."""
        return [self._row(role) for role in self.organisation.roles.values()]

    @cached_property
    def rows(self) -> list[RoleRow]:
        """Return the rows that were asked for, in the order asked for."""
        wanted = self.text.casefold().split()
        kept = [
            row
            for row in self.every_row
            if self._is_asked(row) and all(word in row.words for word in wanted)
        ]
        column = self.sort.removeprefix("-")
        if column in self.columns:
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
        status, hits = role.document.status, self.findings_of(role)
        cells = {
            "title": role.title,
            "function": home.name if home else "",
            "outcome": "; ".join(outcomes),
            "purpose": role.purpose or "",
            "paid": "; ".join(paid),
            "findings": counted(len(hits), "finding") if hits else "",
            "status": STATUSES.get(status or "", ""),
            **{
                f"{ATTRIBUTE}{key}": _text(role.attributes.get(key, ""))
                for key in self.chosen_attributes
            },
        }
        texts = (*cells.values(), *role.accountabilities, *role.decides, role.holder or "",
                 str(dict(role.sections)), str(dict(role.attributes)))  # fmt: skip
        found, key = "; ".join(hit.finding.message for hit in hits), self.key_for("role", role.id)
        notes = tuple(self._notes(role))
        return RoleRow(role, key, cells, notes, " ".join(texts).casefold(), found)

    def findings_of(self, role: Role) -> list[RuleHit]:
        """Return what is found about a role, without what follows from it."""
        return findings_about("role", role.id, self.hits_by_role.get(role.id, ()))

    def is_edited(self, column: str, row: RoleRow) -> bool:
        """Whether a cell is edited where it stands: it holds one text, and no list."""
        if not column.startswith(ATTRIBUTE):
            return column in TEXTS
        return isinstance(row.role.attributes.get(column.removeprefix(ATTRIBUTE), ""), str)

    def _notes(self, role: Role) -> Iterator[str]:
        """Yield which filters a role falls under, beside that of all."""
        hits = self.hits_by_role.get(role.id, ())
        yield from role_notes(self.organisation, role, hits)
        if hits:
            yield "found"
        if not role.purpose:
            yield "purpose"
        if any(missing_definitions(self.organisation, role)):
            yield "incomplete"

    def _is_asked(self, row: RoleRow) -> bool:
        return not self.only or self.only in row.notes

    def counts(self) -> Iterator[tuple[str, str, int]]:
        """Yield each filter with its words, and how many roles it finds."""
        found = Counter(note for row in self.every_row for note in row.notes)
        for name, words in FILTERS.items():
            count = len(self.organisation.roles) if not name else found[name]
            if count or name == self.only:
                yield name, words, count

    def table_address(self, **changed: Any) -> str:
        """Return the address of this table, with some of what is asked for changed."""
        asked = {
            "q": self.text,
            "only": self.only,
            "sort": self.sort,
            "more": self.chosen_attributes,
        }
        said = asked | changed
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
    edits, before = cell_edits(page, request.form)
    many = edits_of_many(page, request.form)
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


def _text(said: str | Sequence[str]) -> str:
    return said if isinstance(said, str) else "; ".join(said)


def _edit_sentence(count: int) -> str:
    return "Edited 1 role" if count == 1 else f"Edited {count:,} roles"


def _table(page: RoleTablePage, status: int = 200) -> Answer:
    page.need_organisation()
    return render_template("exporting/role_table.html", page=page), status
