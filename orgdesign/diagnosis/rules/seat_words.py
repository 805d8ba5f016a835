"""Words by which people say that nobody holds a seat, or holds it for good."""

from __future__ import annotations

from orgdesign.diagnosis.rules.vocabulary import pattern
from orgdesign.model import Role

_NOBODY = pattern("seats", "nobody")
_TITLE = pattern("seats", "titles")
_EDGES = "()\uff08\uff09[] ,\u2013\u2014:;-"
_REMARK = pattern("seats", "remarks")


def provisional_words(role: Role) -> tuple[str, str] | None:
    """Return the field and the words that say a seat is empty or held for a time; None otherwise.

    A title says so in brackets or after a dash, and elsewhere only in words that cannot mean
    anything else: an Acting School has a head for good.
    """
    if role.status == "acting":
        return "status", role.status
    for holder in role.holders:
        if _NOBODY.search(holder):
            return "holder", holder
    for remark in _REMARK.findall(role.title):
        if _NOBODY.search(remark):
            return "title", remark.strip(_EDGES)
    provisional = _TITLE.search(role.title)
    return ("title", provisional[0]) if provisional else None
