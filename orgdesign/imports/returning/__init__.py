"""Tables that orgdesign has exported, back with what people edited in them."""

from orgdesign.imports.returning.failures import BadCells
from orgdesign.imports.returning.returning import is_returned, returned

__all__ = ["BadCells", "is_returned", "returned"]
