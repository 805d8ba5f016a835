"""Foreign files, read in a process of their own with so much time and memory and no more."""

from orgdesign.sandbox.issued_document import SHEET_MARK
from orgdesign.sandbox.process import OpenTables, ReaderDiedError
from orgdesign.sandbox.refusal import DAMAGED_FILE, TOO_MUCH_TEXT, FormatRefusal
from orgdesign.sandbox.word_document import DOCUMENT_PART
from orgdesign.sandbox.word_marks import bookmark_names, digest_of, mark_of, plain_line
from orgdesign.sandbox.workbook import MAX_PACKING, MAX_UNPACKED

__all__ = [
    "DAMAGED_FILE",
    "DOCUMENT_PART",
    "MAX_PACKING",
    "MAX_UNPACKED",
    "SHEET_MARK",
    "TOO_MUCH_TEXT",
    "FormatRefusal",
    "OpenTables",
    "ReaderDiedError",
    "bookmark_names",
    "digest_of",
    "mark_of",
    "plain_line",
]
