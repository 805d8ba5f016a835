"""What every page over the parts of a section shows, and the list of them."""

from __future__ import annotations

from flask import url_for
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.diagnosis import RuleHit
from orgdesign.web.kit import FilePage, PartSummary, findings_about, findings_cache
from orgdesign.web.parts.part_removal import PartRemoval


class PartsPage(FilePage):
    """The parts of one section, the way to each, and what it means to take one out."""

    def list_address(self, part: PartSummary | None) -> str:
        """Return the address of the list, at a part of it."""
        key = self.key_of(part.id) if part else None
        anchor = f"part-{key}" if part else None
        name = self.section.name
        return url_for("parts.list_section", section=name, at=key, _anchor=anchor)

    def findings(self, part: PartSummary) -> list[RuleHit]:
        """Return what is found about a part, as far as it is known without waiting."""
        hits = findings_cache().soon(self.edition) or ()
        return findings_about(self.section.noun.replace("-", ""), part.id, hits)

    def removal(self, part: PartSummary) -> PartRemoval:
        """Return what it means to take a part out."""
        return PartRemoval(self.organisation, self.source, self.section, part.id)


AT_ONCE = 500
"""How many parts a page lists."""
FEW = 25
"""How many parts are seen at a glance, and need no filter."""


class PartList(PartsPage):
    """The parts that the list shows, by what the address asks for."""

    def __init__(self, key: str, section: str, said: MultiDict[str, str]) -> None:
        super().__init__(key, section)
        self.text = " ".join(said.get("q", "").split())
        self._from, self._at = said.get("from", 0, int), said.get("at", "")

    @cached_property
    def matching_parts(self) -> list[PartSummary]:
        """Return the parts that have all the words asked for."""
        wanted = self.text.casefold().split()
        return [
            part
            for part in self.parts
            if all(word in f"{part.title} {part.more}".casefold() for word in wanted)
        ]

    @property
    def is_long(self) -> bool:
        """Whether there are too many parts to be seen at a glance."""
        return len(self.parts) > FEW

    @cached_property
    def start(self) -> int:
        """Return where the page starts: as asked for, or so that the part asked for is on it."""
        if self._at and (part := self.find(self._at)) in self.matching_parts:
            return self.matching_parts.index(part) // AT_ONCE * AT_ONCE
        return max(self._from, 0)

    @property
    def rows(self) -> list[PartSummary]:
        """Return the parts of this page."""
        return self.matching_parts[self.start : self.start + AT_ONCE]

    def query(self, start: int | None = None) -> dict[str, str]:
        """Return what an address asks for: these parts, or those from another one on."""
        first = self.start if start is None else start
        said = {"q": self.text, "from": str(first) if first else ""}
        return {name: value for name, value in said.items() if value}

    @property
    def earlier(self) -> dict[str, str] | None:
        """Return what asks for the parts before these, if there are any."""
        return self.query(max(self.start - AT_ONCE, 0)) if self.start else None

    @property
    def later(self) -> dict[str, str] | None:
        """Return what asks for the parts after these, if there are any."""
        after = self.start + AT_ONCE
        return self.query(after) if after < len(self.matching_parts) else None
