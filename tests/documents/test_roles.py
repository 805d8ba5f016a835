"""What role descriptions say."""

from dataclasses import replace

import pytest

from orgdesign.documents.roles import advertisement, describe_roles, silent_descriptions
from orgdesign.model import Change
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER, redesigned, with_role


def described(role: str, organisation=INSURER, then=None):
    [found] = describe_roles(disclose(organisation, then), role=role)
    return found


def test_a_description_opens_with_the_customer_outcome():
    first = described("claims-director").sections[0]
    assert first.heading == "The customer outcome it serves"
    assert first.lines == (
        "The customer: Households.",
        "What the customer gets: “Every claim is settled fairly”.",
        "Claims serves “My claim is settled fast” directly: Decides and pays on the first call.",
    )


def test_its_sections_come_in_one_order():
    assert [each.heading for each in described("claims-director").sections] == [
        "The customer outcome it serves",
        "Purpose",
        "Accountabilities",
        "Decision rights",
        "Hand-offs in",
        "Hand-offs out",
        "Measured by",
        "Rewarded for",
        "Reporting line",
    ]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Accountabilities", ("Every open claim has a named owner.",)),
        (
            "Hand-offs in",
            (
                "From Chief Executive's Office: The promise"
                " (in the stage “Makes a claim”; measured by Quixotic index).",
            ),
        ),
        ("Hand-offs out", ("To Skunkworks laboratory: Odd claims.",)),
        ("Measured by", ("Quixotic index: from 1 to 2.",)),
        ("Rewarded for", ("Quixotic index: 40%.",)),
        ("Reporting line", ("Reports to Chief Executive.", "Accountable for Claims.")),
    ],
)
def test_a_section_says(heading, lines):
    assert described("claims-director").lines(heading) == lines


def test_the_head_of_all_says_who_reports_to_it():
    assert described("chief").lines("Reporting line") == (
        "Reports to no other role.",
        "Accountable for Chief Executive's Office.",
        "Reporting to it: Claims Director and Head of Skunkworks.",
    )


def test_nothing_is_said_of_what_is_not_known():
    headings = [each.heading for each in described("skunkworks-head").sections]
    assert headings == ["The customer outcome it serves", "Reporting line"]


def test_a_design_is_told_beside_today_where_it_changes_something():
    found = described("claims-director", then=redesigned())
    told = {each.heading: each.before for each in found.sections}
    assert told["Reporting line"] == ("Reports to Chief Executive.", "Accountable for Claims.")
    assert told["Purpose"] is None


def test_a_phase_shows_no_more_than_its_changes():
    found = described("chief", then=redesigned(phase="spring"))
    assert found.lines("Rewarded for") == ()
    assert found.then == "New structure, after Spring"


def test_a_role_without_an_outcome_or_a_customer_measure_is_silent_about_the_customer():
    assert [each.id for each in silent_descriptions(describe_roles(disclose(INSURER)))] == [
        "skunkworks-head"
    ]


def test_roles_of_one_function():
    found = describe_roles(disclose(INSURER), function="claims")
    assert [each.id for each in found] == ["claims-director"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"role": "claims-directer"}, 'did you mean "claims-director"'),
        ({"function": "claim"}, 'did you mean "claims"'),
        ({"function": "skunkworks-lab"}, "Skunkworks laboratory has no role"),
    ],
)
def test_what_is_not_there_is_refused(asked, message):
    with pytest.raises(OrgdesignError, match=message):
        describe_roles(disclose(INSURER), **asked)


def test_an_advertisement_names_no_holder_and_no_reward():
    disclosure = disclose(INSURER)
    told = str(advertisement(disclosure, describe_roles(disclosure, role="claims-director")))
    assert "One owner for every claim." in told
    assert "You report to the Chief Executive." in told
    assert "Quill" not in told
    assert "Quixotic" not in told


def test_a_role_that_ends_is_not_advertised():
    ends = Change("retire-role", None, None, {"role": "claims-director"})
    designs = {"new": replace(INSURER.designs["new"], changes=(ends,))}
    then = redesigned(replace(INSURER, designs=designs))
    disclosure = disclose(INSURER, then)
    assert described("claims-director", then=then).standing == "Ends with New structure"
    with pytest.raises(OrgdesignError, match="A role that ends is not advertised"):
        advertisement(disclosure, describe_roles(disclosure, role="claims-director"))


def test_a_role_that_nobody_holds_is_vacant():
    found = described("claims-director", with_role(vacant=True))
    assert ("Post holder", "Vacant") in found.facts
