"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import findings, journey

PAGES = (findings.pages, journey.pages)

__all__ = ["PAGES"]
