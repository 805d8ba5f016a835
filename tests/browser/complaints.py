"""What the browser complains of while a page is open: a test fails of what it did not ask for."""

from __future__ import annotations


class Complaints(list[str]):
    """What the browser complained about: scripts, refused content, failed requests."""

    def __init__(self) -> None:
        self._expected: list[str] = []

    def expect(self, *words: str) -> None:
        """Let it complain of what a test asks for, also later: it may tell after its page does."""
        self._expected += words

    def unexpected(self) -> list[str]:
        """Return what no test asked for."""
        return [one for one in self if not any(words in one for words in self._expected)]
