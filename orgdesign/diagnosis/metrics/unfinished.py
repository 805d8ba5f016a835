"""The measures in use that leave something out, and who goes by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Measure, Organisation


def lacking(
    organisation: Organisation, field: Literal["baseline", "target", "better", "kind"]
) -> Iterator[tuple[Measure, tuple[Place, ...]]]:
    """Yield each measure that somebody uses and that says nothing in a field, with its users.

    One that nobody uses should be deleted, not completed.
    """
    unfinished = [each for each in organisation.measures.values() if getattr(each, field) is None]
    users = Ties(organisation).users if unfinished else {}
    for measure in unfinished:
        if measure.id in users:
            yield measure, tuple(dict.fromkeys(users[measure.id]))
