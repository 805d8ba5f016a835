"""People and money of a design: the ledger, phase by phase and branch by branch, and a bridge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from flask import Blueprint, request
from werkzeug.utils import cached_property

from orgdesign.designs.ledger import CAUSES, Amounts, BridgeBar, DesignLedger, LedgerEntry, bridge
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import ChangeLine, DesignPage, render_design
from orgdesign.web.designs.structure_comparison import amount_text, apart
from orgdesign.web.kit import Answer, not_modified

pages = Blueprint("money", __name__)
pages.before_request(not_modified)

Unit = Literal["people", "posts", "cost"]
UNITS: Mapping[Unit, str] = {"people": "People", "posts": "Posts", "cost": "Cost a year"}
WIDE, HIGH, TOP, LEFT = 960.0, 300.0, 30.0, 10.0
"""The frame of a drawn bridge, in its own units."""


@value_object
class DrawnBar:
    """One bar of a bridge and where it is drawn; ``lines`` are the words under it."""

    bar: BridgeBar
    x: float
    y: float
    width: float
    height: float
    level: float
    amount: str
    lines: tuple[str, ...]


class MoneyPage(DesignPage):
    """What a design does to people, posts and money."""

    units, causes = UNITS, CAUSES
    frame = (WIDE, HIGH + TOP + 78)

    @cached_property
    def ledger(self) -> DesignLedger:
        """Return the ledger of the design."""
        return DesignLedger(self.organisation, self.design)

    @property
    def unit(self) -> Unit:
        """Return what the bridge counts: people, where the address asks for nothing else."""
        asked = request.args.get("unit", "")
        return next((each for each in UNITS if each == asked), "people")

    @property
    def has_cost(self) -> bool:
        """Whether any function says what it costs."""
        return bool(self.ledger.before.cost or self.ledger.after.cost)

    def amount(self, value: float, unit: Unit) -> str:
        """Return an amount as people say it."""
        return amount_text(value, unit)

    def signed_amount(self, value: float, unit: Unit) -> str:
        """Return by how much something is more or less."""
        return apart(value, unit) or "0"

    def line(self, entry: LedgerEntry) -> ChangeLine:
        """Return the change that an entry is of."""
        return next(line for line in self.lines if line.position == entry.at)

    def rows(self, amounts: Amounts) -> list[float]:
        """Return people, posts and cost."""
        return [getattr(amounts, unit) for unit in UNITS]

    def bars(self) -> Iterator[DrawnBar]:
        """Yield the bars of the bridge, each with where it is drawn."""
        bars = [*bridge(self.ledger, self.unit)]
        low, high = _range(bars)
        step = (WIDE - 2 * LEFT) / max(len(bars), 1)
        for at, bar in enumerate(bars):
            ends = [_y(each, low, high) for each in (bar.start, bar.end)]
            top, bottom = min(ends), max(ends)
            if bar.kind == "total":
                bottom = TOP + HIGH
            total = (
                amount_text(bar.end, self.unit)
                if bar.kind == "total"
                else apart(bar.delta, self.unit)
            )
            yield DrawnBar(
                bar,
                round(LEFT + step * at + step * 0.12, 1),
                round(top, 1),
                round(step * 0.76, 1),
                round(max(bottom - top, 1.5), 1),
                round(_y(bar.end, low, high), 1),
                total,
                _wrapped(bar.label, max(int(step / 7.2), 8)),
            )


def _range(bars: list[BridgeBar]) -> tuple[float, float]:
    """Return the lowest and the highest level that is drawn; from nothing, if steps are large."""
    steps = [bar.start for bar in bars if bar.kind != "total"]
    levels = [*steps, *(bar.end for bar in bars)]
    low, high = min(levels, default=0), max(levels, default=1)
    base = 0.0 if high == low or (high - low) > high * 0.3 else low - (high - low) * 0.6
    return max(base, 0.0), high or 1.0


def _y(level: float, low: float, high: float) -> float:
    return TOP + HIGH * (1 - (level - low) / ((high - low) or 1))


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines[:5])


@pages.get("/o/<key>/designs/<design>/money", endpoint="page")
def show_money(key: str, design: str) -> Answer:
    """Show what a design does to people, posts and money."""
    return render_design(MoneyPage(key, design), "designs/money.html")
