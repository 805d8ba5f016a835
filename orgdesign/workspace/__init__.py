"""The open files: what they say, their charts, and the edits that people make to them."""

from orgdesign.charts import StructureCharts
from orgdesign.workspace.edition import Edition, Extent, SavedEdit
from orgdesign.workspace.folder import Workspace
from orgdesign.workspace.history import save_edited
from orgdesign.workspace.merging import Clash, EditConflict, Value, same_value, value_at
from orgdesign.workspace.necessary_edits import necessary_edits
from orgdesign.workspace.new_file import create_organisation_file, free_name
from orgdesign.workspace.open_file import Link, NotEditable, OpenFile, bytes_of
from orgdesign.workspace.structure_charts import TODAY, StructureKey, structure_charts
from orgdesign.workspace.svg_cache import SvgCache

__all__ = [
    "TODAY",
    "Clash",
    "EditConflict",
    "Edition",
    "Extent",
    "Link",
    "NotEditable",
    "OpenFile",
    "SavedEdit",
    "StructureCharts",
    "StructureKey",
    "SvgCache",
    "Value",
    "Workspace",
    "bytes_of",
    "create_organisation_file",
    "free_name",
    "necessary_edits",
    "same_value",
    "save_edited",
    "structure_charts",
    "value_at",
]
