"""Write HM Revenue & Customs, as it published itself in 2011, as an organisation file.

    python benchmarks/hmrc.py -o hmrc.yaml              one function for each senior post
    python benchmarks/hmrc.py -o units.yaml --as units  one function for each unit

The source is the organogram of 31 March 2011, a CSV file of senior posts and one of the junior
posts under them. It says who reports to whom and how many people work there, and nothing about
outcomes: those are ours, and a function is aligned only where a keyword of RULES says so. The
rest stays unaligned, and the figures are printed. Holders' names are never read.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "hmrc"

HEADER = """\
# HM Revenue & Customs on 31 March 2011, converted by benchmarks/hmrc.py.
# Reporting lines, titles, headcounts (full-time equivalents) and contributions come from its
# organogram: contains public sector information licensed under the Open Government Licence v3.0.
# The outcomes, and which function serves which, are guesses made for trying orgdesign.
"""

STATEMENT = (
    "Everyone pays the right tax and gets what they are entitled to, "
    "at the first attempt and with little effort"
)
CUSTOMER = "People, families and businesses in the United Kingdom"
OUTCOMES: dict[str, Any] = {
    "people": {"statement": "I pay the right tax without having to become an expert"},
    "business": {
        "statement": "My business gets a certain answer early and spends little time on tax",
        "outcomes": {
            "large": {"statement": "One person knows my business and its whole tax position"},
            "trade": {"statement": "My goods move without waiting, and I pay duty once"},
        },
    },
    "credits": {"statement": "My benefits and credits arrive on time and are right"},
    "answered": {"statement": "When I call, write or visit I get my answer the first time"},
    "fair": {"statement": "Nobody pays less than their share, and a check treats me fairly"},
}

RULES = {
    "desired": r"chief executive",
    "large": r"large business|\blbs\b|customer relationship manager|\bcrm\b|sector lead",
    "trade": r"excise|customs|stamp|duties|trade statistics|alcohol|gambling",
    "credits": r"benefits|credits|b&c|exchequer losses",
    "answered": r"customer (contact|operations|service|insight|engagement)|contact centre"
    r"|face to face|individuals customer|businesslink",
    "fair": r"compliance|enforcement|criminal|investigations|risk & intelligence|debt|avoidance"
    r"|tax gap|insolvency|\bmtic\b|organised crime",
    "business": r"business tax|corporation tax|\bvat\b|\bct\b|business international"
    r"|business customer|\bsme\b|employer engagement|transfer pricing",
    "people": r"personal (income )?tax|\bpaye\b|\bpsn\b|individual|charit|pension|\biht\b"
    r"|capital (gains|taxes)|trusts|savings|\bnic\b|national insurance",
}
"""The first outcome whose words stand in a post's title, otherwise in its unit's name."""

ENABLING = re.compile(
    r"\b(hr|finance|financial|planning|polic(y|ies)|legislat\w+|analysis|it|ims|technology"
    r"|communications|change|programmes?|projects?|pacesetter|governance|support|corporate"
    r"|solicitors?|litigation|chief executive|people|risk|strategy)\b",
    re.IGNORECASE,
)
"""Titles and units whose work reaches the customer through others."""

RANK = re.compile(
    r"^(?:(?:acting|interi[nm]|deputy|assistant|operations?|operational|programme|project) )*"
    r"(?:director general|director|head|lead(?:er)?|manager)\b"
    r"(?:\s*[-,]\s*|\s+(?:of|for)\s+(?:the\s+)?|\s+|$)",
    re.IGNORECASE,
)
"""What a title says about rank rather than about work."""


@dataclass(frozen=True, slots=True)
class Post:
    """A senior post, with the full-time equivalents of its own and of its junior posts."""

    ref: str
    title: str
    unit: str
    text: str
    boss: str | None
    people: float


def mend(text: str) -> str:
    r"""Replace what a lost encoding left as U+FFFD, and squeeze the white space.

    >>> mend("HMRC\ufffds vision \ufffd for \ufffdall\ufffd,\ufffdat once")
    "HMRC's vision - for 'all', at once"
    """
    text = re.sub("(?<=\\s)\ufffd(?=\\s)", "-", text)
    text = re.sub("(?<=[,.;:])\ufffd", " ", text)
    return " ".join(text.replace("\ufffd", "'").replace(" ,", ",").split())


def read_posts(folder: Path) -> dict[str, Post]:
    """Return the senior posts of the organogram in ``folder``, by reference."""
    senior = list(_rows(folder, "senior"))
    known = {row["Post Unique Reference"] for row in senior}
    juniors: defaultdict[str, float] = defaultdict(float)
    for row in _rows(folder, "junior"):
        juniors[row["Reporting Senior Post"]] += float(row["Number of Posts in FTE"] or 0)
    if lost := sorted(juniors.keys() - known):
        raise SystemExit(f"Junior posts report to senior posts that are missing: {lost}")
    return {row["Post Unique Reference"]: _post(row, known, juniors) for row in senior}


def _rows(folder: Path, kind: str) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob(f"*-{kind}.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)


def _post(row: Mapping[str, str], known: set[str], juniors: Mapping[str, float]) -> Post:
    ref, boss = row["Post Unique Reference"], row["Reports to Senior Post"]
    return Post(
        ref=ref,
        title=mend(row["Job Title"]),
        unit=mend(row["Unit"]),
        text=mend(row["Job/Team Function"]),
        boss=boss if boss in known else None,
        people=float(row["FTE"] or 0) + juniors[ref],
    )


def heads(posts: Mapping[str, Post]) -> dict[str, Post]:
    """Return the head of each unit: its highest post, and of several the one with most reports."""
    reports = Counter(post.boss for post in posts.values())
    best: dict[str, Post] = {}
    for post in sorted(posts.values(), key=lambda p: (_level(p, posts), -reports[p.ref], p.ref)):
        best.setdefault(post.unit, post)
    return best


def _level(post: Post, posts: Mapping[str, Post]) -> int:
    level = 1
    while post.boss:
        post, level = posts[post.boss], level + 1
    return level


def names(posts: Mapping[str, Post]) -> dict[str, str]:
    """Name each function: a head's by the unit, others by the work in the title.

    Names that several posts share end in the post's reference.
    """
    unit_heads = {head.ref for head in heads(posts).values()}
    plain = {
        ref: post.unit if ref in unit_heads else _work(post.title) or f"{post.title}, {post.unit}"
        for ref, post in posts.items()
    }
    count = Counter(plain.values())
    return {ref: name if count[name] == 1 else f"{name} ({ref})" for ref, name in plain.items()}


def _work(title: str) -> str:
    """Return the title without its rank; nothing when rank is all that it says."""
    work = RANK.sub("", RANK.sub("", title))
    if work.startswith("("):
        return work.strip("()")
    return "" if re.fullmatch(r"|acting director|(project|programme) manager", work, re.I) else work


def alignment(title: str, unit: str, text: str) -> dict[str, str] | None:
    """Align by the first keyword in the title, otherwise in the unit's name; or not at all."""
    for words in (title, unit):
        for outcome, pattern in RULES.items():
            if re.search(pattern, words, re.IGNORECASE):
                link = "enabling" if ENABLING.search(f"{title} {unit}") else "direct"
                return {"outcome": outcome, "contribution": _sentence(text), "link": link}
    return None


