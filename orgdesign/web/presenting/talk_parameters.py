"""What the address of a presentation asks for: the structure, what is left out, how it looks."""

from __future__ import annotations

from dataclasses import replace

from flask import url_for
from werkzeug.datastructures import MultiDict

from orgdesign.redaction import REDACTED_KINDS
from orgdesign.value_objects import value_object

PRIVATE = frozenset({"holders", "headcount", "cost"})
"""What an audience does not see unless somebody says so."""
CHOSEN = "chosen"
"""Says in an address that what is left out was chosen, be it nothing."""
MOST_OPENED = 200
"""How many boxes one address may unfold."""


@value_object
class TalkParameters:
    """What a presentation is of, and what an audience sees of it; all but ``kinds`` as keys.

    ``opened`` boxes of the chart on the slide are unfolded, and of ``into`` only its branch is
    shown.
    """

    file: str
    structure: str = ""
    kinds: frozenset[str] = PRIVATE
    branches: tuple[str, ...] = ()
    dark: bool = False
    opened: frozenset[str] = frozenset()
    into: str = ""

    @classmethod
    def from_request(cls, file: str, said: MultiDict[str, str]) -> TalkParameters:
        """Return what an address asks for; what makes no sense is passed over."""
        left = said.getlist("leave")
        kinds = frozenset(REDACTED_KINDS) & {*left}
        return cls(
            file,
            said.get("structure", ""),
            kinds if CHOSEN in left else kinds | PRIVATE,
            tuple(dict.fromkeys(said.getlist("branch"))),
            bool(said.get("dark")),
            frozenset([key for key in said.get("open", "").split(",") if key][:MOST_OPENED]),
            said.get("into", ""),
        )

    @property
    def talk(self) -> TalkParameters:
        """Return the same without what is asked of one slide only."""
        return replace(self, opened=frozenset(), into="")

    def toggle(self, box: str) -> TalkParameters:
        """Return the same with a box unfolded, or folded where it was unfolded."""
        return replace(self, opened=self.opened ^ {box})

    def within(self, box: str) -> TalkParameters:
        """Return the same with only the branch of a box shown, or all where there is none."""
        return replace(self, into=box, opened=frozenset())

    def parameters(self) -> dict[str, object]:
        """Return what an address says of it."""
        is_usual = self.kinds == PRIVATE
        said = {
            "structure": self.structure,
            "leave": [] if is_usual else [CHOSEN, *sorted(self.kinds)],
            "branch": list(self.branches),
            "dark": "1" if self.dark else "",
            "open": ",".join(sorted(self.opened)),
            "into": self.into,
        }
        return {name: value for name, value in said.items() if value}

    def address(self, endpoint: str, **more: object) -> str:
        """Return the address of a page of this presentation."""
        return url_for(endpoint, **{**self.parameters(), **more})  # type: ignore[arg-type]
