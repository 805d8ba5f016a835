"""Foreign files, read in a process of their own with so much time and memory and no more."""

from orgdesign.sandbox.process import OpenTables, ReaderDiedError
from orgdesign.sandbox.refusal import Refusal

__all__ = ["OpenTables", "ReaderDiedError", "Refusal"]
