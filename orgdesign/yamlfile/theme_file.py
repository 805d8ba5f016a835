"""A theme file's bytes to what it says, or to every problem in it."""

from __future__ import annotations

import hashlib

from orgdesign.model import Brand
from orgdesign.problems import OrgdesignError, Problem
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.organisation_reading import in_order
from orgdesign.yamlfile.schema import ThemeShape, build_or_faults
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.utf8_text import decode, unseen

_LARGEST = 100_000


def read_theme(data: bytes, name: str) -> Brand:
    """Return what a theme file says; ``name`` is how problems call it.

    Raises:
        OrgdesignError: something is wrong with it; every problem has a line of the message.
    """
    found = _read(data)
    if isinstance(found, Brand):
        return found
    raise OrgdesignError("\n".join(each.format(name) for each in in_order(found)))


def _read(data: bytes) -> Brand | list[Problem]:
    if len(data) > _LARGEST:
        return [Problem(1, 1, "this is too large for a theme; write its few lines anew")]
    text = decode(data)
    if isinstance(text, Problem):
        return [text]
    if not text.strip():
        return Brand()
    places = LineIndex(text)
    if characters := [*unseen(text)]:
        return characters
    parsed = parse(text, places)
    if parsed.data is None:
        return parsed.problems
    theme, faults = build_or_faults(ThemeShape, parsed.data)
    source = Source(
        text, hashlib.sha256(data).hexdigest(), bom=False, places=places, tree=parsed.tree
    )
    problems = [*parsed.problems, *map(source.problem, faults)]
    return problems or theme
