"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import (
    counted,
    customer_assets,
    figures,
    findings,
    journey,
    maturity,
    officer,
    one_finding,
    power_core,
    rule_setting,
    serving,
    sharing,
    summary,
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
    summary.pages,
    customer_assets.pages,
    sharing.pages,
    maturity.pages,
)

__all__ = ["PAGES"]