def _sentence(text: str) -> str:
    return re.split(r"(?<=[.;])\s+(?=[A-Z])", text, maxsplit=1)[0].rstrip(".;")


def by_post(posts: Mapping[str, Post]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a function for each senior post."""
    name = names(posts)
    for ref, post in posts.items():
        reports_to = _id(post.boss) if post.boss else None
        yield _id(ref), _function(name[ref], reports_to, post, [post])


def by_unit(posts: Mapping[str, Post]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a function for each unit, reporting to the unit of its head's superior."""
    for unit, head in heads(posts).items():
        reports_to = _id(posts[head.boss].unit) if head.boss else None
        members = [post for post in posts.values() if post.unit == unit]
        yield _id(unit), _function(unit, reports_to, head, members)


def _function(
    name: str, reports_to: str | None, head: Post, posts: Iterable[Post]
) -> dict[str, Any]:
    function = {
        "name": name,
        "reports_to": reports_to,
        "accountable": f"{_id(head.ref)}-post",
        "alignment": alignment(head.title, head.unit, head.text),
        "headcount": round(sum(post.people for post in posts), 2),
    }
    return {key: value for key, value in function.items() if value is not None}


def _id(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")


def organisation(posts: Mapping[str, Post], shape: str) -> dict[str, Any]:
    """Return the whole file as plain mappings; ``shape`` is ``posts`` or ``units``."""
    functions = dict(by_post(posts) if shape == "posts" else by_unit(posts))
    seats = posts.values() if shape == "posts" else heads(posts).values()
    owned = {function["accountable"]: key for key, function in functions.items()}
    roles = {
        f"{_id(post.ref)}-post": {"title": post.title, "function": owned[f"{_id(post.ref)}-post"]}
        for post in seats
    }
    root = next(f["accountable"] for f in functions.values() if "reports_to" not in f)
    return {
        "organization": "HM Revenue & Customs",
        "outcome": {
            "statement": STATEMENT,
            "customer": CUSTOMER,
            "accountable": root,
            "outcomes": OUTCOMES,
        },
        "functions": functions,
        "roles": roles,
    }


def figures(functions: Mapping[str, Mapping[str, Any]]) -> str:
    """Say how many functions and people are aligned, and to which outcome."""
    counts: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for function in functions.values():
        outcome = function.get("alignment", {}).get("outcome", "not aligned")
        counts[outcome] += 1
        people[outcome] += function["headcount"]
    lines = [f"{counts[key]:5} functions {people[key]:10,.0f} people  {key}" for key in counts]
    total = f"{counts.total():5} functions {people.total():10,.0f} people  in all"
    return "\n".join([*sorted(lines, reverse=True), total])


def main() -> None:
    """Convert the organogram that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="folder of the CSV files")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    parser.add_argument("--as", dest="shape", choices=("posts", "units"), default="posts")
    wanted = parser.parse_args()
    if not (posts := read_posts(wanted.data)):
        parser.error(f"no senior posts found in {wanted.data}")
    content = organisation(posts, wanted.shape)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
    wanted.output.write_text(HEADER + text, "utf-8")
    print(figures(content["functions"]), file=sys.stderr)


if __name__ == "__main__":
    main()
