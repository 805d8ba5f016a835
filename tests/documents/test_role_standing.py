"""Where roles stand towards the customer: by their links, their pay, and what their text says."""

from pathlib import Path

import pytest

from orgdesign.diagnosis import diagnose
from orgdesign.documents.roles import STANDINGS, rank_of, role_notes
from orgdesign.yamlfile import read_file

MERIDIAN = Path(__file__).with_name("meridian.yaml")


@pytest.fixture(scope="module")
def notes():
    organisation = read_file(MERIDIAN).organisation
    hits = diagnose(organisation)
    return {id_: role_notes(organisation, role, hits) for id_, role in organisation.roles.items()}


def test_a_role_whose_text_works_against_the_customer_is_not_among_the_good_ones(notes):
    assert "against" in notes["pharmacy-manager"]
    assert rank_of(notes["pharmacy-manager"]) < len(STANDINGS)


def test_a_role_that_is_paid_by_company_measures_alone_is_not_among_the_good_ones(notes):
    assert {id_ for id_, found in notes.items() if "pulled" in found} == {
        "pharmacist", "pharmacy-manager", "adviser", "leitung-kundenservice", "leitung-einkauf",
        "responsable-facturation", "estates", "eigyo-bucho",
    }  # fmt: skip


def test_a_role_without_any_reward_is_told_and_stays_where_it_is(notes):
    assert notes["user-researcher"] == ("unpaid",)
    assert rank_of(notes["user-researcher"]) == len(STANDINGS)


def test_a_role_that_nothing_keeps_from_the_customer_has_no_note(notes):
    assert notes["chief-nurse"] == ()
