"""Measures that are the same under other names, and measures that only look it."""

import pytest

from orgdesign.diagnosis.language import NO_READER, shared_reader, things_in
from orgdesign.diagnosis.language.measure_thesaurus import phrases
from orgdesign.diagnosis.language.measured_things import wordings
from orgdesign.diagnosis.rules.measure_evidence import MeasureUses
from orgdesign.diagnosis.rules.measure_names import same_measures
from orgdesign.model import Better, Measure, MeasureKind


def measure(
    name: str,
    unit: str = "%",
    target: float = 90.0,
    better: Better = "higher",
    kind: MeasureKind = "customer",
    baseline: float | None = None,
) -> Measure:
    return Measure(
        name, name, unit=unit, baseline=baseline, target=target, better=better, kind=kind
    )


def are_same(one: Measure, other: Measure) -> bool:
    return any(same_measures([one, other], shared_reader(), used_apart(one, other)))


def used_apart(*measures: Measure) -> MeasureUses:
    return MeasureUses({each.id: frozenset({each.name}) for each in measures})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parcels handed over on the agreed day", "OTD"),
        ("Umarbeitungsquote im zweiten Anlauf: neu gemachte Brillen", "Nacharbeitsquote"),
        ("Prendas devueltas", "Tasa de devoluciones"),
        ("Rendez-vous manqués", "Patients qui n'ont pas honoré leur venue : lapins"),
        ("品切れになった薬", "欠品率"),
        ("MAU", "Players who play each day on active accounts"),
        ("Vermittlungsquote", "Menschen in Arbeit vermittelt"),
        ("Entregas al primer intento", "Paquetes entregados al primer intento"),
        ("Audiences renvoyées", "Renvois d'audience"),
        ("推定検針の割合", "検針できなかった家"),
    ],
)
def test_synonyms_of_a_known_thing_are_one_measure(one: str, other: str) -> None:
    assert are_same(measure(one), measure(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (measure("Lieferbarkeit"), measure("Lieferbare Titel")),
        (measure("Plazo de montaje", "días", 6), measure("Plazo medio de montaje", "días", 4)),
        (measure("Taux de fuite", "pour cent", 9), measure("Fuites", "%", 12)),
        (measure("苗の枯死率"), measure("苗の枯死")),
    ],
)
def test_names_of_the_same_words_are_one_measure(one: Measure, other: Measure) -> None:
    assert are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (measure("Lieferbare Titel"), measure("Lieferzeit")),
        (measure("Plazo de montaje", "días", 6), measure("Plazo de montaje del andamio", "%", 6)),
        (measure("Wait at the counter", "minutes", 5), measure("Queue at the till", "%", 5)),
        (measure("Wait for a bed", "days", 2), measure("Wait for a hip", "days", 60)),
        (
            measure("Lifts standing still", "hours", 5, "lower", "customer", 20),
            measure("Downtime of the server", "hours", 90, "higher", "company", 70),
        ),
        (measure("Rental income", "EUR", 90), measure("Operating profit", "EUR", 80)),
    ],
)
def test_measures_of_different_units_targets_or_things_are_not(
    one: Measure, other: Measure
) -> None:
    assert not are_same(one, other)


def test_one_that_says_the_wrong_direction_is_still_the_same() -> None:
    wrong = measure("Rework rate", "%", 2, "higher", baseline=6)
    assert are_same(wrong, measure("Remakes", "%", 3, "lower", baseline=5))


def test_without_a_reader_known_things_are_found() -> None:
    both = [measure("Rework rate"), measure("Remakes")]
    assert [same.certain for same in same_measures(both, NO_READER, MeasureUses({}))] == [True]


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Complaints closed within a week", "claim-closing"),
        ("Requests settled for good the first time", "first-contact"),
        ("Bettenauslastung", "occupancy"),
        ("納品後の誤訳", "translation-errors"),
    ],
)
def test_a_name_says_a_thing_by_stems_gaps_endings_and_signs(name: str, thing: str) -> None:
    assert thing in things_in(name)


def test_what_a_name_says_beside_the_thing_is_kept() -> None:
    assert things_in("Rework in the dye house")["rework"] == {"in", "the", "dye", "house"}


def test_every_thing_is_said_in_several_ways() -> None:
    ways: dict[str, set[str]] = {}
    for thing, phrase in phrases():
        ways.setdefault(thing, set()).add(phrase)
    assert min(map(len, ways.values())) >= 5


def test_our_own_names_are_of_five_languages_and_none_stands_twice() -> None:
    said = [(language, sector, name) for language, sector, names in wordings() for name in names]
    assert {language for language, _, _ in said} == {"en", "de", "es", "fr", "ja"}
    assert len(said) == len(set(said)) >= 1_000


def test_things_that_are_much_alike_are_one_measure_where_all_else_agrees() -> None:
    one = measure("Kitchens not standing on the promised day", "%", 4, "lower")
    assert are_same(one, measure("Kitchens later than the date given", "%", 4, "lower"))
    assert not are_same(one, measure("Kitchens later than the date given", "%", 90, "lower"))


def test_measures_for_one_outcome_with_figures_near_each_other_are_weighed_together() -> None:
    measures = [
        measure("Minutes from ringing to a midwife at the bed", "minutes", 6, "lower", baseline=14),
        measure("Average response time of the ward", "minutes", 5, "lower", baseline=8),
        measure("Minutes in which the room is cleaned", "minutes", 40, "lower", "company"),
    ]
    together = MeasureUses({each.id: frozenset({"birth"}) for each in measures})

    def told(uses: MeasureUses) -> list[tuple[Measure, Measure]]:
        return [
            (each.earlier, each.later) for each in same_measures(measures, shared_reader(), uses)
        ]

    assert told(together) == [(measures[0], measures[1])]
    assert not told(used_apart(*measures))
