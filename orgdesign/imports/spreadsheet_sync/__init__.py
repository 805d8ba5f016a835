"""Tables that orgdesign has exported, back with what people edited in them."""

from orgdesign.imports.spreadsheet_sync.bad_cells import BadCells
from orgdesign.imports.spreadsheet_sync.sync import is_returned, sync_sheets

__all__ = ["BadCells", "is_returned", "sync_sheets"]
