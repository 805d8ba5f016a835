"""What an export leaves out, taken out of the organisation before anything is written."""

from orgdesign.redaction.disclosure import Disclosure, disclose
from orgdesign.redaction.redaction import NOTHING_REMOVED, REDACTED_KINDS, Redaction

__all__ = ["NOTHING_REMOVED", "REDACTED_KINDS", "Disclosure", "Redaction", "disclose"]
