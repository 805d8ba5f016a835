"""A design that has been carried out, some of it or all, becomes the new today."""

from orgdesign.designs.adoption.obstacles import Unsettled
from orgdesign.designs.adoption.settling import Settled, settle

__all__ = ["Settled", "Unsettled", "settle"]
