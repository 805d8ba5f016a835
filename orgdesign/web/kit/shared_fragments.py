"""Parts of pages that are the same for all who see the same, rendered once for them."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from flask import Flask
from markupsafe import Markup

from orgdesign.web.kit.file_page import FilePage
from orgdesign.web.kit.recent_work import RecentWork

MOST_LETTERS = 24_000_000
"""How much is kept of what was rendered lately."""


def share_fragments(app: Flask) -> None:
    """Let the templates of an app say what is the same for all who see the same."""
    rendered = RecentWork[Markup](MOST_LETTERS, len)

    def shared_fragment(page: FilePage, *asked: Hashable, caller: Callable[[], Markup]) -> Markup:
        """Return what a block renders, kept by the text that is seen and by all that is asked.

        Two who may see different things have different texts; nothing else of theirs may be in it.
        """
        history, edition = page.file.history, page.edition
        seen = (history.identity, history.view, edition.version, edition.digest)
        return rendered.result((*seen, page.key, *asked), caller)

    app.jinja_env.globals["shared_fragment"] = shared_fragment
