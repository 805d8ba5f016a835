"""From an organisation to what can be said about it: one question, one module."""

from orgdesign.analysis.coverage import Coverage, Share, coverage

__all__ = ["Coverage", "Share", "coverage"]
