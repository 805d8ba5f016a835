"""``orgdesign propose``: moves that keep a customer's work in one branch, as a design."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.terminal import say, tell_problems
from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.model import Organisation
    from orgdesign.proposals import Proposal, ProposalFigure
    from orgdesign.yamlfile import Reading


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--stays",
    multiple=True,
    metavar="FUNCTION",
    help="A function, by its id, that stays where it is; can be given several times.",
)
@click.option(
    "--span",
    type=click.IntRange(0),
    help="How many functions report to one at most; otherwise what suits its kind of work.",
)
@click.option(
    "--people",
    type=click.FloatRange(0),
    help="How many people move at most; otherwise a tenth of all.",
)
@click.option(
    "--moves",
    type=click.IntRange(0),
    default=5,
    show_default=True,
    help="How many functions move at most.",
)
@click.option("--save", metavar="ID", help="Lay it down in FILE as a design with this id.")
def propose(
    file: Path,
    stays: tuple[str, ...],
    span: int | None,
    people: float | None,
    moves: int,
    save: str | None,
) -> int:
    """Propose the fewest moves that take away most of what crosses branches in FILE.

    What it would do is told in figures. FILE is as it was, unless --save lays the proposal down
    as a design, to be looked at, changed and refused like any other.
    """
    from orgdesign.proposals import Limits
    from orgdesign.proposals import propose as proposed
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    if reading.organisation is None:
        return tell_problems(file, reading, "proposed")
    limits = Limits(frozenset(_known_functions(stays, reading.organisation)), span, people, moves)
    proposal = proposed(reading.organisation, limits)
    for line in _lines(proposal):
        say(line)
    if save is not None and not proposal.is_empty:
        _save(file, reading, proposal, save)
    return 0


def _known_functions(ids: tuple[str, ...], organisation: Organisation) -> Iterator[str]:
    from difflib import get_close_matches

    for id_ in ids:
        if id_ not in organisation.functions:
            near = get_close_matches(id_, organisation.functions, 1)
            hint = f'did you mean "{near[0]}"?' if near else "give the id that the file has."
            raise OrgdesignError(f'--stays: no function is called "{id_}"; {hint}')
        yield id_


def _lines(proposal: Proposal) -> Iterator[str]:
    """Yield what is proposed, with the reason of each move, and what it would do."""
    yield proposal.crossings.sentence
    if proposal.is_empty:
        yield "Within these limits no move takes anything away, and nothing is without an owner."
        return
    phase = None
    for change, sentence in proposal.sentences:
        if change.phase != phase:
            phase = change.phase
            yield f"{proposal.design.phases[phase or ''].name}:"
        yield f"  {sentence}{f' {change.reason}' if change.kind != 'appoint' else ''}"
    yield "What it would do:"
    for figure in proposal.figures():
        yield f"  {figure.name}: {_change(figure)}"


def _change(figure: ProposalFigure) -> str:
    from orgdesign.model import number_text

    was, now = (
        "nothing to count" if value is None else f"{number_text(round(value, 1))}{figure.unit}"
        for value in (figure.before, figure.after)
    )
    return was if was == now else f"{was} → {now}"


def _save(file: Path, reading: Reading, proposal: Proposal, id_: str) -> None:
    from orgdesign.workspace import save_edited
    from orgdesign.yamlfile.editing import Add, apply

    today = proposal.today
    if id_ in today.designs:
        raise OrgdesignError(f'--save: there is a design called "{id_}" already; choose another id')
    assert reading.source is not None  # noqa: S101 - it was read
    applied = apply(reading, [Add(("designs",), id_, proposal.as_written())])
    told = save_edited(
        file, applied.data, reading.source.digest, f"Design proposed: {proposal.design.name}"
    )
    say(f"Laid down in {file} as the design {id_}.{f' {told}' if told else ''}")
