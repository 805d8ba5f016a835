"""The sides of a comparison, as people name them: a file, its designs, its older versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.cli.structures import design_called, phase_called
from orgdesign.cli.terminal import problem_lines
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.designs.replay import Structure
    from orgdesign.model import Organisation
    from orgdesign.storage import Version
    from orgdesign.yamlfile import Reading

TODAY = "today"


class Unread(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """A file cannot be compared, as it has problems; each is a line."""

    def __init__(self, reading: Reading, name: str) -> None:
        self.lines = tuple(problem_lines(Path(name), reading))
        super().__init__("Nothing was compared: mend these problems first.")


@value_object
class StructureSide:
    """One side: what its file is called, the digest of its text, and a structure of it.

    ``version`` is what people call it where it is an older one.
    """

    file: str
    text: str
    structure: Structure
    version: str = ""


def side(named: str, other: str = "") -> StructureSide:
    """Return the side that is named; one that begins with ``@`` is of the ``other`` one's file.

    ``FILE`` and ``FILE@today`` are today's structure, ``FILE@design`` and ``FILE@design/phase``
    that of a design, ``FILE@-1`` and ``FILE@2026-01-31`` older versions from the history.

    Raises `Unread` where the file has problems, and `OrgdesignError` where there is no such side.
    """
    path, said = _parted(named)
    path = path or _parted(other)[0]
    reading = _read(path)
    if said in ("", TODAY):
        return _today(path, reading)
    return (
        _older(path, said, reading) if _is_older(reading, said) else _designed(path, reading, said)
    )


def whole(path: str, called: str) -> StructureSide:
    """Return today's side of a file that people call by another name than its path."""
    return _today(called, _read(path))


def only_design(before: StructureSide) -> StructureSide:
    """Return the end of the only design of a file, to be compared with its today."""
    from orgdesign.designs.replay import structure_after

    organisation = before.structure.organisation
    design = structure_after(organisation, design_called(organisation, None))
    return StructureSide(before.file, before.text, design, before.version)


def _parted(named: str) -> tuple[str, str]:
    """Return the path and what is said after the last ``@``, which can be part of a path."""
    if "@" not in named or Path(named).exists():
        return named, ""
    path, _, said = named.rpartition("@")
    return path, said


def _read(path: str) -> Reading:
    from orgdesign.yamlfile import read_file

    return read_file(Path(path))


def _organisation(reading: Reading, name: str) -> Organisation:
    if reading.organisation is None:
        raise Unread(reading, name)
    return reading.organisation


def _today(file: str, reading: Reading, version: str = "") -> StructureSide:
    from orgdesign.designs.replay import structure_today

    organisation = _organisation(reading, version or file)
    return StructureSide(file, _digest(reading), structure_today(organisation), version)


def _digest(reading: Reading) -> str:
    return reading.source.digest if reading.source else ""


def _designed(path: str, reading: Reading, said: str) -> StructureSide:
    from orgdesign.designs.replay import structure_after

    organisation = _organisation(reading, path)
    name, slash, phase = said.partition("/")
    design = design_called(organisation, name)
    structure = structure_after(
        organisation, design, phase_called(design, phase if slash else None)
    )
    return StructureSide(path, _digest(reading), structure)


def _is_older(reading: Reading, said: str) -> bool:
    """Tell whether an older version is meant; a design that is called so goes first."""
    if reading.organisation and said.partition("/")[0] in reading.organisation.designs:
        return False
    return _steps(said) is not None or _day(said) is not None


def _older(path: str, said: str, now: Reading) -> StructureSide:
    from orgdesign.storage import Journal
    from orgdesign.workspace import FileStore
    from orgdesign.yamlfile import read

    history = FileStore(Path(path).absolute(), Journal())
    found = _version(history.versions(), path, said, _digest(now))
    when = found.when.astimezone()
    name = f"{path} of {when.day} {when:%B %Y, %H:%M:%S}"
    return _today(path, read(history.text(found), name), name)


def _version(versions: list[Version], path: str, said: str, now: str) -> Version:
    """Return the version that is so many steps before what the file says now, or of a day."""
    steps, day = _steps(said), _day(said)
    older = versions[1:] if versions and versions[0].digest == now else versions
    found = [*_versions_by_day(versions, day)] if steps is None else older[steps - 1 : steps]
    if not found:
        told = "1 older version" if len(older) == 1 else f"{len(older)} older versions"
        raise OrgdesignError(f"There is no version {said} of {path}: its history has {told}.")
    return found[0]


def _versions_by_day(versions: list[Version], day: date | None) -> Iterator[Version]:
    """Yield the versions that were there by the end of a day, the newest first."""
    yield from (each for each in versions if day and each.when.astimezone().date() <= day)


def _steps(said: str) -> int | None:
    """Return how many versions back are meant by ``-1`` and so on."""
    number = said.removeprefix("-")
    return int(number) if said != number and number.isdecimal() and int(number) else None


def _day(said: str) -> date | None:
    try:
        return datetime.strptime(said, "%Y-%m-%d").date()
    except ValueError:
        return None
