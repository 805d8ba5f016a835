"""Tables that went out, edited by people, and what becomes of it in the file."""

import difflib

import pytest

from orgdesign.imports import BadCells
from orgdesign.yamlfile import read
from tests.imports.returned_sheets import Sheet, brought, reading_of

TEXT = """\
organization: Northwind
outcome:
  statement: Every claim is settled fairly
  accountable: chief
  outcomes:
    settled:
      statement: My claim is settled fast
      accountable: director
    informed:
      statement: I know where I stand   # always
functions:
  office: {name: Office, accountable: chief}
  claims:
    name: Claims
    reports_to: office
    accountable: director
    alignment:
      outcome: settled
      contribution: Decides on the first call   # said in May
      link: direct
      also: [informed]
    measures: [days, calls]
    headcount: 120
    cost: 9800000.5
  legal: {name: Legal, reports_to: office}
roles:
  chief: {title: Chief Executive}
  director:
    title: Claims Director
    holder: A. Souza
    function: claims
    accountabilities: [Every claim has an owner, "Nobody  asks twice"]
    rewarded_for: [{measure: days, weight: 40}, {measure: calls, weight: 60}]
  lead-a: {title: Team leader, function: claims, vacant: yes}
  lead-b: {title: Team leader, function: legal}
measures:
  days: {name: Days to payment, unit: days, baseline: 21, target: 5}
  calls: {name: Calls, works_against: [days]}
  share: {name: Share settled, unit: "%", target: 85}
journey:
  claim: {name: Makes a claim, functions: [office, claims]}
handoffs:
  story: {from: office, to: claims, stage: claim, passes: The story}
designs:
  new:
    name: New
    changes:
      - {change: move, function: legal, reports_to: claims}
      - {change: rename, function: claims, name: Claims and care}
"""
FILE = reading_of(TEXT)


def sheet(name: str) -> Sheet:
    return Sheet(FILE, name)


