"""Measure how long a deck takes beside bare python-pptx, and the memory that it needs.

    python benchmarks/deck.py              # 100 and 1,000 functions
    python benchmarks/deck.py --quick      # 30 functions; some seconds
    python benchmarks/deck.py --json       # the same figures for a program

Bare python-pptx writes as many slides with as many shapes, of the same kind and with as much
text, and as many connectors, glued at both ends: it neither lays anything out nor measures text.
Each runs in a process of its own, with Python and its libraries started before the clock. Seconds
are those of the processor, so that a busy machine tells the same.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent))

from organisations import organisation_text
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from orgdesign.documents.deck import deck
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read

Counts = list[tuple[int, int, str]]
"""Shapes, connectors and the text of the shapes, by slide."""


def ours(data: bytes) -> bytes:
    """Return the deck of an organisation."""
    organisation = read(data, "organisation.yaml").organisation
    assert organisation
    return deck(disclose(organisation))


def counted(made: bytes) -> Counts:
    """Count what is on each slide of a deck."""
    counts = []
    for slide in Presentation(io.BytesIO(made)).slides:
        tree = slide.shapes._spTree  # noqa: SLF001 - counted as it is written
        text = "".join(tree.xpath(".//p:sp//a:t/text()"))
        counts.append((len(tree.xpath(".//p:sp")), len(tree.xpath(".//p:cxnSp")), text))
    return counts


def bare(counts: Counts) -> bytes:
    """Write as many shapes and connectors by python-pptx alone."""
    file = Presentation()
    for shapes, connectors, text in counts:
        slide = file.slides.add_slide(file.slide_layouts[6])
        part = -(-len(text) // max(shapes, 1))
        made = []
        for at in range(shapes):
            shape = slide.shapes.add_shape(
                MSO_SHAPE.ROUNDED_RECTANGLE, Pt(at), Pt(at), Pt(100), Pt(40)
            )
            shape.text_frame.text = text[at * part : (at + 1) * part]
            made.append(shape)
        for at in range(connectors):
            line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
            line.begin_connect(made[0], 2)
            line.end_connect(made[at % len(made)], 0)
    with io.BytesIO() as data:
        file.save(data)
        return data.getvalue()


def measured(step: Callable[..., bytes], given: object) -> dict[str, float]:
    """Return the seconds and the peak memory (MB) of a step in a process of its own."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(_run, (step, given))


def _run(step: Callable[..., bytes], given: object) -> dict[str, float]:
    start = process_time()
    made = step(given)
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak": peak, "size": len(made) / 1e6}


def figures(functions: int) -> dict[str, float]:
    """Return what a deck of so many functions takes, ours beside bare."""
    data = organisation_text(functions).encode()
    counts = counted(ours(data))
    mine, theirs = measured(ours, data), measured(bare, counts)
    return {
        "functions": functions,
        "slides": len(counts),
        "shapes": sum(shapes for shapes, _, _ in counts),
        "connectors": sum(connectors for _, connectors, _ in counts),
        "seconds": mine["seconds"],
        "bare": theirs["seconds"],
        "ratio": mine["seconds"] / theirs["seconds"],
        "peak": mine["peak"],
        "bare peak": theirs["peak"],
        "size": mine["size"],
    }


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    rows = [figures(size) for size in ([30] if asked.quick else [100, 1000])]
    if asked.json:
        print(json.dumps(rows))
        return
    print("| functions | slides | shapes | connectors | seconds | bare | ratio | peak | bare |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in rows:
        print(
            "| {functions:,} | {slides:,} | {shapes:,} | {connectors:,} | {seconds:.1f} s "
            "| {bare:.1f} s | {ratio:.2f} times | {peak:.0f} MB | {bare peak:.0f} MB |".format(
                **row
            )
        )


if __name__ == "__main__":
    main()
