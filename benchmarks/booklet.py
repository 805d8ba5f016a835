"""Measure what a booklet takes: seconds, pages, bytes and memory, beside bare fpdf2.

    python benchmarks/booklet.py                 1,000 and 10,000 functions
    python benchmarks/booklet.py 60              other sizes

Each booklet is made in a process of its own, and seconds are those of the processor. The bare
reference writes as many pages with fpdf2, and on them as many rectangles, lines of text and
links as the booklet has, in the same font.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time

from fpdf import FPDF

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.organisations import organisation_text
from orgdesign.documents.booklet import booklet
from orgdesign.redaction import disclose
from orgdesign.render import FONT_FAMILY, ShippedFace
from orgdesign.yamlfile import read

MB = 1024
_TEXT, _BOX, _WAY = re.compile(rb"\bTj\b"), re.compile(rb"\b(B|f|re)\b"), re.compile(rb"\bS Q")


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--measure", type=json.loads, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure)))
        return
    print("| functions | seconds | pages | MB | peak MB | bare fpdf2, seconds | times |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size in asked.sizes:
        ours = _apart({"functions": size})
        bare = _apart(ours["holds"])
        row = (
            f"{size:,}",
            f"{ours['seconds']:.1f}",
            f"{ours['pages']:,}",
            f"{ours['bytes'] / 1e6:.1f}",
            f"{ours['peak']:.0f}",
            f"{bare['seconds']:.1f}",
            f"{ours['seconds'] / bare['seconds']:.1f}",
        )
        print(f"| {' | '.join(row)} |")


def _apart(what: dict[str, int]) -> dict:
    """Return what a process that does nothing else measures."""
    command = [sys.executable, __file__, "--measure", json.dumps(what)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def measured(what: dict[str, int]) -> dict[str, object]:
    """Make a booklet of so many functions, or bare pages that hold as much as one."""
    if "functions" in what:
        organisation = read(organisation_text(what["functions"]).encode(), "it").organisation
        assert organisation is not None
        start = process_time()
        data = booklet(disclose(organisation))
    else:
        start = process_time()
        data = bare(**what)
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    found = {"seconds": seconds, "bytes": len(data), "peak": peak}
    return found | ({**held(data)} if "functions" in what else {})


def held(data: bytes) -> dict[str, object]:
    """Return how many pages a booklet has, and what is on them."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages
    holds = {"pages": len(pages), "texts": 0, "boxes": 0, "links": 0}
    for page in pages:
        drawn = page.get_contents().get_data()
        holds["texts"] += len(_TEXT.findall(drawn))
        holds["boxes"] += len(_BOX.findall(drawn)) + len(_WAY.findall(drawn))
        holds["links"] += len(page.get("/Annots", ()))
    return {"pages": len(pages), "holds": holds}


def bare(pages: int, texts: int, boxes: int, links: int) -> bytes:
    """Return as many pages, texts, rectangles and links as fpdf2 writes when asked for no more."""
    pdf = FPDF(unit="pt", format="A4", orientation="landscape")
    pdf.add_font(FONT_FAMILY, "", ShippedFace.REGULAR.path)
    for page in range(pages):
        pdf.add_page()
        pdf.set_font(FONT_FAMILY, "", 7)
        lead = pdf.add_link(page=1)
        for number in range(_share(boxes, page, pages)):
            pdf.rect(20 + number % 40 * 18, 20 + number // 40 * 18, 16, 16)
        for number in range(_share(texts, page, pages)):
            pdf.text(20 + number % 6 * 120, 20 + number // 6 * 9, f"Customer service {number}")
        for number in range(_share(links, page, pages)):
            pdf.link(20 + number, 20, 100, 20, lead)
    return bytes(pdf.output())


def _share(count: int, page: int, pages: int) -> int:
    return count * (page + 1) // pages - count * page // pages


if __name__ == "__main__":
    main()
