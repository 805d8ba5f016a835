"""The assessment of readiness: what people answered, and what they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from orgdesign.value_objects import value_object

Maturity = Literal["defaulted", "reliable", "deliberate", "desired"]


@value_object
class Reply:
    """A person's answer to one question of the chief-customer-officer assessment."""

    answer: bool | None = None
    who: str | None = None
    note: str | None = None
    date: str | None = None


@value_object
class AssetPart:
    """A customer-asset metric for one group of customers, or for one reason."""

    name: str
    value: float | None = None
    previous: float | None = None


@value_object
class CustomerAsset:
    """One customer-asset metric: a definition, its owner (a role), its values.

    ``breakdown`` holds the values by customer group or, of lost customers, by reason.
    """

    definition: str | None = None
    owner: str | None = None
    unit: str | None = None
    value: float | None = None
    previous: float | None = None
    breakdown: tuple[AssetPart, ...] = ()


@value_object
class Commitment:
    """How much of its people's time a function commits, in per cent."""

    time: float | None = None
    volunteered: bool | None = None
    credit: str | None = None


@value_object
class Sharing:
    """How the work on customers is shared."""

    sponsor: str | None = None
    levels_from_chief: float | None = None
    commitments: Mapping[str, Commitment] = field(default_factory=dict)


@value_object
class StageMaturity:
    """How deliberate a journey stage's experience is, today and aimed at."""

    today: Maturity | None = None
    aim: Maturity | None = None


@value_object
class Assessment:
    """What people answered about readiness; the machine never fills it in.

    ``power_core_function`` is the function where the power core sits.
    """

    chief_customer_officer: Mapping[str, Reply] = field(default_factory=dict)
    power_core: Mapping[str, str] = field(default_factory=dict)
    power_core_function: str | None = None
    customer_assets: Mapping[str, CustomerAsset] = field(default_factory=dict)
    sharing: Sharing = Sharing()
    maturity: Mapping[str, StageMaturity] = field(default_factory=dict)
