"""Rules on accountability: whether somebody is answerable, and able to be."""

from orgdesign.diagnosis.accountability.accountable_role_vacant import accountable_role_vacant
from orgdesign.diagnosis.accountability.function_without_accountable_role import (
    function_without_accountable_role,
)
from orgdesign.diagnosis.accountability.handoff_without_accountable_role import (
    handoff_without_accountable_role,
)
from orgdesign.diagnosis.accountability.outcome_without_accountable_role import (
    outcome_without_accountable_role,
)
from orgdesign.diagnosis.accountability.role_against_outcome import role_against_outcome
from orgdesign.diagnosis.accountability.role_overloaded import role_overloaded
from orgdesign.diagnosis.accountability.role_without_outcome import role_without_outcome

RULES = (
    function_without_accountable_role,
    outcome_without_accountable_role,
    handoff_without_accountable_role,
    accountable_role_vacant,
    role_overloaded,
    role_without_outcome,
    role_against_outcome,
)
