"""What serves a customer outcome is one share, wherever it is told: counted here once more."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from pptx import Presentation

from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis.coverage import Share
from orgdesign.diagnosis.effects import effects
from orgdesign.documents.booklet import booklet
from orgdesign.documents.deck import deck
from orgdesign.documents.web_page.contents import bars
from orgdesign.model import Organisation
from orgdesign.redaction import disclose
from orgdesign.resources import folder
from orgdesign.yamlfile import read_file
from tests.documents.booklets import Read
from tests.web.conftest import Site

NORTHWIND, SOFTWARE = (folder("examples") / f"{each}.yaml" for each in ("northwind", "software"))


def counted(organisation: Organisation) -> list[int]:
    """Return what serves an outcome of functions, people and cost, in whole per cent."""
    every = organisation.functions.values()
    serves = [one for one in every if one.alignment.outcome]
    shares = []
    for weigh in (lambda one: 1, lambda one: one.headcount or 0, lambda one: one.cost or 0):
        part, whole = (sum(map(weigh, those)) for those in (serves, every))
        shares.append(100 if part == whole else min(max(int(100 * part / whole + 0.5), 1), 99))
    return shares


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def tells(site: Site, rest: str = "") -> str:
    return words(site.get(site.address + rest).text)


@pytest.mark.parametrize("file", [NORTHWIND, SOFTWARE], ids=lambda file: file.stem)
def test_the_chart_the_figures_and_the_summary_tell_the_same_shares(site: Site, file) -> None:
    site.path.write_bytes(file.read_bytes())
    today = read_file(file).organisation
    assert today
    functions, people, cost = counted(today)
    drawn = structure_after(today, next(iter(today.designs.values()))).organisation
    assert f"{counted(drawn)[0]}% of functions aligned" in tells(site)
    for rest in ("/diagnosis/figures", "/diagnosis/summary"):
        said = tells(site, rest)
        shares = {"functions serve": functions, "people serve": people, "cost serves": cost}
        for what, share in shares.items():
            if share < 100:
                assert f"{100 - share}% of our {what} no customer outcome." in said


def test_the_shares_of_a_design_are_the_same_in_the_documents_and_beside_today_s() -> None:
    today = read_file(NORTHWIND).organisation
    assert today
    then = structure_after(today, today.designs["outcome-led"])
    before, after = counted(today), counted(then.organisation)
    assert before != after
    out = disclose(today, then)
    assert [(bar.before, bar.percent) for bar in bars(out)] == [*zip(before, after, strict=True)]
    moved = effects(today, then.organisation, then.lineage)[:3]
    assert [(one.before, one.after) for one in moved] == [*zip(before, after, strict=True)]
    charts = [
        shape.chart
        for slide in Presentation(io.BytesIO(deck(out))).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    (scores,) = (one for one in charts if "Serve a customer outcome" in one.plots[0].categories)
    assert [series.values[0] for series in scores.plots[0].series] == [before[0], after[0]]
    printed = " ".join(" ".join(Read(booklet(out)).pages).split())
    for share, name in zip(
        range(3),
        ("Serve a customer outcome", "People who serve one", "Cost that serves one"),
        strict=True,
    ):
        told = printed[printed.index(name) :][:200]
        assert f"{before[share]}%" in told
        assert f"{after[share]}%" in told


def test_a_share_is_nothing_or_all_only_when_it_is() -> None:
    assert Share(1, 1000).percent == 1
    assert Share(999, 1000).percent == 99
    assert (Share(0, 7).percent, Share(7, 7).percent, Share(0, 0).percent) == (0, 100, None)
