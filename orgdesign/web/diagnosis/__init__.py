"""The pages of the diagnosis: where customers sink, and who can change it."""

from orgdesign.web.diagnosis import (
    counted_items,
    customer_assets,
    figures,
    findings,
    journey,
    maturity,
    officer,
    one_finding,
    outcome_serving,
    power_core,
    rule_setting,
    summary,
    work_sharing,
)

PAGES = (
    findings.pages,
    one_finding.pages,
    rule_setting.pages,
    journey.pages,
    officer.pages,
    power_core.pages,
    figures.pages,
    counted_items.pages,
    outcome_serving.pages,
    summary.pages,
    customer_assets.pages,
    work_sharing.pages,
    maturity.pages,
)

__all__ = ["PAGES"]
