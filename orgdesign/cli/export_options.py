"""The options of ``orgdesign export`` that count only for some of what it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from orgdesign.value_objects import value_object

ROLES = ("roles", "changes", "advertisement")


@value_object
class ExportRequest:
    """What is to be made, in which format, and what was said by options, by their names."""

    kind: str
    ending: str
    said: Mapping[str, Any]

    @property
    def document_kind(self) -> str:
        """Return what the documents are: those in an archive, or the one that is made."""
        is_archive = self.kind in ROLES and self.ending == "zip"
        return self.said["form"] or "docx" if is_archive else self.ending

    def check(self) -> None:
        """Refuse options that would do nothing.

        Raises:
            click.UsageError: there is one; the message says what it is for.
        """
        for name, (counts, refusal) in _COUNTS.items():
            if self.said.get(name) and not counts(self):
                raise click.UsageError(refusal)
        if self.said["role"] and self.said["function"]:
            raise click.UsageError("Choose with --role or with --function, not with both.")


_CHOOSES = (
    lambda asked: asked.kind in ROLES,
    "--role and --function choose role descriptions: use --as roles.",
)
_PRINTS = (
    lambda asked: asked.kind == "booklet",
    "--paper and --orientation are for what is printed as a booklet: use --as booklet.",
)
_COUNTS: Mapping[str, tuple[Callable[[ExportRequest], bool], str]] = {
    "role": _CHOOSES,
    "function": _CHOOSES,
    "manager": (
        lambda asked: asked.kind == "changes",
        "--manager chooses the sheets of changes of a team: use --as changes.",
    ),
    "form": (
        lambda asked: asked.kind in ROLES and asked.ending == "zip",
        "--format is for the documents in a .zip of role descriptions.",
    ),
    "template": (
        lambda asked: asked.document_kind in ("docx", "pptx"),
        "--template is for Word documents and decks: choose .docx or .pptx with -o.",
    ),
    "theme": (
        lambda asked: asked.kind == "deck",
        "--theme is for a deck: use --as deck.",
    ),
    "gaps": (
        lambda asked: asked.kind in ("deck", "booklet", "page"),
        "--gaps is for documents with charts: use --as deck, booklet or page.",
    ),
    "view": (
        lambda asked: asked.kind in ("deck", "booklet", "page"),
        "--views is for documents with charts: use --as deck, booklet or page.",
    ),
    "paper": _PRINTS,
    "orientation": _PRINTS,
}
