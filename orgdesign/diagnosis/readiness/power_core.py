"""Which part of the company sets the agenda: its power core, by six questions.

The idea of a power core is that of Bliss, *Chief Customer Officer*; the words are our own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class Core:
    """One of the six power cores: its name, and how to work with it rather than against it."""

    name: str
    works_with: str


CORES: Mapping[str, Core] = {
    "product": Core(
        "Product",
        "Talk of customers as users of the product. Bring what they try to get done to those who "
        "design it, and let the outcome be a requirement like any other.",
    ),
    "marketing": Core(
        "Marketing",
        "It knows the customer before the purchase; show it what becomes of the promise "
        "afterwards. A promise that is kept is the campaign that costs nothing.",
    ),
    "sales": Core(
        "Sales",
        "Speak its language: what a lost customer costs in orders, and what a kept one brings. "
        "Tie the first repairs to renewals, which count as sales.",
    ),
    "business": Core(
        "Vertical business",
        "Each line of business has its own results and its own customers. Win one of them, show "
        "its figures, and let the others ask for the same.",
    ),
    "technology": Core(
        "Information technology",
        "What it builds lasts. Bring it the customer's journey as the specification, with the "
        "hand-offs as interfaces, each with one owner.",
    ),
    "customer": Core(
        "Customer",
        "The agenda is already the customer's. See to it that it stays measured, and that the "
        "functions which never meet a customer have their part in it.",
    ),
}

QUESTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "success": (
        "How is success defined?",
        {
            "product": "By what the product can do, and by what was launched",
            "marketing": "By how well known and wanted the brand is",
            "sales": "By orders and whether the quarter was made",
            "business": "By the results of each line of business",
            "technology": "By systems that run and projects that are delivered",
            "customer": "By customers won, kept and better off",
        },
    ),
    "strengths": (
        "Which strengths does the company pride itself in?",
        {
            "product": "Better products than anyone else",
            "marketing": "A name that everybody knows",
            "sales": "A sales force that closes",
            "business": "Lines of business that stand on their own",
            "technology": "Systems that others do not have",
            "customer": "Knowing its customers, and keeping them",
        },
    ),
    "leaders": (
        "Where did its leaders come from?",
        {
            "product": "Engineering, design or research",
            "marketing": "Brand and marketing",
            "sales": "The field: they carried a quota",
            "business": "They ran a line of business",
            "technology": "Systems and operations",
            "customer": "Service, or work with customers",
        },
    ),
    "excellence": (
        "What does it excel at?",
        {
            "product": "Inventing and improving what it makes",
            "marketing": "Finding and drawing in those who might buy",
            "sales": "Winning deals",
            "business": "Knowing its industries from inside",
            "technology": "Running large systems without fault",
            "customer": "Solving what customers come with, the first time",
        },
    ),
    "competencies": (
        "Which competencies does it stress when it hires and promotes?",
        {
            "product": "Technical mastery and invention",
            "marketing": "Creativity and a feel for markets",
            "sales": "Persuasion and drive",
            "business": "A head for a business of one's own",
            "technology": "Precision and planning",
            "customer": "Listening, and seeing things through across functions",
        },
    ),
    "stars": (
        "What do its stars have?",
        {
            "product": "A patent, or the product that made the company",
            "marketing": "The campaign that everyone remembers",
            "sales": "The largest account, year after year",
            "business": "The line of business that earns the most",
            "technology": "The system on which everything runs",
            "customer": "Customers who ask for them by name",
        },
    ),
}


@value_object
class PowerCore:
    """How many of the six questions point to each core, most first, and those nobody answered."""

    counts: tuple[tuple[str, int], ...]
    open: tuple[str, ...]

    @property
    def leading(self) -> tuple[str, ...]:
        """Return the core that most answers point to; several where they are level."""
        most = self.counts[0][1] if self.counts else 0
        return tuple(core for core, count in self.counts if count == most)

    @property
    def sentence(self) -> str:
        """Return in words where the answers point."""
        if not self.counts:
            return "Nobody has answered yet."
        most, total = self.counts[0][1], sum(count for _, count in self.counts)
        *others, last = (CORES[core].name for core in self.leading)
        if others:
            answers = "1 answer" if most == 1 else f"{most} answers"
            names = f"{', '.join(others)} and {last}"
            return (
                f"{names} are level, with {answers} each: they share the agenda, or contend for it."
            )
        if self.open:
            return f"So far {last} leads, with {most} of {total} answers."
        return f"{last} sets the agenda: {most} of {total} answers point to it."


def power_core(organisation: Organisation) -> PowerCore:
    """Return where the answers of people point."""
    answers = organisation.assessment.power_core
    counted = Counter(answers[question] for question in QUESTIONS if question in answers)
    level = sorted(counted.items(), key=lambda each: (-each[1], list(CORES).index(each[0])))
    return PowerCore(tuple(level), tuple(each for each in QUESTIONS if each not in answers))
