"""What an export leaves out, taken out of the organisation before anything is written."""

from orgdesign.exporting.leaving_out.asked import EVERYTHING, KINDS, Leave
from orgdesign.exporting.leaving_out.leaving import Exported, exported

__all__ = ["EVERYTHING", "KINDS", "Exported", "Leave", "exported"]
