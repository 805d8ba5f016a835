"""Options side by side: designs and open questions, by what is counted and what people weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis.effects import OptionFigure, OptionTable, all_options
from orgdesign.model import Design
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import DesignPage, DesignsPage, answer_design_gone
from orgdesign.web.designs.designs import DesignScreen, need_still
from orgdesign.web.designs.structure_comparison import amount_text, apart
from orgdesign.web.kit import Answer, Form, new_id, not_modified, save_form
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

pages = Blueprint("options", __name__)
pages.before_request(not_modified)

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
MOST_SCORE = 5
MOST_OPTIONS = 12


class OptionsPage(DesignsPage):
    """Designs and options beside each other; those that the address names, or all."""

    most_score = MOST_SCORE

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.message = ""

    @cached_property
    def comparable(self) -> list[tuple[Design, str | None]]:
        """Return all that can be compared."""
        return all_options(self.organisation)

    def option_key(self, option: tuple[Design, str | None]) -> str:
        """Return what stands for an option in addresses."""
        return self.key_for("option", f"{option[0].id}\n{option[1] or ''}")

    def option_name(self, option: tuple[Design, str | None]) -> str:
        """Return what an option is called."""
        design, answer = option
        return f"{design.name}: {design.options[answer].name}" if answer else design.name

    @cached_property
    def shown_options(self) -> list[tuple[Design, str | None]]:
        """Return the options on the page."""
        asked = request.values.getlist("option")
        chosen = [each for each in self.comparable if self.option_key(each) in asked]
        return (chosen or self.comparable)[:MOST_OPTIONS]

    @cached_property
    def table(self) -> OptionTable:
        """Return the options with all that is known of them."""
        return OptionTable(self.organisation, self.shown_options)

    def groups(self) -> Iterator[tuple[str, list[OptionFigure]]]:
        """Yield the figures by their groups."""
        groups = dict.fromkeys(figure.group for figure in self.table.figures)
        for group in groups:
            yield group, [each for each in self.table.figures if each.group == group]


@value_object
class OptionsScreen:
    """The page of the options, to which a form belongs."""

    key: str

    def on_success(self, told: str) -> Answer:
        """Lead back to the page, with the same options on it."""
        asked = request.values.getlist("option")
        return redirect(url_for("options.page", key=self.key, option=asked), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the page, and why nothing was saved."""
        page = OptionsPage(self.key)
        page.message = form.message or "Nothing was saved. Look again, and send it once more."
        return _render(page), 409 if form.conflicting else status

    def on_missing(self, form: Form) -> Answer:
        """Answer where what the form is about is gone."""
        return self.on_error(form, 409)


def _render(page: OptionsPage) -> str:
    return render_template("designs/options.html", page=page, amount_text=amount_text, apart=apart)


@pages.get("/o/<key>/designs/options", endpoint="page")
def show_options(key: str) -> Answer:
    """Show the options side by side."""
    found = OptionsPage(key)
    if not found.has_organisation or not found.designs:
        return redirect(url_for("designs.show", key=key), 303)
    return _render(found)


@pages.post("/o/<key>/designs/options/criteria")
def add_criterion(key: str) -> Answer:
    """Add a criterion."""
    found = OptionsPage(key)
    name = request.form.get("name", "").strip()
    weight = request.form.get("weight", "").strip()
    form = Form((), ("criteria",), found.edition.version)
    if not name:
        form.message = "Write what is to be so."
    elif weight and not _NUMBER.fullmatch(weight):
        form.message = "Write the weight as a number, such as 30."
    if form.message:
        return OptionsScreen(key).on_error(form, 422)
    id_ = new_id(name, found.organisation.criteria)
    value = {"name": name, **({"weight": _number(weight)} if weight else {})}
    edits: list[Edit] = [Add(("criteria",), id_, value)]
    return save_form(found.file, form, edits, f"New criterion: {name}", OptionsScreen(key))


@pages.post("/o/<key>/designs/options/scores")
def score(key: str) -> Answer:
    """Save how well the options on the page meet each criterion, and what each weighs."""
    found = OptionsPage(key)
    form = Form((), ("designs",), request.form.get("base", ""))
    try:
        edits = [*_weights(found), *_scores(found)]
    except ValueError as refusal:
        form.message = str(refusal)
        return OptionsScreen(key).on_error(form, 422)
    return save_form(found.file, form, edits, "Options weighed", OptionsScreen(key))


