"""A changed file's reading out of the reading before: only what changed is checked and built."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from orgdesign.model import DESIRED, Function, Organisation, Role
from orgdesign.yamlfile.incremental.changed_parts import KEYED, changed_parts
from orgdesign.yamlfile.incremental.regions import TextChange, line_start
from orgdesign.yamlfile.incremental.reparse import reparse
from orgdesign.yamlfile.limits import CROWD, LEAST_CHARACTERS, MAX_BYTES, MAX_ENTRIES, MAX_LINES
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.organisation_reading import Reading, read
from orgdesign.yamlfile.parts import NOUN_SECTIONS, WITHIN_DESIGNS, KnownParts
from orgdesign.yamlfile.references import use_faults
from orgdesign.yamlfile.schema import built_parts
from orgdesign.yamlfile.source import Source
from orgdesign.yamlfile.tree import BLOCK_MAPPING, Path, Tree, TreeNode, to_plain_data
from orgdesign.yamlfile.utf8_text import decode

_BOM = "\ufeff"
_MANY = 16
_BLOCK = 4096


def reread(before: Reading, tree: Tree, changed: Iterable[Path]) -> tuple[Reading, bytes]:
    """Return the reading of a changed text, and its bytes.

    ``changed`` holds the paths of what may be different: sections, or entries of those. The
    result is what reading the bytes from the start would give.
    """
    assert before.source is not None  # noqa: S101 - only what was read can be read again
    bom, text = before.source.bom, tree.text
    data = (_BOM + text if bom else text).encode()
    parts = set(changed)
    is_partial = () not in parts and _fits(data, tree)
    organisation = _organisation(before, tree, parts) if is_partial else None
    if organisation is None:
        return read(data, before.name), data
    source = Source(text, hashlib.sha256(data).hexdigest(), bom, LineIndex(text), tree)
    return Reading(before.name, source, organisation, ()), data


def reread_text(before: Reading, data: bytes) -> Reading:
    """Return the reading of a file's bytes out of that of a text much like it.

    It is what reading the bytes from the start gives; only where the texts differ is parsed.
    """
    text, tree = decode(data), before.source.tree if before.source else None
    if tree is None or before.organisation is None or not isinstance(text, str):
        return read(data, before.name)
    new = reparse(tree, [_difference(tree.text, text)])
    is_whole = not new.is_readable or new.problems or () in new.parsed
    if is_whole or _has_doubles(new.tree, {path[0] for path in new.parsed}):
        return read(data, before.name)
    reading, written = reread(before, new.tree, changed_parts(tree, new.parsed))
    return reading if written == data else read(data, before.name)


def _has_doubles(tree: Tree, sections: Iterable[str | int]) -> bool:
    """Whether a key is written twice where some sections stand, or in one of them."""
    places = (tree.under(0, str(section)) for section in sections)
    within = (0, *(place for place in places if place is not None))
    names = (tree.names(place) for place in within if tree.styles[place] == BLOCK_MAPPING)
    return any(len({*written}) < len(written) for written in names)


def _difference(old: str, new: str) -> TextChange:
    """Return the lines that turn one text into another."""
    most = min(len(old), len(new))
    start = line_start(old, _shared(old, new, most))
    end = _shared(old[::-1], new[::-1], most - start)
    last = old.find("\n", len(old) - end) + 1 or len(old)
    return TextChange(start, last, new[start : len(new) - (len(old) - last)])


def _shared(one: str, other: str, most: int) -> int:
    """Return how many characters two texts share from their start, of so many at most."""
    shared = 0
    while shared < most and one[shared : shared + _BLOCK] == other[shared : shared + _BLOCK]:
        shared += _BLOCK
    if shared >= most:
        return most
    pairs = zip(one[shared : shared + _BLOCK], other[shared : shared + _BLOCK], strict=False)
    differs = next((at for at, (a, b) in enumerate(pairs) if a != b), _BLOCK)
    return min(shared + differs, most)


def _fits(data: bytes, tree: Tree) -> bool:
    """Return whether a file is far from the limits that only a whole reading watches."""
    lines = tree.text.count("\n") + tree.text.count("\r")
    is_crowd = len(tree) > CROWD and len(tree.text) < (LEAST_CHARACTERS + 1) * len(tree)
    return len(data) <= MAX_BYTES and lines <= MAX_LINES and not is_crowd


def _organisation(before: Reading, tree: Tree, changed: set[Path]) -> Organisation | None:
    """Return the organisation, or None where only a whole reading can tell."""
    old = before.organisation
    if old is None or tree.anchors or tree.targets or tree.styles[0] not in b":{":
        return None
    data = _changed_data(tree, changed)
    built = built_parts(data) if data is not None else None
    if data is None or built is None:
        return None
    new = _replaced(old, built, data, tree, changed)
    if new is None or not _stands(before, old, new, tree, data, changed):
        return None
    return new


def _changed_data(tree: Tree, changed: set[Path]) -> dict[str, Any] | None:
    """Return what changed as plain data: whole sections, or some of their entries."""
    data: dict[str, Any] = {}
    for path in sorted(changed, key=len):
        index = tree.under(0, str(path[0]))
        if index is None:
            return None
        if len(path) == 1:
            data[str(path[0])] = to_plain_data(TreeNode(tree, index))
        elif (path[0],) not in changed:
            part = data.setdefault(str(path[0]), {})
            found = tree.under(index, str(path[1]))
            if found is not None:
                part[path[1]] = to_plain_data(TreeNode(tree, found))
    return data


def _replaced(
    old: Organisation, built: dict[str, Any], data: dict[str, Any], tree: Tree, changed: set[Path]
) -> Organisation | None:
    for section in data:
        index = tree.under(0, section)
        if section in KEYED and (section,) not in changed and index is not None:
            entries = _in_order(getattr(old, section), built[section], tree.names(index))
            if entries is None:
                return None
            built[section] = entries
    return replace(old, **built)


def _in_order(
    old: Mapping[str, Any], built: dict[str, Any], names: list[str | None]
) -> dict[str, Any] | None:
    """Return the entries of a section in the order of their names in the file."""
    known = {**old, **built}
    if names == list(old):
        return known
    if len(names) > MAX_ENTRIES or not known.keys() >= set(names):
        return None
    return {str(name): known[str(name)] for name in names}


def _stands(
    before: Reading,
    old: Organisation,
    new: Organisation,
    tree: Tree,
    data: dict[str, Any],
    changed: set[Path],
) -> bool:
    """Return whether nothing that changed can be a problem to itself or to anything else."""
    was, now = _known_ids(old, changed), _known_ids(new, changed)
    gone = [key for kind, ids in was.items() for key in ids if key not in now[kind]]
    come = [key for kind, ids in now.items() for key in ids if key not in was[kind]]
    source = before.source
    assert source is not None and source.tree is not None  # noqa: S101, PT018 - it was read
    if len(gone) + len(come) > _MANY or not all(key.isascii() for key in come):
        return False
    if any(key in tree.values for key in gone):
        return False
    if new.designs and any(key in source.tree.values for key in come):
        return False
    parts = _all_parts(new)
    fault = next(use_faults(data, parts, source), None)
    return fault is None and not _circular(new, data)


def _known_ids(organisation: Organisation, changed: set[Path]) -> dict[str, set[str]]:
    """Return the ids of each section, as far as they can have changed."""
    known: dict[str, set[str]] = {}
    for path in changed:
        if path[0] == "outcome":
            known["outcome"] = {outcome.id for outcome in organisation.outcome.walk()}
        elif path[0] in KEYED:
            ids = getattr(organisation, str(path[0]))
            some = ids if len(path) == 1 else (path[1],) if path[1] in ids else ()
            known.setdefault(str(path[0]), set()).update(map(str, some))
    return known


def _all_parts(organisation: Organisation) -> KnownParts:
    parts: KnownParts = {
        kind: getattr(organisation, section) for kind, section in NOUN_SECTIONS.items()
    }
    parts["outcome"] = {DESIRED: None} | {each.id: None for each in organisation.outcome.walk()}
    parts |= {kind: {} for kind in WITHIN_DESIGNS}
    parts["criterion"] = dict.fromkeys(organisation.criteria)
    return parts


def _circular(organisation: Organisation, data: dict[str, Any]) -> bool:
    """Return whether the reporting line of a changed function or role leads back to it."""
    return _leads_back(organisation.functions, data.get("functions") or ()) or _leads_back(
        organisation.roles, data.get("roles") or ()
    )


def _leads_back(parts: Mapping[str, Function] | Mapping[str, Role], changed: Iterable[str]) -> bool:
    for start in changed:
        seen, name = {start}, parts[start].reports_to
        while name is not None:
            if name in seen:
                return True
            seen.add(name)
            name = parts[name].reports_to
    return False
