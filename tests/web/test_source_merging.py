"""Text that was typed over another version: merged where it can be, with its own line ends."""

from __future__ import annotations

import re

import pytest

from orgdesign.workspace import merge_lines, with_ends_of
from tests.web.conftest import BAKERY, Site
from tests.web.test_source import digest, save, typed_in


def test_a_text_typed_over_another_version_shows_both_sides(site: Site):
    base = digest(site.path)
    theirs, mine = BAKERY.replace("Fresh", "Warm"), BAKERY.replace("Fresh", "Rye")
    site.path.write_text(theirs)

    answer = save(site, mine.replace("\n", "\r\n"), base)  # as browsers send it

    assert answer.status_code == 409
    assert typed_in(answer.text) == mine
    assert answer.text.count("In the file: ") == 1
    assert re.search(r"In the file: </span><code>  statement: <mark>Warm</mark>", answer.text)
    assert re.search(r"Typed here: </span><code>  statement: <mark>Rye</mark>", answer.text)
    assert site.path.read_text() == theirs


def test_saving_again_after_both_sides_were_seen_keeps_what_was_typed(site: Site):
    base = digest(site.path)
    site.path.write_text(BAKERY.replace("Fresh", "Warm"))
    mine = BAKERY.replace("Fresh", "Rye")
    seen = save(site, mine, base).text
    base_seen = re.findall(r'name="base" value="(\w+)"', seen)[0]

    assert save(site, mine, base_seen).status_code == 303

    assert site.path.read_text() == mine
    assert "Warm" in site.get(f"{site.address}/history").text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_the_byte_order_mark_stay(site: Site, end: str):
    before = b"\xef\xbb\xbf" + BAKERY.replace("\n", end).encode()
    site.path.write_bytes(before)

    save(site, BAKERY.replace("Fresh", "Warm").replace("\n", "\r\n"))

    assert site.path.read_bytes() == before.replace(b"Fresh", b"Warm")


def test_lines_that_others_changed_meanwhile_are_merged(site: Site):
    base = digest(site.path)
    site.page()
    site.path.write_text("# theirs\n" + BAKERY)

    answer = save(site, BAKERY.replace("name: Counter", "name: Tills"), base)

    assert answer.status_code == 303
    assert site.path.read_text() == "# theirs\n" + BAKERY.replace("name: Counter", "name: Tills")
    assert "Edited outside orgdesign" in site.get(f"{site.address}/history").text


def test_a_merge_with_problems_is_not_saved_and_comes_back_merged(site: Site):
    base = digest(site.path)
    site.page()
    site.path.write_text("# theirs\n" + BAKERY)

    answer = save(site, BAKERY.replace("outcome: quick,", "outcome: quik,"), base)

    assert answer.status_code == 422
    assert typed_in(answer.text).startswith("# theirs\n")
    assert "Line 24, column 26" in answer.text


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("A\nb\nc\nd\n", "a\nb\nC\nd\n", "A\nb\nC\nd\n"),
        ("a\nb\nc\nd\nmine\n", "b\nc\nd\n", "b\nc\nd\nmine\n"),
        ("A\nb\nc\nd\n", "A\nb\nc\nd\n", "A\nb\nc\nd\n"),
        ("A\nb\nc\nd\n", "AA\nb\nc\nd\n", None),
        ("a\nB\nc\nd\n", "a\nb\nC\nd\n", None),
        ("a\nb\nc\nd\nmine\n", "a\nb\nc\nd\ntheirs\n", None),
        ("a\nb\nmine\nc\nd\n", "a\nd\n", None),
    ],
)
def test_changes_merge_where_they_do_not_touch(mine: str, theirs: str, both: str | None):
    assert merge_lines("a\nb\nc\nd\n", mine, theirs) == both
    assert merge_lines("a\nb\nc\nd\n", theirs, mine) == both


def test_lines_that_stayed_keep_their_own_ends():
    assert with_ends_of("a\r\nb\nc\r\nd", "a\nB\nnew\nc\nd") == "a\r\nB\r\nnew\r\nc\r\nd"
    assert with_ends_of("a\nb\n", "a\r\nb\r\nc") == "a\nb\nc"
    assert with_ends_of("a\r\nb", "a\nb\n") == "a\r\nb\r\n"
