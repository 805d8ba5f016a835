"""The pages from which an organisation goes out: exports, and the role descriptions to read."""

from orgdesign.web.exporting import (
    alignment,
    definitions,
    descriptions,
    export_jobs,
    exports,
    role_table,
)

PAGES = (
    exports.pages,
    export_jobs.pages,
    descriptions.pages,
    alignment.pages,
    role_table.pages,
    definitions.pages,
)

__all__ = ["PAGES"]
