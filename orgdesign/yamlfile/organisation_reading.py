"""Bytes to an organisation, or to every problem that keeps them from being one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from orgdesign.model import Organisation
from orgdesign.problems import Problem
from orgdesign.process import collection_paused
from orgdesign.value_objects import value_object
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.file_bytes import FileRefusal, file_bytes, too_large
from orgdesign.yamlfile.limits import MAX_BYTES, MAX_LINES, MAX_PROBLEMS
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.references import reference_faults
from orgdesign.yamlfile.schema import organisation_of
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.utf8_text import decode, unseen

_BOM = b"\xef\xbb\xbf"
# Each kind of check ends here, well past what is told, so that a hostile file cannot drag it on.
_ENOUGH = 2 * MAX_PROBLEMS


@value_object
class Reading:
    """What came of reading a file: an organisation, or problems sorted by line."""

    name: str
    source: Source | None
    organisation: Organisation | None
    problems: tuple[Problem, ...]


def read_file(path: Path, *, follow: bool = True) -> Reading:
    """Read the organisation file at ``path``; whatever is wrong comes back as problems.

    A link is followed when ``follow`` is true; turn it off for paths that nobody typed.
    """
    try:
        data = file_bytes(path, follow=follow)
    except FileRefusal as refusal:
        return _refused(str(path), Problem(1, 1, str(refusal)))
    return read(data, str(path))


def read(data: bytes, name: str) -> Reading:
    """Read an organisation from the bytes of a file; ``name`` is what people call the file."""
    if len(data) > MAX_BYTES:
        return _refused(name, Problem(1, 1, too_large(len(data))))
    text = decode(data)
    if isinstance(text, Problem):
        return _refused(name, text)
    digest, bom, places = hashlib.sha256(data).hexdigest(), data.startswith(_BOM), LineIndex(text)
    if text.count("\n") + text.count("\r") > MAX_LINES:
        return _refused(name, Problem(1, 1, _TOO_LONG))
    characters = tuple(unseen(text))
    if characters:
        return Reading(name, Source(text, digest, bom, places), None, characters)
    with collection_paused():
        return _parsed(name, Source(text, digest, bom, places))


def _parsed(name: str, bare: Source) -> Reading:
    parsed = parse(bare.text, bare.places)
    source = Source(bare.text, bare.digest, bare.bom, bare.places, parsed.tree)
    if parsed.data is None:
        return Reading(name, source, None, in_order(parsed.problems))
    organisation, faults = organisation_of(parsed.data)
    loose = islice(reference_faults(parsed.data, source), _ENOUGH)
    found = map(source.problem, (*faults[:_ENOUGH], *loose))
    problems = in_order((*parsed.problems, *found))
    return Reading(name, source, None if problems else organisation, problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by line, each once, and a last one when there are too many to tell."""
    told = sorted(set(problems))
    if len(told) <= MAX_PROBLEMS:
        return tuple(told)
    last = told[MAX_PROBLEMS - 1]
    more = "there are more problems after this one; mend these first"
    return (*told[:MAX_PROBLEMS], Problem(last.line, last.column, more))


def _refused(name: str, problem: Problem) -> Reading:
    return Reading(name, None, None, (problem,))


_TOO_LONG = f"this file has more than {MAX_LINES:,} lines; split it into several files"
