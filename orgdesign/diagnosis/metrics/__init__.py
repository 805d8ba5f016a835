"""Rules on metrics: whether success is told from the customer's side."""

from orgdesign.diagnosis.metrics.function_without_measure import function_without_measure
from orgdesign.diagnosis.metrics.handoff_without_measure import handoff_without_measure
from orgdesign.diagnosis.metrics.measure_defined_twice import measure_defined_twice
from orgdesign.diagnosis.metrics.measure_unused import measure_unused
from orgdesign.diagnosis.metrics.measure_without_baseline import measure_without_baseline
from orgdesign.diagnosis.metrics.measure_without_direction import measure_without_direction
from orgdesign.diagnosis.metrics.measure_without_kind import measure_without_kind
from orgdesign.diagnosis.metrics.measure_without_target import measure_without_target
from orgdesign.diagnosis.metrics.only_company_measures import only_company_measures
from orgdesign.diagnosis.metrics.outcome_without_measure import outcome_without_measure

RULES = (
    outcome_without_measure,
    function_without_measure,
    only_company_measures,
    handoff_without_measure,
    measure_without_target,
    measure_without_baseline,
    measure_without_direction,
    measure_without_kind,
    measure_defined_twice,
    measure_unused,
)
