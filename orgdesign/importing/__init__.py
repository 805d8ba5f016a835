"""Importing: exports of HR systems to the text of an organisation file."""

from orgdesign.importing.building import Imported, summary
from orgdesign.importing.columns import (
    Columns,
    check_found,
    check_meaning,
    mapping_of,
    saved_mapping,
)
from orgdesign.importing.failures import Unreadable
from orgdesign.importing.importing import Wishes, imported
from orgdesign.importing.merging import Merged, merged
from orgdesign.importing.notes import Notes
from orgdesign.importing.returning import BadCells, is_returned, returned
from orgdesign.importing.sheets import export_bytes
from orgdesign.importing.table import Table, table
from orgdesign.importing.vocabulary import MEANINGS
from orgdesign.importing.writing import written

__all__ = [
    "MEANINGS",
    "BadCells",
    "Columns",
    "Imported",
    "Merged",
    "Notes",
    "Table",
    "Unreadable",
    "Wishes",
    "check_found",
    "check_meaning",
    "export_bytes",
    "imported",
    "is_returned",
    "mapping_of",
    "merged",
    "returned",
    "saved_mapping",
    "summary",
    "table",
    "written",
]
