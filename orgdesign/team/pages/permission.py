"""Whether somebody may ask for a page or send a form.

The guard asks before it is answered, every page before it offers the way there: so what is offered
is not refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import current_app, g, request
from werkzeug.exceptions import HTTPException, NotFound

from orgdesign.team.pages.needs import Need, is_reading, need_of
from orgdesign.team.rights.grants import NO_RIGHTS, Level, Rights
from orgdesign.team.rights.lens import Lens
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.web.kit import find_file

NOT_THERE = "There is no such page, or it is not open to you."
NOT_YOURS = "You may not do this here. Whoever manages this organisation can let you."
ONLY_LOOKING = "You are looking as somebody else sees it, so nothing can be changed."


class Refusal(NamedTuple):
    """How something is refused: what is not somebody's is not there for them."""

    status: int
    words: str


def refusal(viewer: TeamViewer, rights: Rights, need: Need, *, is_safe: bool) -> Refusal | None:
    """Return how somebody is refused what has a need; None where they may."""
    if need in ("open", "visitor"):
        return None
    if need in ("signed in", "begin", "admin"):
        is_ready = (
            viewer.looks_as is None if need == "begin" else need != "admin" or viewer.is_admin
        )
        is_allowed = viewer.person and is_ready
        return None if is_allowed else Refusal(404, NOT_THERE)
    if need == "whole":
        if not rights.sight.is_whole:
            return Refusal(404, NOT_THERE)
        need = "read" if is_safe else "edit"
    if viewer.looks_as is not None and not is_safe and need != "read":
        return Refusal(403, ONLY_LOOKING)
    level, is_everywhere = _level_of(need)
    is_allowed = rights.may(level) and (not is_everywhere or rights.branches(level) is None)
    return None if is_allowed else Refusal(403 if rights.allowed else 404, NOT_YOURS)


def _level_of(need: Need) -> tuple[Level, bool]:
    """Return the level that a need asks for, and whether for everywhere."""
    level, _, where = need.partition(" ")
    return level, where == "everywhere"  # type: ignore[return-value]  # the others were answered


def lens_here() -> Lens | None:
    """Return what whoever asks sees of the organisation that the address names."""
    key = (request.view_args or {}).get("key")
    lens = getattr(find_file(str(key)).history, "lens", None) if key else None
    return lens if isinstance(lens, Lens) else None


def rights_here() -> Rights:
    """Return what whoever asks may do in the organisation that the address names, if any."""
    try:
        lens = lens_here()
    except NotFound:
        return NO_RIGHTS
    return lens.rights if lens else NO_RIGHTS


def may_here(level: Level) -> bool:
    """Tell whether whoever asks may do something in the organisation of this page."""
    return "viewer" in g and rights_here().may(level)


class AllowedOffers:
    """What pages offer to whoever asks: what the guard would let them do."""

    def may(self, endpoint: str, part: Sequence[str] = ()) -> bool:
        """Tell whether they may ask for what an endpoint does."""
        return _may(endpoint, "GET" if "GET" in _methods(endpoint) else "POST", part)

    def may_send(self, address: str, part: Sequence[str] = ()) -> bool:
        """Tell whether they may send a form to an address."""
        try:
            endpoint, _ = current_app.url_map.bind("").match(urlsplit(address).path, "POST")
        except HTTPException:
            return False
        return _may(endpoint, "POST", part)


def _may(endpoint: str, method: str, part: Sequence[str]) -> bool:
    need = need_of(endpoint, method)
    if need is None or "viewer" not in g:
        return need == "open"
    is_safe = is_reading(endpoint, method)
    if refusal(g.viewer, rights_here(), need, is_safe=is_safe) is not None:
        return False
    return not part or _may_change(part)


def _may_change(part: Sequence[str]) -> bool:
    lens = lens_here()
    seen = find_file(str(request.view_args["key"])).now().source if request.view_args else None
    return lens is None or seen is None or lens.may_change(seen, tuple(part))


def _methods(endpoint: str) -> frozenset[str]:
    rules = current_app.url_map.iter_rules(endpoint)
    return frozenset[str]().union(*(rule.methods or () for rule in rules))
