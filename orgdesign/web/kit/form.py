"""Forms over a part of the file: from what was typed to edits, and back to what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from secrets import token_urlsafe
from typing import Literal

from werkzeug.datastructures import MultiDict

from orgdesign.model import Organisation, capitalise
from orgdesign.value_objects import value_object
from orgdesign.workspace import Value, ValueClash, same_value, value_at
from orgdesign.yamlfile import Path, Source
from orgdesign.yamlfile.editing import Set
from orgdesign.yamlfile.schema import organisation_of

FieldKind = Literal["text", "number", "lines", "several", "part"]
FieldValue = str | list[str]
FormData = MultiDict[str, str]

NEW = "+"
"""What a choice says when the part is to be made on the spot: no id may contain it."""
REQUIRED = ("name", "title", "statement", "from", "to")
"""The keys that a part cannot do without: empty, they are told beside their field."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)


@value_object
class FormField:
    """One thing that a form asks for, and where its answer stands within the part.

    ``lines`` are texts, one a line; ``several`` are ids; a ``part`` is one id. ``of`` is the kind
    of part that ids name: outcome, function, role, measure or stage.
    """

    name: str
    path: Path
    label: str
    kind: FieldKind = "text"
    of: str = ""

    def from_form(self, said: FormData, name: str) -> FieldValue:
        """Return what was typed under a name, without the space around it."""
        if self.kind == "lines":
            lines = (line.strip() for text in said.getlist(name) for line in text.splitlines())
            return [line for line in lines if line]
        if self.kind == "several":
            return [each for each in said.getlist(name) if each]
        return " ".join(said.get(name, "").split())

    def to_form(self, value: object) -> FieldValue:
        """Return a value of the file as the form shows it."""
        if self.kind in ("lines", "several"):
            return [str(each) for each in value] if isinstance(value, list) else []
        return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()

    def value(self, typed: FieldValue) -> Value:
        """Return what the file is to say; None for nothing."""
        if self.kind == "number" and isinstance(typed, str) and _NUMBER.fullmatch(typed):
            return _number(typed)
        return typed or None


class FieldValues(dict[str, FieldValue]):
    """What fields say, by name; one that was not sent says nothing."""

    def __missing__(self, name: str) -> FieldValue:
        return ""


