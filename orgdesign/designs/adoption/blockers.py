"""What stands in the way of settling a design, told at its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from orgdesign.designs.replay import ChangeFailure
from orgdesign.model import PART_KINDS, Organisation
from orgdesign.problems import OrgdesignError, Problem
from orgdesign.yamlfile import KnownParts, Path, Source, made_by, mapping, parts_with
from orgdesign.yamlfile.schema import uses_of


class AdoptionBlocked(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """A design cannot be settled; each of the ``reasons`` stands at its line of the file.

    ``designs`` are other ones that no longer fit: without them, their reasons are none.
    """

    def __init__(self, reasons: Iterable[Problem], designs: Iterable[str] = ()) -> None:
        self.reasons = tuple(sorted(set(reasons)))
        self.designs = tuple(dict.fromkeys(designs))
        count = len(self.reasons)
        what = "a change stands" if count == 1 else f"{count} changes stand"
        super().__init__(f"Nothing was settled: {what} in the way.")


def impossible_changes(
    source: Source, design: str, failures: tuple[ChangeFailure, ...]
) -> Iterator[Problem]:
    """Yield each change that cannot be made."""
    for failure in failures:
        line, column = source.locate(("designs", design, "changes", failure.at))
        yield Problem(line, column, f"this change cannot be made: {failure.reason}")


def left_behind(
    source: Source,
    data: dict[str, Any],
    then: Organisation,
    design: str,
    kept: tuple[int, ...],
) -> Iterator[tuple[str, Problem]]:
    """Yield what designs that stay refer to, or make, that does not fit then, by design.

    ``data`` holds the designs as the file would have them, beside the organisation ``then``;
    ``kept`` are the positions that the changes that stay in the ``design`` have now.
    """
    known = _known_ids(then)
    for path, message in (*_missing(data, known), *_made_already(data, known)):
        line, column = source.locate(_now(path, design, kept))
        yield str(path[1]), Problem(line, column, message)


def _known_ids(then: Organisation) -> KnownParts:
    return {kind.noun: dict.fromkeys(kind.parts_of(then)) for kind in PART_KINDS.values()}


def _missing(data: dict[str, Any], today: KnownParts) -> Iterator[tuple[Path, str]]:
    designs = mapping(data, "designs")
    known = {name: parts_with(today, each, made_by(name, each)) for name, each in designs.items()}
    for use in uses_of({"designs": designs}):
        ids = known[str(use.path[1])][use.kind]
        if ids is not None and use.id not in ids:
            yield use.path, f'the {use.kind} "{use.id}" is no longer there then; {_TO_DO}'


def _made_already(data: dict[str, Any], today: KnownParts) -> Iterator[tuple[Path, str]]:
    for name, design in mapping(data, "designs").items():
        for made in made_by(name, design):
            if made.id in (today[made.kind] or ()) and made.id not in made.of:
                yield made.path, f'there is a {made.kind} called "{made.id}" already then; {_TO_DO}'


_TO_DO = "change this line, or take it out, first"


def _now(path: Path, design: str, kept: tuple[int, ...]) -> Path:
    """Return where something stands now that is to stand at a path."""
    if path[:3] == ("designs", design, "changes") and isinstance(path[3], int):
        return (*path[:3], kept[path[3]], *path[4:])
    return path
