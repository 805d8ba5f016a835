"""The source pane: the file's own text, saved where it can stand and nobody else was faster."""

from __future__ import annotations

import re
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.web.conftest import BAKERY, Site

DATA = "application/json"


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def save(site: Site, text: str, base: str | None = None, accept: str = "text/html") -> TestResponse:
    """Send what was typed over what the file says, or over what had the digest ``base``."""
    return site.client.post(
        f"{site.address}/source",
        data={"text": text, "base": base or digest(site.path)},
        base_url=site.origin,
        headers={"Origin": site.origin, "Accept": accept},
    )


def typed_in(html: str) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)
    assert found
    return unescape(found[1])


def test_the_pane_shows_the_text_as_it_is_and_the_chart(site: Site):
    site.path.write_text(f'\n# <Bread> & "rolls"\n{BAKERY}')

    answer = site.get(f"{site.address}/source?plain=1")

    assert answer.status_code == 200
    assert typed_in(answer.text) == site.path.read_text()
    assert 'id="after-chart"' in answer.text


def test_the_text_comes_apart_from_the_page_with_the_version_that_it_is_of(site: Site):
    html = site.get(f"{site.address}/source").text
    assert "Fresh bread" not in re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    [address] = re.findall('data-text="([^"]+)"', html)

    answer = site.get(address)

    assert answer.text == BAKERY
    assert answer.mimetype == "text/plain"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.get_etag() == (digest(site.path), False)


def test_a_long_text_is_not_compressed_on_its_way_through_one_machine(site: Site):
    answer = site.client.get(
        f"{site.address}/source/text", base_url=site.origin, headers={"Accept-Encoding": "br"}
    )

    assert "Content-Encoding" not in answer.headers
    assert answer.text == BAKERY


def test_a_browser_without_scripts_is_led_to_the_form_that_holds_the_text(site: Site):
    html = site.get(f"{site.address}/source?view=before").text
    [address] = re.findall('<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">', html)

    assert unescape(address) == f"{site.address}/source?plain=1&view=before"
    assert typed_in(site.get(unescape(address)).text) == BAKERY


def test_the_page_of_the_organisation_leads_to_it(site: Site):
    link = site.follow(site.page("?view=before"), "Edit the source")

    assert link == f"{site.address}/source?view=before"
    assert 'id="before-chart"' in site.get(link).text


def test_every_problem_leads_to_its_line(site: Site):
    site.page()
    site.path.write_text(BAKERY.replace("outcome: quick,", "outcome: quik,"))

    link = site.follow(site.page(), "Line 23, column 26")

    assert link == f"{site.address}/source?line=23&column=26"
    assert "Line 23, column 26" in site.get(link).text


def test_a_text_that_can_stand_is_saved_as_typed(site: Site):
    text = BAKERY.replace("Fresh bread", "Warm bread") + "# to do: rolls\n"

    answer = save(site, text)

    assert (answer.status_code, answer.location) == (303, f"{site.address}/source?plain=1")
    assert site.path.read_text() == text
    assert "Warm bread" in site.page()


def test_the_history_says_which_lines_were_edited(site: Site):
    save(site, BAKERY.replace("Fresh bread", "Warm bread"))

    assert "Edited the source: line 3" in site.get(f"{site.address}/history").text


def test_a_text_with_problems_is_not_saved_and_comes_back(site: Site):
    text = BAKERY.replace("outcome: quick,", "outcome: quik,")

    answer = save(site, text)

    assert answer.status_code == 422
    assert typed_in(answer.text) == text
    assert "Line 23, column 26" in answer.text
    assert site.path.read_text() == BAKERY


def test_a_text_sent_twice_is_saved_once(site: Site):
    base, text = digest(site.path), BAKERY.replace("Fresh", "Warm")
    save(site, text, base)

    assert save(site, text, base).status_code == 303

    assert site.get(f"{site.address}/history").text.count("Edited the source") == 1


def test_a_script_gets_the_same_answers_as_data(site: Site):
    base = digest(site.path)

    saved = save(site, BAKERY.replace("Fresh", "Warm"), accept=DATA)
    assert (saved.status_code, saved.json["base"]) == (200, digest(site.path))

    wrong = save(site, BAKERY.replace("outcome: quick,", "outcome: quik,"), accept=DATA)
    assert wrong.status_code == 422
    assert [(mark["line"], mark["column"], mark["text"]) for mark in wrong.json["marks"]] == [
        (23, 26, "quik")
    ]

    late = save(site, BAKERY.replace("Fresh", "Rye"), base, accept=DATA)
    assert late.status_code == 409
    assert "Warm bread" in late.json["theirs"]


def test_a_file_broken_elsewhere_can_be_mended_here(site: Site):
    site.path.write_text("organization: [\n")
    assert site.get(f"{site.address}/source").status_code == 200

    assert save(site, BAKERY).status_code == 303

    assert site.path.read_text() == BAKERY


def test_a_file_that_is_no_text_is_not_offered_for_editing(site: Site):
    site.path.write_bytes(b"\xff\xfe\x00")

    answer = site.get(f"{site.address}/source")

    assert answer.status_code == 200
    assert "<textarea" not in answer.text
    assert "data-text" not in answer.text
    assert "UTF-16" in answer.text
    assert site.get(f"{site.address}/source/text").status_code == 404


def test_what_was_typed_survives_a_file_that_is_gone(site: Site):
    base = digest(site.path)
    site.path.unlink()

    answer = save(site, BAKERY + "# mine\n", base)

    assert answer.status_code == 409
    assert "# mine" in answer.text
    assert not site.path.exists()


def test_a_file_that_cannot_be_written_says_why(site: Site, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orgdesign.storage.file_save.write", refuse)

    answer = save(site, BAKERY.replace("Fresh", "Warm"))

    assert answer.status_code == 500
    assert "the disk is full" in answer.text
    assert "Warm bread" in answer.text


def test_a_text_larger_than_most_forms_is_taken(site: Site):
    text = BAKERY + "# a long remark, to be taken out later\n" * 20_000

    assert save(site, text).status_code == 303

    assert site.path.read_text() == text


def test_the_chart_follows_only_when_the_file_changed(site: Site):
    html = site.get(f"{site.address}/source").text
    address = f"{site.address}/source/live?{site.fields(html)}"
    assert site.get(address).status_code == 204

    save(site, BAKERY.replace("name: Bookkeeping", "name: Ledgers"))

    parts = re.findall(r'<hx-partial hx-target="#([^"]+)"', site.get(address).text)
    assert parts == ["after-sheet", "told", "place"]


def test_the_format_is_there_to_complete_from(site: Site):
    schema = site.get("/source/schema").json

    assert "alignment" in schema["$defs"]["Function"]["properties"]
    assert schema["$defs"]["Function"]["properties"]["accountable"]["x-refers-to"] == "role"


def test_strangers_get_nothing(stranger: Site):
    key = stranger.settings.key("file", str(stranger.path))

    assert stranger.get(f"/o/{key}/source").status_code == 403
    assert stranger.get(f"/o/{key}/source/text").status_code == 403
    assert stranger.get("/source/schema").status_code == 403


def test_the_pane_opens_also_where_no_chart_can_be_made_of_what_the_file_says(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("orgdesign.workspace.chart_cache.structure_charts", fail)

    answer = site.get(f"{site.address}/source?plain=1")

    assert answer.status_code == 200
    assert "organization: Harbour Bakery" in answer.text
