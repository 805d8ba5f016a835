"""Texts that look like formulas go out shielded, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.tables import is_formula, remove_shield, shield_text


@given(st.text(alphabet="'=+-@a \t\n＝", max_size=6))
def test_a_text_comes_back_as_it_was(text):
    assert remove_shield(shield_text(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "-x", "\t=1", "@a"])
def test_nothing_goes_out_that_a_spreadsheet_runs(text):
    assert not is_formula(shield_text(text))


@pytest.mark.parametrize("text", ["'quoted'", "Claims", "’tis"])
def test_other_texts_stay_as_they_are(text):
    assert shield_text(text) == text
