"""The history page: every version, what changed in it, and the way back."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from orgdesign.storage import Journal, JournalError
from orgdesign.web.history import version_list as history
from orgdesign.web.kit import text_difference
from tests.web.conftest import BAKERY, Site


def listed(site: Site, said: str = "") -> str:
    return site.get(f"{site.address}/history{said}").text


def sentences(html: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", html)


def keys(html: str) -> list[str]:
    """Return what stands for the versions that can be brought back."""
    return re.findall(r'name="base".*\s*<input type="hidden" name="version" value="(\w+)"', html)


def bring_back(site: Site, html: str, number: int, base: str | None = None) -> TestResponse:
    """Press the button of a version, counted from the top of those that have one."""
    shown = re.findall(r'name="base" value="(\w+)"', html)[0]
    return site.client.post(
        f"{site.address}/history",
        data={"version": keys(html)[number], "base": base or shown},
        base_url=site.origin,
        headers={"Origin": site.origin},
    )


def write(site: Site, *texts: str) -> None:
    """Write texts in another editor, each looked at in the page."""
    for text in texts:
        site.path.write_text(text)
        listed(site)


def signed(old: str, new: str) -> list[str]:
    """Return a difference as people know it from other programs."""
    signs = {"same": " ", "gone": "-", "come": "+", "gap": "~"}
    lines = text_difference(old, new).lines
    return [signs[one.kind] + one.start + one.changed + one.end for one in lines]


def test_a_file_that_never_changed_has_one_version(site: Site):
    html = listed(site)

    assert sentences(html) == ["First seen"]
    assert "Bring back<" not in html
    assert "what the file says now" in html
    assert "Nothing has changed since." in html


def test_edits_made_elsewhere_come_with_their_difference(site: Site):
    listed(site)
    write(site, BAKERY.replace("Fresh bread", "Warm bread"))

    html = listed(site)

    assert sentences(html) == ["Edited outside orgdesign", "First seen"]
    assert "1 line changed" in html
    assert re.search(r"Removed: </span><code>  statement: <mark>Fresh</mark> bread", html)
    assert re.search(r"Added: </span><code>  statement: <mark>Warm</mark> bread", html)


def test_a_version_brought_back_is_a_new_one(site: Site):
    listed(site)
    write(site, BAKERY.replace("Fresh", "Warm"), BAKERY.replace("Fresh", "Rye"))

    answer = bring_back(site, listed(site), 1)

    assert (answer.status_code, answer.location) == (303, f"{site.address}/history?brought=1")
    assert site.path.read_text() == BAKERY
    assert sentences(listed(site))[0] == "Brought back: First seen"
    assert len(sentences(listed(site))) == 4


def test_a_version_is_not_brought_back_over_what_nobody_has_seen(site: Site):
    listed(site)
    write(site, BAKERY.replace("Fresh", "Warm"))
    html = listed(site)
    site.path.write_text(BAKERY.replace("Fresh", "Rye"))

    answer = bring_back(site, html, 0)

    assert answer.status_code == 409
    assert "The file has changed since" in answer.text
    assert "Rye" in site.path.read_text()


def test_a_version_with_problems_is_not_brought_back(site: Site):
    listed(site)
    write(site, "organization: [\n", BAKERY.replace("Fresh", "Rye"))

    answer = bring_back(site, listed(site), 0)

    assert answer.status_code == 422
    assert "That version has 1 problem" in answer.text
    assert "Rye" in site.path.read_text()


def test_a_version_that_is_not_there_is_not_found(site: Site):
    listed(site)
    write(site, BAKERY.replace("Fresh", "Warm"))
    html = listed(site).replace('name="version" value="', 'name="version" value="0')

    assert bring_back(site, html, 0).status_code == 404


def test_a_long_history_comes_in_pages(site: Site):
    listed(site)
    write(site, *(BAKERY + f"# {count}\n" for count in range(history.AT_ONCE)))

    newest = listed(site)
    older = site.get(site.follow(newest, "Older versions")).text

    assert len(sentences(newest)) == history.AT_ONCE
    assert sentences(older) == ["First seen"]
    assert "Older versions" not in older
    assert "what the file says now" not in older


def test_the_history_of_other_files_is_not_shown(folder_site: Site):
    for name in ("one.yaml", "two.yaml"):
        (folder_site.path / name).write_text(BAKERY)
    start = folder_site.get("/").text

    link = folder_site.follow(start, "one.yaml").split("?")[0]

    assert len(sentences(folder_site.get(f"{link}/history").text)) == 1


def test_a_history_that_cannot_be_read_says_so(site: Site, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise JournalError("The history was damaged.")

    monkeypatch.setattr(Journal, "versions", refuse)

    html = listed(site)

    assert "The history was damaged." in html
    assert "There is nothing here yet." in html


def test_addresses_hold_no_numbers_to_guess(site: Site):
    listed(site)
    write(site, BAKERY.replace("Fresh", "Warm"))

    [key] = keys(listed(site))

    assert len(key) == 16


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 2), "Today"),
        (date(2026, 3, 1), "Yesterday"),
        (date(2026, 2, 8), "Sunday 8 February"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_days_are_said_in_words(day: date, words: str):
    assert history._day_in_words(day, date(2026, 3, 2)) == words


def test_versions_are_grouped_by_the_days_of_this_place(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    listed(site)
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    monkeypatch.setattr("orgdesign.workspace.file_store._now", lambda: tomorrow)
    write(site, BAKERY.replace("Fresh", "Warm"))

    html = listed(site)

    assert re.findall(r"<h2>(.*?)</h2>", html)[1] == "Today"


def test_a_difference_shows_what_changed_and_two_lines_around_it():
    old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n"
    new = "a\nb\nc\nD\ne\nf\ng\nh\nj\nk\n"

    assert signed(old, new) == [
        " b", " c", "-d", "+D", " e", " f", " g", " h", "-i", " j", "+k",
    ]  # fmt: skip


def test_lines_far_from_every_change_are_left_out():
    lines = [f"{number}\n" for number in range(20)]
    new = ["first\n", *lines, "last\n"]

    assert signed("".join(lines), "".join(new)) == [
        "+first", " 0", " 1", "~", " 18", " 19", "+last",
    ]  # fmt: skip


def test_equal_texts_have_no_difference():
    assert text_difference("a\n", "a\n").lines == ()


def test_a_changed_line_end_is_a_difference():
    assert signed("a\r\n", "a\n") == ["-a", "+a"]


def test_a_very_long_difference_is_cut_and_counted():
    found = text_difference("", "".join(f"{number}\n" for number in range(5_000)))

    assert len(found.lines) == 120
    assert (found.come, found.hidden) == (5_000, 4_880)
