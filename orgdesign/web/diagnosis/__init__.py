"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import (
    counted,
    figures,
    findings,
    journey,
    officer,
    one_finding,
    power_core,
    rule_setting,
    serving,
)

PAGES = (
    findings.pages,
    one_finding.pages,
    rule_setting.pages,
    journey.pages,
    officer.pages,
    power_core.pages,
    figures.pages,
    counted.pages,
    serving.pages,
)

__all__ = ["PAGES"]
