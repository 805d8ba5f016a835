"""The pages of help: keys and words first, then each document, and what has some words."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request, url_for
from markupsafe import Markup

from orgdesign.web.guide.documents import help_documents, search_documents
from orgdesign.web.kit import Answer

pages = Blueprint("help", __name__)


@pages.get("/help")
def show_help() -> Answer:
    """Show the keys, the words, what to do next, and the documents."""
    text = " ".join(request.args.get("q", "").split())
    found = search_documents(text) if text else []
    documents = [one for one in help_documents().values() if "/" not in one.name]
    words = text.casefold().split()
    return render_template(
        "help/help.html", documents=documents, text=text, found=found, words=words
    )


@pages.get("/help/<path:name>")
def show_document(name: str) -> Answer:
    """Show a document."""
    document = help_documents().get(name) or abort(404)
    base = url_for("help.show_help")
    html = Markup(document.html(base))  # noqa: S704 - our own documents, without raw HTML
    return render_template("help/document.html", document=document, html=html)
