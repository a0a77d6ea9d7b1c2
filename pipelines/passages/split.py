"""A document's blocks become passages: numbered, with their words, section and language."""

from pipelines.sources.document import Block, Document
from pipelines.sources.language import find_language_within
from warehouse.contract.tables import Passage

_WITHOUT_LANGUAGE = frozenset(("blank", "debris", "name_line"))


def split_passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order; joined, their words are the document's text.

    A passage too short to tell its language by has the document's where it is in the same script, else its own.
    """
    return tuple(_to_passage(document, ordinal, block) for ordinal, block in enumerate(document.page.blocks))


def _to_passage(document: Document, ordinal: int, block: Block) -> Passage:
    words = document.text[block.start : block.end]
    return Passage(
        passage_id=f"{document.source_id}.p{ordinal:05d}",
        source_id=document.source_id,
        ordinal=ordinal,
        kind=block.kind,
        section_path=" > ".join(block.section) or None,
        passage_start=block.start,
        passage_end=block.end,
        text=words,
        language=None if block.kind in _WITHOUT_LANGUAGE else find_language_within(words, document.language),
    )
