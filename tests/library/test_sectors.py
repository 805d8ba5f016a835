"""Each sector of the library is a whole, good organisation, and says something of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import orgdesign.library
from orgdesign.diagnosis import diagnose
from orgdesign.library import SECTORS, UnknownSector, organisation_of, require_sector
from orgdesign.library.sectors import text_of
from orgdesign.model import Organisation
from orgdesign.resources import folder
from orgdesign.yamlfile import read, read_file

NUMBERS_OF_THE_USER = {"measure-without-baseline", "measure-without-target"}
EXAMPLES = ["hospital", "northwind", "software"]

each_sector = pytest.mark.parametrize("sector", SECTORS)


def test_every_file_of_the_library_is_a_sector():
    files = Path(orgdesign.library.__file__).parent.glob("*.yaml")
    assert sorted(path.stem for path in files) == [*SECTORS] == sorted(SECTORS)


@each_sector
def test_it_is_read_without_a_problem(sector):
    assert read(text_of(sector).encode(), f"{sector}.yaml").problems == ()


@each_sector
def test_the_diagnosis_misses_nothing_but_the_figures(sector):
    found = diagnose(organisation_of(sector))
    others = [each.finding.message for each in found if each.rule not in NUMBERS_OF_THE_USER]
    assert others == []


@each_sector
def test_it_is_as_large_as_a_person_can_look_through(sector):
    organisation = organisation_of(sector)
    assert 3 <= len(organisation.outcome.outcomes) <= 5
    assert 12 <= len(organisation.functions) <= 20
    assert 4 <= len(organisation.journey) <= 7


@each_sector
def test_every_part_says_all_that_a_page_shows_of_it(sector):
    organisation = organisation_of(sector)
    assert organisation.outcome.customer
    for outcome in organisation.outcome.walk():
        assert outcome.accountable, outcome.id
        assert outcome.measures, outcome.id
    for function in organisation.functions.values():
        assert not function.gaps, function.id
        assert function.alignment.link, function.id
        assert function.measures, function.id
    for role in organisation.roles.values():
        assert role.purpose, role.id
        assert len(role.accountabilities) >= 2, role.id
        assert role.function, role.id
        assert role.measured_by, role.id
    for measure in organisation.measures.values():
        assert measure.unit, measure.id
        assert measure.better, measure.id
        assert measure.kind, measure.id
    for stage in organisation.journey.values():
        assert stage.outcome, stage.id
    for handoff in organisation.handoffs.values():
        assert handoff.passes, handoff.id
        assert handoff.measure, handoff.id


@each_sector
def test_it_says_nothing_that_only_a_company_itself_can_know(sector):
    organisation = organisation_of(sector)
    for measure in organisation.measures.values():
        assert (measure.baseline, measure.target) == (None, None), measure.id
    for role in organisation.roles.values():
        assert (role.holder, role.vacant, role.rewarded_for) == (None, False, ()), role.id
    for function in organisation.functions.values():
        assert (function.headcount, function.cost) == (None, None), function.id


@each_sector
def test_it_says_only_what_picking_carries_over(sector):
    organisation = organisation_of(sector)
    assert not any(one.outcomes for one in organisation.outcome.outcomes.values())
    assert not any(one.works_against for one in organisation.measures.values())
    assert not any(one.work for one in organisation.functions.values())


def sentences(organisation: Organisation) -> Iterator[str]:
    """Yield all that is said of an organisation and nowhere else."""
    yield from (one.statement for one in organisation.outcome.walk())
    for function in organisation.functions.values():
        yield function.alignment.contribution or ""
    for role in organisation.roles.values():
        yield from (role.purpose or "", *role.accountabilities)
    yield from (one.name for one in organisation.measures.values())
    yield from (one.passes or "" for one in organisation.handoffs.values())


def example(name: str) -> Organisation:
    organisation = read_file(folder("examples") / f"{name}.yaml").organisation
    assert organisation
    return organisation


def test_no_sector_borrows_a_sentence():
    ours = Counter(each for sector in SECTORS for each in sentences(organisation_of(sector)))
    examples = {each for name in EXAMPLES for each in sentences(example(name))}
    assert [said for said, times in ours.items() if times > 1 or said in examples] == []


def test_a_sector_that_is_not_there_is_told_with_what_was_perhaps_meant():
    with pytest.raises(UnknownSector, match=r'Did you mean "public-service"\? It has: bank, hosp'):
        require_sector("public service")
    with pytest.raises(UnknownSector, match=r'no sector "mining"\. It has: bank'):
        require_sector("mining")
    assert require_sector("bank") == "bank"
