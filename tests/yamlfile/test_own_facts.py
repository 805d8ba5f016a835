"""What companies say beside the rest: attributes, sections, lines, seats, and keys of others."""

import pytest

from orgdesign.model import Brand, BrandColours, DottedLine, Ignore, RuleSetting
from tests.yamlfile.written import organisation_after_start, told_after_start


def test_attributes_have_any_name_and_are_texts_or_lists_of_texts():
    organisation = organisation_after_start("""
        functions: {a: {name: A, attributes: {Cost centre: 0815, sites: [York, Leeds], empty: }}}
        attributes: {Cost centre: {type: text, headings: {de: Kostenstelle}}, sites: }
        """)
    attributes = organisation.functions["a"].attributes
    assert attributes == {"Cost centre": "0815", "sites": ("York", "Leeds")}
    assert organisation.attributes["Cost centre"].headings == {"de": "Kostenstelle"}
    assert organisation.attributes["sites"].heading == "sites"


def test_sections_of_a_role_are_whatever_people_write():
    organisation = organisation_after_start("""
        roles:
          a:
            title: A
            sections:
              skills: [{skill: Bread, level: 3}, Patience]
              checks: A health card
        """)
    assert organisation.roles["a"].sections == {
        "skills": ({"skill": "Bread", "level": "3"}, "Patience"),
        "checks": "A health card",
    }


def test_a_seat_may_be_shared_and_says_how_it_is_filled():
    organisation = organisation_after_start("""
        roles:
          a: {title: A, holder: [X, Y], status: acting, until: 2026-06-30}
          b: {title: B, status: held}
          c: {title: C, holder: Z, assistant: yes, reports_to: a, dotted_to: [b]}
        """)
    shared, held, assistant = organisation.roles.values()
    assert (shared.holders, shared.holder, shared.is_vacant) == (("X", "Y"), "X, Y", False)
    assert held.is_vacant
    assert (assistant.reports_to, assistant.dotted_to) == ("a", (DottedLine("b"),))


def test_a_rule_may_be_quiet_about_a_part():
    organisation = organisation_after_start("""
        functions: {a: {name: A}}
        rules: {one: hint, two: {severity: off, ignore: [{function: a, reason: Small}]}, three: }
        """)
    assert organisation.rules == {
        "one": RuleSetting("hint"),
        "two": RuleSetting("off", (Ignore("function", "a", "Small"),)),
    }
    assert organisation.severity_of("two", "error") == "off"


def test_what_others_keep_in_the_file_is_passed_over_everywhere():
    organisation = organisation_after_start("""
        x-hr: {any: [thing, {deep: 1}]}
        functions: {a: {name: A, x-id: 7, alignment: {x-note: n}}, x-b: {name: A function}}
        designs: {d: {name: D, x-a: , changes: [{change: move, function: a, x-a: b}]}}
        """)
    assert list(organisation.functions) == ["a", "x-b"]


def test_a_brand_stands_in_the_file():
    brand = organisation_after_start(
        'brand: {colours: {primary: "0C2F33"}, font: Inter, logo: pictures/logo.png}'
    ).brand
    assert brand == Brand(BrandColours("#0c2f33"), "Inter", logo="pictures/logo.png")


def test_views_and_answers_about_units_may_name_what_is_gone():
    organisation = organisation_after_start("""
        views: {v: {name: V, folded: [gone], focus: gone}}
        imports: {units: {Ops / North: {function: gone}}}
        """)
    assert organisation.views["v"].folded == ("gone",)


PROBLEMS = {
    "functions: {a: {name: A, attribute: {b: c}}}": (
        'f:3:26: "attribute" is not known here; did you mean "attributes"?'
    ),
    "functions: {a: {name: A, attributes: {b: {c: d}}}}": (
        "f:3:42: a text, or a list of texts, is expected here, not a mapping (key: value); "
        "if the colon belongs to a text, put the text in quotes"
    ),
    "functions: {a: {name: A, dotted_to: [a]}}": (
        "f:3:38: a dotted line cannot lead back to where it starts; delete it here"
    ),
    "functions: {a: {name: A, dotted_to: [{to: b, label: C}]}}": (
        'f:3:43: no function is called "b"; add it under functions, or correct the name'
    ),
    "roles: {a: {title: A, reports_to: b}, b: {title: B, reports_to: a}}": (
        "f:3:35: reporting lines go in a circle: a reports to b, b reports to a; change one of them"
    ),
    "roles: {a: {title: A, vacant: yes, status: acting}}": (
        'f:3:31: vacant is yes, and status is "acting"; delete one of the two'
    ),
    "rules: {a: {ignore: [{reason: x}]}}": (
        "f:3:22: say where, with one of function, role, outcome, measure, stage or handoff"
    ),
    "brand: {logo: ../../secret.png}": (
        'f:3:15: "../../secret.png" is not a file beside this one; '
        "write one, as in logo.png or pictures/logo.png"
    ),
    "language: English please": (
        'f:3:11: "English please" is not a language; write one, as in en or pt-BR'
    ),
    "sections: {s: {for: [everybody]}}": (
        'f:3:22: "everybody" is not known here; write description, advertisement or internal'
    ),
    "journey: {a: {name: A, after: [a]}}": ("f:3:32: a stage cannot follow itself; delete it here"),
    "designs: {d: {name: D, changes: [{change: move, function: f, after: [x]}]}}\n"
    "functions: {f: {name: F}}": (
        'f:3:70: no change is called "x"; '
        "add it under the changes of this design, as its id, or correct the name"
    ),
}


@pytest.mark.parametrize("text", PROBLEMS)
def test_a_problem_says_what_to_do(text: str):
    assert told_after_start(text) == [PROBLEMS[text]]
