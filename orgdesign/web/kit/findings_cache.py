"""What the rules find in the open files, asked once for each edition."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from threading import Lock, Thread

from flask import current_app

from orgdesign.diagnosis import RuleHit, diagnose
from orgdesign.model import Organisation
from orgdesign.workspace import Edition

MOST_ASKED = 2000
"""Of how many functions the rules are asked before a page is shown."""
MOST_AT_ONCE = 500
"""With more functions and roles than these, whoever does not need the findings need not wait."""
REMEMBERED = 8
"""Of how many editions the findings are remembered."""


class Diagnoses:
    """The findings of the editions shown lately; safe to share between threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, tuple[RuleHit, ...]] = OrderedDict()
        self._lock, self._begun = Lock(), set[str]()

    def of(self, edition: Edition) -> tuple[RuleHit, ...]:
        """Return what the rules find in the last good organisation of an edition."""
        if edition.organisation is None:
            return ()
        with self._lock:
            if edition.digest not in self._found:
                self._found[edition.digest] = diagnose(edition.organisation)
                while len(self._found) > REMEMBERED:
                    self._found.popitem(last=False)
            return self._found[edition.digest]

    def soon(self, edition: Edition) -> tuple[RuleHit, ...] | None:
        """Return what the rules find; None while a large file is looked at in the background."""
        organisation = edition.organisation
        if organisation is None or self.knows(edition) or not _is_large(organisation):
            return self.of(edition)
        if edition.digest not in self._begun:
            self._begun.add(edition.digest)
            Thread(target=self._find, args=(edition,), daemon=True).start()
        return None

    def _find(self, edition: Edition) -> None:
        try:
            self.of(edition)
        finally:
            self._begun.discard(edition.digest)

    def knows(self, edition: Edition) -> bool:
        """Tell whether the rules were asked of an edition already."""
        return edition.digest in self._found


def _is_large(organisation: Organisation) -> bool:
    return len(organisation.functions) + len(organisation.roles) > MOST_AT_ONCE


def findings_cache() -> Diagnoses:
    """Return the findings that the app remembers."""
    kept: Diagnoses = current_app.extensions.setdefault("diagnoses", Diagnoses())
    return kept


def findings_about(kind: str, part: str, hits: Iterable[RuleHit]) -> list[RuleHit]:
    """Return the findings whose place is a part, without those that follow from another of them."""
    own = [hit for hit in hits if (hit.finding.at.kind, hit.finding.at.id) == (kind, part)]
    return [hit for hit in own if hit.cause is None or hit.cause not in own]


def functions_in_finding(found: RuleHit, organisation: Organisation) -> Iterator[str]:
    """Yield the functions that a finding is about, also by a hand-off of theirs."""
    for place in (found.finding.at, *found.finding.others):
        if place.kind == "function":
            yield place.id
        elif place.kind == "handoff":
            handoff = organisation.handoffs[place.id]
            yield from (handoff.giver, handoff.taker)
