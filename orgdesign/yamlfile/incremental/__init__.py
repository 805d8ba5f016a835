"""A changed text read again in parts: only what changed is parsed, checked and built.

``reparse`` gives the tree of the new text and what may be different; ``reread`` the reading that
reading the whole text from the start would give.
"""

from orgdesign.yamlfile.incremental.changed_parts import changed_parts
from orgdesign.yamlfile.incremental.regions import TextChange, line_start
from orgdesign.yamlfile.incremental.reparse import ReparseResult, reparse
from orgdesign.yamlfile.incremental.reread import reread, reread_text

__all__ = [
    "ReparseResult",
    "TextChange",
    "changed_parts",
    "line_start",
    "reparse",
    "reread",
    "reread_text",
]
