"""What was decided about a design, by whom and why, as a document to file."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents import writers
from orgdesign.team.pages.review_page import STATUS_WORDS, ReviewPage
from orgdesign.team.reviews.reviews import DesignReview
from orgdesign.team.reviews.verdicts import ReviewDecision

VERDICT_WORDS = {"accepted": "accepted", "refused": "refused", "asked": "asked"}


def review_pdf(page: ReviewPage) -> bytes:
    """Return the decisions about a design, as far as they are seen, as a PDF."""
    title = f"{page.design.name}: what was decided"
    language = page.organisation.language or "en-GB"
    return writers.write_document(
        writers.Document(title, tuple(_blocks(page, title)), language), "pdf"
    )


def _blocks(page: ReviewPage, title: str) -> Iterator[writers.Block]:
    yield writers.Heading(title, 1)
    yield writers.Paragraph(f"{page.organisation.name}. {page.status_words}.")
    if page.rounds:
        rows = tuple(
            (str(each.round), each.submitted_name, f"{each.submitted_at:%Y-%m-%d}", _ended(each))
            for each in page.rounds
        )
        yield writers.DocumentTable(rows, ("Round", "Submitted by", "On", "Came to"))
    yield writers.Heading("Changes")
    for change in page.changes:
        yield writers.Heading(change.sentence, 3)
        yield writers.Paragraph(f"{change.words}.")
        lines = tuple(_line(page, decision) for decision in change.decisions)
        if lines:
            yield writers.Items(lines)


def _ended(review: DesignReview) -> str:
    words = STATUS_WORDS[review.status]
    return f"{words}, {review.ended_at:%Y-%m-%d}" if review.ended_at else words


def _line(page: ReviewPage, decision: ReviewDecision) -> str:
    branch = page.branch(decision.branch)
    whom = f"{decision.person_name}, {branch}" if branch else decision.person_name
    said = f"{whom}: {VERDICT_WORDS[decision.verdict]}, {decision.at:%Y-%m-%d %H:%M}"
    return f"{said}. {decision.reason}" if decision.reason and page.sees_reasons else f"{said}."
