"""Text split so that its parts join back exactly, and the places where it has visibly lost something."""

from pipelines.passages.gaps import find_gaps, place_gaps
from pipelines.passages.split import split_passages

__all__ = ["find_gaps", "place_gaps", "split_passages"]
