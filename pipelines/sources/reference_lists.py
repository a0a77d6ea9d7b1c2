"""Lists of numbered references: the headings they stand under, and how their entries are numbered."""

import re

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("pages")

HEADING = re.compile(f"(?:{'|'.join(map(re.escape, _LEXICON['references']))}):?", re.IGNORECASE)
"""A heading under which numbered references stand, whole."""

_NUMBERS = (
    re.compile(r"\d{1,4}[.)]\s*\[(\d{1,4})\]$"),  # "12. [12]", title and snippet on lines of their own
    re.compile(r"\[(\d{1,4})\]$"),
    re.compile(r"(?:\d{1,4}[.)]\s*)?\[(\d{1,4})\]\s+\S"),  # "[12] Title"
    re.compile(r"(\d{1,4})\.\s+\S"),  # "12. Title"
)


def number_style(line: str) -> re.Pattern[str] | None:
    """How the list of references whose first line this is numbers its entries; None where it is no such line."""
    return next((style for style in _NUMBERS if style.match(line.strip())), None)
