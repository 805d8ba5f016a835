"""The slides: what an audience sees one after the other, from the outcome to the road map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from orgdesign.charts import Chart
from orgdesign.designs.replay import Structure
from orgdesign.plates import Plate
from orgdesign.value_objects import value_object

Kind = Literal["title", "outcome", "chart", "figures", "plate", "end"]


@value_object
class Slide:
    """One slide: its heading, what it says beside it, and what it shows.

    A chart is one of ``among`` where several share a layout, so that what stays does not move;
    ``structure`` is what it is of. ``sentences`` say what happens. A ``plate`` is one by name.
    """

    kind: Kind
    title: str
    about: str = ""
    chart: Chart | None = None
    among: tuple[Chart, ...] = ()
    structure: Structure | None = None
    sentences: tuple[str, ...] = ()
    plate: Plate | None = None

    def origins(self) -> Mapping[str, tuple[str, ...]]:
        """Return the boxes of today that each box comes from, where that is not itself alone."""
        lineage = self.structure.lineage if self.structure else {}
        return {
            f"function-{id_}": tuple(f"function-{each}" for each in origins)
            for id_, origins in lineage.items()
            if origins != (id_,)
        }
