"""The open page follows the file, part by part."""

import gzip
import re

import pytest
from flask import Response

from orgdesign.storage.folder_lock import state_folder
from orgdesign.web.canvas import ChartPage, shared_changes
from tests.web.conftest import BAKERY, Site
from tests.web.test_organisation import words


def asked(site: Site, page: str, said: str = "") -> str:
    return f"{site.address}/live?{site.fields(page)}{said}"


def parts(html: str) -> list[str]:
    return re.findall(r'<hx-partial hx-target="#([^"]+)"', html)


def test_nothing_is_answered_while_nothing_changes(site: Site):
    answer = site.get(asked(site, site.page()), HX_Request="true")

    assert (answer.status_code, answer.data) == (204, b"")


def test_an_edit_is_answered_with_the_parts_of_the_page(site: Site):
    page = site.page()
    site.path.write_text(site.path.read_text().replace("Fresh bread", "Warm bread"))

    answer = site.get(asked(site, page), HX_Request="true").text

    assert {"headline", "bars", "gaps", "after-sheet", "panel", "place"} <= set(parts(answer))
    assert "Warm bread every morning" in answer
    assert "<!doctype" not in answer


def test_the_page_is_told_only_once(site: Site):
    page = site.page()
    site.path.write_text(site.path.read_text().replace("Fresh bread", "Warm bread"))
    told = site.get(asked(site, page), HX_Request="true").text

    assert site.get(asked(site, told), HX_Request="true").status_code == 204


def test_the_chosen_function_stays_chosen(site: Site):
    page = site.get(site.follow(site.page(), "Bookkeeping")).text
    site.path.write_text(site.path.read_text().replace("name: Bookkeeping", "name: Ledgers"))

    answer = site.get(asked(site, page), HX_Request="true").text

    assert re.search(r'id="panel-heading"[^>]*>Ledgers<', answer)


def test_a_chosen_function_that_is_gone_closes_the_panel(site: Site):
    page = site.get(site.follow(site.page(), "Bookkeeping")).text
    text = site.path.read_text()
    site.path.write_text(text[: text.index("  books:")] + text[text.index("roles:") :])

    answer = site.get(asked(site, page), HX_Request="true").text

    assert "panel-heading" not in answer


def test_problems_come_and_go(site: Site):
    page, good = site.page(), site.path.read_text()
    site.path.write_text(good.replace("outcome: quick,", "outcome: quik,"))
    broken = site.get(asked(site, page), HX_Request="true").text
    site.path.write_text(good)
    mended = site.get(asked(site, broken), HX_Request="true").text

    assert "bakery.yaml has 1 problem" in broken
    assert 'id="problems-heading"' not in mended
    assert "changed; the page shows it" in mended


def test_a_file_that_disappears_leaves_its_chart_and_says_so(site: Site):
    page = site.page()
    site.path.unlink()

    answer = site.get(asked(site, page), HX_Request="true").text

    assert "problems-heading" in answer
    assert 'id="after-chart"' in answer


def test_a_page_without_a_chart_is_loaded_anew_when_there_is_one(site: Site):
    good = site.path.read_text()
    site.path.write_text("organization: [")
    page = site.page()
    site.path.write_text(good)

    assert site.get(asked(site, page), HX_Request="true").headers["HX-Refresh"] == "true"


def test_choosing_a_box_does_not_draw_the_chart_again(site: Site):
    page = site.page()
    link = site.follow(page, "Bookkeeping").split("#")[0]

    answer = site.get(f"{link}&{site.fields(page)}", HX_Request="true").text

    assert "after-sheet" not in parts(answer)
    assert {"depth", "panel", "next-gap", "place"} <= {*parts(answer)}


@pytest.mark.parametrize("page", ["parts/roles", "parts/roles/new", "history"])
def test_other_pages_are_drawn_anew_only_when_the_file_changed(site: Site, page: str):
    here = f"{site.address}/{page}"
    shown = site.fields(site.get(here).text).partition("&")[0]

    same = site.get(f"{here}?{shown}", HX_Request="true")
    site.path.write_text(site.path.read_text().replace("title: Owner", "title: Master baker"))
    changed = site.get(f"{here}?{shown}", HX_Request="true")

    assert (same.status_code, same.data) == (204, b"")
    assert changed.status_code == 200
    assert '<main id="main"' in changed.text
    assert shown not in changed.text


def test_what_is_told_of_the_history_is_on_the_page(site: Site):
    page = site.page()
    (state_folder() / "history.sqlite3").write_bytes(b"damaged" * 1000)
    site.path.write_text(site.path.read_text().replace("Fresh bread", "Warm bread"))

    answer = site.get(asked(site, page), HX_Request="true").text

    assert "The history was damaged. It was put aside as" in words(answer)
    assert "The history was damaged." in words(site.get(f"{site.address}/table").text)
    assert "The history was damaged." in words(site.get(f"{site.address}/parts").text)


def test_what_was_told_of_the_history_goes_with_the_next_version(site: Site):
    site.page()
    (state_folder() / "history.sqlite3").write_bytes(b"damaged" * 1000)
    site.path.write_text(f"{BAKERY}# Warm bread\n")
    told = site.page()
    site.path.write_text(f"{BAKERY}# Rye bread\n")

    assert "The history was damaged." in told
    assert "The history was damaged." not in site.page()


def test_a_failure_is_said_in_the_page(site: Site):
    site.client.delete_cookie(site.settings.cookie, domain="127.0.0.1")

    answer = site.get("/o/x/live", HX_Request="true")

    assert answer.status_code == 403
    assert parts(answer.text) == ["notice"]


def test_what_changed_is_worked_out_once_for_all_who_look_at_the_same(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    live = asked(site, site.page())
    site.path.write_text(site.path.read_text().replace("name: Counter", "name: Tills"))
    worked, render = [], shared_changes.render_changes

    def count(page: ChartPage) -> Response:
        worked.append(page)
        return render(page)

    monkeypatch.setattr(shared_changes, "render_changes", count)

    first, second = site.get(live), site.get(live)
    packed = site.get(live, Accept_Encoding="gzip")
    elsewhere = site.get(f"{live}&view=before")

    assert first.data == second.data == gzip.decompress(packed.data)
    assert "Tills" in elsewhere.text
    assert len(worked) == 3
