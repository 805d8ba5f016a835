"""Draw every plate and poster as people see it in grey and with three kinds of colour-blindness.

    python benchmarks/colour_sight.py FILE... -o FOLDER              on A4, A3 and 1440 by 900
    python benchmarks/colour_sight.py FILE... -o FOLDER --paper a3 --plate poster

Each picture stands above itself in grey and as seen with protanopia, deuteranopia and tritanopia.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from orgdesign.designs.replay import structure_after
from orgdesign.model import Organisation
from orgdesign.plates import PAPERS, PLATES, Plate, draw_sheet, plate_sheets
from orgdesign.render import Engine
from orgdesign.render.colour_sight import SIGHTS
from orgdesign.yamlfile import read_file

LOOKED_AT = ("a4", "a3", "screen")


def seen(picture: Image.Image, sight: str) -> Image.Image:
    """Return a picture as it is seen."""
    said = np.asarray(picture.convert("RGB"), dtype=np.float64) / 255
    linear = np.where(said <= 0.04045, said / 12.92, ((said + 0.055) / 1.055) ** 2.4)
    light = np.clip(linear @ np.array(SIGHTS[sight]).T, 0, 1)
    back = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return Image.fromarray((back * 255 + 0.5).astype(np.uint8))


def beside(picture: Image.Image) -> Image.Image:
    """Return a picture as it is, and below it in the four kinds of sight."""
    wide, high = picture.size
    half = (wide // 2, high // 2)
    whole = Image.new("RGB", (wide, high + 2 * half[1]), "white")
    whole.paste(picture, (0, 0))
    for number, sight in enumerate(SIGHTS):
        small = seen(picture, sight).resize(half)
        whole.paste(small, (number % 2 * half[0], high + number // 2 * half[1]))
    return whole


def pictures(
    organisation: Organisation, plates: tuple[Plate, ...], papers: tuple[str, ...]
) -> Iterator[tuple[str, Image.Image]]:
    """Yield the first two sheets of every plate, of today and of the first design."""
    designs = [structure_after(organisation, each) for each in organisation.designs.values()][:1]
    with Engine() as engine:
        for plate in plates:
            for paper in papers:
                for design in (None, *designs):
                    sheets = plate_sheets(plate, organisation, design, size=PAPERS[paper])
                    for number, sheet in enumerate(sheets[:2], 1):
                        drawn = Image.open(BytesIO(draw_sheet(sheet, engine, "png")))
                        which = "design" if design else "today"
                        yield f"{plate}-{paper}-{which}-{number}", drawn.convert("RGB")


def main() -> None:
    """Write the pictures of each file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--plate", choices=[*PLATES], action="append")
    parser.add_argument("--paper", choices=[*PAPERS], action="append")
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    for file in asked.files:
        organisation = read_file(file).organisation
        if organisation is None:
            raise SystemExit(f"{file} cannot be read; orgdesign check says why.")
        plates, papers = tuple(asked.plate or PLATES), tuple(asked.paper or LOOKED_AT)
        for name, picture in pictures(organisation, plates, papers):
            picture.thumbnail((1600, 1600))
            target = asked.output / f"{file.stem}-{name}.png"
            beside(picture).save(target)
            print(target)


if __name__ == "__main__":
    main()
