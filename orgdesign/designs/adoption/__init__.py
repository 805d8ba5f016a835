"""A design that has been carried out, some of it or all, becomes the new today."""

from orgdesign.designs.adoption.adopt import Adoption, adopt_design
from orgdesign.designs.adoption.blockers import AdoptionBlocked

__all__ = ["Adoption", "AdoptionBlocked", "adopt_design"]
