"""What people ask an export to leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError

Kind = Literal["holders", "headcount", "cost", "measures"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_BRANCH = "branch:"


@dataclass(frozen=True, slots=True)
class Leave:
    """What to leave out: kinds of facts everywhere, and functions with all that is under them."""

    kinds: frozenset[str] = frozenset()
    branches: tuple[str, ...] = ()

    @classmethod
    def said(cls, words: Iterable[str]) -> Leave:
        """Return what words such as ``holders`` and ``branch:legal`` mean.

        Raises:
            OrgdesignError: a word means nothing here.
        """
        kinds: set[str] = set()
        branches: list[str] = []
        for word in words:
            if word.startswith(_BRANCH):
                branches.append(word.removeprefix(_BRANCH))
            elif word in KINDS:
                kinds.add(word)
            else:
                known = ", ".join((*KINDS, f"{_BRANCH}ID"))
                raise OrgdesignError(f'"{word}" cannot be left out; choose from {known}.')
        return cls(frozenset(kinds), tuple(branches))

    def leaves(self, kind: str) -> bool:
        """Whether facts of a kind are left out."""
        return kind in self.kinds

    def check(self, *organisations: Organisation) -> None:
        """Refuse branches that are in none of the organisations.

        Raises:
            OrgdesignError: a branch is not there; nothing may go out by a slip of the pen.
        """
        for branch in self.branches:
            if not any(branch in each.functions for each in organisations):
                raise OrgdesignError(
                    f'No function is called "{branch}", so that nothing can be left out by it; '
                    "use the id of one in the file."
                )


EVERYTHING = Leave()
"""Nothing is left out."""
