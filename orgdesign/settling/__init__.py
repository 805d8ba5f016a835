"""A design that has been carried out, some of it or all, becomes the new today."""

from orgdesign.settling.obstacles import Unsettled
from orgdesign.settling.settling import Settled, settle

__all__ = ["Settled", "Unsettled", "settle"]
