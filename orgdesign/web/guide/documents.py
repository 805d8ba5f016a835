"""The documents as the app shows them: Markdown as HTML, with links that lead to each other."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from orgdesign.resources import folder
from orgdesign.value_objects import value_object

FIRST = ("index", "designer", "format", "commands", "importing", "designs", "diagnosis")
"""The documents that come first, in this order; the others follow by name."""
_HEAD = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_IMAGE = re.compile(r"^.*!\[[^\]]*\]\([^)]*\).*$", re.MULTILINE)
_LINK = re.compile(r'href="([\w/-]+)\.md(#[^"]*)?"')


@value_object
class HelpDocument:
    """A document: what its address calls it, its title and its text as Markdown."""

    name: str
    title: str
    text: str

    def html(self, base: str) -> str:
        """Return it as HTML; links to other documents lead there in the app, under ``base``."""
        from markdown_it import MarkdownIt

        shown = (
            MarkdownIt("commonmark", {"html": False})
            .enable("table")
            .render(_IMAGE.sub("", self.text))
        )
        place = self.name.rpartition("/")[0]
        return _LINK.sub(lambda link: self._link(link, base, place), _anchored(shown))

    def _link(self, link: re.Match[str], base: str, place: str) -> str:
        name = link[1] if not place or "/" in link[1] else f"{place}/{link[1]}"
        return f'href="{base}/{name}{link[2] or ""}"'

    def excerpt(self, words: list[str]) -> str:
        """Return the first lines that have one of some words."""
        lines = (line.strip("#|>*- ") for line in self.text.splitlines())
        found = [line for line in lines if any(word in line.casefold() for word in words)]
        return " … ".join(found[:2])[:280]


def _anchored(html: str) -> str:
    """Return HTML in which headings can be linked to, by their words."""

    def anchor(head: re.Match[str]) -> str:
        words = re.sub(r"<[^>]+>", "", head[2]).lower()
        name = re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", words).strip())
        return f'<h{head[1]} id="{name}">{head[2]}</h{head[1]}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", anchor, html)


@lru_cache(maxsize=1)
def help_documents() -> dict[str, HelpDocument]:
    """Return the documents by name, what to read first at the start."""
    top = folder("docs")
    names = sorted(path.relative_to(top).with_suffix("").as_posix() for path in top.rglob("*.md"))
    order = {name: at for at, name in enumerate(FIRST)}
    names.sort(key=lambda name: (order.get(name, len(FIRST) + name.count("/")), name))
    return {name: _document(top, name) for name in names}


def _document(top: Path, name: str) -> HelpDocument:
    text = (top / f"{name}.md").read_text("utf-8")
    head = _HEAD.search(text)
    return HelpDocument(name, head[1].replace("`", "") if head else name, text)


def search_documents(text: str) -> list[HelpDocument]:
    """Return the documents that have all words of a text, those with most of them first."""
    words = text.casefold().split()
    found = [
        (sum(document.text.casefold().count(word) for word in words), document)
        for document in help_documents().values()
        if words and all(word in document.text.casefold() for word in words)
    ]
    return [document for _, document in sorted(found, key=lambda each: -each[0])]
