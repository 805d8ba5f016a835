"""What a page offers: whoever may not do something is not shown the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from flask import Flask, current_app


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
