"""New rows in the table, typed or pasted from a spreadsheet."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for

from orgdesign.value_objects import value_object
from orgdesign.web.kit import Answer, FilePage, Form, labels_of, save_form
from orgdesign.web.table.cell_paste import CellPaste, parse_cells, plan_paste
from orgdesign.web.table.table_rows import COLUMNS

pages = Blueprint("table_paste", __name__)

MOST_BYTES = 2_000_000
NEEDED = "Write what the new function is called."
NO_FUNCTION = "No function is called so; choose one that the list finds, or leave it empty."
EMPTY = "There is nothing in these cells that the table does not say already."


@value_object
class PasteScreen:
    """The table, to which the answer leads; or why nothing was written."""

    query: str = ""

    def on_success(self, told: str) -> Answer:
        """Say that it is done, as the table follows the file; or lead back to it."""
        if "HX-Request" in request.headers:
            return render_template("table/pasted.html", told=told)
        return redirect(f"{url_for('table.show_table')}{self.query}", 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Say why nothing was written."""
        said = {"title": "Nothing was written", "sentence": form.message}
        page = "notice.html" if "HX-Request" in request.headers else "error.html"
        return render_template(page, **said), status


@pages.post("/o/<key>/table/new")
def add_row(key: str) -> Answer:
    """Add a function as the last row says it; what is called by new words is made."""
    page = FilePage(key)
    form = Form((), ("functions", ""), page.edition.version)
    cells = [request.form.get(name, "") for name in COLUMNS]
    above = labels_of(page.edition, "function").id(request.form.get("reports_to", ""))
    if not cells[0].strip():
        form.message = NEEDED
    elif above is None:
        form.message = NO_FUNCTION
    rows = parse_cells(_as_row(cells))
    paste = plan_paste(page.organisation, (), "name", rows, above or "")
    said = f"New: {paste.added[0]}" if paste.added else ""
    return save_form(page.file, form, paste.edits, said, PasteScreen())


@pages.post("/o/<key>/table/paste")
def paste_cells(key: str) -> Answer:
    """Say what pasted cells would change; once that is agreed to, write it."""
    request.max_form_memory_size = MOST_BYTES
    page = FilePage(key)
    paste = _plan(page)
    form = Form((), ("functions", ""), request.form.get("base", ""))
    if "sure" not in request.form:
        return render_template(
            "table/paste.html", paste=paste, empty=EMPTY, said=request.form, page=page
        )
    return save_form(page.file, form, paste.edits, paste.sentence, PasteScreen())


def _plan(page: FilePage) -> CellPaste:
    functions = {page.key_of(id_): one for id_, one in page.organisation.functions.items()}
    keys = request.form.get("rows", "").split()
    column = request.form.get("column", "")
    return plan_paste(
        page.organisation,
        [functions[row] for row in keys if row in functions],
        column if column in COLUMNS else next(iter(COLUMNS)),
        parse_cells(request.form.get("cells", "")),
    )


def _as_row(cells: list[str]) -> str:
    return "\t".join(" ".join(cell.replace('"', "”").split()) for cell in cells)
