"""Mistakes in the YAML itself, in plain words, where they can be mended."""

import pytest

from tests.yamlfile.written import told

MISTAKES = [
    ("a:\n\tb: c", "2:1: a tab indents this line; indent it with spaces"),
    ("a:\n  b: c\n\td: e", "3:1: a tab indents this line; indent it with spaces"),
    ("a: b\nc:d\ne: f", "2:2: put a space after the colon: c: d"),
    ("a:\n  b:c\n  d: e", "2:4: put a space after the colon: b: c"),
    ("a: b\nc:d", "2:2: put a space after the colon: c: d"),
    ("a: b\nc\n  d: e", '2:1: a colon is missing in "c"; write key: value'),
    (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> feature\n",
        "2:1: git could not bring two versions of this file together and left its marks (<<<<<<<,"
        " =======, >>>>>>>); keep what is right of both sides, and delete the marks",
    ),
    ("a:\n  b\n    d: e", "2:3: a colon is missing after this; write b:"),
    ("a: b\nc d\ne: f", '2:1: a colon is missing in "c d"; write key: value'),
    ("a: b: c", "1:5: this text holds a colon and a space; put the whole text in quotes"),
    (
        "a: b\n  c: d",
        "2:3: this line is indented further than line 1, which has its value already; indent "
        "both alike, or put a text that runs over several lines in quotes",
    ),
    ('a: "b\nc: d', '1:4: the quote that opens here is never closed; add " at its end'),
    ("a: 'b\nc: d", "1:4: the quote that opens here is never closed; add ' at its end"),
    (
        "a: 'Chief's office'",
        "1:11: the quotes end before this; put the whole text in them, "
        "and write a quote inside of it twice ('') or as \\\"",
    ),
    ("a: [b, c\nd: e", '1:4: the "[" that opens here is not closed; add "]"'),
    ("[1,2", '1:1: the "[" that opens here is not closed; add "]"'),
    ("a: {b: c", '1:4: the "{" that opens here is not closed; add "}"'),
    ("a: [b}", '1:6: a comma or "]" is missing before this; add it'),
    ("a: {b: 1 c: 2}", '1:11: a comma or "}" is missing before this; add it'),
    ("a: [b]]", '1:7: this "]" closes nothing; delete it, or open it before'),
    ("a: @b", '1:4: a text that starts with "@" must stand in quotes; put quotes around it'),
    ("a: %b", '1:4: a text that starts with "%" must stand in quotes; put quotes around it'),
    ("a: `b`", '1:4: a text that starts with "`" must stand in quotes; put quotes around it'),
    ("a: & b", '1:4: a text that starts with "&" must stand in quotes; put quotes around it'),
    ("a: *b* c", '1:4: a text that starts with "*" must stand in quotes; put quotes around it'),
    ("a: >5 days", '1:4: a text that starts with ">" must stand in quotes; put quotes around it'),
    ("a: ? b", '1:4: a text that starts with "?" must stand in quotes; put quotes around it'),
    ("a: !<b", '1:4: a text that starts with "!" must stand in quotes; put quotes around it'),
    ("a:\n  * b: c", "2:3: start a list item with a dash: - instead of *"),
    ("a: - b", "1:4: start the first item of a list on a line of its own, under its key"),
    ("a: b\n- c", "2:1: a list item cannot stand here; indent it under the key of its list"),
    (
        "a:\n  - b\n  c: d",
        '3:3: a list item is expected here; start it with "- ", or correct the indentation',
    ),
    (
        "a:\n    b: c\n   d: e",
        "3:4: this line is indented by 3 spaces, which fits no line above it; "
        "indent it like the lines that it belongs with",
    ),
    (
        "  a: b\nc: d",
        "2:1: this line starts further left than the first one; "
        "start all of the top keys at the left edge",
    ),
    ("a: b\n...\nc: d", "3:1: the line ... ended the file before this; delete that line"),
    (
        'a: "C:\\Users"',
        '1:7: a backslash means something in "double" quotes; use \'single\' ones, '
        "or write it twice",
    ),
    ("%b\na: c", "1:1: lines that start with % are not used here; delete this one"),
    ("%YAML 3.0\n---\na: b", "1:1: lines that start with % are not used here; delete this one"),
    ("a: , b", '1:4: a value is missing before ","; write it, or put the text in quotes'),
    (": a", '1:1: there is no key before this ":"; write one, as in name: Claims'),
    (f"a: b\n{'x' * 1100}: c", '2:1: a colon is missing in "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; '
     "write key: value"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), MISTAKES, ids=[text for text, _ in MISTAKES])
def test_a_mistake_is_told_in_plain_words(text, problem):
    assert told(text) == [f"f:{problem}"]
