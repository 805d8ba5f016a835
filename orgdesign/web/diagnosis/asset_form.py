"""The form of a customer-asset metric, with a row for each group of customers or reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from orgdesign.model import Organisation
from orgdesign.web.kit import FormData, PartForm, SchemaField
from orgdesign.workspace import same_value, value_at
from orgdesign.yamlfile import Path, Source
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

PLAIN = (
    SchemaField("definition", ("definition",), "definition", look="area"),
    SchemaField("owner", ("owner",), "owner", "part", "role", look="part"),
    SchemaField("unit", ("unit",), "unit"),
    SchemaField("value", ("value",), "value", "number"),
    SchemaField("previous", ("previous",), "value before", "number"),
)
ROWS = "breakdown"
COLUMNS = ("name", "value", "previous")
_ROW = re.compile(rf"was\.{ROWS}-(\d{{1,4}})-name")


def row(at: int) -> tuple[SchemaField, ...]:
    """Return the fields of a row: of which customers or reason, the value, the value before."""
    return tuple(
        SchemaField(f"{ROWS}-{at}-{column}", (ROWS, at, column), f"row {at + 1}, {column}", kind)  # type: ignore[arg-type]
        for column, kind in zip(COLUMNS, ("text", "number", "number"), strict=True)
    )


class AssetForm(PartForm):
    """A form over one metric; the last of its rows is for one that is to be added."""

    @classmethod
    def for_asset(cls, part: Path, source: Source, has_rows: bool) -> AssetForm:
        """Return the form as the file fills it."""
        count = len(value_at(source, (*part, ROWS)) or ()) + 1 if has_rows else 0
        fields = (*PLAIN, *(field for at in range(count) for field in row(at)))
        form = cls.from_file(fields, part, source)
        assert isinstance(form, AssetForm)  # noqa: S101 - drawn makes one of its own class
        return form

    @classmethod
    def from_typed(cls, part: Path, said: FormData) -> AssetForm:
        """Return the form as a person sent it, with as many rows as it was drawn with."""
        found = sorted(int(match[1]) for name in said if (match := _ROW.fullmatch(name)))
        fields = (*PLAIN, *(field for at in found for field in row(at)))
        form = cls.from_request(fields, part, said)
        assert isinstance(form, AssetForm)  # noqa: S101 - as above
        return form

    def take_out(self, at: str) -> None:
        """Empty a row, as a person asked."""
        for name in self.fields:
            if name.startswith(f"{ROWS}-{at}-"):
                self.values[name] = ""

    @property
    def rows(self) -> list[int]:
        """Return the rows of the form, from 0."""
        return [field.path[1] for field in self.schema_fields() if field.path[-1] == "name"]  # type: ignore[misc]

    def check(self, organisation: Organisation) -> bool:
        """Tell whether what was changed can stand, and note beside each field why not."""
        for at in self.rows:
            name, *values = self._row(at)
            if not name and any(values) and self._is_changed(at):
                self.errors[f"{ROWS}-{at}-name"] = "Write what this row is about, or take it out."
        return super().check(organisation)

    def edits_of_rows(self, source: Source) -> list[Edit]:
        """Return the edits that were meant, made to the rows that the file has now."""
        plain = [edit for edit in self.edits() if edit.path[len(self.part)] != ROWS]
        now = value_at(source, (*self.part, ROWS)) or []
        rows = [
            edit for at in self.rows if self._is_changed(at) for edit in self._row_edits(at, now)
        ]
        gone = [edit for edit in rows if isinstance(edit, Remove)]
        kept = [edit for edit in rows if not isinstance(edit, Remove)]
        return [*plain, *kept, *gone[::-1]]

    def _row_edits(self, at: int, now: list[Any]) -> Iterator[Edit]:
        path = (*self.part, ROWS)
        name, was = self.values[f"{ROWS}-{at}-name"], self.original[f"{ROWS}-{at}-name"]
        is_new = not was and not (at < len(now) and same_value(now[at].get("name"), name))
        if is_new and name:
            yield Add(path, None, self._data_of(at))
        elif was and not any(self._row(at)):
            yield Remove((*path, at))
        elif not is_new:
            yield Set((*path, at, "name"), name)  # others may have put another row here
            yield from (
                edit
                for edit in self.edits()
                if edit.path[:-1] == (*path, at) and edit.path[-1] != "name"
            )

    def _row(self, at: int) -> tuple[Any, ...]:
        return tuple(self.values[f"{ROWS}-{at}-{column}"] for column in COLUMNS)

    def _is_changed(self, at: int) -> bool:
        return any(field.path[:2] == (ROWS, at) for field in self.changed_fields())

    def _data_of(self, at: int) -> dict[str, Any]:
        fields = (field for field in self.schema_fields() if field.path[:2] == (ROWS, at))
        said = {str(field.path[-1]): field.value(self.values[field.name]) for field in fields}
        return {key: value for key, value in said.items() if value is not None}

    def _data(self, value: Any) -> dict[str, object]:
        plain = [field for field in self.schema_fields() if field.path[0] != ROWS]
        data = {str(field.path[-1]): value(field) for field in plain}
        rows = [dict(zip(COLUMNS, self._row(at), strict=True)) for at in self.rows]
        data[ROWS] = [{**_filled_values(each), "name": each["name"] or "-"} for each in rows]
        return _filled_values(data)


def _filled_values(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
