"""Ways from page to page, each waiting until the next one listens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect


@contextmanager
def another_page(page: Page) -> Iterator[None]:
    """Wait until the page that something leads to is loaded, which is when it listens.

    A click does not wait for it: what is read or pressed next would be read and pressed on the
    page that is left, and could even keep the browser from leaving it.
    """
    page.wait_for_load_state()  # the load that is waited for is not that of this page
    with page.expect_event("load"):
        yield


def press(page: Page, name: str | re.Pattern[str], exact: bool = True) -> None:
    """Press a button that leads to another page, and wait for that."""
    with another_page(page):
        page.get_by_role("button", name=name, exact=exact).click()


def follow(page: Page, name: str | re.Pattern[str], exact: bool = False) -> None:
    """Follow a link to another page, also one in a menu that is closed, and wait for that."""
    page.wait_for_load_state()
    link = page.get_by_role("link", name=name, exact=exact)
    menu = page.locator(".where-menu:not([open])")
    inside = menu.get_by_role("link", name=name, exact=exact, include_hidden=True)
    if inside.count() and not link.count():
        menu.locator("> summary").click()
    if link.locator("xpath=ancestor::*[@id='switch' or @id='structures']").count():
        show_view(page, name, exact)
    else:
        with another_page(page):
            link.click()


def show_view(page: Page, name: str | re.Pattern[str], exact: bool = False) -> None:
    """Show another view of the chart, or another structure, and wait until its boxes are there."""
    bar = page.locator("#switch")
    if not bar.get_by_role("link", name=name, exact=exact).count():
        bar = page.locator("#structures")
        if not bar.get_by_role("link", name=name, exact=exact).count():
            bar.locator("summary").click()
    bar.get_by_role("link", name=name, exact=exact).click()
    # Within its own bar and as a whole: a view's name may begin that of the structure shown.
    said = re.compile(rf"^\s*{re.escape(str(name))}\s*$") if exact else name
    expect(bar.locator("a[aria-current]").filter(has_text=said)).to_have_count(1)
    expect(page.locator(".sky")).to_have_count(0)
