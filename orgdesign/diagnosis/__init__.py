"""From an organisation to what can be said about it: one question, one module."""

from orgdesign.diagnosis.coverage import Coverage, Share, coverage
from orgdesign.diagnosis.diagnosis import diagnose
from orgdesign.diagnosis.finding import Finding, Found, Place
from orgdesign.diagnosis.where import Places

__all__ = ["Coverage", "Finding", "Found", "Place", "Places", "Share", "coverage", "diagnose"]
