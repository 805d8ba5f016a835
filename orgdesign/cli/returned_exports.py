"""Tables that people edited, back into the file that they came from."""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.merging import settle
from orgdesign.cli.terminal import complain
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.imports import MergeResult

Files = Sequence[tuple[str, bytes]]


def returned_files(paths: Sequence[Path]) -> Files:
    """Return the files among these that hold tables which orgdesign has exported."""
    from orgdesign.cli.graph_users import is_graph
    from orgdesign.imports import export_bytes, is_returned

    read = ((path.name, export_bytes(path)) for path in paths if not is_graph(path))
    return [(name, data) for name, data in read if is_returned(data, name)]


def _file_to_return_to(files: Files, count: int, existing: Path | None, what: str) -> Path:
    """Return the file that what orgdesign wrote goes back into, alone and where it was named."""
    names = ", ".join(name for name, _ in files)
    if existing is None:
        raise OrgdesignError(
            f"{names}: these {what} come from orgdesign; say which file they go back into, with"
            " --merge my-org.yaml."
        )
    if count > len(files):
        raise OrgdesignError(f"Import {names} alone: its {what} come from orgdesign.")
    return existing


def bring_back(
    files: Files,
    count: int,
    existing: Path | None,
    output: Path | None,
    yes: bool,
    *,
    is_plain: bool,
) -> int:
    """Bring what was edited in tables into a file, as one step of its history."""
    from orgdesign.imports import BadCells, sync_sheets
    from orgdesign.yamlfile import read_file

    target = _file_to_return_to(files, count, existing, "tables")
    if not is_plain:
        raise click.UsageError("Tables that come from orgdesign are known: use only --merge, -o.")
    reading = read_file(target)
    try:
        result = sync_sheets(reading, files)
    except BadCells as bad:
        for problem in bad.problems:
            complain(problem)
        complain("Nothing was written: mend these cells first.")
        return 1
    return settle(target, reading, lambda _: result, output, yes, "Brought back what tables say")


def issued_files(paths: Sequence[Path]) -> Files:
    """Return the files among these that are role descriptions which orgdesign has issued."""
    documents = [path for path in paths if path.suffix.lower() == ".docx"]
    if not documents:
        return ()
    from orgdesign.documents.roles import is_issued_description
    from orgdesign.imports import export_bytes

    read = ((path.name, export_bytes(path)) for path in documents)
    return [(name, data) for name, data in read if is_issued_description(data)]


def bring_descriptions(
    files: Files, count: int, existing: Path | None, output: Path | None, yes: bool
) -> int:
    """Bring what was edited in issued role descriptions into a file, as one step of its history."""
    from orgdesign.documents.roles import return_descriptions
    from orgdesign.yamlfile import read_file

    target = _file_to_return_to(files, count, existing, "descriptions")
    reading = read_file(target)

    def merge(refused: Container[str]) -> MergeResult:
        return return_descriptions(reading, [data for _, data in files], refused)

    return settle(target, reading, merge, output, yes, "Brought back role descriptions")


def bring_design(
    exports: Sequence[Path], existing: Path | None, name: str, output: Path | None, yes: bool
) -> int:
    """Bring what was redrawn in a diagram into a file as a design, as one step of its history."""
    from orgdesign.imports import design_from_diagram, export_bytes
    from orgdesign.yamlfile import read_file

    if existing is None or len(exports) != 1:
        raise click.UsageError(
            "Give one diagram, and the file that it was drawn from: --merge FILE."
        )
    reading = read_file(existing)
    result = design_from_diagram(reading, export_bytes(exports[0]), name)
    step = f"Design “{name}”, from a diagram"
    return settle(existing, reading, lambda _: result, output, yes, step)
