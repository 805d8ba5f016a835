"""References: every id that a file refers to is the id of a part of the right kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from orgdesign.model import shorten
from orgdesign.yamlfile.cycles import cycle_faults
from orgdesign.yamlfile.identity import outcome_faults, spelt_alike, twin_faults
from orgdesign.yamlfile.parts import (
    NOUN_SECTIONS,
    KnownParts,
    MadePart,
    made_by,
    mapping,
    parts_of,
    parts_with,
)
from orgdesign.yamlfile.problem_collector import Fault
from orgdesign.yamlfile.schema import uses_of
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.suggestions import Suggester

_WHERE = {
    **NOUN_SECTIONS,
    "outcome": "outcome",
    "criterion": "criteria",
    "phase": "the phases of this design",
    "option": "the options of this design",
    "change": "the changes of this design, as its id",
}


def reference_faults(data: dict[str, Any], source: Source) -> Iterator[Fault]:
    """Yield every reference that leads nowhere, and every id that cannot stand."""
    yield from use_faults(data, parts_of(data), source)
    yield from twin_faults(data, source)
    for section in ("functions", "roles"):
        yield from cycle_faults(section, mapping(data, section))


def use_faults(data: dict[str, Any], today: KnownParts, source: Source) -> Iterator[Fault]:
    """Yield what is wrong with the references and outcomes of data, which may be part of a file.

    ``today`` says which parts the whole file has.
    """
    designs = mapping(data, "designs")
    made = {name: made_by(name, design) for name, design in designs.items()}
    known = {name: parts_with(today, design, made[name]) for name, design in designs.items()}
    yield from _missing_parts(data, today, known)
    for each in made.values():
        yield from _made_again(each, today)
    yield from outcome_faults(data, source)


def _missing_parts(data: Any, today: KnownParts, designs: dict[str, KnownParts]) -> Iterator[Fault]:
    suggester = Suggester()
    for path, kind, name, is_key, may_be_gone in uses_of(data):
        ids = (designs[str(path[1])] if path[0] == "designs" else today)[kind]
        if ids is not None and name not in ids and not may_be_gone:
            yield Fault(path, _no_part(kind, name, ids, suggester), is_key)


def _no_part(kind: str, name: str, ids: Collection[str], suggester: Suggester) -> str:
    told = f'no {kind} is called "{shorten(name)}"'
    near = suggester.nearest(name, ids)
    if near is None:
        return f"{told}; add it under {_WHERE[kind]}, or correct the name"
    if spelt_alike(near, name):
        return f"{told} with its accents stored this way; copy the id from where it is defined"
    return f'{told}; did you mean "{near}"?'


def _made_again(made: list[MadePart], today: KnownParts) -> Iterator[Fault]:
    before: dict[tuple[str, str], list[MadePart]] = {}
    for each in made:
        others = before.setdefault((each.kind, each.id), [])
        again = any(map(each.stands_beside, others)) or each.id in (today[each.kind] or ())
        others.append(each)
        if again and each.id not in each.of:
            told = f'there is a {each.kind} called "{shorten(each.id)}" already; choose another id'
            yield Fault(each.path, told, at_key=each.path[-2] == "into")
