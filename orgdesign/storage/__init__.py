"""A user's file, written whole or not at all, and the history of what it said."""

from orgdesign.storage.failures import Conflict, JournalError, NotSaved
from orgdesign.storage.journal import Journal
from orgdesign.storage.keeping import keep, notice
from orgdesign.storage.saving import Saved, save
from orgdesign.storage.temporary import digest
from orgdesign.storage.version import Version

__all__ = [
    "Conflict",
    "Journal",
    "JournalError",
    "NotSaved",
    "Saved",
    "Version",
    "digest",
    "keep",
    "notice",
    "save",
]
