"""Editing: a change of what a file says as the smallest change of its text."""

from orgdesign.yamlfile.editing.edits import (
    Add,
    CannotEdit,
    Edit,
    Invalid,
    Move,
    Remove,
    Set,
    alike_at_ends,
    apply_to_data,
    is_ordered,
    plainly,
    says_same,
)
from orgdesign.yamlfile.editing.part_rename import renaming
from orgdesign.yamlfile.editing.proven_edits import apply
from orgdesign.yamlfile.editing.removal import CascadeDelete
from orgdesign.yamlfile.editing.text_splices import splice

__all__ = [
    "Add",
    "CannotEdit",
    "CascadeDelete",
    "Edit",
    "Invalid",
    "Move",
    "Remove",
    "Set",
    "alike_at_ends",
    "apply",
    "apply_to_data",
    "is_ordered",
    "plainly",
    "renaming",
    "says_same",
    "splice",
]
