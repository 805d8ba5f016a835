"""The form of a change: from what was typed to the edits of one that is there, or a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from orgdesign.designs.replay import MAKERS, organisation_after, replay_steps
from orgdesign.model import Design, Organisation
from orgdesign.web.design_page import DesignPage
from orgdesign.web.designs.change_choices import ChangeChoices
from orgdesign.web.designs.change_fields import GIVEN, LAST, MERGED, PARTIAL, fields_of, why_names
from orgdesign.web.designs.split_parts import INTO, parts_said, split_fields
from orgdesign.web.kit import FormData, PartForm, SchemaField, ids_of, new_id, resolve_labels
from orgdesign.workspace import value_at
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Add, Edit, Set


class ChangeForm(PartForm):
    """A form over one change of a design; ``at`` is its position, None for one that is new."""

    kind: str
    at: int | None = None

    @property
    def is_of_new(self) -> bool:
        """Whether the change is not in the file yet."""
        return self.at is None

    def data(self) -> dict[str, object]:
        """Return the change as plain data, in the order in which people write it."""
        said = self._nest(lambda field: field.value(self.submitted_value(field.name)))
        for name in LAST:
            if name in said:
                said[name] = said.pop(name)
        return {"change": self.kind, **said}

    def as_texts(self) -> dict[str, object]:
        """Return the change as reading has it: all scalars as texts."""
        said = self._nest(lambda field: field.to_plain(self.submitted_value(field.name)))
        return {"change": self.kind, **said}

    def _nest(self, value: Any) -> dict[str, object]:
        made = self.made_id
        said: dict[str, Any] = {MAKERS[self.kind]: made} if made and self.kind in MAKERS else {}
        for field in self._own_fields():
            if field.name.startswith(INTO) or (answer := value(field)) in (None, "", []):
                continue
            inner = said
            for key in field.path[:-1]:
                inner = inner.setdefault(str(key), {})
            inner[str(field.path[-1])] = answer
        if self.kind == "split":
            said[MERGED] = parts_said(self, value, self.part_ids_in_use)
        return said

    def _own_fields(self) -> Iterable[SchemaField]:
        """Return the fields that say something of their own, and not only what is so already."""
        if not self.is_of_new or self.kind not in PARTIAL:
            return self.schema_fields()
        told = {GIVEN[self.kind], *LAST, *why_names(self.kind)}
        new = {field.name for field in self.changed_fields()}
        return [field for field in self.schema_fields() if field.name in new or field.name in told]

    made_id, sentence = "", ""
    part_ids_in_use: frozenset[str] = frozenset()
    naming: tuple[Edit, ...] = ()
    """The edits that give others an id, as this change comes after them."""

    def edits_in(self, page: DesignPage) -> list[Edit]:
        """Return the edits that were meant: of the change that is there, or that add it."""
        path = (*page.path, "changes")
        if self.at is None:
            at = place_for(page.design, str(self.values["phase"]) or None)
            return [*self.naming, Add(path, at, self.data())]  # type: ignore[arg-type]
        kept: list[Edit] = [each for each in self.edits() if not self._is_of_part(each)]
        if self.kind == "split":
            kept.append(Set((*self.part, MERGED), self.data()[MERGED]))  # type: ignore[arg-type]
        subject = page.design.changes[self.at]
        return [*self.naming, Set((*self.part, "change"), subject.kind), *kept]

    def before(self) -> Mapping[Path, object]:
        """Return what stood in the file when the form was drawn, by path."""
        if self.at is None:
            return {}
        stood = {(*self.part, "change"): self.kind, **super().before()}
        if self.kind == "split":
            typed, self.values = self.values, self.original
            stood[(*self.part, MERGED)] = self.data()[MERGED]
            self.values = typed
        return stood

    def _is_of_part(self, edit: Set) -> bool:
        depth = len(self.part)
        return len(edit.path) > depth + 1 and edit.path[depth] == MERGED


def place_for(design: Design, phase: str | None) -> int:
    """Return where a new change of a phase comes: after the last one made until its end."""
    order: list[str | None] = [None, *design.phases]
    until = set(order[: order.index(phase) + 1]) if phase in order else set(order)
    places = [at for at, one in enumerate(design.changes) if one.phase in until]
    return places[-1] + 1 if places else 0


def _fields(kind: str, count: int) -> tuple[SchemaField, ...]:
    fields = fields_of(kind)
    if kind != "split":
        return fields
    at = next(at for at, field in enumerate(fields) if field.name == LAST[0])
    return (*fields[:at], *split_fields(count), *fields[at:])


def change_form_from_file(page: DesignPage, at: int) -> ChangeForm:
    """Return the form of a change as the file fills it."""
    change = page.design.changes[at]
    path: Path = (*page.path, "changes", at)
    parts = value_at(page.source, (*path, MERGED)) if change.kind == "split" else None
    ids = list(parts) if isinstance(parts, dict) else []
    form = ChangeForm(_fields(change.kind, len(ids) + 2), path, page.source.digest)
    form.kind, form.at = change.kind, at
    for field in form.schema_fields():
        where = in_file(field.path, ids)
        value = value_at(page.source, (*path, *where)) if where else ""
        form.values[field.name] = form.original[field.name] = field.to_form(value)
    for number, id_ in enumerate(ids):
        name = f"{INTO}{number}-id"
        form.values[name] = form.original[name] = id_
    return form


def in_file(path: Path, ids: Sequence[str]) -> Path:
    """Return where a field of a part stands in the file, by the ids of the parts; or nothing."""
    if len(path) < 2 or path[0] != MERGED or not isinstance(path[1], int):
        return path
    return (MERGED, ids[path[1]], *path[2:]) if path[1] < len(ids) else ()


def blank(page: DesignPage, kind: str, given: Mapping[str, str]) -> ChangeForm:
    """Return the form of a change that is to be added, as far as it is ``given`` what it is of."""
    form = ChangeForm(_fields(kind, 3), (*page.path, "changes", 0), page.source.digest)
    form.kind = kind
    for field in form.schema_fields():
        form.original[field.name] = form.values[field.name] = field.to_form(None)
    for name, value in given.items():
        if name in form.fields and value:
            several = form.fields[name].kind == "several"
            form.values[name] = [value] if several else value
    _start_from_now(form, point_of(page, None, str(form.values["phase"])))
    return form


def _start_from_now(form: ChangeForm, now: Organisation) -> None:
    """Fill in what the part says now that the change is of."""
    part = GIVEN.get(form.kind)
    if part is None or not form.values.get(part):
        return
    found: Any = ids_of(now, form.fields[part].of).get(str(form.values[part]))
    about_itself = {part, *LAST, *why_names(form.kind)}
    for field in form.schema_fields():
        if found is not None and field.name not in about_itself:
            form.values[field.name] = form.original[field.name] = _shown_now(field, found)


def _shown_now(field: SchemaField, part: Any) -> Any:
    value = part
    for key in field.path:
        value = getattr(value, ATTRIBUTES.get(str(key), str(key)), None)
    if field.look == "pairs":
        return field.to_form({name: listed_value(one) for name, one in (value or {}).items()})
    if field.look == "rewards":
        return [f"{one.measure} {_plain(one.weight)}".strip() for one in value or ()]
    if field.look == "flag":
        return "yes" if value else ""
    return [*value] if isinstance(value, tuple) else _plain(value)


ATTRIBUTES = {"from": "giver", "to": "taker", "holder": "holders"}
"""What the model calls what stands under some keys of the file."""


def listed_value(value: Any) -> Any:
    """Return the value of an attribute as the file has it."""
    return list(value) if isinstance(value, tuple) else value


def _plain(value: Any) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value or "")


def change_form_from_request(
    page: DesignPage, kind: str, at: int | None, said: FormData, choices: ChangeChoices
) -> ChangeForm:
    """Return the form of a change as a person sent it."""
    path: Path = (*page.path, "changes", 0 if at is None else at)
    count = sum(1 for name in said if name.startswith(f"was.{INTO}") and name.endswith("-name"))
    fields = _fields(kind, count)
    form = ChangeForm.from_request(fields, path, resolve_labels(said, fields, choices.label_index))
    assert isinstance(form, ChangeForm)  # noqa: S101 - sent makes one of its own class
    form.kind, form.at = kind, at
    if kind == "merge":
        form.values["functions"] = choices.highest_first(form.values.get("functions", []))
    form.keep_order()
    _name_others(page, form)
    form.part_ids_in_use = frozenset(part_ids_in_use(page, at))
    form.made_id = _made_id(page, form)
    if kind == "merge" and form.made_id:
        form.made[MERGED] = form.made_id
    also = form.values.get("alignment-also")
    if isinstance(also, list):  # an outcome is served once
        outcome = form.values.get("alignment-outcome")
        form.values["alignment-also"] = [one for one in also if one != outcome]
    return form


def other_changes(page: DesignPage, but: int | None) -> list[tuple[str, str]]:
    """Return the other changes of a design: the id of each, or a key where it has none."""
    keys = page.keys
    return [
        (line.step.change.id or keys[line.position], line.sentence)
        for line in page.lines
        if line.position != but
    ]


def _name_others(page: DesignPage, form: ChangeForm) -> None:
    """Give an id to each change that this one comes after, and that has none."""
    chosen, edits = form.values.get("after"), []
    known = {change.id for change in page.design.changes if change.id}
    ids = []
    for one in chosen if isinstance(chosen, list) else []:
        at = page.find_change(one) if one not in known else None
        if at is not None:
            change = page.design.changes[at]
            subject = next((v for v in change.values.values() if isinstance(v, str)), "")
            one = new_id(f"{change.kind} {subject}", known)
            known.add(one)
            edits.append(Set((*page.path, "changes", at, "id"), one))
        ids.append(one)
    if isinstance(chosen, list):
        form.values["after"], form.naming = ids, tuple(edits)


def part_ids_in_use(page: DesignPage, but: int | None = None) -> Iterator[str]:
    """Yield the ids of the parts that today or a change of the design has."""
    today = page.organisation
    for section in (today.functions, today.roles, today.measures, today.journey, today.handoffs):
        yield from section
    yield from (outcome.id for outcome in today.outcome.walk())
    for at, change in enumerate(page.design.changes):
        if at == but:
            continue
        values: Mapping[str, Any] = change.values
        yield from filter(None, (values.get(MAKERS.get(change.kind, "")),))
        into = values.get(MERGED)
        yield from [into] if isinstance(into, str) else [part.id for part in into or ()]


def _made_id(page: DesignPage, form: ChangeForm) -> str:
    """Return the id of what a change makes: as it was, or made of its name."""
    if form.kind not in MAKERS and (form.kind != "merge" or form.values.get(MERGED)):
        return ""
    if form.at is not None and form.kind in MAKERS:
        values: Mapping[str, Any] = page.design.changes[form.at].values
        return str(values[MAKERS[form.kind]])
    words = (form.values.get(key) for key in ("name", "title", "statement", "passes"))
    name = str(next(filter(None, words), ""))
    if form.kind == "add-handoff" and not name:
        name = f"{form.values.get('from')} {form.values.get('to')}"
    return new_id(name, form.part_ids_in_use) if name else ""


def point_of(page: DesignPage, at: int | None, phase: str) -> Organisation:
    """Return what there is when the turn of a change comes; of a new one, last in its phase."""
    if at is not None:
        walked = replay_steps(page.organisation, page.design)
        return next(step.before for step in walked if step.at == at)
    known = phase if phase in page.design.phases else None
    return organisation_after(page.organisation, page.design, known)
