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
from orgdesign.importing.looking import Look, looked, nameless, samples
from orgdesign.importing.merging import Merged, merged
from orgdesign.importing.notes import Notes
from orgdesign.importing.returning import BadCells, is_returned, returned
from orgdesign.importing.sheets import export_bytes
from orgdesign.importing.table import Table, table
from orgdesign.importing.vocabulary import MEANINGS, is_confidential
from orgdesign.importing.writing import written

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
