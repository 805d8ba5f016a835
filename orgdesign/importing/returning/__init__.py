"""Tables that orgdesign has exported, back with what people edited in them."""

from orgdesign.importing.returning.failures import BadCells
from orgdesign.importing.returning.returning import is_returned, returned

__all__ = ["BadCells", "is_returned", "returned"]