def _weights(found: OptionsPage) -> Iterator[Edit]:
    for criterion in found.organisation.criteria.values():
        key = found.key_for("criterion", criterion.id)
        if request.form.get(f"remove-{key}"):
            yield from _without_criterion(found, criterion.id)
        elif f"weight-{key}" in request.form:
            typed = request.form[f"weight-{key}"].strip()
            if typed and not _NUMBER.fullmatch(typed):
                raise ValueError("Write each weight as a number, such as 30.")
            if typed != plain_number(criterion.weight):
                yield Set(("criteria", criterion.id, "weight"), _number(typed) if typed else "")


def _without_criterion(found: OptionsPage, criterion: str) -> Iterator[Edit]:
    for design in found.designs:
        if criterion in design.scores:
            yield Remove(("designs", design.id, "scores", criterion))
        for option in design.options.values():
            if criterion in option.scores:
                path = ("designs", design.id, "options", option.id, "scores", criterion)
                yield Remove(path)
    yield Remove(("criteria", criterion))


def _scores(found: OptionsPage) -> Iterator[Edit]:
    for criterion in found.organisation.criteria.values():
        key = found.key_for("criterion", criterion.id)
        if request.form.get(f"remove-{key}"):
            continue
        for option in found.shown_options:
            typed = request.form.get(f"score-{key}-{found.option_key(option)}", "").strip()
            design, answer = option
            own = design.options[answer].scores if answer else design.scores
            now = {**design.scores, **own}.get(criterion.id)
            if typed == plain_number(now):
                continue
            if typed and not (_NUMBER.fullmatch(typed) and float(typed) <= MOST_SCORE):
                raise ValueError(f"Write each score as a number from 0 to {MOST_SCORE}.")
            place = ("options", answer) if answer else ()
            path = ("designs", design.id, *place, "scores", criterion.id)
            if typed:
                yield Set(path, _number(typed))
            elif criterion.id in own:
                yield Remove(path)


def plain_number(value: float | None) -> str:
    """Return a number as a field shows it."""
    return "" if value is None else f"{value:.10g}"


def _number(typed: str) -> float | int:
    return float(typed) if "." in typed else int(typed)


@pages.post("/o/<key>/designs/<design>/options")
def add_option(key: str, design: str) -> Answer:
    """Add an answer to what a design leaves open."""
    found = DesignPage(key, design)
    if found.existing_design is None:
        return answer_design_gone(found, Form.from_leftovers(request.form))
    name = request.form.get("name", "").strip()
    question = request.form.get("question", "").strip()
    form = Form((), found.path, found.edition.version)
    if not name:
        form.message = "Write what the option is called."
    id_ = new_id(name or "option", found.design.options)
    value = {"name": name, **({"question": question} if question else {})}
    edits: list[Edit] = [Add((*found.path, "options"), id_, value)]
    screen = DesignScreen(key, design, "options-heading")
    return save_form(found.file, form, edits if name else [], f"New option: {name}", screen)


@pages.post("/o/<key>/designs/<design>/options/<option>/choose")
def choose(key: str, design: str, option: str) -> Answer:
    """Choose an option, in place of the other answers to its question; or leave it open again."""
    found, there = _option(key, design, option)
    id_ = need_still(found, there)
    options, chosen = found.design.options, found.design.chosen
    others = {one.id for one in options.values() if one.question == options[id_].question}
    left = [each for each in chosen if each not in others and each in options]
    then = left if id_ in chosen else [*left, id_]
    edits: list[Edit] = [Set((*found.path, "chosen"), then or "")]
    form = Form((), found.path, found.edition.version)
    what = "Left open" if id_ in chosen else "Chosen"
    screen = DesignScreen(key, design, "options-heading")
    return save_form(found.file, form, edits, f"{what}: {options[id_].name}", screen)


@pages.post("/o/<key>/designs/<design>/options/<option>/remove")
def remove_option(key: str, design: str, option: str) -> Answer:
    """Take an option out of a design; changes of it alone are made whatever is chosen."""
    found, there = _option(key, design, option)
    id_ = need_still(found, there)
    edits: list[Edit] = []
    for at, change in enumerate(found.design.changes):
        if id_ in change.options:
            left = [each for each in change.options if each != id_]
            edits.append(Set((*found.path, "changes", at, "options"), left or ""))
    if id_ in found.design.chosen:
        left = [each for each in found.design.chosen if each != id_]
        edits.append(Set((*found.path, "chosen"), left or ""))
    edits.append(Remove((*found.path, "options", id_)))
    form = Form((), found.path, found.edition.version)
    told = f"Option removed: {found.design.options[id_].name}"
    screen = DesignScreen(key, design, "options-heading")
    return save_form(found.file, form, edits, told, screen)


def _option(key: str, design: str, option: str) -> tuple[DesignPage, str | None]:
    found = DesignPage(key, design)
    ids = found.design.options if found.existing_design else {}
    return found, next((id_ for id_ in ids if found.key_for("option", id_) == option), None)
