"""A user's file, written whole or not at all, and the history of what it said."""

from orgdesign.storage.failures import Conflict, JournalError, NotSaved
from orgdesign.storage.file_save import SaveResult, save
from orgdesign.storage.folder_lock import state_folder
from orgdesign.storage.journal import Journal
from orgdesign.storage.plain_file import FileTooLargeError, NotPlainFileError, plain_file_bytes
from orgdesign.storage.save_with_history import record_outside_change, save_with_history
from orgdesign.storage.temporary_files import digest
from orgdesign.storage.version import OUTSIDE_CHANGE, Version

__all__ = [
    "OUTSIDE_CHANGE",
    "Conflict",
    "FileTooLargeError",
    "Journal",
    "JournalError",
    "NotPlainFileError",
    "NotSaved",
    "SaveResult",
    "Version",
    "digest",
    "plain_file_bytes",
    "record_outside_change",
    "save",
    "save_with_history",
    "state_folder",
]
