"""The booklet: charts, figures, journey, road map and facts as one PDF to be leafed through."""

from orgdesign.documents.booklet.booklet import booklet

__all__ = ["booklet"]
