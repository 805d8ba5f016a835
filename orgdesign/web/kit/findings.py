"""What the rules find in the open files, asked once for each edition, away from the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from weakref import WeakKeyDictionary

from cachetools import LRUCache
from flask import current_app

from orgdesign.diagnosis import Diagnosis, RuleHit, diagnosis_of
from orgdesign.diagnosis.effects import ABOUT_TODAY
from orgdesign.diagnosis.rules import RULES, Rule
from orgdesign.model import Organisation
from orgdesign.workspace import Edition, OpenFile

MOST_ASKED = 2000
"""Of how many functions the rules are asked by a page that shows something else."""
MOST_AT_ONCE = 500
"""With more functions and roles than these, whoever does not need the findings need not wait."""
REMEMBERED = 8
"""Of how many editions the findings are remembered."""

Hits = tuple[RuleHit, ...]


class FindingsCache:
    """The findings of the editions shown lately; safe to share between threads.

    The rules are asked in a thread of their own, once for all who want to know.
    """

    def __init__(self) -> None:
        self._hits: LRUCache[str, Future[Diagnosis]] = LRUCache(REMEMBERED)
        self._worker = ThreadPoolExecutor(1, "diagnosis")
        self._lock = Lock()
        self._counts: WeakKeyDictionary[OpenFile, int] = WeakKeyDictionary()

    def count(self, file: OpenFile, edition: Edition) -> int | None:
        """Return how many findings there are, or were when that was last known of the file."""
        known = self.known_hits(edition)
        if known is not None:
            self._counts[file] = len(known)
        return self._counts.get(file)

    def hits(self, edition: Edition) -> Hits:
        """Return what the rules find in the last good organisation of an edition."""
        return self.whole(edition).hits

    def whole(self, edition: Edition) -> Diagnosis:
        """Return what the rules find, and beside it what the file says to take as it is."""
        asked = self._asked_diagnosis(edition)
        return asked.result() if asked else Diagnosis(())

    def known_hits(self, edition: Edition) -> Hits | None:
        """Return what the rules find where that is known already."""
        with self._lock:
            asked = self._hits.get(edition.digest)
        return asked.result().hits if asked and asked.done() and not asked.exception() else None

    def ask(self, edition: Edition) -> Hits | None:
        """Return what is known already; where nothing is, it is worked out for who asks again."""
        asked = self._asked_diagnosis(edition)
        return asked.result().hits if asked and asked.done() else None

    def soon(self, edition: Edition) -> Hits | None:
        """Return what the rules find; None while a large file is looked at in the background."""
        organisation = edition.organisation
        is_large = organisation is not None and _is_large(organisation)
        return self.ask(edition) if is_large else self.hits(edition)

    def structure_hits(
        self, key: str, organisation: Organisation, *, waits: bool = False
    ) -> Hits | None:
        """Return what the rules find in a structure; None while a large one is looked at.

        ``key`` says all of it; that of today's is the digest of the edition, whose findings
        are taken where somebody asked for them.
        """
        with self._lock:
            asked = self._hits.get(key)
        asked = asked or self._work(f"structure {key}", organisation, ABOUT_TODAY)
        return asked.result().hits if waits or asked.done() or not _is_large(organisation) else None

    def _asked_diagnosis(self, edition: Edition) -> Future[Diagnosis] | None:
        if edition.organisation is None:
            return None
        return self._work(edition.digest, edition.organisation, RULES.values())

    def _work(
        self, key: str, organisation: Organisation, rules: Iterable[Rule]
    ) -> Future[Diagnosis]:
        with self._lock:
            if key not in self._hits:
                self._hits[key] = self._worker.submit(diagnosis_of, organisation, tuple(rules))
            return self._hits[key]


def _is_large(organisation: Organisation) -> bool:
    return len(organisation.functions) + len(organisation.roles) > MOST_AT_ONCE


def findings_cache() -> FindingsCache:
    """Return the findings that the app remembers."""
    kept: FindingsCache = current_app.extensions["findings"]
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
