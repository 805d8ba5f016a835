"""An imported organisation as the text of a file, read again before anyone gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from orgdesign.imports.notes import Unreadable
from orgdesign.imports.organisation_builder import ImportedOrganisation
from orgdesign.model import Content, Function, ImportAnswers, Organisation, Role
from orgdesign.yamlfile import TextManner, YamlValue, flow_text, key_text, read, spelt

# Text that no reader takes for anything else: most of a file, and quickly told.
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z0-9][a-z0-9]*)+|[a-z]{3,}(?:-[a-z0-9]+)+")

_HEAD = """\
# {name}, made of an export by orgdesign import. Everything here is yours to change.
# Who reports to whom, titles and numbers come from the export. What no export says is yours to
# add: the outcome, which function serves it and how, and the measures.

organization: {quoted}

# What your customer gets, said from the customer's side. It is the root of the after chart.
outcome:
  statement: {statement}
"""


def file_text(imported: ImportedOrganisation) -> str:
    """Return the text of the file.

    Raises:
        Unreadable: reading it again would not give the same; this is never the user's fault.
    """
    text = "".join(_lines(imported))
    reading = read(text.encode(), "the file")
    if reading.organisation != imported.organisation:
        why = f": {reading.problems[0].message}" if reading.problems else ""
        raise Unreadable(f"The file that would come out is not sound{why}. Nothing was written.")
    return text


def _lines(imported: ImportedOrganisation) -> Iterator[str]:
    organisation = imported.organisation
    yield from _head(organisation)
    yield "\n# To align a function, add under it: alignment: {outcome: desired, contribution: …}\n"
    yield from _functions(organisation.functions)
    if organisation.roles:
        yield "\n# Roles are seats, not people. A role of several alike posts says how many.\n"
        yield from _roles(organisation.roles, imported.remarks)
    yield from _measures(organisation)
    yield from _answers(organisation.imports)


def _head(organisation: Organisation) -> Iterator[str]:
    outcome = organisation.outcome
    yield _HEAD.format(
        name=organisation.name,
        quoted=_scalar(organisation.name),
        statement=_scalar(outcome.statement),
    )
    if outcome.accountable:
        yield f"  accountable: {_scalar(outcome.accountable)}\n"


def _functions(functions: Mapping[str, Function]) -> Iterator[str]:
    yield "functions:\n"
    for id_, function in functions.items():
        yield f"  {_key(id_)}:\n    name: {_scalar(function.name)}\n"
        if function.reports_to:
            yield f"    reports_to: {_scalar(function.reports_to)}\n"
        if function.accountable:
            yield f"    accountable: {_scalar(function.accountable)}\n"
        if function.headcount is not None:
            yield f"    headcount: {spelt(function.headcount)}\n"


def _roles(roles: Mapping[str, Role], remarks: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield "roles:\n"
    for id_, role in roles.items():
        yield f"  {_key(id_)}:{_remark(remarks.get(id_, ()))}\n    title: {_scalar(role.title)}\n"
        if role.holders:
            several = len(role.holders) > 1
            yield f"    holder: {_flow(role.holders) if several else _scalar(role.holders[0])}\n"
        if role.vacant:
            yield "    vacant: yes\n"
        for field, text in (("function", role.function), ("reports_to", role.reports_to)):
            if text:
                yield f"    {field}: {_scalar(text)}\n"
        if role.dotted_to:
            yield f"    dotted_to: [{', '.join(_scalar(line.to) for line in role.dotted_to)}]\n"
        if role.assistant:
            yield "    assistant: yes\n"
        yield from _texts_of(role)


def _texts_of(role: Role) -> Iterator[str]:
    if role.purpose:
        yield f"    purpose: {_scalar(role.purpose)}\n"
    for field, texts in (("accountabilities", role.accountabilities), ("decides", role.decides)):
        if texts:
            yield f"    {field}:\n"
            yield from (f"      - {_scalar(text)}\n" for text in texts)
    if role.measured_by:
        yield f"    measured_by: [{', '.join(map(_scalar, role.measured_by))}]\n"
    if role.rewarded_for:
        rewards = (
            f"{{measure: {_scalar(reward.measure)}"
            + (f", weight: {spelt(reward.weight)}" if reward.weight is not None else "")
            + "}"
            for reward in role.rewarded_for
        )
        yield f"    rewarded_for: [{', '.join(rewards)}]\n"
    for field, named in (("attributes", role.attributes), ("sections", role.sections)):
        if named:
            yield f"    {field}:\n"
            yield from (f"      {_key(name)}: {_flow(value)}\n" for name, value in named.items())
    if document := _document(role):
        yield f"    document: {_flow(document)}\n"


def _document(role: Role) -> dict[str, YamlValue]:
    said: dict[str, YamlValue] = {}
    if role.document.version:
        said["version"] = role.document.version
    if role.document.agreed_by:
        said["agreed_by"] = [*role.document.agreed_by]
    return said


def _measures(organisation: Organisation) -> Iterator[str]:
    if organisation.measures:
        yield "\n# Measures that the export names. What is in them is yours to add.\n"
        yield "measures:\n"
    for id_, measure in organisation.measures.items():
        yield f"  {_key(id_)}: {{name: {_scalar(measure.name)}}}\n"


def _answers(answers: ImportAnswers) -> Iterator[str]:
    kept: dict[str, dict[str, YamlValue]] = {
        "statuses": dict(answers.statuses),
        "people": {who: _fields(manager=p.manager) for who, p in answers.people.items()},
        "units": {name: _fields(under=u.under, head=u.head) for name, u in answers.units.items()},
    }
    if any(kept.values()):
        yield "\n# What the import was told, so that the next one need not ask again.\nimports:\n"
    for part, said in kept.items():
        if said:
            yield f"  {part}: {_flow(said)}\n"


def _fields(**said: str | None) -> dict[str, YamlValue]:
    return {field: text for field, text in said.items() if text is not None}


def _remark(said: Sequence[str]) -> str:
    return f"  # {'; '.join(said)}" if said else ""


@cache
def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _flow(value: Content | Mapping[str, YamlValue]) -> str:
    """Return a value on one line."""
    return flow_text(_plain(value), None, TextManner())


def _plain(value: Any) -> YamlValue:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [*map(_plain, value)] if isinstance(value, tuple | list) else value


def _quoted(text: str) -> str:
    value: YamlValue = text
    return flow_text(value, None, TextManner())


def _key(id_: str) -> str:
    return id_ if _PLAIN.fullmatch(id_) else key_text(id_)