def changes(*files: bytes, text: str = TEXT) -> list[str]:
    """Return the lines of the file that go and that come."""
    made = brought(reading_of(text), *files)
    new = made.data.decode() if made.is_changed else text
    lines = difflib.ndiff(text.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def told(*files: bytes) -> tuple[str, ...]:
    return brought(FILE, *files).sentences


def problems(*files: bytes) -> tuple[str, ...]:
    with pytest.raises(BadCells) as bad:
        brought(FILE, *files)
    return bad.value.problems


def test_a_text_that_was_edited_is_the_smallest_edit_of_the_file():
    edited = sheet("Functions").put("claims", "Contribution", "Pays at once").csv()
    assert changes(edited) == [
        "-       contribution: Decides on the first call   # said in May",
        "+       contribution: Pays at once   # said in May",
    ]
    assert told(edited) == (
        "Contribution of Claims: “Decides on the first call” becomes “Pays at once”.",
    )


@pytest.mark.parametrize(
    ("table", "id_", "column", "cell", "come", "sentence"),
    [
        ("Functions", "claims", "Headcount", "130", "+     headcount: 130",
         "Headcount of Claims: 120 becomes 130."),
        ("Functions", "claims", "Cost", "1.5", "+     cost: 1.5",
         "Cost of Claims: 9,800,000.5 becomes 1.5."),
        ("Functions", "claims", "Also serves (ids)", "informed, desired",
         "+       also: [informed, desired]",
         "Further outcomes of Claims: “Every claim is settled fairly” comes in."),
        ("Functions", "claims", "Measures", "Calls\nDays to payment",
         "+     measures: [calls, days]",
         "Measures of Claims: in another order."),
        ("Functions", "claims", "Measures", "Calls", "+     measures: [calls]",
         "Measures of Claims: “Days to payment” goes."),
        ("Functions", "legal", "Accountable role", "claims director",
         "+   legal: {name: Legal, reports_to: office, accountable: director}",
         "Accountable role of Legal: “Claims Director”."),
        ("Functions", "legal", "Reports to", "claims",
         "+   legal: {name: Legal, reports_to: claims}",
         "Reporting line of Legal: “Office” becomes “Claims”."),
        ("Roles", "director", "Accountabilities", "Answers\nNobody asks twice",
         "+     accountabilities: [Answers, \"Nobody  asks twice\"]",
         "Accountabilities of Claims Director: “Answers” comes in; "
         "“Every claim has an owner” goes."),
        ("Roles", "director", "Rewarded for", "Days to payment: 50 %\nCalls: 60%",
         "+     rewarded_for: [{measure: days, weight: 50}, {measure: calls, weight: 60}]",
         "Rewards of Claims Director: “Days to payment: 50 %” comes in; "
         "“Days to payment: 40%” goes."),
        ("Roles", "director", "Rewarded for", "Share settled",
         "+     rewarded_for: [{measure: share}]",
         "Rewards of Claims Director: “Share settled” comes in; "
         "“Days to payment: 40%”, “Calls: 60%” go."),
        ("Roles", "lead-b", "Vacant", "YES",
         "+   lead-b: {title: Team leader, function: legal, vacant: true}",
         "Team leader (lead-b) becomes vacant."),
        ("Roles", "lead-a", "Vacant", "", "+   lead-a: {title: Team leader, function: claims}",
         "Team leader (lead-a) is no longer vacant."),
        ("Measures", "share", "Target", "90%",
         "+   share: {name: Share settled, unit: \"%\", target: 90}",
         "Target of Share settled: 85 becomes 90."),
        ("Measures", "calls", "Works against", "", "+   calls: {name: Calls}",
         "Opposed measures of Calls: “Days to payment” goes."),
        ("Hand-offs", "story", "To", "Legal",
         "+   story: {from: office, to: legal, stage: claim, passes: The story}",
         "Taking function of the hand-off from Office to Claims: “Claims” becomes “Legal”."),
        ("Hand-offs", "story", "Passes", "All of it",
         "+   story: {from: office, to: claims, stage: claim, passes: All of it}",
         "What passes at the hand-off from Office to Claims: “The story” becomes “All of it”."),
        ("Outcomes", "settled", "Accountable role", "",
         "",
         "Accountable role of “My claim is settled fast”: “Claims Director” goes."),
    ],
)  # fmt: skip
def test_what_was_edited_is_edited_in_the_file_and_told(table, id_, column, cell, come, sentence):
    edited = sheet(table).put(id_, column, cell)
    for made in (edited.csv(), edited.csv(";", "cp1252"), edited.xlsx(table)):
        assert [line for line in changes(made) if line[0] == "+"] == [come] * bool(come)
        assert told(made) == (sentence,)


def test_an_emptied_cell_removes_what_it_said():
    edited = sheet("Roles").put("director", "Holder", " ").csv()
    assert changes(edited) == ["-     holder: A. Souza"]
    assert told(edited) == ("Holder of Claims Director: “A. Souza” goes.",)


def test_both_cells_of_a_reference_emptied_remove_it_and_the_id_stays_where_there_is_a_name():
    edited = sheet("Functions").put("legal", "Reports to", "").put("legal", "Reports to (id)", "")
    assert changes(edited.csv())[1] == "+   legal: {name: Legal}"
    edited.put("legal", "Reports to", "Claims")
    assert changes(edited.csv())[1] == "+   legal: {name: Legal, reports_to: claims}"


def test_a_row_with_a_new_id_or_with_none_is_a_new_part():
    functions = sheet("Functions")
    functions.add(Name="Lisa's Team", Headcount="5", **{"Reports to": "Claims"})
    functions.add(Id="care", Name="Care", Link="direct", **{"Accountable role": "Head of Care"})
    roles = sheet("Roles").add(Title="Head of Care", Vacant="yes", Function="Care")
    outcomes = sheet("Outcomes").add(Statement="I am treated kindly", **{"Under (id)": "informed"})
    handoffs = sheet("Hand-offs").add(From="Care", To="Legal")
    files = [each.csv() for each in (functions, roles, outcomes, handoffs)]
    assert [line for line in changes(*files) if "+" in line] == [
        "+       outcomes:",
        "+         i-am-treated-kindly:",
        "+           statement: I am treated kindly",
        "+   lisas-team: {name: Lisa's Team, reports_to: claims, headcount: 5}",
        "+   care: {name: Care, accountable: head-of-care, alignment: {link: direct}}",
        "+   head-of-care: {title: Head of Care, function: care, vacant: true}",
        "+   care-to-legal: {from: care, to: legal}",
    ]
    assert told(*files) == (
        "Lisa's Team is new: a function (lisas-team).",
        "Care is new: a function (care).",
        "Head of Care is new: a role (head-of-care).",
        "“I am treated kindly” is new: an outcome (i-am-treated-kindly).",
        "What passes is new: a hand-off (care-to-legal).",
    )
    once = brought(FILE, *files).data.decode()
    assert not brought(reading_of(once), *files).is_changed


def test_an_outcome_moves_with_what_is_under_it_and_new_ones_come_anywhere():
    outcomes = sheet("Outcomes").put("informed", "Under (id)", "kind")
    outcomes.add(Id="kind", Statement="I am treated kindly", **{"Under (id)": "settled"})
    made = brought(FILE, outcomes.csv())
    new = read(made.data, "new").organisation.outcome
    assert [*new.outcomes] == ["settled"]
    assert [*new.outcomes["settled"].outcomes["kind"].outcomes] == ["informed"]
    assert made.sentences[1:] == (
        "Outcome above “I know where I stand”: “Every claim is settled fairly” becomes "
        "“I am treated kindly”.",
    )


def test_a_name_that_was_edited_wins_over_the_id_beside_it():
    by_name = sheet("Functions").put("legal", "Reports to", "Claims")
    by_id = sheet("Functions").put("legal", "Reports to", "")
    by_id.put("legal", "Reports to (id)", "claims")
    both = (
        sheet("Functions")
        .put("legal", "Reports to", "Claims")
        .put("legal", "Reports to (id)", "claims")
    )
    came = "+   legal: {name: Legal, reports_to: claims}"
    assert [changes(each.csv())[1] for each in (by_name, by_id, both)] == [came] * 3


def test_the_same_sheet_can_come_back_twice_with_the_ids_that_were_there_before():
    edited = sheet("Functions").put("legal", "Reports to", "Claims").csv()
    once = brought(FILE, edited)
    twice = brought(read(once.data, "northwind.yaml"), edited)
    assert not twice.is_changed
    assert "D4: the name beside it says what the file says, and counts" in twice.sentences[-1]


def test_an_id_tells_parts_of_one_name_apart():
    text = TEXT.replace("{name: Legal, ", "{name: Legal, accountable: lead-a, ")
    edited = Sheet(reading_of(text), "Functions").put("legal", "Accountable role (id)", "lead-b")
    assert changes(edited.csv(), text=text)[1:] == [
        "+   legal: {name: Legal, accountable: lead-b, reports_to: office}"
    ]


def test_what_a_reference_was_called_and_is_called_now_are_both_known():
    renamed = sheet("Functions").put("claims", "Name", "Claims and care")
    renamed.put("legal", "Reports to", "Claims and care")
    assert "+   legal: {name: Legal, reports_to: claims}" in changes(renamed.csv())
    renamed.put("legal", "Reports to", "Claims")
    assert "+   legal: {name: Legal, reports_to: claims}" in changes(renamed.csv())


def test_what_is_worked_out_is_no_edit_and_is_said():
    edited = sheet("Roles").put("director", "Reports to", "Nobody")
    assert changes(edited.csv()) == []
    assert told(edited.csv()) == (
        "1.csv, E3: “Reports to” is worked out from who is accountable for which function;"
        " nothing was changed.",
    )


def test_a_list_by_name_and_by_id_has_to_agree_and_names_have_to_be_those_of_one():
    both = sheet("Functions").put("claims", "Measures", "Calls")
    both.put("claims", "Measures (ids)", "days")
    assert problems(both.csv()) == (
        "1.csv, M3: “days” is not “Calls”, which stands beside it; let both say the same",
    )
    named = sheet("Measures").put("share", "Name", "Calls").csv()
    some = sheet("Functions").put("legal", "Measures", "Calls").csv()
    assert problems(named, some) == (
        "2.csv, L4: 2 are called “Calls”: calls, share; write the id of the one that is meant",
    )
    gone = sheet("Functions").put("legal", "Reports to", "Nowhere").csv()
    assert "1.csv, C4: no function is called “Nowhere”" in problems(gone)[0]


def test_moves_and_edits_of_one_outcome_come_together():
    edited = sheet("Outcomes").put("settled", "Under (id)", "informed")
    edited.put("settled", "Statement", "")
    assert problems(edited.csv())[0].startswith("1.csv, C3: this cannot be empty")
    edited.put("settled", "Statement", "Settled at once")
    new = read(brought(FILE, edited.csv()).data, "new").organisation.outcome
    assert new.outcomes["informed"].outcomes["settled"].statement == "Settled at once"
