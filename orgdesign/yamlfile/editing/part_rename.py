"""A part under another id: every reference to it follows, in designs and the assessment too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgdesign.yamlfile.editing.edits import Edit, Move, Set
from orgdesign.yamlfile.parts import MadePart, made_by, mapping
from orgdesign.yamlfile.schema import uses_of
from orgdesign.yamlfile.tree import Path


def renaming(data: dict[str, Any], kind: str, path: Path, key: str) -> list[Edit]:
    """Return the edits that give the part of a kind at a path another id.

    ``data`` is what the file says. Paths are those from before: keys change last.
    """
    old = path[-1]
    uses = [use for use in uses_of(data) if (use.kind, use.id) == (kind, old)]
    made = [each.path for each in _still_themselves(data) if (each.kind, each.id) == (kind, old)]
    values = [use.path for use in uses if not use.is_key] + [at for at in made if not _is_key(at)]
    keys = [use.path for use in uses if use.is_key] + [at for at in made if _is_key(at)]
    return [
        *(Set(at, key) for at in values),
        *(Move(at, (*at[:-1], key)) for at in [*keys, path]),
    ]


def _is_key(made: Path) -> bool:
    return made[-2] == "into"


def _still_themselves(data: dict[str, Any]) -> Iterator[MadePart]:
    """Yield the functions that keep their id in a design: merged into one of them, or split."""
    for name, design in mapping(data, "designs").items():
        yield from (each for each in made_by(name, design) if each.id in each.of)
