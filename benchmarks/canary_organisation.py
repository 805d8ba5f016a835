"""An organisation out of the schema itself: something to be found in every field that there is.

Each text and number is a canary: it stands in one place, and what it tells is known by where that
is: in which branch, and as a fact of which kind. So a new field of the schema is tried by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.canary_maker import BRANCHES, Canary, CanaryFile, CanaryMaker
from orgdesign.redaction import Sight
from orgdesign.yamlfile.schema import agreements, assessment, designs, theme
from orgdesign.yamlfile.schema import organisation as today


def may_see(canary: Canary, sight: Sight) -> bool:
    """Tell, apart from the product, whether a canary may be seen."""
    if sight.is_whole:
        return True
    top = f"{canary.branch}-function"
    here = [scope for scope in sight.scopes if scope.branch in (None, top) or canary.branch == ""]
    facts = frozenset[str]().union(*(scope.facts for scope in here))
    return canary.branch != "whole" and bool(here) and canary.facts <= facts


def canary_file(number: int = 0) -> CanaryFile:
    """Return an organisation of two branches with a canary in every field of the schema."""
    maker = CanaryMaker(number)
    data = maker.file.data
    data["organization"] = maker.text()
    data["outcome"] = maker.shape(today.RootOutcomeShape, ("accountable", "measures", "outcomes"))
    data["outcome"]["outcomes"] = {}
    data["functions"] = {"top": {"name": maker.within("top").text()}}
    maker.within("")
    for section in ("roles", "measures", "journey", "handoffs", "designs", "views", "decisions"):
        data[section] = {}
    for branch in BRANCHES:
        _add_branch(maker.within(branch), data, branch)
    maker.within("")
    _add_agreements(maker, data)
    _add_designs(maker, data)
    said = repr(data)
    maker.file.canaries = [each for each in maker.file.canaries if each.text in said]
    return maker.file


def _add_branch(maker: CanaryMaker, data: dict[str, Any], branch: str) -> None:
    said = maker.within("").shape(today.OutcomeShape, ("accountable", "measures", "outcomes"))
    data["outcome"]["outcomes"][f"{branch}-outcome"] = said
    maker.within(branch)
    for id_, above in (("function", "top"), ("second", f"{branch}-function")):
        said = maker.shape(today.FunctionShape, ("dotted_to",) if id_ == "second" else ())
        data["functions"][f"{branch}-{id_}"] = {**said, "reports_to": above}
    data["roles"][f"{branch}-role"] = {**maker.shape(today.RoleShape, ("reports_to", "vacant"))}
    maker.facts.append("measures")
    data["measures"][f"{branch}-measure"] = maker.shape(today.MeasureShape)
    maker.facts.clear()
    maker.within("")
    data["journey"][f"{branch}-stage"] = maker.shape(today.StageShape, ("functions",))
    data["journey"][f"{branch}-stage"]["functions"] = [f"{branch}-function"]
    maker.within(branch)
    data["handoffs"][f"{branch}-hand-off"] = maker.shape(today.HandoffShape)
    data["handoffs"][f"{branch}-hand-off"]["to"] = f"{branch}-second"
    data["views"][f"{branch}-view"] = maker.shape(
        agreements.ViewShape, ("design", "phase", "show", "colour_by")
    )
    data["decisions"][f"{branch}-decision"] = maker.shape(agreements.DecisionShape)


def _add_agreements(maker: CanaryMaker, data: dict[str, Any]) -> None:
    maker.facts.append("attributes")
    open_one = maker.text()
    data["attributes"] = {open_one: maker.shape(agreements.AttributeShape)}
    maker.facts.append("private")
    data["attributes"]["private-one"] = {"private": "yes", "name": maker.text()}
    maker.facts.remove("attributes")
    secret = maker.text()
    maker.facts.clear()
    for branch in BRANCHES:
        maker.within(branch)
        maker.facts += ["attributes", "private"]
        data["functions"][f"{branch}-function"]["attributes"]["private-one"] = maker.text()
        maker.facts.clear()
        maker.facts.append("private")
        data["roles"][f"{branch}-role"]["sections"]["internal-one"] = [maker.text(), secret]
        maker.facts.clear()
    maker.within("")
    data["sections"] = {maker.text(): maker.shape(agreements.SectionShape)}
    data["sections"]["internal-one"] = {"for": ["internal"]}
    data["rules"] = {}
    for branch in BRANCHES:
        maker.within(branch)
        rule = {"ignore": [maker.shape(agreements.IgnoreShape)]}
        data["rules"]["no-alignment" if branch == "north" else "no-contribution"] = rule
    maker.within("")
    data["brand"] = maker.shape(theme.BrandShape, ("logo", "font_file"))
    data["language"] = "en"
    maker.within("whole")
    data["imports"] = maker.shape(agreements.ImportsShape)
    maker.within("beside")  # is of no branch: not shown where only branches are
    maker.facts.append("reasons")
    data["criteria"] = {"north-criterion": maker.shape(designs.CriterionShape)}
    maker.facts.clear()
    maker.facts.append("assessment")
    data["assessment"] = maker.shape(assessment.AssessmentShape)
    maker.facts.clear()
    maker.within("")


def _add_designs(maker: CanaryMaker, data: dict[str, Any]) -> None:
    maker.facts.append("designs")
    for name in ("both", *BRANCHES):
        maker.within("" if name == "both" else name)
        skip = ("phases", "options", "chosen", "scores")
        design = maker.shape(designs.DesignShape, skip)
        maker.within("beside" if name == "both" else name)
        design["changes"] = [
            change
            for branch in (BRANCHES if name == "both" else (name,))
            for change in _changes(maker.within(branch))
        ]
        data["designs"][f"{name}-design"] = design
    maker.facts.clear()
    maker.within("")


def _changes(maker: CanaryMaker) -> Iterator[dict[str, Any]]:
    for word, kind in designs.CHANGE_SHAPES.items():
        if word == "rename-organization":
            continue
        company_wide = any(each in word for each in ("outcome", "stage"))
        branch = maker.branch
        if company_wide:
            maker.within("")
        made = maker.shape(kind, ("change", "after", "options", "phase", "id", "vacant"))
        maker.within(branch)
        change = {"change": word, **made}
        if company_wide:
            for key in ("functions", "measures", "accountable", "owner"):
                change.pop(key, None)
            for key, referred in (("outcome", "outcome"), ("stage", "stage")):
                if key in change and word.startswith(("change", "retire")):
                    change[key] = f"{branch}-{referred}"
        for key in ("way", "employer") if word == "transfer" else ():
            change.pop(key, None)
        if word in ("add", "add-role"):
            change["reports_to" if word == "add" else "function"] = f"{branch}-function"
        yield change
