"""The form over what a company asks of role descriptions: its sections and its attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgdesign.model import AttributeDefinition, Organisation, SectionDefinition, capitalise
from orgdesign.value_objects import value_object
from orgdesign.web.kit import FormData, PartForm, SchemaField, Settings, schema_fields
from orgdesign.workspace import value_at
from orgdesign.yamlfile import Source
from orgdesign.yamlfile.editing import Edit, Move, Remove, Set
from orgdesign.yamlfile.schema import AttributeShape, SectionShape, organisation_of

SHAPES = {"sections": SectionShape, "attributes": AttributeShape}
NEW_KEY = "new"
READERS = {
    "description": "Its description",
    "advertisement": "An advertisement",
    "internal": "Only within the company",
}
LABELS = {
    "name": "Heading",
    "headings": "Heading in other languages",
    "for": "Whom it is for",
    "asked": "Asked for",
    "text": "The company's text",
    "options": "Values to choose from",
}


ABOUT = {
    "name": "Where that is not its name in the file.",
    "headings": "By language.",
    "for": "Without a tick, for whoever may read such.",
}


@value_object
class DefinitionRow:
    """A definition in the form: its key in the file, what it is called, and its fields.

    ``place`` is where it stands in the order; none for one that is to be added.
    """

    kind: str
    id: str
    key: str
    heading: str
    fields: tuple[SchemaField, ...]
    place: int | None = None


class DefinitionForm(PartForm):
    """The form over all definitions of a file, those that are to be added last."""

    rows: tuple[DefinitionRow, ...] = ()
    typed: FormData = FormData()

    @classmethod
    def from_definitions(cls, source: Source, rows: tuple[DefinitionRow, ...]) -> DefinitionForm:
        """Return the form as the file fills it."""
        form = cls([field for row in rows for field in row.fields], (), source.digest)
        form.rows = rows
        for field in form.schema_fields():
            shown = field.to_form(value_at(source, field.path))
            form.values[field.name] = form.original[field.name] = shown
        return form

    @classmethod
    def from_typed(cls, rows: tuple[DefinitionRow, ...], typed: FormData) -> DefinitionForm:
        """Return the form as a person sent it."""
        form = cls.from_request([field for row in rows for field in row.fields], (), typed)
        assert isinstance(form, cls)  # noqa: S101 - made of its own class
        form.rows, form.typed = rows, typed
        form.keep_order()
        return form

    def check(self, organisation: Organisation) -> bool:
        """Tell whether what was changed can stand, and note beside each field why not."""
        data = {"organization": "-", "outcome": {"statement": "-"}, **self._as_written()}
        for fault in organisation_of(data)[1]:
            for field in self.changed_fields():
                if fault.path[: len(field.path)] == field.path:
                    self.errors.setdefault(field.name, f"{capitalise(fault.message)}.")
        for row in self.rows:
            self._check_new(organisation, row)
        return not self.errors

    def _check_new(self, organisation: Organisation, row: DefinitionRow) -> None:
        if row.place is not None:
            return
        if row.id in definitions_of(organisation, row.kind):
            self.errors[f"{row.kind}-new"] = "There is one of this name already: change it above."
        elif not row.id and any(self.values[field.name] for field in row.fields):
            self.errors[f"{row.kind}-new"] = "Write its name: it is needed."

    def edits_of(self, organisation: Organisation) -> list[Edit]:
        """Return what takes away, changes, adds and orders definitions."""
        gone = {row.key for row in self.rows if f"gone.{row.key}" in self.typed}
        changed = self.changed_fields()
        edits: list[Edit] = [Remove((r.kind, r.id)) for r in self.rows if r.key in gone]
        for row in self.rows:
            if row.key not in gone and row.id:
                said = [each for each in row.fields if each in changed]
                edits += [Set(f.path, f.value(self.values[f.name])) for f in said]  # type: ignore[arg-type]
                if row.place is None and not said:
                    edits.append(Set((row.kind, row.id, "name"), row.id))
        for kind in SHAPES:
            stay = [row for row in self.rows if row.kind == kind and row.place is not None]
            edits += self._moves([row for row in stay if row.key not in gone])
        return edits

    def _moves(self, rows: Sequence[DefinitionRow]) -> Iterator[Edit]:
        now = [row.id for row in rows]
        wanted = [row.id for row in sorted(rows, key=self._rank)]
        for id_, following in zip(reversed(wanted), (None, *reversed(wanted)), strict=False):
            for moved, before in _steps(now, id_, following):
                yield Move((rows[0].kind, moved), (rows[0].kind, moved), before)
                now.remove(moved)
                now.insert(now.index(before), moved)

    def _rank(self, row: DefinitionRow) -> tuple[int, int]:
        """Return what a definition is ordered by: who moves passes whoever has the place."""
        said, was = self.place_of(row), row.place or 0
        number = int(said) if said.isascii() and said.isdigit() else was
        return number, (number > was) - (number < was)

    def summary(self, row: DefinitionRow) -> Iterator[str]:
        """Yield whom a definition is for, and whether it is asked for, where it says so."""
        said = {field.path[-1]: self.values[field.name] for field in row.fields}
        yield from (READERS.get(each, each) for each in said["for"])
        if said["asked"] == "yes":
            yield LABELS["asked"]

    def place_of(self, row: DefinitionRow) -> str:
        """Return the place that was typed, or the one that a definition has."""
        return self.typed.get(f"place.{row.key}", str(row.place or ""))[:6]


def _steps(now: Sequence[str], id_: str, following: str | None) -> Sequence[tuple[str, str]]:
    """Return which are to go before which, so that one stands before another, or last."""
    if following is None:
        return [(id_, now[-1]), (now[-1], id_)] if now[-1] != id_ else []
    return [(id_, following)] if now[now.index(following) - 1] != id_ else []


def definition_rows(
    organisation: Organisation, settings: Settings, typed: FormData
) -> tuple[DefinitionRow, ...]:
    """Return the definitions of a file, and for each kind one that is to be added."""
    return tuple(row for kind in SHAPES for row in _rows(organisation, settings, kind, typed))


def _rows(
    organisation: Organisation, settings: Settings, kind: str, typed: FormData
) -> Iterator[DefinitionRow]:
    for place, each in enumerate(definitions_of(organisation, kind).values(), 1):
        key = settings.key(kind, each.id)
        yield DefinitionRow(kind, each.id, key, each.heading, _fields(kind, each.id, key), place)
    new = " ".join(typed.get(f"{kind}-new", "").split())
    key = f"{kind}-{NEW_KEY}"
    yield DefinitionRow(kind, new, key, "", _fields(kind, new, f"{NEW_KEY}-{kind}"))


def definitions_of(
    organisation: Organisation, kind: str
) -> Mapping[str, SectionDefinition | AttributeDefinition]:
    """Return the definitions of a kind, in their order."""
    return organisation.sections if kind == "sections" else organisation.attributes


def _fields(kind: str, id_: str, key: str) -> tuple[SchemaField, ...]:
    return tuple(
        replace(
            field,
            name=f"{key}-{field.path[-1]}",
            label=LABELS.get(str(field.path[-1]), capitalise(str(field.path[-1]))),
            about=ABOUT.get(str(field.path[-1]), field.about),
            look="area" if field.path[-1] == "text" else field.look,
            options=tuple((one, READERS.get(one, words)) for one, words in field.options),
        )
        for field in sorted(schema_fields(SHAPES[kind], (kind, id_)), key=_is_asked_last)
    )


def _is_asked_last(field: SchemaField) -> bool:
    """Whether a field of an attribute comes after those that say what it holds."""
    return field.path[0] == "attributes" and field.path[-1] in ("headings", "for", "asked")
