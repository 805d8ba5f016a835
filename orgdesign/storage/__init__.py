"""A user's file, written whole or not at all, and the history of what it said."""

from orgdesign.storage.failures import Conflict, JournalError, NotSaved
from orgdesign.storage.file_save import SaveResult, save
from orgdesign.storage.journal import Journal
from orgdesign.storage.save_with_history import record_outside_change, save_with_history
from orgdesign.storage.temporary_files import digest
from orgdesign.storage.version import Version

__all__ = [
    "Conflict",
    "Journal",
    "JournalError",
    "NotSaved",
    "SaveResult",
    "Version",
    "digest",
    "record_outside_change",
    "save",
    "save_with_history",
]
