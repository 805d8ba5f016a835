"""The organisation as tables, for spreadsheets."""

from orgdesign.documents.tables.plain import plain_tables
from orgdesign.documents.tables.sheets import tables
from orgdesign.documents.tables.table import Table
from orgdesign.documents.tables.workbook import workbook

__all__ = ["Table", "plain_tables", "tables", "workbook"]
