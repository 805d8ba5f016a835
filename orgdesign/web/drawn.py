"""The charts on the page, and the least that turns the one on screen into the one asked for."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2s

from orgdesign.charts import View

_BRANCH = re.compile(r'<svg\b[^>]*\bclass="branch"[^>]*>.*?</svg>', re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
MARK = 12
_TITLES: dict[View, str] = {
    "before": "Before: who reports to whom",
    "after": "After: who serves which outcome",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as drawn, or the sentence that says why it could not be."""

    view: View
    svg: str = ""
    failure: str = ""

    @property
    def title(self) -> str:
        """Return what the chart shows, in words."""
        return _TITLES[self.view]

    @property
    def fingerprint(self) -> str:
        """Return what tells this chart from every other."""
        return _fingerprint(self.svg + self.failure)

    def marks(self) -> str:
        """Return what the page says of the chart it shows: its fingerprint, and each branch's."""
        branches = (_mark(branch) for branch in _BRANCH.findall(self.svg))
        return ",".join([self.fingerprint, *branches])

    def is_shown(self, marks: Collection[str]) -> bool:
        """Tell whether the page with these marks shows this very chart."""
        return self.fingerprint in marks

    def has_only_known_branches(self, marks: Collection[str]) -> bool:
        """Tell whether every branch is on that page in some state, so that each can be swapped."""
        known = {mark[:MARK] for mark in marks}
        branches = _BRANCH.findall(self.svg)
        return bool(branches) and all(_mark(branch)[:MARK] in known for branch in branches)

    def branches_unlike(self, marks: Collection[str]) -> list[tuple[str, str]]:
        """Return the id and content of each branch that the page has in another state."""
        branches = _BRANCH.findall(self.svg)
        return [(_id(branch), branch) for branch in branches if _mark(branch) not in marks]

    def frame(self) -> str:
        """Return the chart with its branches empty: its size, and the place of each branch."""
        return _BRANCH.sub(lambda found: _emptied(found[0]), self.svg)


def _mark(branch: str) -> str:
    """Return a branch's two fingerprints: of its id, and of its content wherever it stands."""
    return _fingerprint(_id(branch)) + _fingerprint(branch.partition(">")[2])


def _emptied(branch: str) -> str:
    opening = branch[: branch.index(">")].rstrip("/")
    return f"{opening} hx-morph-skip-children></svg>"


def _id(branch: str) -> str:
    found = _ID.search(branch)
    return found[1] if found else ""


def _fingerprint(text: str) -> str:
    return blake2s(text.encode(), digest_size=MARK // 2).hexdigest()
