"""Rules on mechanics: whether work crosses the functions without dropping the customer."""

from orgdesign.diagnosis.mechanics.handoff_loop import handoff_loop
from orgdesign.diagnosis.mechanics.handoff_outside_stage import handoff_outside_stage
from orgdesign.diagnosis.mechanics.stage_not_served import stage_not_served
from orgdesign.diagnosis.mechanics.step_without_handoff import step_without_handoff
from orgdesign.diagnosis.mechanics.too_many_functions_in_stage import too_many_functions_in_stage

RULES = (
    stage_not_served,
    step_without_handoff,
    handoff_outside_stage,
    handoff_loop,
    too_many_functions_in_stage,
)
