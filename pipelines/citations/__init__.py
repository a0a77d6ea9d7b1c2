"""Numbered references: their title, snippet, site and date, without the debris of the search that found them."""

from pipelines.citations.read import Snippet, find_snippets, read_citations

__all__ = ["Snippet", "find_snippets", "read_citations"]
