"""Measure how far boxes that stay move between the charts before and after a design.

    python benchmarks/steady.py examples/northwind.yaml my-org.yaml [--moves 30]

For each design of each file, or where a file has none for a design that moves some functions: how
far from their first place the boxes are drawn that stay in the organisation, as a share of the
chart's diagonal, when the charts are drawn to one layout and when each is drawn alone with their
roots on each other; and how large the common layout is beside the larger chart alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from math import hypot
from pathlib import Path
from statistics import mean

from orgdesign.charts import Chart, changes
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import replay
from orgdesign.model import Change, Design, Organisation
from orgdesign.render.drawing import Drawing, compose, compose_together
from orgdesign.yamlfile import read_file

Corners = Mapping[str, tuple[float, float]]


def main() -> None:
    """Print a line for each design of each file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--moves", type=int, default=30)
    asked = parser.parse_args()
    print("| design | functions | stay | one layout | drawn apart | largest apart | area |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for path in asked.files:
        organisation = read_file(path).organisation
        if organisation is None:
            raise SystemExit(f"{path} has problems: run orgdesign check.")
        for design in organisation.designs.values() or [_moving(organisation, asked.moves)]:
            print(_line(f"{path.stem}: {design.name}", organisation, design))


def _moving(organisation: Organisation, count: int) -> Design:
    """Return a design that moves so many functions without reports, evenly spread, elsewhere."""
    functions = organisation.functions
    heads = list(dict.fromkeys(one.reports_to for one in functions.values() if one.reports_to))
    leaves = [one for one in functions.values() if one.reports_to and one.id not in heads]
    chosen = leaves[:: max(1, len(leaves) // count)][:count]
    moves = (
        Change(
            "move", values={"function": one.id, "reports_to": _other(heads, number, one.reports_to)}
        )
        for number, one in enumerate(chosen)
    )
    return Design("moves", f"{len(chosen)} moves", changes=tuple(moves))


def _other(heads: list[str], number: int, now: str | None) -> str:
    return next(head for head in [*heads[number * 7 % len(heads) :], *heads] if head != now)


def _line(name: str, today: Organisation, design: Design) -> str:
    done = replay(today, design)
    differences = compare(today, done.organisation, done.lineage)
    redrawn = changes(today, done.organisation, done.lineage, differences)
    together = compose_together([*redrawn])
    alone = [compose(chart) for chart in redrawn]
    stay = list(_staying(redrawn.before, redrawn.reporting))
    steady = _moved(together[0], together[2], stay)
    apart = _moved(alone[0], alone[2], stay)
    area = _area(together[0]) / max(_area(alone[0]), _area(alone[2]))
    return (
        f"| {name} | {len(today.functions)} | {len(stay)} | {mean(steady):.1%} "
        f"| {mean(apart):.1%} | {max(apart):.1%} | {area:.2f} times |"
    )


def _staying(before: Chart, after: Chart) -> Iterator[str]:
    """Yield the boxes that hang from the same boxes, up to the top, in both charts."""
    then = {box.id: box.parent for box in before.boxes}
    stays = {""}
    for box in after.boxes:
        if box.id in then and then[box.id] == box.parent and (box.parent or "") in stays:
            stays.add(box.id)
            yield box.id


def _moved(one: Drawing, other: Drawing, boxes: list[str]) -> list[float]:
    """Return how far each box is from where it was, as a share of the diagonal."""
    then, now = _corners(one), _corners(other)
    diagonal = max(hypot(each.width, each.height) for each in (one, other))
    return [
        hypot(now[box][0] - then[box][0], now[box][1] - then[box][1]) / diagonal for box in boxes
    ]


def _corners(drawing: Drawing) -> Corners:
    """Return where the middle of each box's top is, from that of the root."""
    root = drawing.cards[0]
    x, y = root.x + root.card.width / 2, root.y
    return {
        placed.card.box.id: (placed.x + placed.card.width / 2 - x, placed.y - y)
        for placed in drawing.cards
    }


def _area(drawing: Drawing) -> float:
    return drawing.width * drawing.height


if __name__ == "__main__":
    main()
