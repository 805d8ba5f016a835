"""Text is text: a text field says exactly what is written; number fields read numbers."""

import pytest

from orgdesign.yamlfile.new_ids import new_id
from tests.yamlfile.written import organisation_after_start, told_after_start

TEXTS = [
    "no", "on", "yes", "off", "y", "true", "NULL", "null", "~", "012", "0o14", "0x1F", "1e3",
    "12:30:45", "2024-01-31", "2024-01-31T10:00:00Z", "3.10", "1_000", ".inf", ".nan", "+1",
    "=", "<5", "50%", "a#b", "it's", 'say "hi"', "A:B", "-1", "http://a.b",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stays_as_it_is_written(text):
    organisation = organisation_after_start(f"roles:\n  seat: {{title: {text}}}\n")
    assert organisation.roles["seat"].title == text


@pytest.mark.parametrize("text", ["no", "012", "", "null", "# not a comment", "a: b", "[a]"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_only_hold_a_text_together(text, quote):
    organisation = organisation_after_start(
        f"roles: {{seat: {{title: A, purpose: {quote}{text}{quote}}}}}"
    )
    assert organisation.roles["seat"].purpose == text


def test_blocks_of_text_are_folded_or_kept():
    organisation = organisation_after_start("""
        roles:
          seat:
            title: >-
              Claims
              Director
            purpose: |
              One owner
              for every claim
        """)
    assert organisation.roles["seat"].title == "Claims Director"
    assert organisation.roles["seat"].purpose == "One owner\nfor every claim\n"


@pytest.mark.parametrize("word", ["no", "on", "012", "2024", "1e3", "null"])
def test_an_id_is_a_text_too(word):
    organisation = organisation_after_start(
        f"functions: {{{word}: {{name: A}}, b: {{name: B, reports_to: {word}}}}}"
    )
    assert organisation.functions["b"].reports_to == word


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("9800000", 9800000), ("9.5", 9.5), ("-3", -3), ("+3", 3), ("1e3", 1000), ("012", 12),
        (".5", 0.5), ("5.", 5), ("'21'", 21), ('"21"', 21), ("0", 0),
    ],
)  # fmt: skip
def test_a_number_field_reads_a_number(written, number):
    organisation = organisation_after_start(f"measures: {{days: {{name: D, target: {written}}}}}")
    assert organisation.measures["days"].target == number


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('"9,800,000"', "write it without separators: 9800000"),
        ("9.800.000", "write it without separators: 9800000"),
        ("9 800 000", "write it without separators: 9800000"),
        ("1_000", "write it without separators: 1000"),
        ('"9,5"', "write it with a point: 9.5"),
        ("£9.8", "write the digits alone, as in 9.8"),
        ("21 days", "write the digits alone, as in 21"),
        ("many", "write one, as in 120 or 9.5"),
        (".inf", "write one, as in 120 or 9.5"),
        ("nan", "write one, as in 120 or 9.5"),
        ("1e999", "write one, as in 120 or 9.5"),
        ("٣", "write one, as in 120 or 9.5"),
    ],
)
def test_what_is_not_a_number_is_told_how_to_be_one(written, message):
    (problem,) = told_after_start(f"measures: {{days: {{name: D, target: {written}}}}}")
    assert problem.endswith(f'"{written.strip(chr(34))}" is not a number here; {message}')
    assert problem.startswith("f:3:36: ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("functions: {a: {name: A, headcount: -1}}", "f:3:37: -1 is too small; write 0 or more"),
        ("functions: {a: {name: A, cost: -.5}}", "f:3:32: -.5 is too small; write 0 or more"),
        (
            "roles: {a: {title: A, rewarded_for: [{measure: m, weight: 101}]}}\n"
            "measures: {m: {name: M}}",
            "f:3:59: 101 is too large; write 100 or less",
        ),
    ],
)
def test_numbers_keep_within_their_bounds(text, problem):
    assert told_after_start(text) == [problem]


@pytest.mark.parametrize(
    ("written", "flag"),
    [("yes", True), ("true", True), ("Yes", True), ("no", False), ("FALSE", False)],
)
def test_yes_or_no(written, flag):
    organisation = organisation_after_start(f"roles: {{a: {{title: A, vacant: {written}}}}}")
    assert organisation.roles["a"].vacant is flag


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        ("बिक्री निदेशक", "बिक्री-निदेशक"),
        ("ผู้จัดการ ฝ่ายขาย", "ผู้จัดการ-ฝ่ายขาย"),
        ("Διευθυντής Πωλήσεων", "διευθυντής-πωλήσεων"),
        ("L'Équipe d\u2019achat", "léquipe-dachat"),
    ],
)
def test_an_id_keeps_what_belongs_to_a_letter_in_any_script(said, id_):
    assert new_id(said, ()) == id_
    assert new_id(said, (id_,)) == f"{id_}-2"
