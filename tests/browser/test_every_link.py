"""Every kind of link of every kind of page is clicked, and leads to what it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NothingHappened

from tests.browser.conftest import Open

KEY = re.compile(r"/[0-9a-f]{16}(?=/|$)")
SEEN = """() => [...document.querySelectorAll('a')].map((link, at) => {
    const href = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
    const away = link.hasAttribute('download') || link.target || !href || href.startsWith('#')
    link.closest('details')?.setAttribute('open', '')
    const where = link.closest('[id]')?.id.replace(/[0-9a-f]{16}/g, '') ?? ''
    return away || !link.checkVisibility() ? null : [at, new URL(href, location.href).href, where]
}).filter(Boolean)"""
CLICK = """at => {
    const link = document.querySelectorAll('a')[at]
    for (let one = link; one = one.parentElement?.closest('details');) one.open = true
    link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true}))
}"""
ARRIVED = """([was, to]) => {
    const here = new URL(location.href), there = new URL(to), before = new URL(was)
    if (document.readyState !== 'complete') return false
    if (there.pathname !== before.pathname) return here.pathname !== before.pathname
    for (const name of ['view', 'structure', 'cards', 'colour', 'gaps', 'q', 'sort', 'by', 'from'])
        if (there.searchParams.has(name)
            && here.searchParams.get(name) !== there.searchParams.get(name)) return false
    const box = there.searchParams.get('box'), panel = document.querySelector('#panel .panel-body')
    if (box && document.querySelector('.desk')) return panel?.dataset.box === box
    const anchor = there.hash.slice(1)
    return !anchor || anchor === 'panel' || Boolean(document.getElementById(anchor))
}"""
START = ("/o/", "/help")
FEW_PAGES, MOST_PAGES = 4, 60
"""How many pages are gone through, and how many where a run may take `--long`."""


def kind_of(address: str) -> str:
    """Return what links of one kind have in common: the path without keys, and what is asked."""
    parts = urlsplit(address)
    names = sorted({pair.partition("=")[0] for pair in parts.query.split("&")})
    return f"{KEY.sub('/…', parts.path)}?{'&'.join(names)}"


def links(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield the links of a page that are seen: their number, where they lead, and their kind."""
    origin = urlsplit(page.url).netloc
    for at, to, where in page.evaluate(SEEN):
        if urlsplit(to).netloc == origin and urlsplit(to).path.startswith(START):
            yield at, to, f"{where} {kind_of(to)}"


def click(page: Page, at: int, to: str) -> bool:
    """Click a link, and tell whether what it promises came."""
    was = page.url
    page.evaluate(CLICK, at)
    try:
        page.wait_for_function(ARRIVED, arg=[was, to])
    except NothingHappened:
        return False
    return True


@pytest.mark.filterwarnings("default")
def test_every_kind_of_link_leads_where_it_says(
    open_page: Open, northwind: Path, complaints: list[str], request: pytest.FixtureRequest
):
    page = open_page(northwind)
    is_long = request.config.getoption("--long", default=False)
    waiting, known, clicked, dead = [page.url], {kind_of(page.url)}, set[str](), list[str]()
    for _ in range(MOST_PAGES if is_long else FEW_PAGES):
        if not waiting:
            break
        address = waiting.pop(0)
        page.goto(address)
        for at, to, kind in [*links(page)]:
            if kind_of(to) not in known:
                known.add(kind_of(to))
                waiting.append(to)
            if kind in clicked:
                continue
            clicked.add(kind)
            if not click(page, at, to):
                dead.append(f"{kind_of(address)}: {kind} ({page.url} for {to})")
            page.goto(address)
    assert dead == []
    assert len(clicked) > 20
