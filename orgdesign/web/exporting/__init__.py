"""The pages from which an organisation goes out: exports, and the role descriptions to read."""

from orgdesign.web.exporting import descriptions, exports, making

PAGES = (exports.pages, making.pages, descriptions.pages)

__all__ = ["PAGES"]
