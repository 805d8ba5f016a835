"""What an assistant is told: organisations, findings, differences and charts, all redacted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from orgdesign.assistant.disclosed_files import DisclosedFiles
from orgdesign.charts import Chart, before, fitting_depth, fold
from orgdesign.charts import after as after_chart
from orgdesign.charts import changes as changes_charts
from orgdesign.designs.comparison import compare, lineage_by_id
from orgdesign.diagnosis import Places, diagnose
from orgdesign.documents.json_model import model
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure
from orgdesign.yamlfile import Source

VIEWS = ("before", "changes", "after")


def file_summaries(files: DisclosedFiles) -> Iterator[dict[str, Any]]:
    """Yield each file with its organisation's name and designs, or how many problems it has."""
    for name in files.names():
        edition = files.open_file(name).now()
        organisation = edition.organisation
        known = organisation.designs.values() if organisation else ()
        yield {
            "file": name,
            "organisation": organisation.name if organisation else "",
            "problems": len(edition.problems),
            "designs": [{"id": design.id, "name": design.name} for design in known],
        }


def organisation_data(disclosure: Disclosure) -> dict[str, Any]:
    """Return an organisation in the shape of the file."""
    data: dict[str, Any] = json.loads(model(disclosure))
    return data


def finding_data(disclosure: Disclosure, source: Source | None = None) -> list[dict[str, Any]]:
    """Return what the rules find in today, with the lines of its text, or in a design."""
    organisation = _by_itself(disclosure)
    places = Places(organisation)
    return [
        {
            "rule": hit.rule,
            "severity": hit.severity,
            "message": hit.finding.message,
            "remedy": hit.finding.remedy,
            "line": source.locate(places.path(hit.finding.at))[0] if source else None,
        }
        for hit in diagnose(organisation)
    ]


def difference_data(disclosure: Disclosure) -> list[dict[str, Any]]:
    """Return what a design changes in today, in sentences."""
    then = disclosure.then
    if then is None:
        raise OrgdesignError("Name a design to see what it changes.")
    differences = compare(disclosure.today, then.organisation, then.lineage)
    return [{"kind": each.kind, "part": each.of, "sentence": each.sentence} for each in differences]


def _by_itself(disclosure: Disclosure) -> Organisation:
    """Return what is shown; that of a design without designs, as they start from today."""
    return replace(disclosure.organisation, designs={}) if disclosure.then else disclosure.today


def findings_changed(disclosure: Disclosure) -> dict[str, list[str]]:
    """Return the findings that a design would add, and those that it would mend."""
    assert disclosure.then is not None  # noqa: S101 - asked of a design only
    without_designs = replace(disclosure.today, designs={})
    today = Counter(hit.finding.message for hit in diagnose(without_designs))
    then = Counter(hit.finding.message for hit in diagnose(_by_itself(disclosure)))
    return {"added": sorted(then - today), "mended": sorted(today - then)}


def chart_of(disclosure: Disclosure, view: str) -> tuple[Chart, tuple[Chart, ...]]:
    """Return a chart, folded to what can be read, and those that it shares a layout with."""
    if view not in VIEWS:
        raise OrgdesignError(f'There is no chart "{view}"; choose one of {", ".join(VIEWS)}.')
    today, then = disclosure.today, disclosure.then
    if view == "changes":
        if then is None:
            raise OrgdesignError("Name a design to see what it changes.")
        lineage = then.lineage or lineage_by_id(today, then.organisation)
        found = compare(today, then.organisation, lineage)
        drawn = changes_charts(today, then.organisation, lineage, found)
        return drawn.changes, tuple(drawn)
    chart = before(today) if view == "before" else after_chart(disclosure.organisation)
    return fold(chart, fitting_depth(chart)), ()
