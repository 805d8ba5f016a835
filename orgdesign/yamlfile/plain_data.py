"""A tree as plain data: texts as written, an empty plain value as None."""

from __future__ import annotations

from typing import Any

from orgdesign.yamlfile.tree import TreeNode


def to_plain_data(node: TreeNode) -> Any:
    """Return what a node says, with what it repeats or merges in place."""
    if node.is_list:
        return [to_plain_data(each) for each in node.entries().values()]
    if node.is_mapping:
        own = {key: to_plain_data(each) for key, each in node.entries().items() if not each.merged}
        merged = {key: to_plain_data(each) for key, each in node.entries().items() if each.merged}
        return {**own, **{key: value for key, value in merged.items() if key not in own}}
    value = node.value
    return None if value == "" and node.target.style == " " else value
