"""What the rules find in the open files, asked once for each edition."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from flask import current_app

from orgdesign.diagnosis import RuleHit, diagnose
from orgdesign.model import Organisation
from orgdesign.workspace import Edition

MOST_ASKED = 2000
"""Of how many functions the rules are asked before a page is shown."""
REMEMBERED = 8
"""Of how many editions the findings are remembered."""


class Diagnoses:
    """The findings of the editions shown lately; safe to share between threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, tuple[RuleHit, ...]] = OrderedDict()
        self._lock = Lock()

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

    def knows(self, edition: Edition) -> bool:
        """Tell whether the rules were asked of an edition already."""
        return edition.digest in self._found


def findings_cache() -> Diagnoses:
    """Return the findings that the app remembers."""
    kept: Diagnoses = current_app.extensions.setdefault("diagnoses", Diagnoses())
    return kept


def functions_in_finding(found: RuleHit, organisation: Organisation) -> Iterator[str]:
    """Yield the functions that a finding is about, also by a hand-off of theirs."""
    for place in (found.finding.at, *found.finding.others):
        if place.kind == "function":
            yield place.id
        elif place.kind == "handoff":
            handoff = organisation.handoffs[place.id]
            yield from (handoff.giver, handoff.taker)
