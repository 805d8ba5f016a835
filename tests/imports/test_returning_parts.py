"""Tables of which only a part comes back: the rest stays as it is."""

from tests.imports.test_returning import changes, sheet, told


def test_a_part_without_a_row_stays_and_is_named():
    kept = sheet("Functions").drop("legal").drop("office")
    assert told(kept.csv()) == ("2 functions have no row, and stay: Office and Legal.",)
    assert changes(kept.csv()) == []


def test_columns_and_sheets_that_are_not_there_are_left_alone():
    few = sheet("Functions").without("Contribution", "Reports to", "Reports to (id)", "Cost")
    assert changes(few.put("claims", "Headcount", "7").csv()) == [
        "-     headcount: 120", "+     headcount: 7",
    ]  # fmt: skip


def test_rows_and_columns_in_another_order_change_nothing():
    turned = sheet("Functions")
    turned.rows.reverse()
    turned.head = turned.head[::-1]
    turned.rows = [row[::-1] for row in turned.rows]
    assert changes(turned.csv()) == []


def test_measures_and_rewards_without_a_row_stay_where_they_are():
    measures = sheet("Measures").drop("days").put("calls", "Works against", "")
    measures.put("calls", "Works against (ids)", "")
    roles = sheet("Roles").put("director", "Rewarded for", "Calls: 70%")
    assert [line for line in changes(measures.csv(), roles.csv()) if line[0] == "+"] == [
        "+     rewarded_for: [{measure: days, weight: 40}, {measure: calls, weight: 70}]"
    ]


def test_a_role_is_left_out_with_its_functions_where_there_is_no_sheet_of_roles():
    functions = sheet("Functions").drop("claims")
    outcomes = sheet("Outcomes").put("settled", "Accountable role", "")
    outcomes.put("settled", "Accountable role (id)", "")
    assert changes(functions.csv(), outcomes.csv()) == []
