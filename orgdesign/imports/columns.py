"""Which column of an export means what: recognised, or as a person says."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from orgdesign.imports.column_content import (
    MANAGERS,
    Asked,
    ExportColumn,
    SampledTable,
    guessed_by_content,
    guessed_paths,
    holds_addresses,
    lines_of_units,
    prefer_texts,
)
from orgdesign.imports.normalisation import header_key
from orgdesign.imports.notes import Unreadable
from orgdesign.imports.vocabulary import MEANINGS, SEVERAL, is_confidential, meaning_of
from orgdesign.value_objects import value_object

_FIRST_OR_ALL = frozenset(
    map(
        header_key,
        [
            "Nome",
            "Nombre",
            "Name",
            "Имя",
            "名",
            "Ad",
            "Adı",
            "Imię",
            "Naam",
            "İsim",
            "Nama",
            "Nimi",
            "ชื่อ",
            "नाम",
            "שם",
            "الاسم",
        ],
    )
)
"""Headers that name all of a name, but beside a last name only the first."""

_CALLED = frozenset(map(header_key, ["Preferred Name", "Display Name", "Known As", "Goes By"]))
"""Headers of a whole name, which beside a first and a last name are what somebody is called."""

_FORMAT = "orgdesign column mapping 1"


@value_object
class ExportColumns:
    """What was recognised: the columns that are read, and the headers of those that are not."""

    read: tuple[ExportColumn, ...]
    confidential: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def meanings(self) -> set[str]:
        """What the columns that are read mean."""
        return {column.meaning for column in self.read}


def recognise_columns(
    headers: Sequence[str],
    asked: Asked | None = None,
    sample: Sequence[Sequence[str]] = (),
    *,
    are_headings: bool = False,
) -> ExportColumns:
    """Return what the columns with these headers mean; ``sample`` are some of their rows.

    Where the headers ``are_headings`` of a description, one that nobody knows is a section of it.

    Headers asked for that are not there are passed over: they may be in another file.

    Raises:
        Unreadable: a header asked for is confidential.
    """
    asked = _of_these(headers, asked or {})
    chosen = {column.at: column for column in _columns_asked_for(headers, asked)}
    free = [at for at in range(len(headers)) if at not in chosen]
    for at, column in _known_columns(headers, free, asked):
        chosen.setdefault(at, column)
    table = SampledTable(headers, chosen, asked, sample)
    for guess in (guessed_by_content, guessed_paths):
        chosen |= {column.at: column for column in guess(table)}
    _part_names(chosen, asked)
    prefer_texts(table)
    lines_of_units(table)
    _leave_out_addresses(chosen, asked, sample)
    if are_headings and "section" not in asked:
        chosen |= {column.at: column for column in _unknown_headings(headers, chosen)}
    rest = [header for at, header in enumerate(headers) if at not in chosen and header.strip()]
    return ExportColumns(
        tuple(chosen[at] for at in sorted(chosen)),
        tuple(header for header in rest if is_confidential(header) or _is_address(header)),
        tuple(header for header in rest if not (is_confidential(header) or _is_address(header))),
    )


def _unknown_headings(headers: Sequence[str], chosen: Container[int]) -> Iterable[ExportColumn]:
    for at, header in enumerate(headers):
        is_private = is_confidential(header) or _is_address(header)
        if at not in chosen and header.strip() and not is_private:
            yield ExportColumn(at, header, "section", is_sure=False)


def _is_address(header: str) -> bool:
    known = meaning_of(header)
    return known is not None and known.name in ("email", "manager_email")


def _part_names(chosen: dict[int, ExportColumn], asked: Asked) -> None:
    """Take "Name" beside a last name for the first, and a preferred one beside both for neither."""
    by_meaning = {column.meaning: column for column in chosen.values()}
    name = by_meaning.get("name")
    if name is None or "name" in asked or "last_name" not in by_meaning:
        return
    key, has_first = header_key(name.header), "first_name" in by_meaning
    if key in (_CALLED if has_first else _FIRST_OR_ALL):
        meaning = "other_name" if has_first else "first_name"
        chosen[name.at] = replace(name, meaning=meaning)


def _leave_out_addresses(
    chosen: dict[int, ExportColumn], asked: Asked, sample: Sequence[Sequence[str]]
) -> None:
    """Read e-mail addresses only where they say who reports to whom."""
    meanings = {column.meaning for column in chosen.values()}
    if "manager_email" in meanings or not meanings & {"person", "post"} or "email" in asked:
        return
    if any(holds_addresses(at, sample) for at, c in chosen.items() if c.meaning in MANAGERS):
        return
    for at in [at for at, column in chosen.items() if column.meaning == "email"]:
        del chosen[at]


def _of_these(headers: Sequence[str], asked: Asked) -> Asked:
    """Return what is asked of these headers, and what is not to be read at all."""
    here = {header_key(header) for header in headers}
    found = {
        meaning: [header for header in wanted if header_key(header) in here]
        for meaning, wanted in asked.items()
    }
    return {meaning: these for meaning, these in found.items() if these or not asked[meaning]}


def _columns_asked_for(headers: Sequence[str], asked: Asked) -> Iterable[ExportColumn]:
    places = {header_key(header): at for at, header in reversed([*enumerate(headers)])}
    for meaning, wanted in asked.items():
        for header in wanted:
            at = places[header_key(header)]
            if is_confidential(headers[at]):
                raise Unreadable(f'the column "{header}" is confidential, and is never read')
            yield ExportColumn(at, headers[at], meaning)


def check_found(asked: Asked, columns: Sequence[ExportColumns]) -> None:
    """Raise where a header that was asked for is in none of the files."""
    read = {header_key(column.header) for each in columns for column in each.read}
    there = [h for each in columns for h in (*(c.header for c in each.read), *each.unused)]
    for header in (header for wanted in asked.values() for header in wanted):
        if header_key(header) not in read:
            listed = ", ".join(f'"{each}"' for each in there)
            raise Unreadable(f'No column is called "{header}"; there are: {listed}.')


def _known_columns(
    headers: Sequence[str], free: Sequence[int], asked: Asked
) -> Iterable[tuple[int, ExportColumn]]:
    """Yield the columns that are known: of several with one meaning the best, and other numbers."""
    best: dict[str, tuple[int, int, ExportColumn]] = {}
    for at in free:
        known = meaning_of(headers[at])
        if known is None or known.name in asked or is_confidential(headers[at]):
            continue
        column = ExportColumn(at, headers[at], known.name, known.is_sure)
        if known.name in SEVERAL:
            yield at, column
        elif known.name not in best or (known.rank, at) < best[known.name][:2]:
            if known.name == "person" and known.name in best:
                held = best[known.name][2]
                yield held.at, replace(held, meaning="other_id")
            best[known.name] = (known.rank, at, column)
        elif known.name == "person":
            yield at, replace(column, meaning="other_id")
    yield from ((at, column) for _, at, column in best.values())


def saved_mapping(columns: Iterable[ExportColumns]) -> str:
    """Return what columns mean as the text of a file that can be used again."""
    mapping: dict[str, list[str]] = {}
    for column in (column for each in columns for column in each.read):
        headers = mapping.setdefault(column.meaning, [])
        if column.header not in headers:
            headers.append(column.header)
    return json.dumps({"format": _FORMAT, "columns": mapping}, indent=2, ensure_ascii=False) + "\n"


def mapping_of(text: str) -> dict[str, list[str]]:
    """Return the headers by meaning that the text of a mapping file gives.

    Raises:
        Unreadable: it is no mapping, or names what no column means.
    """
    try:
        told = json.loads(text)["columns"]
        mapping = {
            str(meaning): [str(each) for each in headers] for meaning, headers in told.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "this is no mapping; write one with --save-mapping, and change that"
        raise Unreadable(message) from error
    for meaning in mapping:
        check_meaning(meaning)
    return mapping


def check_meaning(meaning: str) -> None:
    """Raise where a column can mean no such thing."""
    if meaning not in MEANINGS:
        raise Unreadable(f'no column means "{meaning}"; there are: {", ".join(MEANINGS)}')
