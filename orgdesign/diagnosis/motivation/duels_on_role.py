"""One role that is pulled in opposite directions by what it is paid for and measured by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.motivation.clashes import Clash, clashes
from orgdesign.diagnosis.motivation.judging import Judged, is_paid, judged
from orgdesign.diagnosis.motivation.silos import Silos
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Role


def duels_on_role(silos: Silos, role: Role) -> Iterator[Finding]:
    """Yield a finding for each measure of a role that its other measures work against."""
    said = judged(role)
    harms: dict[str, list[Clash]] = {}
    for clash in clashes(silos.organisation.measures[each] for each in said):
        if clash.opposite:
            yield _opposite(role, clash, said)
        else:
            harms.setdefault(clash.harmed.id, []).append(clash)
    for clash_of in harms.values():
        yield _against(silos, role, clash_of, said)


def _opposite(role: Role, clash: Clash, said: Judged) -> Finding:
    name = quoted(clash.pushed.name)
    places = (*said[clash.pushed.id], *said[clash.harmed.id])
    at, *others = sorted(places, key=is_paid, reverse=True)
    ways = (Place("measure", each.id, ("better",)) for each in (clash.pushed, clash.harmed))
    return Finding(
        f"{role.title} is judged by {name} twice, once the lower the better and once the higher.",
        at,
        f"Decide which way of {name} is better for customers, and judge {role.title} by that one.",
        (*others, *ways),
    )


def _against(silos: Silos, role: Role, clash_of: Sequence[Clash], said: Judged) -> Finding:
    """Say it of the pushing measures that are paid for, if any are: the pay wins."""
    paid = [each for each in clash_of if _is_paid(said, each.pushed)]
    pushed, harmed = [each.pushed for each in paid or clash_of], clash_of[0].harmed
    names = joined(quoted(each.name) for each in pushed)
    work = "works" if len(pushed) == 1 else "work"
    end = "is also paid for" if _is_paid(said, harmed) else "is measured by"
    clashing = (*pushed, harmed)
    at, *others = dict.fromkeys(place for each in clashing for place in said[each.id])
    return Finding(
        f"{role.title} is {'paid for' if paid else 'measured by'} {names}, which {work} against "
        f"{quoted(harmed.name)}, which the same role {end}.{silos.asked(pushed, harmed)}",
        at,
        f"Stop {'paying' if paid else 'measuring'} {role.title} {'for' if paid else 'by'} {names}.",
        (*others, *(Place("measure", each.id) for each in clashing)),
    )


def _is_paid(said: Judged, measure: Measure) -> bool:
    return any(is_paid(place) for place in said[measure.id])
