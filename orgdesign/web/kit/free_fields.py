"""The fields of forms that hold lists of their own: dotted lines, and the sections of a role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from orgdesign.model import Organisation
from orgdesign.web.kit.form import FieldValue, FormData, FormField, ids_of
from orgdesign.web.kit.schema_field import SchemaField

BULLET = "- "
"""What begins each line of a section that is a list."""


class DottedField(SchemaField):
    """Further lines to parts of a kind: each an id and, after a space, what the line is about."""

    __slots__ = ()

    @property
    def leads_to(self) -> str:
        """The kind of part that the lines lead to."""
        return self.options[0][0]

    def from_form(self, said: FormData, name: str) -> FieldValue:
        """Return what was typed: an id or words, and a label, a line."""
        if f"{name}.to" not in said:
            return FormField.from_form(self, said, name)
        ends = (" ".join(end.split()) for end in said.getlist(f"{name}.to"))
        labels = (" ".join(label.split()) for label in said.getlist(f"{name}.label"))
        return [f"{end} {label}".strip() for end, label in zip(ends, labels, strict=False) if end]

    def to_form(self, value: object) -> FieldValue:
        """Return a value of the file as the form shows it."""
        lines = value if isinstance(value, (list, tuple)) else []
        return [_line_text(line) for line in lines]

    def value(self, typed: FieldValue) -> Any:
        """Return what the file is to say; None for nothing."""
        lines = [line.partition(" ") for line in typed] if isinstance(typed, list) else []
        return [{"to": to, "label": label} if label else to for to, _, label in lines] or None

    def to_plain(self, typed: FieldValue) -> Any:
        """Return what the file is to say as reading has it."""
        return self.value(typed)

    def unknown(self, typed: FieldValue, organisation: Organisation) -> str:
        """Return why the lines cannot stand; empty where they can."""
        known = ids_of(organisation, self.leads_to)
        ends = [line.partition(" ")[0] for line in typed] if isinstance(typed, list) else []
        if any(end not in known for end in ends):
            return f"One of these lines leads to no {self.leads_to} of the file. Choose another."
        return "A line leads to the same twice." if len({*ends}) < len(ends) else ""


def _line_text(line: object) -> str:
    if isinstance(line, dict):
        return f"{line.get('to') or ''} {line.get('label') or ''}".strip()
    to, label = getattr(line, "to", line), getattr(line, "label", None)
    return f"{to} {label or ''}".strip()


class SectionsField(SchemaField):
    """The sections of a role: each a name and a text, or a list; what is more is kept as it is."""

    __slots__ = ()

    def from_form(self, said: FormData, name: str) -> FieldValue:
        """Return what was typed: each section as a name and its content."""
        if f"{name}.name" not in said:
            return [entry for entry in said.getlist(name) if entry]
        columns = (said.getlist(f"{name}.{part}") for part in ("name", "text", "kept"))
        entries = zip(*columns, strict=False)
        return [_entry(*entry) for entry in entries if entry[0].strip() and any(entry[1:])]

    def to_form(self, value: object) -> FieldValue:
        """Return a value of the file as the form shows it."""
        sections = value if isinstance(value, dict) else {}
        return [
            json.dumps([name, content], ensure_ascii=False) for name, content in sections.items()
        ]

    def value(self, typed: FieldValue) -> Any:
        """Return what the file is to say; None for nothing."""
        return dict(_entries(typed)) or None

    def to_plain(self, typed: FieldValue) -> Any:
        """Return what the file is to say as reading has it."""
        return dict(_entries(typed))

    def rows(self, typed: FieldValue) -> Iterator[tuple[str, str, str]]:
        """Yield each section for the form: its name, its text, and what no text can say."""
        for name, content in _entries(typed):
            text = _content_text(content)
            yield name, text or "", "" if text is not None else json.dumps(content)


def _entry(name: str, text: str, kept: str) -> str:
    content = _parsed(kept) if kept else _content(text)
    return json.dumps([" ".join(name.split()), content], ensure_ascii=False)


def _entries(typed: FieldValue) -> Iterator[tuple[str, Any]]:
    for entry in typed if isinstance(typed, list) else []:
        match _parsed(entry):
            case [str(name), content]:
                yield name, content


def _parsed(text: str) -> Any:
    """Return what the form put down of a section; nothing where somebody else wrote there."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _content(text: str) -> str | list[str]:
    """Return what a text says: a list where each of its lines begins like one."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    told = [line for line in lines if line]
    if told and all(line.startswith(BULLET) for line in told):
        return [line.removeprefix(BULLET).strip() for line in told]
    return "\n".join(lines)


def _content_text(content: Any) -> str | None:
    """Return the text of a section; None for a table, which needs more than a form."""
    if isinstance(content, list) and all(isinstance(item, str) for item in content):
        return "\n".join(f"{BULLET}{item}" for item in content)
    return content if isinstance(content, str) else "" if content is None else None
