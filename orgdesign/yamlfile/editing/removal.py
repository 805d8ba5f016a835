"""A file without a part: every reference to it cleared, or leading to another."""

from __future__ import annotations

from typing import Any

from orgdesign.model import KIND_OF_SECTION
from orgdesign.value_objects import value_object
from orgdesign.yamlfile.parts import made_by, mapping
from orgdesign.yamlfile.schema import (
    AlignmentShape,
    ById,
    DottedLines,
    ListOf,
    MeasureShape,
    NestedShape,
    OrganisationShape,
    Plain,
    Ref,
    Refs,
    RuleField,
    RuleShape,
    Shape,
    Words,
    shape,
    uses_of,
)
from orgdesign.yamlfile.tree import Path

CASCADING = ("functions", "handoffs")
"""The sections whose parts can go because another does."""


@value_object
class CascadeDelete:
    """The parts that go, by kind and id, and what takes the place of each, or nothing.

    What reported to a function that goes reports to the one ``above`` it.
    """

    instead: dict[tuple[str, str], str]
    above: str

    def from_file(self, data: dict[str, Any]) -> dict[Path, Any]:
        """Return the parts of a file that change, as they are then; None for those that go too.

        What goes because of that takes its own references with it.
        """
        emptied: dict[Path, Any] = {}
        while True:
            for path in self._touched(data):
                emptied[path] = self._emptied_part(path, data)
            more = {one: "" for path in emptied for one in _lost_parts(path, data, emptied[path])}
            if more.keys() <= self.instead.keys():
                return emptied
            self.instead.update({one: "" for one in more if one not in self.instead})

    def _touched(self, data: dict[str, Any]) -> list[Path]:
        uses = (use for use in uses_of(data) if (use.kind, use.id) in self.instead)
        return list(dict.fromkeys(use.path[: 1 if use.path[0] == "outcome" else 2] for use in uses))

    def _emptied_part(self, path: Path, data: dict[str, Any]) -> Any:
        fields = {field.key: field for field in shape(OrganisationShape).parts}
        field, whole = fields[str(path[0])], data[str(path[0])]
        if len(path) == 1:
            return self._field(field, whole)
        return self._field(field, {path[1]: whole[path[1]]}).get(path[1])

    def _ref(self, kind: str, key: str, id_: Any) -> Any:
        """Return what a reference says then; nothing for nothing."""
        if (kind, id_) not in self.instead:
            return id_
        return self.above if (kind, key) == ("function", "reports_to") else self.instead[kind, id_]

    def _shape(self, kind: type[Shape], raw: Any) -> Any:
        """Return a mapping as it is then; None where it cannot be any more."""
        if not isinstance(raw, dict):
            return raw
        fields = {field.key: field for field in shape(kind).parts}
        kept: dict[str, Any] = {}
        for key, value in raw.items():
            new = self._field(fields[key], value) if key in fields else value
            if new == value or new not in ("", [], {}):
                kept[key] = new
            elif fields[key].required or kind.one_of:
                return None
        if kind is AlignmentShape:
            _leave_out(kept, "also", kept.get("outcome"))
        return kept

    def _field(self, field: Plain, value: Any) -> Any:
        match field:
            case Ref():
                return self._ref(field.kind, field.key, value)
            case Refs() if isinstance(value, list):
                new = [self._ref(field.kind, field.key, each) for each in value]
                kept = list(dict.fromkeys(each for each in new if each))
                return value if new == value else kept if len(kept) >= field.least else []
            case NestedShape():
                return self._shape(field.kind, value)
            case ById() if isinstance(value, dict):
                return self._by_id(field, value)
            case DottedLines() if isinstance(value, list):
                lines = [self._line(field, each) for each in value]
                return [each for each in lines if each]
            case Words(field=RuleField()) if isinstance(value, dict):
                return {key: self._shape(RuleShape, each) for key, each in value.items()}
            case ListOf() if isinstance(value, list):
                items = ((field.kind_of(each), each) for each in value)
                new = [self._shape(kind, each) if kind else each for kind, each in items]
                return [each for each in new if each is not None]
        return value

    def _line(self, field: DottedLines, line: Any) -> Any:
        """Return a dotted line as it is then; nothing where it leads nowhere."""
        if isinstance(line, dict):
            return self._shape(field.line, line)
        return self._ref(field.kind, "to", line)

    def _by_id(self, field: ById, value: dict[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for key, raw in value.items():
            new = self._shape(field.kind, raw)
            name = self._ref(field.keyed or "", "", key)
            if field.kind is MeasureShape and isinstance(new, dict):
                _leave_out(new, "works_against", key)
            if name and (new is not None or raw is None) and (name == key or name not in value):
                kept[name] = new
        return kept


def _leave_out(mapping: dict[str, Any], key: str, id_: Any) -> None:
    """Take an id out of a list, and the list out once it is empty."""
    held = mapping.get(key)
    if isinstance(held, list) and id_ in held:
        mapping[key] = [one for one in held if one != id_]
        if not mapping[key]:
            del mapping[key]


def _lost_parts(path: Path, data: dict[str, Any], new: Any) -> list[tuple[str, str]]:
    """Return the parts, by kind and id, that are no more once one of the file is as it is then."""
    section, name = str(path[0]), str(path[-1])
    if section == "designs":
        before = {(one.kind, one.id) for one in made_by(name, data[section][name])}
        kept = {(one.kind, one.id) for one in made_by(name, new)}
        today = {
            (KIND_OF_SECTION[key].noun, id_) for key in CASCADING for id_ in mapping(data, key)
        }
        return sorted(before - kept - today)
    return [(KIND_OF_SECTION[section].noun, name)] if new is None and section in CASCADING else []
