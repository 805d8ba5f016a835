"""What a page offers to whoever looks at it, and its places that something else fills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from flask import Flask, current_app
from markupsafe import Markup


class Offers(Protocol):
    """What decides whether whoever asks is offered something.

    A ``part`` is the path in the file to what would be changed; that of a section stands for a new
    part there.
    """

    def may(self, endpoint: str, part: Sequence[str] = ()) -> bool:
        """Tell whether they may ask for what an endpoint does."""

    def may_send(self, address: str, part: Sequence[str] = ()) -> bool:
        """Tell whether they may send a form to an address."""


class EveryOffer:
    """Whoever works on their own file may do everything."""

    def may(self, endpoint: str, part: Sequence[str] = ()) -> bool:
        """Offer it."""
        return True

    def may_send(self, address: str, part: Sequence[str] = ()) -> bool:
        """Offer it."""
        return True


def offer_as(app: Flask, offers: Offers) -> None:
    """Let the pages of an app ask what to offer."""
    app.extensions["offers"] = offers
    app.jinja_env.globals.update(may=offers.may, may_send=offers.may_send)


def may_ask(endpoint: str, part: Sequence[str] = ()) -> bool:
    """Tell whether whoever asks for this page may ask for what an endpoint does."""
    offers: Offers = current_app.extensions["offers"]
    return offers.may(endpoint, part)


Filling = Callable[..., str]


def register_slots(app: Flask) -> None:
    """Let templates say where a slot is: ``slot("panel", page=page)``."""
    app.extensions["slots"] = {}
    app.jinja_env.globals["slot"] = _filled


def fill_slot(app: Flask, name: str, filling: Filling) -> None:
    """Let every page that has a slot show what ``filling`` makes of what it is told there."""
    app.extensions["slots"].setdefault(name, []).append(filling)


def _filled(name: str, **about: Any) -> Markup:
    fillings: list[Filling] = current_app.extensions["slots"].get(name, [])
    return Markup("").join(Markup(filling(**about)) for filling in fillings)  # noqa: S704 - rendered
