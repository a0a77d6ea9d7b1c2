"""Numbered references: their title, snippet, site and date, without the debris of the search that found them."""

from pipelines.citations.read import find_snippets, read_citations
from pipelines.sources.document import Snippet

__all__ = ["Snippet", "find_snippets", "read_citations"]
