"""What is done on the boxes of today's chart: add, rename, and move or align many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from flask import Blueprint, current_app, render_template, request

from orgdesign.charts import Box, function_id
from orgdesign.model import Design, Function, Organisation
from orgdesign.web.canvas import ChartPage, ChartScreen, requested_chart_page
from orgdesign.web.kit import (
    Answer,
    Form,
    OrganisationChoices,
    Settings,
    counted,
    new_id,
    outcome_path,
    save_form,
    taken_ids,
)
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Set

pages = Blueprint("box_edits", __name__)


class StructureEdits(Protocol):
    """What is done on the boxes of a design, as changes of it."""

    name: str

    def add(self, function: str, values: dict[str, object]) -> list[Edit]:
        """Return what adds a function."""

    def rename(self, kind: str, part: str, name: str) -> list[Edit]:
        """Return what gives a function, an outcome or a role another name."""

    def change_many(
        self, moved: Sequence[str], above: str, aligned: Sequence[str], outcome: str
    ) -> list[Edit]:
        """Return what moves functions under another, and lets some serve an outcome."""


LONGEST_NAME = 300
MOST_AT_ONCE = 2_000
NEEDED = "Write what it is called."
GONE = "That box is no longer in the file. Nothing was changed."


@pages.post("/o/<key>/boxes/add")
def add_function(key: str) -> Answer:
    """Add a function under the box that is chosen, or beside it."""
    page, name = requested_chart_page(key), _name()
    organisation, box = page.edition.organisation, page.chosen_box
    form = _form(page)
    if organisation is None or page.organisation is None or box is None:
        form.message = GONE
        return save_form(page.file, form, [], "", ChartScreen(page.file, key))
    if not name:
        form.message = NEEDED
    id_ = new_id(name or "function", taken_ids(organisation, "function"))
    is_beside = request.form.get("where") == "beside"
    data: Any = {"name": name, **_home(page.organisation, box, page, is_beside=is_beside)}
    settings: Settings = current_app.extensions["settings"]
    screen = ChartScreen(page.file, key, settings.key("box", function_id(id_)))
    design = _design_edits(page)
    edits = design.add(id_, data) if design else [Add(("functions",), id_, data)]
    return save_form(page.file, form, edits, _sentence_in(design, f"New: {name}"), screen)


def _home(
    organisation: Organisation, box: Box, page: ChartPage, *, is_beside: bool
) -> dict[str, object]:
    """Return what a new function says of where it hangs: whom it reports to, what it serves."""
    function = organisation.functions.get(box.subject) if box.kind == "function" else None
    by_outcome = page.current_view in ("after", "both")
    if function is None:
        is_outcome = box.kind in ("outcome", "desired")
        return {"alignment": {"outcome": box.subject}} if is_outcome else {}
    above = function.reports_to if is_beside else function.id
    outcome = function.alignment.outcome if by_outcome else None
    return {
        **({"reports_to": above} if above else {}),
        **({"alignment": {"outcome": outcome}} if outcome else {}),
    }


@pages.post("/o/<key>/boxes/rename")
def rename_box(key: str) -> Answer:
    """Give the function, the outcome or the role that is chosen another name."""
    page, name = requested_chart_page(key), _name()
    part = _named_part(page)
    form = _form(page)
    if part is None:
        form.message = GONE
    elif not name:
        form.message = NEEDED
    box, design = page.chosen_box, _design_edits(page)
    said = _sentence_in(design, f"{box.title} is now {name}") if box else ""
    edits = _renaming(page, design, part, name) if part and name else []
    return save_form(page.file, form, edits, said, ChartScreen(page.file, key))


_KINDS = {"function": "function", "also": "function", "outcome": "outcome", "desired": "outcome"}
_KINDS |= {"role": "role"}
"""What the boxes that can be renamed show."""
_NAMES = {"function": ("functions", "name"), "role": ("roles", "title")}


def _named_part(page: ChartPage) -> Path | None:
    """Return the kind and id of what the chosen box shows; None where it has no name."""
    organisation, box = page.organisation, page.chosen_box
    kind = _KINDS.get(box.kind) if box and organisation else None
    if kind is None or box is None or organisation is None:
        return None
    known = {
        "function": organisation.functions,
        "role": organisation.roles,
        "outcome": _outcomes(organisation),
    }
    return (kind, box.subject) if box.subject in known[kind] else None


def _renaming(page: ChartPage, design: StructureEdits | None, part: Path, name: str) -> list[Edit]:
    kind, id_ = str(part[0]), str(part[1])
    if design:
        return design.rename(kind, id_, name)
    organisation = page.edition.organisation
    if kind in _NAMES:
        section, key = _NAMES[kind]
        return [Set((section, id_, key), name)]
    path = outcome_path(organisation, id_) if organisation else None
    return [Set((*path, "statement"), name)] if path else []


@pages.get("/o/<key>/boxes/many")
def ask_many(key: str) -> Answer:
    """Show what can be done to several functions at once."""
    page = requested_chart_page(key)
    organisation = page.organisation
    return render_template(
        "organisation/many.html",
        page=page,
        functions=_functions_at(organisation, request.args.getlist("function")),
        choices=OrganisationChoices(organisation) if organisation else None,
        keys=request.args.getlist("function"),
    )


@pages.post("/o/<key>/boxes/many")
def change_many(key: str) -> Answer:
    """Move several functions under another, or let them serve an outcome, as one change."""
    page = requested_chart_page(key)
    organisation, said = page.organisation, request.form
    functions = _functions_at(organisation, said.getlist("function"))
    form = _form(page)
    if organisation is None or not functions:
        form.message = GONE
        return save_form(page.file, form, [], "", ChartScreen(page.file, key))
    above = page.part_id("function", said.get("reports_to", ""))
    outcome = page.part_id("outcome", said.get("outcome", ""))
    _check_many(form, organisation, functions, above, outcome)
    design, moved = _design_edits(page), [one.id for one in functions]
    aligned = _with_all_below(organisation, moved) if said.get("below") else moved
    edits = (
        []
        if form.is_refused
        else design.change_many(moved, above, aligned, outcome)
        if design
        else [*_set_all(moved, ("reports_to",), above), *_set_all(aligned, ALIGNED, outcome)]
    )
    words = [text for text, given in ((LINE, above), (SERVED, outcome)) if given]
    sentence = f"{counted(len(functions), 'function')}: {', '.join(words)}"
    return save_form(
        page.file, form, edits, _sentence_in(design, sentence), ChartScreen(page.file, key)
    )


ALIGNED = ("alignment", "outcome")
LINE, SERVED = "reporting line", "customer outcome"
CHOSEN_IS_GONE = "That is no longer in the file. Choose another."
UNDER_ITSELF = "{} cannot report to {}, which reports to it. Nothing was moved."


def _check_many(
    form: Form, organisation: Organisation, functions: list[Function], above: str, outcome: str
) -> None:
    """Say what is wrong with what several functions are to do."""
    is_known = (not above or above in organisation.functions) and (
        not outcome or outcome in _outcomes(organisation)
    )
    if not is_known:
        form.message = CHOSEN_IS_GONE
        return
    lines, at = set[str](), organisation.functions.get(above)
    while at and at.id not in lines:
        lines.add(at.id)
        at = organisation.functions.get(at.reports_to or "")
    under = next((one for one in functions if one.id in lines and one.id != above), None)
    if under:
        form.message = UNDER_ITSELF.format(under.name, organisation.functions[above].name)


def _with_all_below(organisation: Organisation, functions: list[str]) -> list[str]:
    """Return functions with all that report to them, in the order of the tree."""
    lines, found = organisation.reporting_lines(), dict[str, None]()
    waiting = [*reversed(functions)]
    while waiting:
        function = waiting.pop()
        if function not in found:
            found[function] = None
            waiting += [one.id for one in reversed([*lines.get(function, ())])]
    return [*found]


def _set_all(functions: list[str], path: Path, value: str) -> list[Edit]:
    """Return what sets a value of functions; none is put under itself."""
    set_: list[Edit] = [
        Set(("functions", function, *path), value)
        for function in functions
        if value and function != value
    ]
    return set_


def _outcomes(organisation: Organisation) -> dict[str, object]:
    return {outcome.id: outcome for outcome in organisation.outcome.walk()}


def _functions_at(organisation: Organisation | None, keys: list[str]) -> list[Function]:
    """Return the functions that keys of boxes stand for."""
    settings: Settings = current_app.extensions["settings"]
    wanted = set(keys[:MOST_AT_ONCE])
    functions = organisation.functions.values() if organisation else ()
    return [one for one in functions if settings.key("box", function_id(one.id)) in wanted]


def _name() -> str:
    return " ".join(request.form.get("name", "").split())[:LONGEST_NAME]


def _form(page: ChartPage) -> Form:
    """Return a form over what the page showed; what is a change of a design comes beside others."""
    base = request.form.get("base", "") or request.values.get("version", "")
    return Form((), ("functions", ""), page.edition.version if page.design else base)


def _design_edits(page: ChartPage) -> StructureEdits | None:
    """Return what makes changes of the design that is shown; None for today."""
    design = page.structures.design
    if design is None:
        return None
    make: Callable[[ChartPage, Design], StructureEdits]
    make = current_app.extensions["design_box_edits"]
    return make(page, design)


def _sentence_in(design: StructureEdits | None, sentence: str) -> str:
    return f"{design.name}: {sentence}" if design else sentence
