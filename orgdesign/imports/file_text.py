"""An imported organisation as the text of a file, read again before anyone gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from orgdesign.imports.failures import Unreadable
from orgdesign.imports.organisation_builder import Imported
from orgdesign.model import Function, Organisation, Role
from orgdesign.yamlfile import read
from orgdesign.yamlfile.writing import Manner, Value, flow_text, key_text, spelt

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


def written(imported: Imported) -> str:
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


def _lines(imported: Imported) -> Iterator[str]:
    organisation = imported.organisation
    yield from _head(organisation)
    yield "\n# To align a function, add under it: alignment: {outcome: desired, contribution: …}\n"
    yield from _functions(organisation.functions)
    if organisation.roles:
        yield "\n# Roles are seats, not people. A role of several alike posts says how many.\n"
        yield from _roles(organisation.roles, imported.remarks)


def _head(organisation: Organisation) -> Iterator[str]:
    outcome = organisation.outcome
    yield _HEAD.format(
        name=organisation.name,
        quoted=_said(organisation.name),
        statement=_said(outcome.statement),
    )
    if outcome.accountable:
        yield f"  accountable: {_said(outcome.accountable)}\n"


def _functions(functions: Mapping[str, Function]) -> Iterator[str]:
    yield "functions:\n"
    for id_, function in functions.items():
        yield f"  {_key(id_)}:\n    name: {_said(function.name)}\n"
        if function.reports_to:
            yield f"    reports_to: {_said(function.reports_to)}\n"
        if function.accountable:
            yield f"    accountable: {_said(function.accountable)}\n"
        if function.headcount is not None:
            yield f"    headcount: {spelt(function.headcount)}\n"


def _roles(roles: Mapping[str, Role], remarks: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield "roles:\n"
    for id_, role in roles.items():
        yield f"  {_key(id_)}:{_remark(remarks.get(id_, ()))}\n    title: {_said(role.title)}\n"
        if role.holder:
            yield f"    holder: {_said(role.holder)}\n"
        if role.vacant:
            yield "    vacant: yes\n"
        if role.function:
            yield f"    function: {_said(role.function)}\n"
        if role.accountabilities:
            yield "    accountabilities:\n"
        for each in role.accountabilities:
            yield f"      - {_said(each)}\n"


def _remark(said: Sequence[str]) -> str:
    return f"  # {'; '.join(said)}" if said else ""


@cache
def _said(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    value: Value = text
    return flow_text(value, None, Manner())


def _key(id_: str) -> str:
    return id_ if _PLAIN.fullmatch(id_) else key_text(id_)
