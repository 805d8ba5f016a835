"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import findings

PAGES = (findings.pages,)

__all__ = ["PAGES"]
