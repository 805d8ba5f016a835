"""Importing: exports of HR systems to the text of an organisation file."""

from orgdesign.imports.building import Imported, summary
from orgdesign.imports.columns import (
    Columns,
    check_found,
    check_meaning,
    mapping_of,
    saved_mapping,
)
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.importing import Wishes, imported
from orgdesign.imports.looking import Look, looked, nameless, samples
from orgdesign.imports.merging import Merged, merged
from orgdesign.imports.notes import Notes
from orgdesign.imports.returning import BadCells, is_returned, returned
from orgdesign.imports.sheets import export_bytes
from orgdesign.imports.table import Table, table
from orgdesign.imports.vocabulary import MEANINGS, is_confidential
from orgdesign.imports.writing import written

__all__ = [
    "MEANINGS",
    "BadCells",
    "Columns",
    "Imported",
    "Look",
    "Merged",
    "Notes",
    "Table",
    "Unreadable",
    "Wishes",
    "check_found",
    "check_meaning",
    "export_bytes",
    "imported",
    "is_confidential",
    "is_returned",
    "looked",
    "mapping_of",
    "merged",
    "nameless",
    "returned",
    "samples",
    "saved_mapping",
    "summary",
    "table",
    "written",
]
