"""Measure what the roles of an organisation take as a Word document, beside bare python-docx.

    python benchmarks/roles.py                 1,000 functions
    python benchmarks/roles.py 60 10000        other sizes

Each is made in a process of its own, and seconds are those of the processor. The bare reference
reads the document and writes as many paragraphs and tables, with the same text and in the same
styles, as the documentation of python-docx shows; what it reads is not counted.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import docx
from docx.table import Table

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.organisations import organisation_text
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read

PARTS = 300
"""How many paragraphs and tables the bare library writes into one file."""
Part = tuple[str, str] | list[list[str]]


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1000])
    parser.add_argument("--apart", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.apart:
        print(json.dumps(written(*asked.apart)))
        return
    print("| functions | MB | seconds | bare python-docx, seconds | times |")
    print("| --- | --- | --- | --- | --- |")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder, "roles.docx"))
            ours, bare = _apart(str(size), path), _apart("bare", path)
            megabytes = Path(path).stat().st_size / 1e6
        print(f"| {size:,} | {megabytes:.1f} | {ours:.1f} | {bare:.1f} | {ours / bare:.2f} |")


def _apart(what: str, path: str) -> float:
    """Return the seconds of a process that does nothing else."""
    command = [sys.executable, __file__, "--apart", what, path]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def written(what: str, path: str) -> float:
    """Write the roles of so many functions, or what they hold with the bare library."""
    return bare(path) if what == "bare" else roles(int(what), path)


def roles(size: int, path: str) -> float:
    """Write the roles of a generated organisation; return the seconds that it took."""
    organisation = read(organisation_text(size).encode(), "it").organisation
    assert organisation is not None
    start = process_time()
    made = export(disclose(organisation), "roles", "docx", ExportOptions())
    taken = process_time() - start
    Path(path).write_bytes(made.data)
    return taken


def bare(path: str) -> float:
    """Write what a document holds once more with python-docx alone, a few hundred parts a file.

    It looks through all that there is before it adds a part: one long file takes many minutes.
    """
    held = [_said(each) for each in docx.Document(path).iter_inner_content()]
    start = process_time()
    for parts in (held[at : at + PARTS] for at in range(0, len(held), PARTS)):
        _write_bare(parts)
    return process_time() - start


def _write_bare(parts: Sequence[Part]) -> None:
    file = docx.Document()
    for part in parts:
        if isinstance(part, tuple):
            file.add_paragraph(*part)
            continue
        table = file.add_table(len(part), len(part[0]), "Table Grid")
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    file.save(io.BytesIO())


def _said(part: object) -> Part:
    if isinstance(part, Table):
        return [[cell.text for cell in row.cells] for row in part.rows]
    return part.text, part.style.name  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
