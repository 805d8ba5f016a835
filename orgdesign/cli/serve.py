"""``orgdesign serve``: the charts in the browser, following the file as it is edited."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), metavar="FILE-OR-FOLDER")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to listen on; without it, any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening it.")
def serve(path: Path, port: int, no_browser: bool) -> None:
    """Open FILE, or every organisation in FOLDER, in the browser.

    The page follows the file within a second as you edit it. Only this computer, and only the
    person who started it, can see the page. Stop with Ctrl+C.
    """
    from orgdesign.web.serve import serve as serve_pages

    serve_pages(path, port=port, browser=not no_browser)
