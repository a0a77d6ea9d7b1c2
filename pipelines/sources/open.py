"""Bytes as received to a document: decoded, laid out, its language told."""

from dataclasses import replace
from pathlib import PurePosixPath

from pipelines.sources.decode import decode
from pipelines.sources.document import Document, Received
from pipelines.sources.language import find_language
from pipelines.sources.layouts import all_layouts, find_layout
from warehouse.errors import UnreadableSource


def open_source(received: Received) -> Document:
    """The document a source's bytes hold; raises UnreadableSource with the reason and what to do."""
    name = received.path if received.member is None else f"{received.path}:{received.member}"
    text, encoding = decode(received.content, name)
    layout = find_layout(text)
    if layout is None:
        known = ", ".join(layout.NAME for layout in all_layouts())
        raise UnreadableSource(
            f"{name} has none of the known layouts ({known}): bring it into one of them, or add a layout."
        )
    page = layout.split(text)
    if page.title is None and received.member is not None and page.shown is not None:
        page = replace(page, title=_title_of(received.member))
    return Document(
        source_id=received.source_id,
        path=received.path,
        member=received.member,
        version=received.version,
        sha256=received.sha256,
        text=text,
        encoding=encoding,
        layout=layout.NAME,
        language=find_language(text if page.shown is None else page.shown.text),
        page=page,
    )


def _title_of(member: str) -> str:
    """The title a member's name gives a page without one of its own: in a dump a title, in an archive a path."""
    path = PurePosixPath(member)
    return path.stem if path.suffix in (".wiki", ".txt", ".wikitext", ".md") else member
