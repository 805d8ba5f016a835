"""Every sentence of the diagnosis: each passes through here, so that it can be translated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.resources import toml_beside


def finding(
    text: str, at: Place, *others: Place, certain: object = True, **parts: object
) -> Finding:
    """Return a finding that says a text of ours, with its named parts filled in.

    ``text`` is the name of a rule, or that of a case of it: ``contribution-repeats.shared``.
    """
    rule, _, case = text.partition(".")
    said = rule_texts(rule)
    told = said[case] if case else said
    message, remedy = (told[key].format_map(parts) for key in ("message", "remedy"))
    return Finding(message, at, remedy, tuple(dict.fromkeys(others)), bool(certain))


def many_found(rule: str, count: int) -> str:
    """Return what is said of several findings of a rule at once, without a full stop."""
    said: str = rule_texts(rule)["many"].format(count=f"{count:,}")
    return said


def rule_texts(rule: str) -> Mapping[str, Any]:
    """Return what there is to say of a rule, its title and why it matters to customers."""
    texts: Mapping[str, Any] = _texts()[rule]
    return texts


@cache
def _texts() -> Mapping[str, Any]:
    return toml_beside(__file__, "en.toml")
