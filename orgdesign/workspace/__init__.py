"""The open files: what they say, their charts, and the edits that people make to them."""

from orgdesign.charts import StructureCharts
from orgdesign.workspace.adoption import adopt_file_design
from orgdesign.workspace.chart_cache import ChartCache, SvgCache
from orgdesign.workspace.edition import BOM, Edition, Extent, NotEditable, SavedEdit, bytes_of
from orgdesign.workspace.file_store import FileStore, save_edited
from orgdesign.workspace.folder import Workspace, organisation_files
from orgdesign.workspace.merging import EditConflict, Value, ValueClash, same_value, value_at
from orgdesign.workspace.needed_edits import necessary_edits
from orgdesign.workspace.new_file import create_organisation_file, free_name
from orgdesign.workspace.open_file import Link, OpenFile
from orgdesign.workspace.store import HistoryStep, Store, UndoState
from orgdesign.workspace.structures import TODAY, StructureKey, structure_charts
from orgdesign.workspace.taking_back import edits_between_texts, text_without
from orgdesign.workspace.text_lines import (
    LineStep,
    lines_of,
    merge_lines,
    steps_between,
    with_ends_of,
)

__all__ = [
    "BOM",
    "TODAY",
    "ChartCache",
    "EditConflict",
    "Edition",
    "Extent",
    "FileStore",
    "HistoryStep",
    "LineStep",
    "Link",
    "NotEditable",
    "OpenFile",
    "SavedEdit",
    "Store",
    "StructureCharts",
    "StructureKey",
    "SvgCache",
    "UndoState",
    "Value",
    "ValueClash",
    "Workspace",
    "adopt_file_design",
    "bytes_of",
    "create_organisation_file",
    "edits_between_texts",
    "free_name",
    "lines_of",
    "merge_lines",
    "necessary_edits",
    "organisation_files",
    "same_value",
    "save_edited",
    "steps_between",
    "structure_charts",
    "text_without",
    "value_at",
    "with_ends_of",
]
