"""Rules on structure: whether spans of control and layers suit the kind of work."""

from orgdesign.diagnosis.structure.several_roots import several_roots
from orgdesign.diagnosis.structure.single_report_chain import single_report_chain
from orgdesign.diagnosis.structure.span_of_control import span_of_control
from orgdesign.diagnosis.structure.too_many_layers import too_many_layers

RULES = (span_of_control, too_many_layers, single_report_chain, several_roots)
