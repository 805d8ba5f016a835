"""From an organisation to what can be said about it: one question, one module."""

from orgdesign.diagnosis.coverage import Coverage, Share, coverage
from orgdesign.diagnosis.diagnosis import Diagnosis, diagnose, diagnosis_of
from orgdesign.diagnosis.file_places import Places
from orgdesign.diagnosis.finding import Finding, Place, RuleHit
from orgdesign.diagnosis.harm import FirstThing, HarmOrder

__all__ = [
    "Coverage",
    "Diagnosis",
    "Finding",
    "FirstThing",
    "HarmOrder",
    "Place",
    "Places",
    "RuleHit",
    "Share",
    "coverage",
    "diagnose",
    "diagnosis_of",
]
