"""The form of a part: from what was typed to the edits of a part that is there, or a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.model import DESIRED, Organisation
from orgdesign.web.kit.choices import PartChoices
from orgdesign.web.kit.form import FieldValue, Form, FormData, FormField
from orgdesign.web.kit.free_fields import DottedField
from orgdesign.web.kit.labels import resolve_labels
from orgdesign.web.kit.new_parts import new_id, outcome_path, taken_ids
from orgdesign.web.kit.schema_field import SchemaField
from orgdesign.web.kit.sections import Section, part_path
from orgdesign.web.kit.shape_fields import UNDER, root_fields, section_fields
from orgdesign.workspace import value_at
from orgdesign.yamlfile import Path, Source
from orgdesign.yamlfile.editing import Add, Edit, Move


class PartForm(Form):
    """A form over one part of any section."""

    is_new = False

    def schema_fields(self) -> Iterator[SchemaField]:
        """Yield the fields, in the order of asking."""
        yield from (field for field in self.fields.values() if isinstance(field, SchemaField))

    def before(self) -> Mapping[Path, object]:
        """Return what stood in the file when the form was drawn, by path."""
        return {
            (*self.part, *field.path): field.value(self.original[field.name])
            for field in self.fields.values()
        }

    def check(self, organisation: Organisation) -> bool:
        """Tell whether what was changed can stand, and note beside each field why not."""
        also = self.values.get("alignment-also")
        if isinstance(also, list):  # an outcome is served once
            outcome = self.values.get("alignment-outcome")
            self.values["alignment-also"] = [one for one in also if one != outcome]
        for field in self.schema_fields():
            if field.required and not self.submitted_value(field.name):
                self.errors[field.name] = _needed(field)
            lost = self._lost_line(field, organisation)
            if lost:
                self.errors[field.name] = lost
            if field.look == "rewards" and _unpaid(self.values[field.name], organisation):
                self.errors[field.name] = "Choose a measure of the file for each weight."
        return super().check(organisation)

    def _lost_line(self, field: SchemaField, organisation: Organisation) -> str:
        """Return why further lines that were changed cannot stand; empty where they can."""
        if isinstance(field, DottedField) and field in self.changed_fields():
            return field.unknown(self.values[field.name], organisation)
        return ""

    def _as_written(self) -> dict[str, object]:
        return self._data(lambda field: field.to_plain(self.submitted_value(field.name)))

    def data(self) -> dict[str, object]:
        """Return the part as plain data, with what is empty left out."""
        return self._data(lambda field: field.value(self.submitted_value(field.name)))

    def _data(self, value: Any) -> dict[str, object]:
        data: dict[str, Any] = {}
        for field in self.schema_fields():
            if field.name != UNDER and (said := value(field)) not in (None, "", []):
                inner = data
                for key in field.path[:-1]:
                    inner = inner.setdefault(str(key), {})
                inner[str(field.path[-1])] = said
        return data

    def edits_of(self, organisation: Organisation) -> list[Edit]:
        """Return the edits that were meant; an outcome that is part of another now moves."""
        said = [edit for edit in self.edits() if edit.path != (*self.part, UNDER)]
        return [*said, *self._move(organisation)]

    def _move(self, organisation: Organisation) -> Iterator[Edit]:
        if UNDER in self.fields and self.fields[UNDER] in self.changed_fields():
            to = outcome_path(organisation, str(self.values[UNDER])) or ("outcome",)
            if to != self.part[:-2]:
                yield Move(self.part, (*to, "outcomes", self.part[-1]))


class NewPartForm(PartForm):
    """A form over a part that is not in the file yet."""

    is_new = True
    section: Section

    def changed_fields(self) -> list[FormField]:
        """Return the fields that say something."""
        return [field for name, field in self.fields.items() if self.values[name]]

    def edits_of(self, organisation: Organisation) -> list[Edit]:
        """Return what adds the part."""
        return [Add(self.part[:-1], str(self.part[-1]), self.data())]  # type: ignore[arg-type]

    def title(self, organisation: Organisation) -> str:
        """Return what the part is called; a hand-off by both its ends."""
        if self.section.name != "handoffs":
            return str(next(iter(self.values.values()), ""))
        names = (organisation.functions.get(str(self.values.get(end))) for end in ("from", "to"))
        return " to ".join(one.name for one in names if one)


def form_from_file(
    source: Source, organisation: Organisation, section: Section, part: str
) -> PartForm:
    """Return the form of a part as the file fills it."""
    fields = root_fields(section) if part == DESIRED else section_fields(section)
    path = part_path(organisation, section, part)
    form = PartForm(fields, path, source.digest)
    for field in form.schema_fields():
        shown = field.to_form(value_at(source, (*path, *field.path)))
        form.values[field.name] = form.original[field.name] = shown
    if UNDER in form.fields:
        form.values[UNDER] = form.original[UNDER] = parent_outcome(organisation, part)
    return form


def blank_form(source: Source, section: Section, under: str = "") -> NewPartForm:
    """Return the form of a part that is to be added."""
    form = NewPartForm(section_fields(section), (*section.top, ""), source.digest)
    for field in form.schema_fields():
        form.original[field.name] = field.to_form(None)
        form.values[field.name] = field.to_form(None)
    if UNDER in form.fields:
        form.values[UNDER] = form.original[UNDER] = under or DESIRED
    return form


def form_from_request(
    organisation: Organisation, section: Section, part: str, typed: FormData
) -> PartForm:
    """Return the form of a part as a person sent it, with what others moved noted."""
    fields = root_fields(section) if part == DESIRED else section_fields(section)
    said = resolve_labels(typed, fields, PartChoices(organisation, section, part).label_index)
    form = PartForm.from_request(fields, part_path(organisation, section, part), said)
    assert isinstance(form, PartForm)  # noqa: S101 - sent makes one of its own class
    form.keep_order()
    if UNDER in form.fields and form.fields[UNDER] in form.changed_fields():
        now = parent_outcome(organisation, part)
        if now not in (form.original[UNDER], form.values[UNDER]):
            form.conflicting[UNDER] = form.original[UNDER] = now
    return form


def new_form_from_request(
    organisation: Organisation, section: Section, typed: FormData
) -> NewPartForm:
    """Return the form of a new part as a person sent it; its id is made of what it says."""
    said = resolve_labels(
        typed, section_fields(section), PartChoices(organisation, section).label_index
    )
    form = NewPartForm.from_request(section_fields(section), (*section.top, ""), said)
    assert isinstance(form, NewPartForm)  # noqa: S101 - as above
    form.section = section
    words = form.title(organisation)
    if section.name == "outcomes":
        above = outcome_path(organisation, str(form.values.get(UNDER, ""))) or ("outcome",)
        holder: Path = (*above, "outcomes")
    else:
        holder = section.top
    form.part = (*holder, new_id(words, taken_ids(organisation, section.noun)))
    return form


def parent_outcome(organisation: Organisation, outcome: str) -> str:
    """Return the outcome that one is part of."""
    over = (one.id for one in organisation.outcome.walk() if outcome in one.outcomes)
    return next(over, DESIRED)


def _needed(field: SchemaField) -> str:
    return "Choose one: it is needed." if field.kind == "part" else "Write something: it is needed."


def _unpaid(lines: FieldValue, organisation: Organisation) -> bool:
    """Return whether a weight stands beside no measure of the file."""
    return any(line.partition(" ")[0] not in organisation.measures for line in lines)
