"""What people wrote, read by a small sentence encoder on this machine: whose side a text is on.

The encoder, its numbers and our own examples are known here alone; rules ask for a ``Judgement``.
Nothing is loaded before the first text is read, and nothing is sent anywhere.
"""

from orgdesign.diagnosis.language.examples import Example, Subject, examples_of
from orgdesign.diagnosis.language.measure_thesaurus import groups_of, things_in, things_of
from orgdesign.diagnosis.language.pay_words import refuses_pay
from orgdesign.diagnosis.language.reader import NO_READER, Judgement, TextReader, shared_reader
from orgdesign.diagnosis.language.similarity import ngram_overlap, usual_likeness

__all__ = [
    "NO_READER",
    "Example",
    "Judgement",
    "Subject",
    "TextReader",
    "examples_of",
    "groups_of",
    "ngram_overlap",
    "refuses_pay",
    "shared_reader",
    "things_in",
    "things_of",
    "usual_likeness",
]
