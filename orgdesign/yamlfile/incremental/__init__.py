"""A changed text read again in parts: only what changed is parsed, checked and built.

``reparse`` gives the tree of the new text and what may be different; ``reread`` the reading that
reading the whole text from the start would give.
"""

from orgdesign.yamlfile.incremental.regions import TextChange, line_start
from orgdesign.yamlfile.incremental.reparse import ReparseResult, apply_changes, reparse
from orgdesign.yamlfile.incremental.reread import KEYED, reread

__all__ = [
    "KEYED",
    "ReparseResult",
    "TextChange",
    "apply_changes",
    "line_start",
    "reparse",
    "reread",
]
