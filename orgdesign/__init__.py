"""Design organisations from the desired customer outcome."""

__version__ = "0.1.0"
