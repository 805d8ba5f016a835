"""How many examples the tests of properties try: few by default, ten times as many with ``--long``.

Each says how many of its own it needs to find what it was written for; ``pytest --long`` is for
the night, and for whoever changes what such a test is about.
"""

from __future__ import annotations

import os

LONG = "ORGDESIGN_LONG_TESTS"
"""Set by ``--long``, so that every worker knows it before it reads the tests."""


def examples(few: int) -> int:
    """Return how many examples a property is tried on."""
    return few * 10 if os.environ.get(LONG) else few
