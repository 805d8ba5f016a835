"""Of parts too many for a list, one is named by its words, and only what these find comes over."""

import re

import pytest

from tests.web.conftest import BAKERY, Sheet, Site

ROLES = "".join(f"  baker-{at}: {{title: Bäcker {at}}}\n" for at in range(201))
FUNCTIONS = "".join(
    f"  oven-{at}: {{name: Oven {at}, reports_to: {'baking' if at else 'books'}}}\n"
    for at in range(201)
)


@pytest.fixture
def site(site: Site) -> Site:
    """The bakery with more roles and functions than a list can offer."""
    text = BAKERY.replace("roles:\n", f"{FUNCTIONS}roles:\n{ROLES}")
    site.path.write_text(text)
    return site


def panel(site: Site, function: str) -> Sheet:
    link = site.follow(site.page(), function).partition("#")[0]
    return site.form(site.get(f"{link}&more=1").text)


def found(site: Site, kind: str, **said: str) -> list[str]:
    address = re.sub(r"/o/([^/?]+).*", rf"/o/\1/find/labels/{kind}", site.address)
    answer = site.post(address, said)
    assert answer.status_code == 200
    names: list[str] = answer.json
    return names


def test_the_panel_of_one_function_lists_none_of_them(site: Site):
    form = panel(site, "Bookkeeping")

    assert "Bäcker 100" not in form.html
    assert form.said()["accountable"] == [""]


def test_a_role_and_a_manager_are_named_by_their_words(site: Site):
    form = panel(site, "Bookkeeping")

    site.post(form.address, form.said(accountable="bäcker 17", reports_to="Oven 3"))

    text = site.path.read_text()
    assert "accountable: baker-17" in text
    assert "reports_to: oven-3" in text


def test_words_that_nothing_has_come_back_with_the_nearest_and_can_be_made(site: Site):
    form = panel(site, "Bookkeeping")

    answer = site.post(form.address, form.said(accountable="Bäcker 20a"))

    assert answer.status_code == 422
    assert "No role is called “Bäcker 20a”." in answer.text.replace("&#34;", '"')
    again = site.form(answer.text)
    site.post(again.address, again.said(make="accountable"))
    assert "title: Bäcker 20a" in site.path.read_text()


def test_words_are_found_in_any_order_without_accents_the_nearest_first(site: Site):
    assert found(site, "role", q="17 backer")[:2] == ["Bäcker 17", "Bäcker 170"]
    assert len(found(site, "role", q="")) == 12
    assert found(site, "role", q="nobody") == []


def test_what_reports_to_a_function_is_not_offered_to_stand_above_it(site: Site):
    above = re.search(r'data-above="([^"]+)"', panel(site, "Bookkeeping").html)
    assert above

    assert "Oven 0" in found(site, "function", q="Oven 0")
    assert "Oven 0" not in found(site, "function", q="Oven 0", above=above[1])


def test_kinds_that_are_not_there_are_not_found(site: Site):
    address = re.sub(r"/o/([^/?]+).*", r"/o/\1/find/labels/x", site.address)

    assert site.post(address, {"q": "a"}).status_code == 404
