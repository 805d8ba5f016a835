"""Which field of a role a heading of a document stands for, and how its lines become values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from orgdesign.documents.roles.free_content import content_lines, content_table
from orgdesign.documents.roles.returned_document import ReturnedText
from orgdesign.documents.roles.returned_lines import IssuedList, ReadLine, without_end
from orgdesign.documents.roles.role_description import role_language, role_sections
from orgdesign.documents.roles.role_document import CELL_BREAK, OWN_SECTION
from orgdesign.documents.roles.title_block import ATTRIBUTE, title_block
from orgdesign.documents.wording import line
from orgdesign.imports import to_value
from orgdesign.model import AttributeDefinition, Content, Organisation, Role, SectionDefinition
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import YamlValue

_SEVERAL = 2
_DOCUMENT = ("version", "date", "owner")
_WEIGHT = re.compile(r"(\d+(?:[.,]\d+)?)\s*[%\uff05]")


@value_object
class FieldOfRole:
    """Where lines of a document stand in a role, what is said of a change, and what it becomes."""

    path: tuple[str, ...]
    words: str
    issued: IssuedList
    now: YamlValue | None
    value: Callable[[list[YamlValue]], YamlValue]


def field_of_role(organisation: Organisation, role: Role, text: ReturnedText) -> FieldOfRole | None:
    """Return the field that a heading stands for; None where it comes of elsewhere in the file."""
    if text.key.startswith("fact:"):
        return _fact(organisation, role, text.key.removeprefix("fact:"))
    if text.key.startswith(OWN_SECTION) or not text.key:
        key = text.key.removeprefix(OWN_SECTION) or text.heading
        return _own_section(organisation, role, key, text.heading)
    if text.key in ("title", "purpose"):
        said = getattr(role, text.key) or ""
        issued = IssuedList([_issued(organisation, role, text.key, said)] if said else [],
                            [said] if said else [], without_end([said]))  # fmt: skip
        return FieldOfRole((text.key,), f"another {text.key}", issued, said, _joined)
    if text.key in ("accountabilities", "decides"):
        items = [*getattr(role, text.key)]
        lines = _section_lines(organisation, role, text.key)
        issued = IssuedList(lines, items, without_end(items))
        return FieldOfRole((text.key,), _WORDS[text.key], issued, items, list)
    if text.key in ("measured_by", "rewarded_for"):
        return _measures(organisation, role, text.key)
    return None


_WORDS = {
    "accountabilities": "what it answers for",
    "decides": "what it decides",
    "measured_by": "what it is measured by",
    "rewarded_for": "what it is rewarded for",
}


def _joined(items: Sequence[YamlValue]) -> YamlValue:
    return " ".join(map(str, items))


def _issued(organisation: Organisation, role: Role, key: str, said: str) -> str:
    if key == "title":
        return line(said)
    return " ".join(_section_lines(organisation, role, key)) or said


def _section_lines(organisation: Organisation, role: Role, key: str) -> tuple[str, ...]:
    sections = role_sections(organisation, role, role_language(organisation, role))
    return next((each.lines for each in sections if each.key == key), ())


def _measures(organisation: Organisation, role: Role, key: str) -> FieldOfRole:
    lines = _section_lines(organisation, role, key)
    if key == "measured_by":
        items: list[YamlValue] = [*role.measured_by]
        read: ReadLine = lambda text: _measure_id(organisation, text)  # noqa: E731
    else:
        items = [_reward(each.measure, each.weight) for each in role.rewarded_for]
        read = lambda text: _reward_in(organisation, text)  # noqa: E731
    return FieldOfRole((key,), _WORDS[key], IssuedList(lines, items, read), items, list)


def _measure_id(organisation: Organisation, text: str) -> str:
    """Return the measure that a line begins with, the longest name first; empty for none."""
    told = line(text).casefold()
    names = {id_: line(each.name).casefold() for id_, each in organisation.measures.items()}
    found = [id_ for id_, name in names.items() if re.match(rf"{re.escape(name)}(?!\w)", told)]
    return max(found, key=lambda id_: len(names[id_]), default="")


def _reward_in(organisation: Organisation, text: str) -> YamlValue:
    measure = _measure_id(organisation, text)
    if not measure:
        return ""
    rest = line(text)[len(line(organisation.measures[measure].name)) :]
    weight = _WEIGHT.search(rest)
    return _reward(measure, float(weight[1].replace(",", ".")) if weight else None)


def _reward(measure: str, weight: float | None) -> YamlValue:
    if weight is None:
        return {"measure": measure}
    whole = float(weight).is_integer()
    return {"measure": measure, "weight": int(weight) if whole else weight}


def _fact(organisation: Organisation, role: Role, key: str) -> FieldOfRole | None:
    words = role_language(organisation, role)
    told = {name: said for name, _, said in title_block(organisation, role, words)}
    shown = [told[key]] if key in told else []
    if key in _DOCUMENT or key == "agreed_by":
        now: YamlValue = getattr(role.document, key)
        if key == "agreed_by":
            now = [*role.document.agreed_by]
        read = _list_of_names if key == "agreed_by" else _joined
        issued = IssuedList(shown, shown, str.strip)
        return FieldOfRole(("document", key), f"another {key.replace('_', ' ')}", issued, now, read)
    if not key.startswith(ATTRIBUTE):
        return None
    name = key.removeprefix(ATTRIBUTE)
    definition = organisation.attributes.get(name, AttributeDefinition(name))
    said = role.attributes.get(name, "")
    unit = f" {definition.unit}" if definition.unit else ""
    issued = IssuedList(shown, shown, lambda text: text.strip().removesuffix(unit))
    value = _joined if isinstance(said, str) else _list_of_names
    return FieldOfRole(("attributes", name), f"another {definition.heading}", issued,
                       to_value(said), value)  # fmt: skip


def _list_of_names(items: Sequence[YamlValue]) -> YamlValue:
    return [name.strip() for item in items for name in str(item).split(",") if name.strip()]


def _own_section(organisation: Organisation, role: Role, key: str, heading: str) -> FieldOfRole:
    definition = organisation.sections.get(key, SectionDefinition(key))
    content = role.sections.get(key, definition.text or "")
    columns, rows = content_table(content, definition.columns)
    items = _items_of(content, columns if rows else ())
    if rows:
        lines = tuple(map(CELL_BREAK.join, rows))
        read = _row_reader(columns, items[0] if items else "")
    else:
        lines = content_lines(content)
        texts = [item for item in items if isinstance(item, str)]
        read = without_end(texts) if texts else str.strip
    now = to_value(role.sections[key]) if key in role.sections else None
    words = f"what it says under {heading}" if key in role.sections else f"it gets {heading}"
    issued = IssuedList(lines, items, read)
    return FieldOfRole(("sections", key), words, issued, now, lambda all_: _content(content, all_))


def _items_of(content: Content, columns: Sequence[str]) -> list[YamlValue]:
    """Return what a section holds, one for each line that it goes out as."""
    if isinstance(content, str):
        return [*content_lines(content)]
    if isinstance(content, Mapping):
        return [*content_lines(content)]
    if columns:
        return [to_value(each) for each in content]
    return [to_value(each) for each in content if content_lines((each,))]


def _content(content: Content, items: list[YamlValue]) -> YamlValue:
    """Return a section with these items, in the shape that it had."""
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) < len(items):
        return items
    if isinstance(content, Mapping) and all(": " in text for text in texts):
        known = dict(zip(content_lines(content), content.items(), strict=True))
        named = (known.get(text) or text.split(": ", 1) for text in texts)
        return {name: to_value(said) for name, said in named}
    if isinstance(content, str) and (content or len(texts) < _SEVERAL):
        return "\n".join(texts)
    return items


def _row_reader(columns: Sequence[str], like: YamlValue) -> ReadLine:
    def read(row: str) -> YamlValue:
        cells = [cell.strip() for cell in row.split(CELL_BREAK.strip())]
        if isinstance(like, Mapping):
            return {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
        return ": ".join(filter(None, cells)) if isinstance(like, str) else [*cells]

    return read
