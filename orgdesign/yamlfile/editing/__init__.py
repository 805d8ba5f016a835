"""Editing: a change of what a file says as the smallest change of its text."""

from orgdesign.yamlfile.editing.edits import Add, Edit, Move, Remove, Set, apply_to_data
from orgdesign.yamlfile.editing.failures import CannotEdit, Invalid
from orgdesign.yamlfile.editing.part_rename import renaming
from orgdesign.yamlfile.editing.proven_edits import AppliedEdits, apply
from orgdesign.yamlfile.editing.text_splices import SplicedText, TextSpan, splice

__all__ = [
    "Add",
    "AppliedEdits",
    "CannotEdit",
    "Edit",
    "Invalid",
    "Move",
    "Remove",
    "Set",
    "SplicedText",
    "TextSpan",
    "apply",
    "apply_to_data",
    "renaming",
    "splice",
]
