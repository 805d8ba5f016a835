"""Importing: exports of HR systems to the text of an organisation file."""

from orgdesign.imports.answers import NO_ANSWERS, Answers, answers_kept_in, answers_of
from orgdesign.imports.columns import (
    Columns,
    check_found,
    check_meaning,
    mapping_of,
    saved_mapping,
)
from orgdesign.imports.diagram_design import design_from_diagram
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.file_text import written
from orgdesign.imports.files import export_bytes
from orgdesign.imports.importing import Wishes, imported
from orgdesign.imports.merge import Merged, merged
from orgdesign.imports.notes import Notes, Question
from orgdesign.imports.organisation_builder import Imported, summary
from orgdesign.imports.preview import Preview, nameless, preview, samples
from orgdesign.imports.returning import BadCells, is_returned, returned
from orgdesign.imports.table import Table, cell_of, table
from orgdesign.imports.vocabulary import MEANINGS, is_confidential

__all__ = [
    "MEANINGS",
    "NO_ANSWERS",
    "Answers",
    "BadCells",
    "Columns",
    "Imported",
    "Merged",
    "Notes",
    "Preview",
    "Question",
    "Table",
    "Unreadable",
    "Wishes",
    "answers_kept_in",
    "answers_of",
    "cell_of",
    "check_found",
    "check_meaning",
    "design_from_diagram",
    "export_bytes",
    "imported",
    "is_confidential",
    "is_returned",
    "mapping_of",
    "merged",
    "nameless",
    "preview",
    "returned",
    "samples",
    "saved_mapping",
    "summary",
    "table",
    "written",
]
