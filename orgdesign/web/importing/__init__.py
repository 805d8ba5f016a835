"""The pages that bring exports of HR systems in, as new organisations or into a file."""

from orgdesign.web.importing import columns, outcome, questions, upload  # the routes of these pages
from orgdesign.web.importing.answers import pages
from orgdesign.web.importing.jobs import ImportJobs
from orgdesign.web.importing.sent_files import MAX_UPLOAD, InMemory

PAGES = (pages,)

__all__ = [
    "MAX_UPLOAD",
    "PAGES",
    "ImportJobs",
    "InMemory",
    "columns",
    "outcome",
    "questions",
    "upload",
]
