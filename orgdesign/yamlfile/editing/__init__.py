"""Editing: a change of what a file says as the smallest change of its text."""

from orgdesign.yamlfile.editing.applying import Applied, apply
from orgdesign.yamlfile.editing.edits import Add, Edit, Move, Remove, Set, edited
from orgdesign.yamlfile.editing.failures import CannotEdit, Invalid
from orgdesign.yamlfile.editing.renaming import renaming
from orgdesign.yamlfile.editing.splicing import Span, Spliced, splice

__all__ = [
    "Add",
    "Applied",
    "CannotEdit",
    "Edit",
    "Invalid",
    "Move",
    "Remove",
    "Set",
    "Span",
    "Spliced",
    "apply",
    "edited",
    "renaming",
    "splice",
]
