"""``orgdesign settle``: what a design has come to is the new today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.options import output_option, phase_option
from orgdesign.cli.terminal import complain, say, tell_problems

if TYPE_CHECKING:
    from orgdesign.designs.adoption import Adoption
    from orgdesign.yamlfile import Reading


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--design", metavar="NAME", help="The design; it can be left out if there is one.")
@phase_option
@click.option(
    "--without",
    multiple=True,
    metavar="NAME",
    help="Another design that goes, as it no longer fits; can be given several times.",
)
@output_option("Write a new file, and leave FILE as it is.")
def settle(
    file: Path, design: str | None, phase: str | None, without: tuple[str, ...], output: Path | None
) -> int:
    """Make what a design has come to the new today of FILE.

    Its changes are made in the text, and leave the design; later phases stay. All else stays as
    it is written, and what FILE said before is in its history.
    """
    from orgdesign.yamlfile import read_file

    reading = read_file(file)
    if reading.organisation is None:
        return tell_problems(file, reading, "settled")
    settled = _settled(file, reading, design, phase, without)
    if settled is None:
        return 1
    for difference in settled.differences:
        say(difference.sentence)
    _write(file, reading, settled, output)
    return 0


def _settled(
    file: Path, reading: Reading, design: str | None, phase: str | None, without: tuple[str, ...]
) -> Adoption | None:
    """Return the settled file; None where something is in the way, which is told."""
    from orgdesign.cli.structures import design_called, phase_called
    from orgdesign.designs.adoption import AdoptionBlocked, adopt_design

    assert reading.organisation is not None  # noqa: S101 - it was read
    chosen = design_called(reading.organisation, design)
    gone = [design_called(reading.organisation, name).id for name in without]
    try:
        return adopt_design(reading, chosen.id, phase_called(chosen, phase), gone)
    except AdoptionBlocked as refusal:
        for reason in refusal.reasons:
            complain(reason.format(str(file)))
        complain(str(refusal))
        return None


def _write(file: Path, reading: Reading, settled: Adoption, output: Path | None) -> None:
    from orgdesign.cli.file_output import create
    from orgdesign.workspace import save_edited

    assert reading.source is not None  # noqa: S101 - it was read
    if output is not None:
        create(output, settled.data.decode())
        say(f"Wrote {output}: {settled.summary}")
        return
    told = save_edited(file, settled.data, reading.source.digest, settled.sentence)
    say(f"Settled {file}: {settled.summary}{f' {told}' if told else ''}")
