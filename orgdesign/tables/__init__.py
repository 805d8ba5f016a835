"""The tables of an organisation: what each column says, and where in the file that stands."""

from orgdesign.tables.columns import (
    CHANGE_COLUMNS,
    CHANGES,
    DESIGNED,
    Cell,
    Column,
    Form,
    TableSheet,
)
from orgdesign.tables.formulas import is_formula, remove_shield, shield_text
from orgdesign.tables.sheets import on_a_line, reward_line, sheets

__all__ = [
    "CHANGES",
    "CHANGE_COLUMNS",
    "DESIGNED",
    "Cell",
    "Column",
    "Form",
    "TableSheet",
    "is_formula",
    "on_a_line",
    "remove_shield",
    "reward_line",
    "sheets",
    "shield_text",
]
