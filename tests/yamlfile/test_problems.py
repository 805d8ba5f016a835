"""What is told about a file: where, what, and what to do."""

import pytest

from orgdesign.yamlfile import read
from tests.yamlfile.written import told, told_after_start


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        # keys
        (
            "functions: {a: {name: A, acountable: x}}",
            'f:3:26: "acountable" is not known here; did you mean "accountable"?',
        ),
        (
            "functions: {a: {name: A, Reports-To: x}}",
            'f:3:26: "Reports-To" is not known here; did you mean "reports_to"?',
        ),
        (
            "journey: {a: {name: A, zzz: x}}",
            'f:3:24: "zzz" is not known here; write name, outcome, functions or after',
        ),
        (
            "journey: {a: {name: Buys, and pays}}",
            'f:3:27: "and pays" is not known here; write name, outcome, functions or after; '
            "if it belongs to the text before it, put that text in quotes",
        ),
        (
            "functions:\n  a: {name: A}\n  b: {name: B}\n  a: {name: C}",
            'f:6:3: "a" is already written on line 4; keep one of the two',
        ),
        ("functions:\n  a:", 'f:4:3: a function needs "name"; add name: …'),
        ("functions:\n  a: {name: }", 'f:4:7: a function needs "name"; add name: …'),
        ("roles:\n  a: {title: ' '}", 'f:4:14: "title" is empty; write something in it'),
        # shapes
        (
            "functions: {a: {name: A, measures: m}}\nmeasures: {m: {name: M}}",
            "f:3:36: a list is expected here; write [m]",
        ),
        (
            "functions: {a: {name: A, measures: '-m'}}",
            "f:3:36: a list is expected here; put a space after each dash",
        ),
        (
            "functions: {a: {name: [A]}}",
            "f:3:23: one text is expected here, not a list; write A without the brackets or dash",
        ),
        (
            "roles: {a: {title: A, decides: [Note: x]}}",
            "f:3:33: one text is expected here, not a mapping (key: value); "
            "if the colon belongs to a text, put the text in quotes",
        ),
        (
            "functions: {a: {name: A, alignment: desired}}",
            'f:3:37: a mapping is expected here, not the text "desired"; '
            "write it like {outcome: …}",
        ),
        (
            "functions:\n  a:\n    name:A",
            "f:5:5: put a space after the colon: name: A",
        ),
        (
            "journey: [a, b]",
            "f:3:10: a mapping is expected here, not a list; write it like {an-id: …}",
        ),
        (
            "roles: {a: {title: A, decides: [x, ]}}\nfunctions: {b: {name: B, measures: [ , ]}}",
            'f:4:38: a value is missing before ","; write it, or put the text in quotes',
        ),
        (
            "roles:\n  a:\n    title: A\n    decides:\n    - x\n    -",
            "f:8:6: one text is expected here; write it, or delete this",
        ),
        (
            "functions: {a: {name: A, headcount: [3]}}",
            "f:3:37: a number is expected here, not a list; write 3 without the brackets or dash",
        ),
        (
            "functions: {a: {name: A, measures: {m: 1}}}",
            "f:3:36: a list is expected here, not a mapping (key: value); if the colon belongs to "
            "a text, put the text in quotes; write it like [one, two]",
        ),
        (
            "functions: {a: {name: A, reports_to: [b]}, b: {name: B}}",
            "f:3:38: the id of one function is expected here, not a list; "
            "write b without the brackets or dash",
        ),
        (
            "roles: {a: {title: A, vacant: [x, y]}}",
            "f:3:31: yes or no is expected here, not a list",
        ),
        (
            "functions: {a: {name: A, work: [x, y]}}",
            "f:3:32: player-coach, coach, supervisor, facilitator or coordinator is expected here, "
            "not a list",
        ),
        (
            "roles: {a: {title: A, rewarded_for: days}}",
            'f:3:37: a list is expected here, not the text "days"; write each item after a dash',
        ),
        (
            "assessment: {power_core: product}",
            'f:3:26: a mapping is expected here, not the text "product"; '
            "write it like {success: …}",
        ),
        # words
        (
            "functions: {a: {name: A, work: coaches}}",
            'f:3:32: "coaches" is not known here; did you mean "coach"?',
        ),
        (
            "measures: {m: {name: M, better: more}}",
            'f:3:33: "more" is not known here; write lower or higher',
        ),
        (
            "roles: {a: {title: A, vacant: maybe}}",
            'f:3:31: "maybe" is neither yes nor no; write yes or no',
        ),
        # ids
        (
            "functions: {front desk: {name: A}}",
            "f:3:13: an id is made of letters, digits, - and _, without a space; write front-desk",
        ),
        (
            "functions: {a.b: {name: A}}",
            'f:3:13: an id is made of letters, digits, - and _, without "."; write a-b',
        ),
        (
            "functions: {'': {name: A}}",
            "f:3:13: this id is empty; write one",
        ),
        # designs and the assessment
        (
            "designs: {d: {name: D, changes: [{change: add, function: a b, name: A}]}}",
            "f:3:58: an id is made of letters, digits, - and _, without a space; write a-b",
        ),
        (
            "designs: {d: {name: D, changes: [{change: add, function: [a, b], name: A}]}}",
            "f:3:58: one id is expected here, not a list",
        ),
        (
            "designs: {d: {name: D, changes: [{function: a}]}}",
            'f:3:34: this item needs "change"; write move, add, rename, merge, split, retire, '
            "align, change-function, transfer, dot, undot, appoint, add-role, change-role, "
            "move-role, retire-role, reward, move-holder, add-holder, end-holder, fill-seat, "
            "add-outcome, change-outcome, retire-outcome, add-measure, change-measure, "
            "retire-measure, add-handoff, change-handoff, retire-handoff, add-stage, "
            "change-stage, retire-stage or rename-organization there",
        ),
        (
            "functions: {a: {name: A}}\n"
            "designs: {d: {name: D, changes: [{change: merge, functions: [a], into: b}]}}",
            "f:4:61: list at least 2 functions here",
        ),
        (
            "designs: {d: {name: D, changes: [{change: mov}]}}",
            'f:3:43: "mov" is not known here; did you mean "move"?',
        ),
        (
            "roles: {r: {title: R}}\n"
            "designs: {d: {name: D, changes: [{change: appoint, accountable: r}]}}",
            "f:4:34: say what the role answers for, with one of function, outcome or handoff",
        ),
        (
            "assessment: {power_core: {succes: product}}",
            'f:3:27: "succes" is not known here; did you mean "success"?',
        ),
    ],
)
def test_a_problem_says_where_what_and_what_to_do(text, problem):
    assert told_after_start(text) == [problem]


