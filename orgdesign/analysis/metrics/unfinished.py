"""The measures in use that leave something out, and who goes by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from orgdesign.analysis.finding import Place
from orgdesign.analysis.ties import Ties
from orgdesign.organisation import Measure, Organisation


def lacking(
    organisation: Organisation, field: Literal["baseline", "target", "better"]
) -> Iterator[tuple[Measure, tuple[Place, ...]]]:
    """Yield each measure that somebody uses and that says nothing in a field, with its users.

    One that nobody uses should be deleted, not completed.
    """
    users = Ties(organisation).users
    for measure in organisation.measures.values():
        if getattr(measure, field) is None and measure.id in users:
            yield measure, tuple(dict.fromkeys(users[measure.id]))
