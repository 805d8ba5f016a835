"""What an export leaves out, taken out of the organisation before anything is written."""

from orgdesign.redaction.asked import EVERYTHING, KINDS, Leave
from orgdesign.redaction.leaving import Exported, exported

__all__ = ["EVERYTHING", "KINDS", "Exported", "Leave", "exported"]
