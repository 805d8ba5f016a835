"""The organisation as tables, for spreadsheets."""

from orgdesign.exporting.tables.plain import plain_tables
from orgdesign.exporting.tables.sheets import tables
from orgdesign.exporting.tables.table import Table
from orgdesign.exporting.tables.workbook import workbook

__all__ = ["Table", "plain_tables", "tables", "workbook"]
