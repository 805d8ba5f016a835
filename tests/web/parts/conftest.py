"""The bakery with something in every section, and its forms."""

import re

import pytest

from tests.web.conftest import Sheet, Site
from tests.web.test_organisation import words

MORE = """\
journey:
  buys: {name: Buys bread, outcome: quick, functions: [baking, counter]}
handoffs:
  oven-to-till: {from: baking, to: counter, stage: buys, passes: Warm bread, accountable: owner}
  till-to-oven: {from: counter, to: baking}
designs:
  later:
    name: Later
    changes:
      - {change: rename, function: counter, name: Shop}
      - {change: rename, function: books, name: Ledger}
assessment:
  sharing: {commitments: {baking: {time: 10}, counter: {time: 5}}}
"""


@pytest.fixture
def site(site: Site) -> Site:
    """The bakery with something in every section."""
    site.path.write_text(site.path.read_text() + MORE)
    return site


@pytest.fixture
def crowd(site: Site) -> Site:
    """The bakery with more functions than a page lists."""
    many = "".join(f"  stall-{i}: {{name: Stall {i}, reports_to: counter}}\n" for i in range(1200))
    site.path.write_text(text(site).replace("roles:\n", f"{many}roles:\n"))
    return site


def listed(site: Site, section: str) -> str:
    return site.get(f"{site.address}/parts/{section}").text


def opened(site: Site, section: str, title: str) -> Sheet:
    """Return the form of a part."""
    return sheet(site.get(site.follow(listed(site, section), title)).text)


def blank(site: Site, section: str) -> Sheet:
    return sheet(site.get(f"{site.address}/parts/{section}/new").text)


def sheet(html: str) -> Sheet:
    found = re.search(r'<form id="part-form".*?</form>', html, re.DOTALL)
    assert found, words(html)
    return Sheet(found[0])


def asked(site: Site, section: str, title: str) -> tuple[str, Sheet]:
    """Return the page that asks before a part is removed, and its form."""
    link = re.search(
        rf'href="([^"]+)" aria-label="Remove: {re.escape(title)}"', listed(site, section)
    )
    assert link
    html = site.get(link[1]).text
    form = re.search(r'<form class="form".*?</form>', html, re.DOTALL)
    assert form
    return words(html), Sheet(form[0])


def text(site: Site) -> str:
    return site.path.read_text()
