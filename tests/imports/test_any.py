"""Whatever is in an export, it is refused in words, or what comes out reads without problems."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.imports import (
    MEANINGS,
    Notes,
    Unreadable,
    file_text,
    import_tables,
    merge_export,
    table,
)
from orgdesign.imports.words import word_lists
from orgdesign.yamlfile import read
from tests.properties import examples

HEADERS = [header for headers in word_lists("headers", "meanings").values() for header in headers]
CELLS = st.one_of(
    st.sampled_from(
        ["", "1", "2", "3", "01", "XX", "NULL", "Sales", "Legal", "CEO", "Vacant", "a; 1"]
    ),
    st.text(max_size=12),
)


@st.composite
def exports(draw):
    headers = draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8))
    rows = draw(st.lists(st.lists(CELLS, max_size=9), max_size=12))
    out = io.StringIO()
    csv.writer(out).writerows([headers, *rows])
    return out.getvalue().encode("utf-8", "replace")


def comes(data: bytes) -> None:
    notes = Notes()
    try:
        text = file_text(import_tables([table(data, "x.csv", notes)], notes))
    except Unreadable as refusal:
        assert "not sound" not in str(refusal)  # noqa: PT017 - either of two ends is well
        return
    assert read(text.encode(), "x").problems == ()


@settings(deadline=None, max_examples=examples(40))
@given(exports())
def test_any_table(data):
    comes(data)


@settings(deadline=None, max_examples=examples(50))
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes(data):
    comes(data)


def test_every_meaning_of_the_vocabulary_has_words():
    assert set(word_lists("headers", "meanings")) <= set(MEANINGS)


@settings(deadline=None, max_examples=examples(20))
@given(exports(), exports())
def test_any_export_merges_into_any_file_and_the_second_time_changes_nothing(first, newer):
    try:
        file = read(file_text(made(first)).encode(), "x")
        export = made(newer)
    except Unreadable:
        return
    once = merge_export(file, export)
    if once.is_changed:
        assert not merge_export(read(once.data, "x"), export).is_changed


def made(data: bytes):
    notes = Notes()
    return import_tables([table(data, "x.csv", notes)], notes)
