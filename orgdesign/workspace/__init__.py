"""The open files: what they say, their charts, and the edits that people make to them."""

from orgdesign.workspace.charted import TODAY, Charted, Which
from orgdesign.workspace.drawn import DrawnCharts
from orgdesign.workspace.edition import Edited, Edition, Extent
from orgdesign.workspace.folder import Workspace
from orgdesign.workspace.merging import Clash, Conflicted, Value, same, value_at
from orgdesign.workspace.new_file import begin, free_name
from orgdesign.workspace.open_file import Link, NotNow, OpenFile

__all__ = [
    "TODAY",
    "Charted",
    "Clash",
    "Conflicted",
    "DrawnCharts",
    "Edited",
    "Edition",
    "Extent",
    "Link",
    "NotNow",
    "OpenFile",
    "Value",
    "Which",
    "Workspace",
    "begin",
    "free_name",
    "same",
    "value_at",
]
