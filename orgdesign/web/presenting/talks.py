"""The audiences prepared lately, so that a slide does not wait for the others."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from flask import current_app

from orgdesign.model import Organisation
from orgdesign.redaction import Redaction
from orgdesign.web.presenting.audience import Audience
from orgdesign.workspace import StructureKey

REMEMBERED = 4
"""How many audiences are remembered."""


class Talks:
    """The audiences prepared lately; safe to share between threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Audience] = OrderedDict()
        self._lock = Lock()

    def audience(
        self, digest: str, whole: Organisation, which: StructureKey, leave: Redaction
    ) -> Audience:
        """Return the audience of an organisation, which is that of the text with ``digest``."""
        key = (digest, which, leave)
        with self._lock:
            found = self._kept.pop(key, None) or Audience(whole, which, leave)
            self._kept[key] = found
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
            return found


def talks() -> Talks:
    """Return the audiences that the app remembers."""
    kept: Talks = current_app.extensions.setdefault("talks", Talks())
    return kept
