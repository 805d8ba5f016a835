"""The organisation as tables, for spreadsheets."""

from orgdesign.documents.tables.csv_files import plain_tables
from orgdesign.documents.tables.tables import Cell, FactTable, tables
from orgdesign.documents.tables.workbook import workbook

__all__ = ["Cell", "FactTable", "plain_tables", "tables", "workbook"]
