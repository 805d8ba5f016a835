"""Editing: a change of what a file says as the smallest change of its text."""

from orgdesign.editing.applying import Applied, apply
from orgdesign.editing.edits import Add, Edit, Move, Remove, Set, edited
from orgdesign.editing.failures import CannotEdit, Invalid
from orgdesign.editing.renaming import renaming
from orgdesign.editing.splicing import Span, Spliced, splice

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
