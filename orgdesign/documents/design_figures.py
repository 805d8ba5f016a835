"""People and money of designs, who sits where, and designs side by side, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.designs.ledger import CAUSES, Amounts, DesignLedger
from orgdesign.designs.review import FATES, PersonSheet, open_seats, person_sheets
from orgdesign.diagnosis.effects import Effect, OptionTable, all_options
from orgdesign.documents.road_map import disclosed_designs
from orgdesign.model import amount_text, capitalise, join_words, number_text, rounded_text
from orgdesign.redaction import Disclosure

Cells = tuple[str | float | None, ...]

MONEY = "People and money"
MONEY_COLUMNS = ("Design", "Phase", "What", "People", "Posts", "Cost a year", "Cost once")
STAFF = "Who sits where"
STAFF_COLUMNS = ("Design", "Person", "Seat today", "Seat then", "When", "What becomes", "Open")
OPTIONS = "Options"


def money_rows(disclosure: Disclosure) -> Iterator[Cells]:
    """Yield, design by design, what there is today, what each phase does, and what is left."""
    for design in disclosed_designs(disclosure):
        ledger = DesignLedger(disclosure.today, design)
        if not ledger.entries:
            continue
        yield (design.name, "", "Today", *_amounts(ledger.before), None)
        for phase in ledger.phases:
            for cause, delta in phase.by_cause().items():
                yield (design.name, phase.name, capitalise(CAUSES[cause]), *_amounts(delta), None)
            if phase.passing:
                words = capitalise(CAUSES["within"])
                yield (design.name, phase.name, words, *_amounts(phase.passing), None)
            once = phase.one_off or None
            yield (design.name, phase.name, "After", *_amounts(phase.after), once)


def _amounts(amounts: Amounts) -> tuple[float, float, float]:
    return amounts.people, amounts.posts, amounts.cost


def staff_rows(disclosure: Disclosure) -> Iterator[Cells]:
    """Yield, design by design, who moves where and when, and the seats that are open."""
    if disclosure.redaction.removes("holders"):
        return
    for design in disclosed_designs(disclosure):
        for sheet in person_sheets(disclosure.today, design):
            if sheet.fate != "stays":
                yield (design.name, *_staff_cells(sheet))
        for seat in open_seats(disclosure.today, design):
            whom = join_words(seat.among, nothing="")
            yield (design.name, None, None, seat.title, seat.phase, seat.status, whom)


def _staff_cells(sheet: PersonSheet) -> Cells:
    old, new = ("; ".join(seat.title for seat in side) for side in (sheet.before, sheet.after))
    when = sheet.steps[-1] if sheet.steps else None
    dates = " ".join(filter(None, (when.phase, when.dates))) if when else None
    return (sheet.name, old, new, dates, FATES[sheet.fate], " ".join(sheet.open))


def option_table(disclosure: Disclosure) -> OptionTable | None:
    """Return all designs side by side, where more than one goes out."""
    options = all_options(disclosure.today)
    return OptionTable(disclosure.today, options) if len(options) > 1 else None


def option_rows(disclosure: Disclosure) -> Iterator[Cells]:
    """Yield each criterion with its weight and scores, and each figure, of every option."""
    table = option_table(disclosure)
    if table is None:
        return
    for row in table.criteria:
        name = f"{row.criterion.name} ({round(100 * row.weight)}%)"
        yield ("Criteria, from 0 to 5", name, None, *row.scores)
    for figure in table.figures:
        values = [effect.after for effect in figure.effects]
        if any(value is not None for value in values):
            yield (figure.group, figure.name, *values)


def figure_words(effect: Effect, unit: str) -> str:
    """Return a figure as people say it, with how far it is from today's."""
    if effect.after is None:
        return "cannot be told"
    if unit == "%":
        return f"{effect.after:.0f}%"
    return amount_text(effect.after) if unit == "cost" else rounded_text(effect.after)


def money_columns(rows: Sequence[Cells]) -> Sequence[int]:
    """Return which columns of amounts say anything in any of the rows."""
    first = MONEY_COLUMNS.index("People")
    return [at for at in range(first, len(MONEY_COLUMNS)) if any(row[at] for row in rows)]


def figure_text(value: str | float | None) -> str:
    """Return an amount as people read it, with the sign of a minus; empty for none."""
    return (
        number_text(value).replace("-", "\N{MINUS SIGN}") if isinstance(value, float | int) else ""
    )


def signed_text(value: float) -> str:
    """Return by how much something is more or less, with its sign."""
    sign = "+" if value > 0 else "\N{MINUS SIGN}"
    return f"{sign}{number_text(abs(value))}"
