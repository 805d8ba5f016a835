"""From an organisation to all that its rules find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from orgdesign.diagnosis.causes import with_causes
from orgdesign.diagnosis.finding import Finding, Place, RuleHit
from orgdesign.diagnosis.language import TextReader, shared_reader
from orgdesign.diagnosis.rules import RULES, Rule
from orgdesign.diagnosis.rules.role_texts import texts_of
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.words import line
from orgdesign.model import PART_KINDS, UNSEEN, Ignore, Organisation, Severity
from orgdesign.value_objects import value_object


def read_ahead(organisation: Organisation, reader: TextReader) -> None:
    """Let a reader judge what an organisation says of outcomes, functions, roles and measures."""
    functions = organisation.functions.values()
    contributions = [f.alignment.contribution for f in functions if f.alignment.contribution]
    roles = [line(text) for role in organisation.roles.values() for _, text in texts_of(role)]
    reader.read_all("statements", [line(o.statement) for o in organisation.outcome.walk()])
    reader.read_all("contributions", contributions)
    reader.read_all("roles", [*contributions, *roles])
    reader.read_all("measures", [measure.name for measure in organisation.measures.values()])


UNKNOWN_RULE = "unknown-rule"

AskSeverity = Callable[[str], Severity | None]


@value_object
class Diagnosis:
    """What the rules find, and what they would find about parts where the file says it is fine."""

    hits: tuple[RuleHit, ...]
    ignored: tuple[tuple[RuleHit, Ignore], ...] = ()


def diagnose(
    organisation: Organisation,
    rules: Iterable[Rule] = tuple(RULES.values()),
    severity: AskSeverity = lambda name: None,
    reader: TextReader | None = None,
) -> tuple[RuleHit, ...]:
    """Return what ``rules`` find, in their order and that of the file.

    How severe a rule is says ``severity`` first, then the file, then the rule. What a rule only
    reads out of somebody's words, with no wide margin, is a hint at most; so is what follows
    from another finding, which then has its ``cause``.
    """
    return diagnosis_of(organisation, rules, severity, reader).hits


def diagnosis_of(
    organisation: Organisation,
    rules: Iterable[Rule] = tuple(RULES.values()),
    severity: AskSeverity = lambda name: None,
    reader: TextReader | None = None,
) -> Diagnosis:
    """Return what ``diagnose`` returns, and beside it what the file says to ignore."""
    reader = reader or shared_reader()
    hits: list[RuleHit] = [*_unknown(organisation)]
    ignored: list[tuple[RuleHit, Ignore]] = []
    for hit in _hits(organisation, rules, severity, reader):
        ignore = _ignored(organisation, hit)
        if ignore:
            ignored.append((hit, ignore))
        else:
            hits.append(hit)
    return Diagnosis(tuple(with_causes(organisation, hits)), tuple(ignored))


def _hits(
    organisation: Organisation, rules: Iterable[Rule], severity: AskSeverity, reader: TextReader
) -> Iterator[RuleHit]:
    severities = {
        rule: severity(rule.name) or organisation.severity_of(rule.name, rule.severity)
        for rule in rules
    }
    if any(rule.reads and severe != "off" for rule, severe in severities.items()):
        read_ahead(organisation, reader)
    for rule, severe in severities.items():
        if severe != "off":
            for each in rule.find(organisation, reader):
                yield RuleHit(rule.name, severe if each.certain else _doubtful(severe), each)


def _doubtful(severity: Severity) -> Severity:
    """Return how severe something is that is only read out of words."""
    return "hint" if severity == "warning" else severity


def _ignored(organisation: Organisation, hit: RuleHit) -> Ignore | None:
    """Return the setting of the file that takes a finding as it is, if there is one."""
    setting = organisation.rules.get(hit.rule)
    at = hit.finding.at
    kind = PART_KINDS[at.kind].noun if at.kind in PART_KINDS else at.kind
    ignores = setting.ignore if setting else ()
    return next((each for each in ignores if (each.kind, each.part) == (kind, at.id)), None)


def _unknown(organisation: Organisation) -> Iterator[RuleHit]:
    for name in organisation.rules:
        if name not in RULES and name != UNSEEN:
            yield RuleHit(UNKNOWN_RULE, "warning", _not_a_rule(name))


def _not_a_rule(name: str) -> Finding:
    place, near = Place("organisation", field=("rules", name)), get_close_matches(name, RULES, 1)
    if near:
        return finding("unknown-rule.near", place, name=name, near=near[0])
    return finding("unknown-rule", place, name=name)
