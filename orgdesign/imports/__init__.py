"""Importing: exports of HR systems to the text of an organisation file."""

from orgdesign.imports.answers import NO_ANSWERS, Answers, answers_kept_in, answers_of
from orgdesign.imports.column_content import Asked, TableChoice
from orgdesign.imports.columns import (
    ExportColumns,
    check_found,
    check_meaning,
    mapping_of,
    recognise_columns,
    saved_mapping,
)
from orgdesign.imports.diagram_design import design_from_diagram
from orgdesign.imports.file_text import file_text
from orgdesign.imports.files import export_bytes, sheets
from orgdesign.imports.importing import By, Wishes, import_tables
from orgdesign.imports.merge import MergeResult, merge_export
from orgdesign.imports.merge_roles import to_value
from orgdesign.imports.notes import NOTHING_REFUSED, ImportChange, Notes, OpenPoint, Unreadable
from orgdesign.imports.organisation_builder import ImportedOrganisation, summary
from orgdesign.imports.preview import Preview, nameless, preview, samples
from orgdesign.imports.spreadsheet_sync import BadCells, is_returned, sync_sheets
from orgdesign.imports.table import ExportTable, cell_of, table
from orgdesign.imports.vocabulary import MEANINGS, is_confidential

__all__ = [
    "MEANINGS",
    "NOTHING_REFUSED",
    "NO_ANSWERS",
    "Answers",
    "Asked",
    "BadCells",
    "By",
    "ExportColumns",
    "ExportTable",
    "ImportChange",
    "ImportedOrganisation",
    "MergeResult",
    "Notes",
    "OpenPoint",
    "Preview",
    "TableChoice",
    "Unreadable",
    "Wishes",
    "answers_kept_in",
    "answers_of",
    "cell_of",
    "check_found",
    "check_meaning",
    "design_from_diagram",
    "export_bytes",
    "file_text",
    "import_tables",
    "is_confidential",
    "is_returned",
    "mapping_of",
    "merge_export",
    "nameless",
    "preview",
    "recognise_columns",
    "samples",
    "saved_mapping",
    "sheets",
    "summary",
    "sync_sheets",
    "table",
    "to_value",
]
