"""Which rules the person at the terminal asks for, and how severe each is to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

import click

from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.diagnosis import RuleHit
    from orgdesign.diagnosis.effects.outlook import DesignOutlook
    from orgdesign.model import Ignore, Organisation, Severity


@value_object
class RuleChoice:
    """The names of the rules to ask, and the severities that replace theirs."""

    rules: frozenset[str]
    severities: Mapping[str, Severity]
    reads_language: bool = True

    @property
    def looks_ahead(self) -> bool:
        """Whether designs are diagnosed, too: what they lead to is read as today is."""
        return self.reads_language

    def outlooks(self, organisation: Organisation) -> tuple[DesignOutlook, ...]:
        """Return what each design makes better and worse, phase by phase, of the chosen rules."""
        if not (self.looks_ahead and organisation.designs):
            return ()
        from orgdesign.diagnosis.effects.outlook import design_outlooks

        return tuple(each.only(self.rules) for each in design_outlooks(organisation))

    def ignored_hits(self, organisation: Organisation) -> tuple[tuple[RuleHit, Ignore], ...]:
        """Return what the chosen rules find where the file says to take it as it is."""
        from orgdesign.diagnosis import diagnosis_of
        from orgdesign.diagnosis.language import NO_READER
        from orgdesign.diagnosis.rules import RULES

        asked = [
            RULES[name]
            for name, setting in organisation.rules.items()
            if setting.ignore and name in RULES and name in self.rules
        ]
        reader = None if self.reads_language else NO_READER
        return diagnosis_of(organisation, asked, reader=reader).ignored if asked else ()

    def diagnose(
        self, organisation: Organisation, outlooks: Iterable[DesignOutlook] = ()
    ) -> tuple[RuleHit, ...]:
        """Return what the chosen rules find, and what designs make worse."""
        from orgdesign.diagnosis import diagnose
        from orgdesign.diagnosis.language import NO_READER
        from orgdesign.diagnosis.rules import RULES

        rules = [rule for rule in RULES.values() if rule.name in self.rules]
        reader = None if self.reads_language else NO_READER
        found = diagnose(organisation, rules, self.severities.get, reader)
        later = self._made_worse(organisation, outlooks)
        return tuple(each for each in (*found, *later) if each.rule in self.rules)

    def _made_worse(
        self, organisation: Organisation, outlooks: Iterable[DesignOutlook]
    ) -> Iterable[RuleHit]:
        if not (self.looks_ahead and organisation.designs):
            return ()
        from orgdesign.diagnosis.effects.outlook import made_worse

        return made_worse(organisation, iter(outlooks))


def choose(
    select: Iterable[str],
    ignore: Iterable[str],
    severity: Iterable[str],
    reads_language: bool = True,
) -> RuleChoice:
    """Return what the options ask for; each holds rules or groups, several between commas.

    Raises:
        click.UsageError: a name is no rule's and no group's, or a severity is none.
    """
    known = _rules_by_name()
    selected = [*_rules(select, "--select", known)]
    chosen = {*(selected or known[""])} - {*_rules(ignore, "--ignore", known)}
    return RuleChoice(frozenset(chosen), dict(_severities(severity, known)), reads_language)


def _rules_by_name() -> dict[str, list[str]]:
    """Return the rules that each name stands for: its own, its group's, or, nameless, all."""
    from orgdesign.diagnosis.diagnosis import UNKNOWN_RULE
    from orgdesign.diagnosis.rules import RULES

    known = {"": [UNKNOWN_RULE, *RULES], UNKNOWN_RULE: [UNKNOWN_RULE]}
    for rule in RULES.values():
        known.setdefault(rule.group, []).append(rule.name)
        known[rule.name] = [rule.name]
    return known


def _rules(asked: Iterable[str], option: str, known: Mapping[str, list[str]]) -> Iterator[str]:
    for name in _names(asked):
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f'did you mean "{near[0]}"?' if near else "see docs/rules.md for all of them."
            raise click.UsageError(f'{option}: no rule or group is called "{name}"; {meant}')
        yield from known[name]


def _names(asked: Iterable[str]) -> Iterator[str]:
    for listed in asked:
        yield from filter(None, map(str.strip, listed.split(",")))


def _severities(
    asked: Iterable[str], known: Mapping[str, list[str]]
) -> Iterator[tuple[str, Severity]]:
    for setting in _names(asked):
        name, _, said = setting.partition("=")
        severity = _severity(said.strip(), setting)
        yield from ((rule, severity) for rule in _rules([name], "--severity", known))


def _severity(said: str, setting: str) -> Severity:
    from orgdesign.model import Severity

    for severity in get_args(Severity):
        if said == severity:
            return severity  # type: ignore[no-any-return]
    message = f'--severity: "{setting}" does not end in =error, =warning, =hint or =off.'
    raise click.UsageError(message)
