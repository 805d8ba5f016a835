"""What is counted in an organisation, once for all the pages that tell it."""

from __future__ import annotations

from orgdesign.designs.identity_cache import cached_by_identity
from orgdesign.diagnosis import coverage
from orgdesign.model import Function, Organisation

MOST_REMEMBERED = 24
"""Of how many organisations it is remembered what is counted in them."""

coverage_of = cached_by_identity(MOST_REMEMBERED)(coverage)


@cached_by_identity(MOST_REMEMBERED)
def gaps_of(organisation: Organisation) -> tuple[Function, ...]:
    """Return the functions of an organisation that miss something, in the order of the file."""
    return tuple(function for function in organisation.functions.values() if function.gaps)
