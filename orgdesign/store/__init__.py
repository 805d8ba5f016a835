"""A user's file, written whole or not at all, and the history of what it said."""

from orgdesign.store.failures import Conflict, JournalError, NotSaved
from orgdesign.store.journal import Journal
from orgdesign.store.keeping import keep, notice
from orgdesign.store.saving import Saved, save
from orgdesign.store.temporary import digest
from orgdesign.store.version import Version

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
