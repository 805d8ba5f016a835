"""Who reports to whom: managers found by number, e-mail address or name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.cleaning import AT_THE_TOP
from orgdesign.imports.notes import Notes, some
from orgdesign.imports.posts import Post

_IN_BRACKETS = re.compile(r"(.*?)\s*[(\[]([^)\]]*)[)\]]\s*")
_SEVERAL = re.compile(r"\s*[;|:\n]\s*")


@dataclass(slots=True)
class Index:
    """Posts by their numbers, e-mail addresses and holders' names; None where several fit."""

    posts: dict[str, Post | None] = field(default_factory=dict)
    names: dict[str, Post | None] = field(default_factory=dict)

    @classmethod
    def of(cls, posts: Iterable[Post]) -> Index:
        """Return the index of posts."""
        index = cls()
        for post in posts:
            for key in (*post.keys, post.email):
                index._add(index.posts, key.casefold(), post)
                index._add(index.posts, f"#{key.casefold().lstrip('0')}", post)
            for name in post.holders:
                index._add(index.names, plain_name(name), post)
        return index

    def _add(self, into: dict[str, Post | None], key: str, post: Post) -> None:
        if key.strip("#"):
            into[key] = post if into.get(key, post) is post else None

    def find(self, said: str) -> Post | None:
        """Return the post that a cell names, by number first; None where none or several fit."""
        for text in _spellings(said):
            for key in (text.casefold(), f"#{text.casefold().lstrip('0')}"):
                if found := self.posts.get(key):
                    return found
            if found := self.names.get(plain_name(text)):
                return found
        return None


def _spellings(said: str) -> Iterator[str]:
    """Yield a cell, and where it is ``Name (number)`` the number and the name."""
    yield said
    if found := _IN_BRACKETS.fullmatch(said):
        yield found[2]
        yield found[1]


def plain_name(name: str) -> str:
    """Return a name so that its spellings are one.

    >>> plain_name("King, Steven") == plain_name("steven  KING")
    True
    """
    last, comma, first = name.partition(",")
    return " ".join((f"{first} {last}" if comma else name).casefold().split())


def lines_drawn(posts: Sequence[Post], notes: Notes) -> Index:
    """Give each post the one above it and its level; whatever does not fit goes to the top."""
    index = Index.of(posts)
    order = _best_first(posts, index)
    missing = themselves = 0
    for post in posts:
        said = [text for meaning in order for known, text in post.bosses if known == meaning]
        above = next(filter(None, (_found(text, post, index) for text in said)), None)
        themselves += above is post
        missing += above is None and any(not _is_nobody(text) for text in said)
        post.above = None if above is post else above
    _tell(notes, posts, missing, themselves)
    _open_circles(posts, notes)
    _set_levels(posts)
    return index


def _best_first(posts: Sequence[Post], index: Index) -> list[str]:
    """Return the columns that name managers, that in which most are found first.

    A column in which few are found counts its people in another way, and is left out.
    """
    found: dict[str, int] = {}
    given: dict[str, int] = {}
    for post in posts:
        for meaning, text in post.bosses:
            if not _is_nobody(text):
                given[meaning] = given.get(meaning, 0) + 1
                found[meaning] = found.get(meaning, 0) + (_found(text, post, index) is not None)
    best = sorted(given, key=lambda meaning: -found[meaning])
    return [each for at, each in enumerate(best) if not at or 2 * found[each] >= given[each]]


def _found(text: str, post: Post, index: Index) -> Post | None:
    if _is_nobody(text):
        return None
    if "\n" in text:  # a column a level: the lowest that is not the person
        cells = [cell for cell in reversed(text.split("\n")) if not _is_nobody(cell)]
        others = (found for cell in cells if (found := index.find(cell)) is not post)
        return next(others, None)
    return index.find(text) or next(
        (found for each in named(text) if (found := index.find(each))), None
    )


def named(text: str) -> list[str]:
    """Return the managers that one cell names: ``17; 21``."""
    return [each for each in _SEVERAL.split(text) if each]


def _is_nobody(text: str) -> bool:
    return text.casefold() in AT_THE_TOP


def _tell(notes: Notes, posts: Sequence[Post], missing: int, themselves: int) -> None:
    if not all(post.is_group for post in posts) and not any(post.bosses for post in posts):
        notes.say("Nothing in the export says who reports to whom.")
    notes.count(
        missing,
        "1 person or post names a manager who is not in the file; it was placed at the top.",
        "{n} people or posts name a manager who is not in the file; they were placed at the top.",
    )
    notes.count(
        themselves,
        "1 person reports to themselves; they were placed at the top.",
        "{n} people report to themselves; they were placed at the top.",
    )


def _open_circles(posts: Sequence[Post], notes: Notes) -> None:
    opened: list[str] = []
    walked: dict[Post, int] = {}
    for start, post in enumerate(posts):
        each: Post | None = post
        while each is not None and each not in walked:
            walked[each] = start
            each = each.above
        if each is not None and walked[each] == start:
            each.above = None
            opened.append(each.title or "someone without a title")
    if opened:
        one = (
            "The reporting lines go in a circle"
            if len(opened) == 1
            else "Reporting lines go in circles"
        )
        notes.say(f"{one}; opened at the top: {some(opened)}.")


def _set_levels(posts: Sequence[Post]) -> None:
    levels: dict[Post, int] = {}
    for post in posts:
        line, each = [], post
        while each not in levels and each.above is not None:
            line.append(each)
            each = each.above
        level = levels.setdefault(each, 0)
        for below in reversed(line):
            level += 1
            levels[below] = level
    for post in posts:
        post.level = levels[post]
