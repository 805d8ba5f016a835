"""The tables of a design that documents show: people and money, options, why, and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from orgdesign.diagnosis.effects import OptionTable
from orgdesign.documents.design_figures import (
    MONEY,
    MONEY_COLUMNS,
    OPTIONS,
    figure_text,
    figure_words,
    money_columns,
    money_rows,
    option_table,
)
from orgdesign.documents.design_rationale import (
    ASKED,
    COLUMNS,
    UNDECIDED,
    WHY,
    open_decisions,
    rationale_rows,
)
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object

CRITERIA = "Criteria"
SHARES = (30, 30, 22, 18)
"""How wide the columns of reasons are, beside each other."""

Row = tuple[str, ...]


@value_object
class DesignRows:
    """Rows of a table that stand under a name of their own, as of a phase."""

    name: str
    rows: tuple[Row, ...]


@value_object
class DesignTable:
    """A table about a design, in words."""

    title: str
    columns: Row
    groups: tuple[DesignRows, ...]


def money_table(disclosure: Disclosure) -> Iterator[DesignTable]:
    """Yield what each phase of the design that goes out does to people, posts and money."""
    rows = [*money_rows(disclosure)] if disclosure.then else []
    told = money_columns(rows)
    groups = tuple(
        DesignRows(
            str(phase),
            tuple((str(row[2]), *(figure_text(row[at]) for at in told)) for row in several),
        )
        for phase, several in groupby(rows, lambda row: row[1])
    )
    if groups:
        yield DesignTable(MONEY, tuple(MONEY_COLUMNS[at] for at in (2, *told)), groups)


def options_table(disclosure: Disclosure) -> Iterator[DesignTable]:
    """Yield all designs side by side, unless one goes out alone."""
    table = option_table(disclosure)
    if table and disclosure.then is None:
        groups = (DesignRows(CRITERIA, _scores(table)), DesignRows("Figures", _figures(table)))
        filled = tuple(group for group in groups if group.rows)
        yield DesignTable(OPTIONS, ("", *table.names), filled)


def _scores(table: OptionTable) -> tuple[Row, ...]:
    return tuple(
        (
            f"{row.criterion.name} ({round(100 * row.weight)}%)",
            "",
            *("?" if score is None else f"{score:g} of 5" for score in row.scores),
        )
        for row in table.criteria
    )


def _figures(table: OptionTable) -> tuple[Row, ...]:
    return tuple(
        (figure.name, *(figure_words(effect, figure.unit) for effect in figure.effects))
        for figure in table.figures
        if any(effect.after is not None for effect in figure.effects)
    )


def rationale_table(disclosure: Disclosure) -> Iterator[DesignTable]:
    """Yield why the design that goes out is as it is, what may go wrong, and what was decided."""
    if rows := tuple(row.cells for row in rationale_rows(disclosure)):
        yield DesignTable(WHY, COLUMNS, (DesignRows("", rows),))


def undecided_table(disclosure: Disclosure) -> Iterator[DesignTable]:
    """Yield what the design that goes out leaves to be decided."""
    if rows := tuple((sentence,) for sentence in open_decisions(disclosure)):
        yield DesignTable(UNDECIDED, (ASKED,), (DesignRows("", rows),))
