"""What every page over the parts of a section shows."""

from __future__ import annotations

from flask import url_for

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
