"""Whether a change can stand: every field, its shape, and whether it can be made where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay_steps
from orgdesign.model import Change, capitalise
from orgdesign.web.design_page import DesignPage
from orgdesign.web.designs.change_fields import GIVEN, LAST, MERGED, PARTIAL, why_names
from orgdesign.web.designs.change_form import ChangeForm, place_for
from orgdesign.web.designs.split_parts import INTO
from orgdesign.web.kit import FormField, ids_of
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.schema import organisation_of

NEEDED = {"part": "Choose one: it is needed.", "several": "Choose some: they are needed."}


def check(form: ChangeForm, page: DesignPage) -> None:
    """Note what keeps a change from being saved: beside its fields, or for the whole of it."""
    for field in form.schema_fields():
        if (
            field.required
            and not form.submitted_value(field.name)
            and not field.name.startswith(INTO)
        ):
            form.errors[field.name] = NEEDED.get(field.kind, "Write something: it is needed.")
    if form.kind == "merge" and form.values.get(MERGED):
        form.errors.pop("name", None)
    _check_parts(form, page)
    if form.is_of_new and form.kind in PARTIAL and not _says_anything(form):
        form.message = "Nothing is different yet: change at least one thing below."
    if not form.is_refused:
        _check_shape(form, page)


def _says_anything(form: ChangeForm) -> bool:
    names = {*why_names(form.kind), *LAST} & form.fields.keys()
    said = {str(form.fields[name].path[0]) for name in names}
    return bool(form.data().keys() - said - {"change", GIVEN[form.kind]})


def _check_parts(form: ChangeForm, page: DesignPage) -> None:
    """Refuse parts that are gone, and are not ones that the design could still bring."""
    today = page.organisation
    known: Mapping[str, Iterable[str]] = {
        **{noun: ids_of(today, noun) for noun in ("outcome", "measure", "hand-off")},
        "phase": page.design.phases,
    }
    for field in form.schema_fields():
        typed = form.values[field.name]
        ids = typed if isinstance(typed, list) else [typed] if typed else []
        if field.of in known and any(one not in known[field.of] for one in ids):
            form.errors[field.name] = f"That {field.of} is no longer in the file. Choose another."


def _check_shape(form: ChangeForm, page: DesignPage) -> None:
    phases = {each: {"name": "-"} for each in page.design.phases}
    design = {"name": "-", "phases": phases, "changes": [form.as_texts()]}
    data: dict[str, Any] = {"organization": "-", "outcome": {"statement": "-"}}
    found, faults = organisation_of({**data, "designs": {"design": design}})
    depth = len(("designs", "design", "changes", 0))
    for fault in faults:
        _note(form, fault.path[depth:], fault.message)
    if found is not None:
        _check_possible(form, page, found.designs["design"].changes[0])


def _note(form: ChangeForm, path: Path, message: str) -> None:
    """Put what is wrong beside the field that it is about."""
    said = f"{capitalise(message)}."
    named: Sequence[FormField] = [
        one for one in form.fields.values() if path and path[: len(one.path)] == one.path
    ] or [one for one in form.fields.values() if path and one.path[: len(path)] == path]
    if named:
        form.errors.setdefault(named[0].name, said)
    else:
        form.message = said


def _check_possible(form: ChangeForm, page: DesignPage, change: Change) -> None:
    """Refuse a change that cannot be made, unless it could not be made before either."""
    changes, failed = list(page.design.changes), False
    if form.at is None:
        at = place_for(page.design, change.phase)
        changes.insert(at, change)
    else:
        at = form.at
        changes[at] = change
        failed = any(line.position == at and line.reason for line in page.lines)
    then = replace(page.design, changes=tuple(changes))
    walked = replay_steps(page.organisation, then)
    step = next(step for step in walked if step.at == at)
    form.sentence = ChangeFormatter(page.organisation, then).sentence(step).rstrip(".")
    if step.reason and not failed:
        form.message = f"{capitalise(step.reason)}. Nothing was saved."