class Form:
    """A form over one part: what each field says, said when it was drawn, and has wrong with it.

    Where a page has several forms, the ``scope`` of each begins the ids of its fields there.
    """

    def __init__(self, fields: Sequence[FormField], part: Path, base: str) -> None:
        self.fields = {field.name: field for field in fields}
        self.part, self.base = part, base
        self.submission = token_urlsafe(12)
        self.values, self.original = FieldValues(), FieldValues()
        self.errors: dict[str, str] = {}
        self.conflicting: dict[str, FieldValue] = {}
        self.extra: dict[str, str] = {}
        self.made: dict[str, str] = {}
        self.message = ""
        self.scope = ""

    @classmethod
    def from_file(cls, fields: Sequence[FormField], part: Path, source: Source) -> Form:
        """Return the form as the file fills it."""
        form = cls(fields, part, source.digest)
        for name, field in form.fields.items():
            form.values[name] = form.original[name] = field.to_form(
                value_at(source, (*part, *field.path))
            )
        return form

    @classmethod
    def from_request(cls, fields: Sequence[FormField], part: Path, said: FormData) -> Form:
        """Return the form as a person sent it; only fields that it knows are taken.

        Each comes with what it said when it was drawn, as ``was.NAME``.
        """
        known = [field for field in fields if f"was.{field.name}" in said]
        form = cls(known, part, said.get("base", ""))
        for name, field in form.fields.items():
            form.original[name] = field.from_form(said, f"was.{name}")
            form.values[name] = field.from_form(said, name)
            if name in said.getlist("take"):  # theirs, after a conflict
                form.values[name] = form.original[name]
        return form

    @classmethod
    def from_leftovers(cls, said: FormData) -> Form:
        """Return all that was typed into a form whose part is gone, to be shown once more."""
        names = dict.fromkeys(name[4:] for name in said if name.startswith("was."))
        form = cls([FormField(name, (), _words(name), "lines") for name in names], (), "")
        form.values.update(
            {name: field.from_form(said, name) for name, field in form.fields.items()}
        )
        return form

    def leave_out(self, may_send: Callable[[str, Path], bool], address: str) -> str:
        """Leave out the fields that would be refused to whoever asks; say nothing of it.

        A form's part stands for all of it, and a field for the place in the file that it changes.
        """
        for name, field in list(self.fields.items()):
            if field.path and not may_send(address, (*self.part, *field.path)):
                del self.fields[name]
        return ""

    def keep_order(self) -> None:
        """Keep ids in the order that the file has them in, as boxes to tick have their own."""
        for name, field in self.fields.items():
            typed = self.values.get(name)
            if field.kind == "several" and isinstance(typed, list):
                was = self.original[name]
                kept = [one for one in was if one in typed]
                self.values[name] = [*kept, *(one for one in typed if one not in was)]

    @property
    def is_refused(self) -> bool:
        """Whether something has to be mended or chosen before it can be saved."""
        return bool(self.errors or self.conflicting or self.message)

    def submitted_value(self, name: str) -> FieldValue:
        """Return what a field is to say: as typed, or the id of what is made on the spot."""
        return self.made.get(name, self.values[name])

    def changed_fields(self) -> list[FormField]:
        """Return the fields that say something else than when the form was drawn."""
        return [
            field
            for name, field in self.fields.items()
            if not same_value(self.submitted_value(name) or None, self.original[name] or None)
        ]

    def edits(self) -> list[Set]:
        """Return the edits that were meant: one for each field that was changed."""
        return [
            Set((*self.part, *field.path), field.value(self.submitted_value(field.name)))
            for field in self.changed_fields()
        ]

    def before(self) -> Mapping[Path, object]:
        """Return what stood in the file when the form was drawn, by path."""
        return {
            (*self.part, *field.path): self.original[name] or None
            for name, field in self.fields.items()
        }

    def changed_labels(self, source: Source) -> str:
        """Return what the fields are called that say something new, for the history.

        A form that was written on while it was being saved says again what the text has by then.
        """
        return ", ".join(
            field.label
            for field in self.changed_fields()
            if not same_value(
                field.value(self.submitted_value(field.name)) or None,
                value_at(source, (*self.part, *field.path)) or None,
            )
        )

    def check(self, organisation: Organisation) -> bool:
        """Tell whether what was changed can stand, and note beside each field why not."""
        for field in self.changed_fields():
            if field.of and (lost := self._lost_message(field, organisation)):
                self.errors.setdefault(field.name, lost)
        for path, message in _faults(self.part, self._as_written()):
            for field in self.changed_fields():
                if path[: len(field.path)] == field.path:
                    self.errors.setdefault(field.name, _sentence(message))
        return not self.errors

    def _lost_message(self, field: FormField, organisation: Organisation) -> str:
        typed = self.values[field.name] if field.name not in self.made else ""
        ids = typed if isinstance(typed, list) else [typed] if typed else []
        known = ids_of(organisation, field.of)
        is_lost = any(one not in known for one in ids)
        return f"That {field.of} is no longer in the file. Choose another." if is_lost else ""

    def _as_written(self) -> dict[str, object]:
        data: dict[str, object] = {}
        for name, field in self.fields.items():
            inner = data
            for key in field.path[:-1]:
                inner = inner.setdefault(str(key), {})  # type: ignore[assignment]
            typed = self.submitted_value(name)
            if typed or name in REQUIRED:
                inner[str(field.path[-1])] = typed
        return data

    def clash(self, clashes: Sequence[ValueClash]) -> None:
        """Show both sides of what others changed too; saving again keeps one's own."""
        by_path = {(*self.part, *field.path): field for field in self.fields.values()}
        for clash in clashes:
            if field := by_path.get(clash.path):
                self.conflicting[field.name] = self.original[field.name] = field.to_form(
                    clash.theirs
                )
            else:
                self.message = (
                    "Somebody else changed the same thing meanwhile. Look, and save again."
                )


def ids_of(organisation: Organisation, kind: str) -> Mapping[str, object]:
    """Return the parts of a kind, by id."""
    if kind == "outcome":
        return {outcome.id: outcome for outcome in organisation.outcome.walk()}
    parts: dict[str, Mapping[str, object]] = {
        "function": organisation.functions,
        "role": organisation.roles,
        "measure": organisation.measures,
        "stage": organisation.journey,
        "hand-off": organisation.handoffs,
    }
    return parts[kind]


def _faults(part: Path, raw: dict[str, object]) -> list[tuple[Path, str]]:
    """Return what is wrong with a part, by the shapes that check the file itself."""
    data: dict[str, object] = {"organization": "-", "outcome": {"statement": "-"}}
    inner = data
    for key in part[:-1]:
        inner = inner.setdefault(str(key), {})  # type: ignore[assignment]
    held = inner.get(str(part[-1]))
    inner[str(part[-1])] = {**held, **raw} if isinstance(held, dict) else raw
    _, faults = organisation_of(data)
    under = [fault for fault in faults if fault.path[: len(part)] == part]
    return [(fault.path[len(part) :], fault.message) for fault in under]


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").replace(".", " ")


def _number(typed: str) -> Value:
    """Return a number as it is written; one beyond all counting stays a text."""
    if not isfinite(float(typed)):
        return typed
    return float(typed) if "." in typed else int(typed)


def _sentence(message: str) -> str:
    return f"{capitalise(message)}."
