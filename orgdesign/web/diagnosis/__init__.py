"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import findings, journey, officer, power_core

PAGES = (findings.pages, one_finding.pages, rule_setting.pages, journey.pages, officer.pages, power_core.pages)

__all__ = ["PAGES"]
