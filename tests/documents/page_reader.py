"""A page as its tests read it: its ids, its links, its text, what it may run."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote


class PageReader(HTMLParser):
    """What an HTML file holds."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.within = {"style": "", "script": "", "title": ""}
        self._open: list[str] = []
        self.scripts: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.append((tag, said))
        self.ids += [said["id"]] if "id" in said else []
        self.links += [unquote(said[name]) for name in ("href", "xlink:href") if name in said]
        self._open.append(tag)
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        if tag == "script":
            self.scripts[-1] += data
        elif tag == "style":
            self.within["style"] += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """Return all that people read, on one line."""
        return " ".join(" ".join(self.texts).split())

    def attributes(self, name: str) -> list[str]:
        """Return what is said by attributes of a name."""
        return [said[name] for _, said in self.tags if name in said]
