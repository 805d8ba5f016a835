"""Ids that lead nowhere, that stand twice, and reporting lines that never end."""

import pytest

from tests.yamlfile.written import told, told_after_start

NOWHERE = [
    ("functions: {a: {name: A, reports_to: zz}}", "3:38", "function", "functions"),
    ("functions: {a: {name: A, accountable: zz}}", "3:39", "role", "roles"),
    ("functions: {a: {name: A, measures: [zz]}}", "3:37", "measure", "measures"),
    ("functions: {a: {name: A, alignment: {outcome: zz}}}", "3:47", "outcome", "outcome"),
    ("functions: {a: {name: A, alignment: {also: [zz]}}}", "3:45", "outcome", "outcome"),
    ("roles: {r: {title: R, function: zz}}", "3:33", "function", "functions"),
    ("roles: {r: {title: R, measured_by: [zz]}}", "3:37", "measure", "measures"),
    ("roles: {r: {title: R, rewarded_for: [{measure: zz}]}}", "3:48", "measure", "measures"),
    ("measures: {m: {name: M, works_against: [zz]}}", "3:41", "measure", "measures"),
    ("journey: {s: {name: S, outcome: zz}}", "3:33", "outcome", "outcome"),
    ("journey: {s: {name: S, functions: [zz]}}", "3:36", "function", "functions"),
    ("assessment: {sharing: {sponsor: zz}}", "3:33", "role", "roles"),
    ("assessment: {sharing: {commitments: {zz: {}}}}", "3:38", "function", "functions"),
    ("assessment: {maturity: {zz: {}}}", "3:25", "stage", "journey"),
    ("assessment: {customer_assets: {renewals: {owner: zz}}}", "3:50", "role", "roles"),
    ("designs: {d: {name: D, changes: [{change: move, function: zz}]}}",
     "3:59", "function", "functions"),
    ("designs: {d: {name: D, changes: [{change: retire-role, role: zz}]}}",
     "3:62", "role", "roles"),
    ("designs: {d: {name: D, changes: [{change: retire-role, phase: zz, role: r}]}}\n"
     "roles: {r: {title: R}}", "3:63", "phase", "the phases of this design"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "kind", "where"), NOWHERE)
def test_a_reference_to_nothing(text, place, kind, where):
    assert told_after_start(text) == [
        f'f:{place}: no {kind} is called "zz"; add it under {where}, or correct the name'
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("cxo", "cto"), ("CTO", "cto"), ("claim director", "claims-director"),
     ("Claims_Director", "claims-director"), ("clams-director", "claims-director")],
)  # fmt: skip
def test_a_misspelt_reference_is_told_what_is_near(written, meant):
    problems = told_after_start(f"""
        functions: {{a: {{name: A, accountable: {written}}}}}
        roles: {{cto: {{title: CTO}}, claims-director: {{title: Claims Director}}}}
        """)
    assert problems == [f'f:3:39: no role is called "{written}"; did you mean "{meant}"?']


def test_a_section_that_is_misspelt_makes_no_noise_about_its_ids():
    assert told_after_start("function: {a: {name: A}}\nroles: {r: {title: R, function: a}}") == [
        'f:3:1: "function" is not known here; did you mean "functions"?'
    ]


def test_reporting_lines_in_a_circle_are_named_in_order_once():
    problems = told_after_start("""
        functions:
          d: {name: D, reports_to: b}
          a: {name: A, reports_to: b}
          b: {name: B, reports_to: c}
          c: {name: C, reports_to: a}
        """)
    assert problems == [
        "f:5:28: reporting lines go in a circle: a reports to b, b reports to c, "
        "c reports to a; change one of them"
    ]


def test_a_long_circle_is_cut_short():
    lines = "\n".join(f"  f{n}: {{name: F, reports_to: f{(n + 1) % 50}}}" for n in range(50))
    (problem,) = told_after_start("functions:\n" + lines)
    assert "f5 reports to f6, and so on through 43 more, f49 reports to f0" in problem


def test_a_function_that_reports_to_itself():
    assert told_after_start("functions: {a: {name: A, reports_to: a}}") == [
        "f:3:38: a reports to itself; name another function, or leave it out"
    ]


def test_several_roots_are_allowed():
    assert told_after_start("functions: {a: {name: A}, b: {name: B}}") == []


def test_a_further_outcome_that_is_the_main_one():
    assert told_after_start(
        "functions: {a: {name: A, alignment: {outcome: desired, also: [desired]}}}"
    ) == ['f:3:63: "desired" is the main outcome already; delete it here']


def test_an_id_listed_twice():
    assert told_after_start(
        "functions: {a: {name: A, measures: [m, m]}}\nmeasures: {m: {name: M}}"
    ) == ['f:3:40: "m" is listed twice; keep one of the two']


def test_a_measure_that_works_against_itself():
    assert told_after_start("measures: {m: {name: M, works_against: [m]}}") == [
        "f:3:41: a measure cannot work against itself; delete it here"
    ]


def test_outcome_ids_are_one_of_a_kind_over_the_whole_tree():
    assert told("""organization: N
outcome:
  statement: S
  outcomes:
    a: {statement: A, outcomes: {b: {statement: B}}}
    b: {statement: B}
    desired: {statement: D}
""") == [
        'f:6:5: another outcome, on line 5, is called "b"; choose another id',
        'f:7:5: "desired" is what the outcome at the root is called; choose another id',
    ]


def test_ids_that_differ_only_in_how_accents_are_stored():
    assert told_after_start("functions:\n  café: {name: A}\n  cafe\u0301: {name: B}") == [
        'f:5:3: "cafe\u0301" looks like the id on line 4, but its accents are stored in another '
        "way; copy that id, or choose another"
    ]
    assert told_after_start(
        "functions:\n  café: {name: A}\n  b: {name: B, reports_to: cafe\u0301}"
    ) == [
        'f:5:28: no function is called "cafe\u0301" with its accents stored this way; '
        "copy the id from where it is defined"
    ]


@pytest.mark.parametrize(
    ("change", "column", "name"),
    [
        ("{change: add, function: a, name: A}", 25, 'function called "a"'),
        ("{change: add-role, role: r, title: R}", 26, 'role called "r"'),
        ("{change: merge, functions: [a, b], into: c}", 42, 'function called "c"'),
        ("{change: split, function: a, into: {c: {name: C}}}", 37, 'function called "c"'),
    ],
)
def test_a_design_cannot_make_what_is_there(change, column, name):
    problems = told_after_start(f"""
        functions: {{a: {{name: A}}, b: {{name: B}}, c: {{name: C}}}}
        roles: {{r: {{title: R}}}}
        designs:
          led:
            name: Led
            changes:
            - {change}
        """)
    assert problems == [f"f:9:{column + 6}: there is a {name} already; choose another id"]
