"""Foreign files, read in a process of their own with so much time and memory and no more."""

from orgdesign.sandbox.process import OpenTables, ReaderDiedError
from orgdesign.sandbox.refusal import FormatRefusal

__all__ = ["FormatRefusal", "OpenTables", "ReaderDiedError"]
