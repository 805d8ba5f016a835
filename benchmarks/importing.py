"""Measure how fast exports come in, beside the bare libraries reading the same files.

    python benchmarks/importing.py             100,000 rows as CSV and as XLSX, some minutes
    python benchmarks/importing.py --quick     300 rows, some seconds
    python benchmarks/importing.py --json      the same figures for a program

Prints a table and writes nothing else. Exits with 1 when a figure is over its budget.
"""

from __future__ import annotations

import argparse
import csv
import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from openpyxl import Workbook, load_workbook
from python_calamine import load_workbook as load_with_calamine

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.run import as_json, as_table
from benchmarks.server import family, held
from benchmarks.timing import Figure, medians, ratio, seconds
from orgdesign.imports import Notes, Wishes, file_text, import_tables, table

ROWS, QUICK_ROWS = 100_000, 300
SECONDS, MEMORY = 20, 1_000
MEGABYTE = 1024 * 1024
SPAN = 8
HEADERS = (
    *("Employee ID", "First Name", "Last Name", "Job Title", "Division", "Department"),
    *("Manager ID", "FTE", "Status", "Hire Date", "Location", "Annual Salary"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 when a figure is over its budget."""
    parser = argparse.ArgumentParser(description="Measure how fast exports come in.")
    parser.add_argument("--quick", action="store_true", help="few rows only")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--rounds", type=int, default=3, help="how often each step is timed")
    asked = parser.parse_args(arguments)
    measured = figures(QUICK_ROWS if asked.quick else ROWS, asked.rounds, quick=asked.quick)
    shown = as_json(measured) if asked.json else as_table(measured)
    return 1 if "OVER" in shown else 0


def figures(count: int, rounds: int, *, quick: bool) -> Iterator[Figure]:
    """Yield every figure of so many rows."""
    for ending, made, bare, most in (
        ("CSV", as_csv(count), bare_csv, 60.0),
        ("XLSX", as_xlsx(count), bare_xlsx, 12.0),
    ):
        yield ratio(
            f"read {ending} / bare library",
            f"{count:,}",
            partial(read, made),
            partial(bare, made),
            rounds=rounds,
            budget=most,
        )
        (taken,) = medians(partial(whole, made), rounds=rounds)
        yield Figure(f"import of {ending}", f"{count:,}", taken, "s", SECONDS)
        yield from command(made, ending, count)
        if ending == "XLSX" and not quick:
            yield beside_openpyxl(made, count)


def people(count: int) -> Iterator[list[str | int | float | date | None]]:
    """Yield rows of people: eight report to one, in some nine hundred departments."""
    start = date(2010, 1, 4)
    for at in range(1, count + 1):
        yield [
            *(at, f"Given{at % 5_000}", f"Family{at % 7_000}", f"Specialist {at % 400}"),
            *(f"Division {at % 30}", f"Department {at % 900}", at // SPAN or None),
            *(0.5 if at % 5 == 0 else 1, "Active", start + timedelta(days=at % 5_000)),
            *(("Leeds", "York", "Hull")[at % 3], 30_000 + at % 1_000),
        ]


def as_csv(count: int) -> bytes:
    """Return the people as a text file."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    writer.writerows(people(count))
    return text.getvalue().encode()


def as_xlsx(count: int) -> bytes:
    """Return the people as a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Staff")
    sheet.append(HEADERS)
    for row in people(count):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> int:
    """Read an export as the app does: safely, its columns recognised, its cells cleaned."""
    return len(table(data, "staff", Notes()).rows)


def whole(data: bytes) -> int:
    """Go from an export to the text of a file, read again."""
    notes = Notes()
    return len(file_text(import_tables([table(data, "staff", notes)], notes, Wishes())))


def bare_csv(data: bytes) -> int:
    """Read the same with Python's csv module alone."""
    return len(list(csv.reader(io.StringIO(data.decode()))))


def bare_xlsx(data: bytes) -> int:
    """Read the same with calamine alone."""
    sheet = load_with_calamine(io.BytesIO(data)).get_sheet_by_index(0)
    return len(list(sheet.iter_rows()))


def bare_openpyxl(data: bytes) -> int:
    """Read the same with openpyxl alone, as it reads fastest."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return len(list(book.worksheets[0].iter_rows(values_only=True)))


def beside_openpyxl(data: bytes, count: int) -> Figure:
    """Compare the reading of a workbook with what openpyxl takes for it, once."""
    ours, bare = seconds(partial(read, data)), seconds(partial(bare_openpyxl, data))
    detail = f"{ours:.3f} s against {bare:.3f} s"
    return Figure("read XLSX / bare openpyxl", f"{count:,}", ours / bare, "times", 1, detail)


def command(data: bytes, ending: str, count: int) -> Iterator[Figure]:
    """Yield what ``orgdesign import`` takes, from its start to the file, and at most holds."""
    with TemporaryDirectory() as folder:
        export, output = Path(folder, f"staff.{ending.lower()}"), Path(folder, "staff.yaml")
        export.write_bytes(data)
        words = [sys.executable, "-m", "orgdesign", "import", str(export), "-o", str(output)]
        start = perf_counter()
        most = peak(words)
        taken = perf_counter() - start
        if not output.exists():
            raise SystemExit(f"orgdesign import wrote nothing of the {ending}.")
    size = f"{count:,}"
    yield Figure(f"orgdesign import, {ending}", size, taken, "s", SECONDS)
    yield Figure(f"its memory, {ending}", size, most / MEGABYTE, "MB", MEMORY)


def peak(words: Sequence[str]) -> int:
    """Return the most that a program and its workers held, each at its own worst moment."""
    most: dict[int, int] = {}
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in family(process.pid):
                most[pid] = max(most.get(pid, 0), held(pid, "VmHWM"))
            sleep(0.02)
    return sum(most.values())


if __name__ == "__main__":
    sys.exit(main())
