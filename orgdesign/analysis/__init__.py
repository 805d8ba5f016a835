"""From an organisation to what can be said about it: one question, one module."""

from orgdesign.analysis.coverage import Coverage, Share, coverage
from orgdesign.analysis.diagnosis import diagnose
from orgdesign.analysis.finding import Finding, Found, Place
from orgdesign.analysis.where import Places

__all__ = ["Coverage", "Finding", "Found", "Place", "Places", "Share", "coverage", "diagnose"]
