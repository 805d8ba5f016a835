"""What Office documents say of themselves: a title, and nothing of the people who made them."""

from __future__ import annotations

from typing import Any

from orgdesign.documents.archive import MADE

_TEXTS = ("author", "last_modified_by", "comments", "keywords", "category", "subject", "identifier")
_LONGEST_TITLE = 255


def say_nothing_but(properties: Any, title: str) -> None:
    """Leave a title in the core properties of a Word document or a presentation, and no more."""
    for name in _TEXTS:
        setattr(properties, name, "")
    properties.title = title[:_LONGEST_TITLE]
    properties.language, properties.revision = "en-GB", 1
    properties.created = properties.modified = MADE.replace(tzinfo=None)
