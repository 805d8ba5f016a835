"""Rules on alignment: whether every part of the organisation serves a customer outcome."""

from orgdesign.diagnosis.alignment.contribution_repeats import contribution_repeats
from orgdesign.diagnosis.alignment.function_without_contribution import (
    function_without_contribution,
)
from orgdesign.diagnosis.alignment.function_without_outcome import function_without_outcome
from orgdesign.diagnosis.alignment.outcome_not_served import outcome_not_served
from orgdesign.diagnosis.alignment.outcome_only_enabled import outcome_only_enabled
from orgdesign.diagnosis.alignment.statement_about_the_company import statement_about_the_company
from orgdesign.diagnosis.alignment.statement_wording import statement_wording

RULES = (
    function_without_outcome,
    function_without_contribution,
    contribution_repeats,
    outcome_not_served,
    outcome_only_enabled,
    statement_about_the_company,
    statement_wording,
)
