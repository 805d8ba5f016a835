"""Every page of the app over a file, by following its links as somebody without JavaScript does."""

from __future__ import annotations

import re
import secrets
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unittest.mock import patch
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from flask.testing import FlaskClient

from stills.normal import KEY

PORT = 8125
ORIGIN = f"http://127.0.0.1:{PORT}"
MOST_OF_A_KIND, MOST = 3, 400
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def crawl(file: Path) -> Iterator[tuple[str, bytes]]:
    """Return a name and the HTML of every page, a handful of each kind of address."""
    from orgdesign.render import Engine
    from orgdesign.web.app import create_app
    from orgdesign.web.kit import Settings
    from orgdesign.workspace import Workspace

    with (
        patch.object(secrets, "token_bytes", lambda size=32: b"s" * size),
        patch.object(secrets, "token_urlsafe", lambda size=32: "s" * 43),
        Engine() as engine,
    ):
        settings = Settings(PORT)
        app = create_app(Workspace(file, engine), settings)
        client = app.test_client()
        client.get(f"/start?token={settings.token}", base_url=ORIGIN)
        yield from _walk(client)


def _walk(client: FlaskClient) -> Iterator[tuple[str, bytes]]:
    waiting, seen = deque([("/", "start")]), {"/"}
    kinds: Counter[str] = Counter()
    names: Counter[str] = Counter()
    while waiting and sum(kinds.values()) < MOST:
        address, words = waiting.popleft()
        kind = _kind(address)
        if kinds[kind] >= MOST_OF_A_KIND:
            continue
        kinds[kind] += 1
        answer = client.get(address, base_url=ORIGIN, follow_redirects=True)
        if answer.mimetype != "text/html" or "attachment" in answer.headers.get(
            "Content-Disposition", ""
        ):
            continue
        name = f"{_slug(KEY.sub('K', urlsplit(address).path))}-{_slug(words)}"
        names[name] += 1
        number = f"-{names[name]}" if names[name] > 1 else ""
        yield f"{name}{number}", f"<!-- {answer.status_code} -->\n".encode() + answer.data
        for href, inner in LINK.findall(answer.text):
            target = urljoin(answer.request.url, unescape(href))
            here, _ = urldefrag(target)
            if here.startswith(ORIGIN) and "/static/" not in here:
                path = here.removeprefix(ORIGIN)
                if path not in seen:
                    seen.add(path)
                    waiting.append((path, re.sub(r"<[^>]*>", " ", unescape(inner))))


def _kind(address: str) -> str:
    parts = urlsplit(address)
    asked = sorted({name for name, value in parse_qsl(parts.query) if value})
    return f"{KEY.sub('K', parts.path)}?{'&'.join(asked)}"


def _slug(words: str) -> str:
    return re.sub(r"[^\w.-]+", "-", words).strip("-")[:50]