def test_a_file_without_its_first_lines():
    assert told("functions: {a: {name: A}}") == [
        'f:1:1: this file needs "organization"; add organization: …',
        'f:1:1: this file needs "outcome"; add outcome: …',
    ]


def test_a_misspelt_key_is_not_told_to_be_missing_too():
    assert told("organisation: N\noutcome: {statment: S}") == [
        'f:1:1: "organisation" is not known here; did you mean "organization"?',
        'f:2:11: "statment" is not known here; did you mean "statement"?',
    ]


def test_every_problem_is_told_at_once_sorted_by_line():
    problems = told("""organization: Northwind
outcome:
  statement: My claim is settled
  accountable: cxo
functions:
  claims:
    nam: Claims
    reports_to: fraud
    headcount: many
  fraud: {name: Fraud, reports_to: claims}
  fraud: {name: Again}
roles:
  cto: {title: CTO, measured_by: speed}
""")
    assert problems == [
        'f:4:16: no role is called "cxo"; did you mean "cto"?',
        'f:7:5: "nam" is not known here; did you mean "name"?',
        "f:8:17: reporting lines go in a circle: claims reports to fraud, "
        "fraud reports to claims; change one of them",
        'f:9:16: "many" is not a number here; write one, as in 120 or 9.5',
        'f:11:3: "fraud" is already written on line 10; keep one of the two',
        "f:13:34: a list is expected here; write [speed]",
    ]


def test_a_function_with_problems_can_still_be_named():
    problems = told_after_start("""
        functions:
          claims: {headcount: many, name: Claims}
          fraud: {name: Fraud, reports_to: claims}
        """)
    assert problems == ['f:4:23: "many" is not a number here; write one, as in 120 or 9.5']


def test_a_problem_behind_an_alias_is_told_once_where_it_is_written():
    problems = told_after_start("""
        functions:
          claims: {name: Claims, alignment: &same {outcome: settled}}
          fraud: {name: Fraud, alignment: *same}
        """)
    assert problems == ['f:4:53: no outcome is called "settled"; add it under outcome, '
                        "or correct the name"]  # fmt: skip


def test_a_problem_holds_the_offending_text():
    (problem,) = read(b"organization: N\noutcome: {statement: S, accountable: cxo}", "f").problems
    assert (problem.line, problem.column, problem.text) == (2, 38, "cxo")


def test_too_many_problems_end_with_one_that_says_so():
    functions = "".join(f"  f{each}: {{}}\n" for each in range(1500))
    problems = told_after_start("functions:\n" + functions)
    assert len(problems) == 1001
    assert problems[-1].endswith("there are more problems after this one; mend these first")


def test_columns_count_characters_and_lines_any_break():
    assert told("organization: N\r\noutcome: {statement: 𝔘é, accountable: x}\r") == [
        'f:2:39: no role is called "x"; add it under roles, or correct the name'
    ]
