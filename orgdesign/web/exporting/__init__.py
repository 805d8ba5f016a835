"""The pages from which an organisation goes out: exports, and the role descriptions to read."""

from orgdesign.web.exporting import (
    alignment,
    definitions,
    descriptions,
    exports,
    making,
    role_table,
)

PAGES = (
    exports.pages,
    making.pages,
    descriptions.pages,
    alignment.pages,
    role_table.pages,
    definitions.pages,
)

__all__ = ["PAGES"]
