"""Customers as an asset: a plain board for the wall, and the forms of its figures."""

from __future__ import annotations

from flask import abort, request
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place, RuleHit, diagnose
from orgdesign.diagnosis.readiness.customer_assets import ASSETS, AssetEntry, board
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import AssetPart, CustomerAsset, Measure
from orgdesign.web.diagnosis.assessment import (
    AssessmentPage,
    assessment_pages,
    in_ids,
    tell_unknown,
)
from orgdesign.web.diagnosis.asset_form import AssetForm
from orgdesign.web.kit import Answer, Form, amount

TOP = ("assessment", "customer_assets")
AT_FIRST = 8
"""How many of those who use a measure are named."""
TWICE = "measure-defined-twice"
MINUS = "\N{MINUS SIGN}"
PER_CENT = ("%", "per cent", "percent")


class AssetsPage(AssessmentPage):
    """Every metric on the board."""

    here, body = "customer_assets.show", "diagnosis/assessment/customer_assets.html"
    at_first = AT_FIRST

    @cached_property
    def entries(self) -> tuple[AssetEntry, ...]:
        """Return the metrics, in the order of the board."""
        return board(self.organisation)

    @cached_property
    def twice(self) -> tuple[RuleHit, ...]:
        """Return the measures of the file that are defined more than once."""
        found = diagnose(self.organisation, [RULES[TWICE]])
        return tuple(each for each in found if each.rule == TWICE)

    @property
    def disputed_metrics(self) -> list[AssetEntry]:
        """Return the metrics that the file counts in more than one way."""
        return [entry for entry in self.entries if entry.is_disputed]

    def form(self, entry: AssetEntry) -> Form:
        """Return the form of a metric."""
        part = (*TOP, entry.asset.id)
        form = AssetForm.for_asset(part, self.source, bool(entry.asset.parts))
        return self.as_sent(form, entry.asset.id)

    def owner(self, entry: AssetEntry) -> str:
        """Return the title of the role that answers for a metric."""
        role = self.organisation.roles.get(entry.said.owner or "")
        return role.title if role else ""

    def users(self, measure: Measure) -> list[Place]:
        """Return where a measure is used, functions first."""
        places = dict.fromkeys(self.ties.users.get(measure.id, ()))
        return sorted(places, key=lambda place: place.kind != "function")

    def measure_address(self, measure: Measure) -> str:
        """Return the address of the form of a measure."""
        return self.address(Place("measure", measure.id))

    def counting(self, measure: Measure) -> str:
        """Return how a measure counts: in what, and which way is better."""
        said = (
            measure.unit and f"in {measure.unit}",
            measure.better and f"{measure.better} is better",
        )
        return ", ".join(filter(None, said))


pages = assessment_pages(AssetsPage, "customer-assets")


def change_in_words(said: CustomerAsset | AssetPart, unit: str | None) -> str:
    """Return how much a value changed, with its sign; empty where nobody can tell."""
    if said.value is None or said.previous is None:
        return ""
    change = round(said.value - said.previous, 6)
    if not change:
        return "No change"
    points = " points" if unit in PER_CENT else ""
    return f"{'+' if change > 0 else MINUS}{amount(abs(change))}{points}"


@pages.app_template_filter("better_or_worse")
def better_or_worse(entry: AssetEntry, part: AssetPart | None = None) -> str:
    """Return whether a value changed for the better, in a word."""
    said = part or entry.said
    if said.value is None or said.previous is None or said.value == said.previous:
        return ""
    is_better = (said.value > said.previous) == (entry.asset.better == "higher")
    return "better" if is_better else "worse"


pages.add_app_template_filter(change_in_words)


@pages.post("/o/<key>/diagnosis/customer-assets/<asset>")
def change(key: str, asset: str) -> Answer:
    """Save what is written about a metric."""
    page = AssetsPage(key)
    metric = ASSETS.get(asset) or abort(404)
    offers = {"owner": page.roles}
    form = AssetForm.from_typed((*TOP, asset), in_ids(request.form, offers))
    if out := request.form.get("out"):
        form.take_out(out)
    tell_unknown(form, offers)
    screen = page.screen(f"of-{asset}")
    return screen.save(form, metric.name, form.edits_of_rows(page.source))
