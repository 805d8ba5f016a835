"""Customers as an asset: those won and lost, what they are worth, and who defines it how.

The customer-asset metrics follow Bliss, *Chief Customer Officer*; the words are our own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from orgdesign.model import Better, CustomerAsset, Measure, Organisation
from orgdesign.value_objects import value_object

TIMES = frozenset(
    each + plural
    for each in ("second", "minute", "hour", "day", "week", "month", "year")
    for plural in ("", "s")
)
"""The units of time, in which no asset is counted."""


@value_object
class Asset:
    """A customer-asset metric: what it is called, what to count, and which way is better.

    ``terms`` are the beginnings of words by which a measure that counts the same is known, and
    ``parts`` says by what its values are told apart: a ``group`` of customers or a ``reason``.
    """

    id: str
    name: str
    counts: str
    better: Better
    terms: tuple[str, ...]
    parts: str = ""

    def is_counted_by(self, measure: Measure) -> bool:
        """Whether a measure seems to count the same, by the words of its name.

        What is told in hours or days counts no customers and no money.
        """
        words = re.findall(r"\w+", measure.name.casefold())
        if (measure.unit or "").casefold() in TIMES or TIMES.intersection(words[:1]):
            return False
        return any(
            all(any(word.startswith(each) for word in words) for each in term.split())
            for term in self.terms
        )


ASSETS: Mapping[str, Asset] = {
    asset.id: asset
    for asset in (
        Asset("new-customers", "New customers", "How many were won", "higher", ("new custom",)),
        Asset(
            *("value-of-new-customers", "Value of new customers", "What they are worth", "higher"),
            ("new business",),
        ),
        Asset(
            *("lost-customers", "Lost customers", "How many left", "lower"),
            ("lost custom", "custom lost", "churn", "cancel"),
            "reason",
        ),
        Asset(
            *("value-of-lost-customers", "Value of lost customers", "What they were worth"),
            *("lower", ("lost revenue", "lost premium"), "reason"),
        ),
        Asset(
            *("renewals", "Renewals", "How many of those who could renew did", "higher"),
            ("renew", "retention", "retain"),
        ),
        Asset(
            *("revenue-by-group", "Revenue", "What customers bring", "higher"),
            ("revenue", "turnover"),
            "group",
        ),
        Asset(
            *("profitability-by-group", "Profitability", "What is left of it", "higher"),
            ("profit", "margin"),
            "group",
        ),
        Asset(
            *("referrals", "Referrals", "How many came because others sent them", "higher"),
            ("referral", "referred", "recommend"),
            "group",
        ),
    )
}


@value_object
class AssetEntry:
    """A metric on the board: what it is, what people wrote about it, and who differs.

    ``rivals`` are measures of the file that seem to count the same, each with its own words.
    """

    asset: Asset
    said: CustomerAsset
    rivals: tuple[Measure, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether the file counts it in more than one way."""
        ways = {(each.name.casefold(), each.unit, each.better) for each in self.rivals}
        return len(ways) > 1

    @property
    def change(self) -> float | None:
        """Return how much the value changed, in its unit; None while either is not said."""
        value, previous = self.said.value, self.said.previous
        return None if value is None or previous is None else value - previous

    @property
    def is_better(self) -> bool | None:
        """Whether it changed for the better; None where it did not, or nobody can tell."""
        if not self.change:
            return None
        return (self.change > 0) == (self.asset.better == "higher")


def board(organisation: Organisation) -> tuple[AssetEntry, ...]:
    """Return every customer-asset metric, in the order of the board."""
    said, measures = organisation.assessment.customer_assets, organisation.measures.values()
    return tuple(
        AssetEntry(
            asset,
            said.get(asset.id, CustomerAsset()),
            tuple(each for each in measures if asset.is_counted_by(each)),
        )
        for asset in ASSETS.values()
    )
