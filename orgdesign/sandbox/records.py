"""JSON lists of people, as Microsoft Graph, SCIM 2.0 and others answer, as rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgdesign.sandbox import refusal
from orgdesign.sandbox.refusal import FormatRefusal

_LISTS = (
    "value",
    "Resources",
    "resources",
    "users",
    "data",
    "items",
    "results",
    "employees",
    "records",
)
_MOST_COLUMNS = 400
_DEEPEST = 4
_LONGEST = 100_000


def record_rows(text: str) -> Iterator[list[str]]:
    """Yield a row of headers and one of cells for each record in JSON.

    Raises:
        FormatRefusal: it is no JSON, or holds no list of records.
    """
    records = _records(_parsed(text))
    groups = [record for record in records if _is_group(record)]
    people = [record for record in records if not _is_group(record)]
    rows = [_flat(record) for record in people]
    if groups and people:
        _add_groups(rows, groups)
    headers = [*dict.fromkeys(name for row in rows for name in row)][:_MOST_COLUMNS]
    if not headers:
        raise FormatRefusal(refusal.JSON)
    yield headers
    yield from ([row.get(header, "") for header in headers] for row in rows)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            raise FormatRefusal(refusal.JSON) from None


def _records(whole: Any) -> list[Mapping[str, Any]]:
    """Return the records: a list, the list that an answer holds, or those of several answers."""
    if isinstance(whole, Mapping):
        listed = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), None)
        whole = [] if listed is None else listed
    if not isinstance(whole, list):
        raise FormatRefusal(refusal.JSON)
    records: list[Mapping[str, Any]] = []
    for record in whole:
        if isinstance(record, Mapping):
            several = any(isinstance(record.get(name), list) for name in ("value", "Resources"))
            records.extend(_records(record) if several else [record])
    if not records:
        raise FormatRefusal(refusal.JSON)
    return records


def _is_group(record: Mapping[str, Any]) -> bool:
    schemas = record.get("schemas")
    kinds = " ".join(map(str, schemas)) if isinstance(schemas, list) else ""
    return "core:2.0:Group" in kinds or str(record.get("@odata.type", "")).endswith("graph.group")


def _add_groups(rows: list[dict[str, str]], groups: Sequence[Mapping[str, Any]]) -> None:
    """Give people without a department the group that they are a member of, where it is one."""
    memberships: dict[str, list[str]] = {}
    for group in groups:
        members = group.get("members")
        for member in members if isinstance(members, list) else ():
            if isinstance(member, Mapping):
                key = str(member.get("value", member.get("id", "")))
                memberships.setdefault(key, []).append(_text(group.get("displayName")))
    for row in rows:
        names = memberships.get(row.get("id", ""), [])
        if len(names) == 1 and not row.get("department"):
            row["department"] = names[0]


def _flat(record: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    row: dict[str, str] = {}
    for key, value in record.items():
        name = str(key).rpartition(":")[2]
        if name in ("schemas", "meta", "2.0") or "@odata" in name:
            if not (isinstance(value, Mapping) and "extension" in str(key)):
                continue
            name = ""
        elif isinstance(value, Mapping) and "extension:" in str(key):
            name = ""
        header = f"{before} {name}".strip()
        value = _first_of(value)
        if isinstance(value, Mapping) and depth < _DEEPEST:
            row |= {k: v for k, v in _flat(value, header, depth + 1).items() if v or k not in row}
        elif not isinstance(value, Mapping):
            row[header] = _text(value)
    return row


def _first_of(value: Any) -> Any:
    """Return of several values the primary one, or the first; of an entry what it holds."""
    if isinstance(value, list):
        entries = [entry for entry in value if isinstance(entry, Mapping)]
        primary = next((entry for entry in entries if entry.get("primary") is True), None)
        entry = primary or (value[0] if value else "")
        return entry.get("value", entry) if isinstance(entry, Mapping) else entry
    return value


def _text(value: Any) -> str:
    if value is None or isinstance(value, list | Mapping):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST]
