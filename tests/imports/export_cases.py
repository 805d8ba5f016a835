"""Exports that once came in wrong, and what a person reads in each."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from orgdesign.imports import Notes, Wishes, file_text, import_tables, table
from orgdesign.model import Organisation
from orgdesign.yamlfile import read

CASES, KINDS = Path(__file__).with_name("cases"), Path(__file__).with_name("kinds")
TODAY = date(2026, 11, 29)


def expected(folder: Path = CASES) -> dict[str, dict[str, Any]]:
    """Return what is expected of each case."""
    cases: dict[str, dict[str, Any]] = json.loads((folder / "expected.json").read_text("utf-8"))
    return cases


def brought_in(*paths: Path, **wishes: Any) -> tuple[Organisation, str, Notes]:
    """Return what comes of some files: the organisation, its text, and what was met."""
    notes = Notes()
    tables = [table(path.read_bytes(), path.name, notes) for path in paths]
    text = file_text(import_tables(tables, notes, Wishes(today=TODAY, **wishes)))
    organisation = read(text.encode(), "it.yaml").organisation
    assert organisation is not None
    return organisation, text, notes


def differences(said: dict[str, Any], organisation: Organisation, text: str) -> list[str]:
    """Return in what an organisation is not what is expected of it."""
    functions, roles = organisation.functions, organisation.roles
    lines = {
        f.name: [
            functions[f.reports_to].name if f.reports_to else None,
            roles[f.accountable].title if f.accountable else None,
        ]
        for f in functions.values()
    }
    counts = {f.name: f.headcount for f in functions.values()}
    found = {
        "functions": lines,
        "count": len(functions),
        "headcount": sum(count or 0 for count in counts.values()),
        "headcounts": {name: counts.get(name) for name in said.get("headcounts", ())},
        "roles": len(roles),
        "vacant": sum(role.vacant for role in roles.values()),
        "dotted": {r.id: [line.to for line in r.dotted_to] for r in roles.values() if r.dotted_to},
        "never": [word for word in said.get("never", ()) if word in text],
    }
    wanted = {**said, "never": []}
    return [
        f"{k}: {found[k]} for {wanted[k]}" for k in found if k in wanted and found[k] != wanted[k]
    ]
