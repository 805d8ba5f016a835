"""A slow hand, a slow server, a slow phone: answers that come in another order than at rest.

``pytest --unrest KIND:SEED``, a long proof, off by default: KIND is ``hand`` (a pause after all
that a person does), ``server`` (each answer and each live event late, by chance), ``phone`` (a
slow processor) or ``all`` of them. Run as a program, this is ``orgdesign`` with a slow server.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from orgdesign.value_objects import value_object
from orgdesign.web.kit import Streams

UNREST = "ORGDESIGN_UNREST"
"""Set by ``--unrest``, so that workers know it, and the programs that they start."""
PAUSES = (60, 250, 700)
"""How long a slow hand rests after each thing it does, in milliseconds: by the seed."""
LATEST = 0.6
"""How late an answer or an event is at most, in seconds."""
RATES = (4, 5, 6, 7, 8)
"""How many times slower a slow phone is: by the seed."""


@value_object
class Unrest:
    """What disturbs the tests of a run; nothing where nothing was asked for."""

    kind: str = ""
    seed: int = 0

    @classmethod
    def from_text(cls, text: str) -> Unrest:
        """Read ``KIND:SEED``; raise `ValueError` where it is something else."""
        kind, _, seed = text.partition(":")
        if kind not in ("hand", "server", "phone", "all") or not seed.isdecimal():
            raise ValueError(f"--unrest is hand:N, server:N, phone:N or all:N, not {text!r}")
        return cls(kind, int(seed))

    def has(self, kind: str) -> bool:
        return self.kind in (kind, "all")

    @property
    def pause(self) -> int:
        """Return how long a hand rests, in milliseconds."""
        return PAUSES[self.seed % len(PAUSES)] if self.has("hand") else 0

    @property
    def rate(self) -> int:
        """Return how many times slower a page is."""
        return RATES[self.seed % len(RATES)] if self.has("phone") else 1


def present_unrest() -> Unrest:
    """Return what was asked for with ``--unrest``."""
    text = os.environ.get(UNREST)
    return Unrest.from_text(text) if text else Unrest()


def program() -> list[str]:
    """Return the command that runs ``orgdesign``, with a slow server where one is asked for."""
    is_slow = present_unrest().has("server")
    return [sys.executable, __file__] if is_slow else [sys.executable, "-m", "orgdesign"]


def disturb(text: str) -> None:
    """Disturb this process, and the programs that it will start."""
    unrest = Unrest.from_text(text)
    os.environ[UNREST] = text
    if unrest.has("server"):
        slow_answers(Random(f"{text} {os.environ.get('PYTEST_XDIST_WORKER')}"))
    if unrest.has("phone"):
        slow_pages(unrest.rate)


def slow_answers(chance: Random) -> None:
    """Let every app of this process answer late, before it has done what is asked or after."""
    answer: Callable[..., Iterable[bytes]] = Flask.wsgi_app
    tell: Callable[..., None] = Streams._tell

    def answer_late(app: Flask, *request: Any) -> Iterable[bytes]:
        time.sleep(_lateness(chance))
        answered = answer(app, *request)
        time.sleep(_lateness(chance))
        return answered

    def tell_late(streams: Streams, *event: Any) -> None:
        time.sleep(_lateness(chance))
        tell(streams, *event)

    Flask.wsgi_app = answer_late
    Streams._tell = tell_late


def _lateness(chance: Random) -> float:
    """Return a time in seconds, half of them none: what is asked later often comes first."""
    return max(0.0, chance.uniform(-LATEST, LATEST)) / 2


def slow_pages(rate: int) -> None:
    """Let every page that is opened have a slow processor."""
    for maker in (BrowserContext, Browser):
        maker.new_page = _slowed(maker.new_page, rate)


def _slowed(open_page: Callable[..., Page], rate: int) -> Callable[..., Page]:
    def open_slow_page(*where: Any, **habits: Any) -> Page:
        page = open_page(*where, **habits)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        return page

    return open_slow_page


if __name__ == "__main__":
    from orgdesign.cli import main

    slow_answers(Random(os.environ[UNREST]))
    main()
