"""Who is called a historian, biographer or the like in the title of a reference: a person of his own, apart from the
page's subject even where he bears the same name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipelines.claims import lexicon
from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement
from pipelines.sources.document import Snippet

_NAME = (
    r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ](?:\.[ \u00a0]?|[\w'’-]+[ \u00a0])){0,3}(?:(?:von|van|de|der|di|du|la)[ \u00a0])?"
    r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w'’-]+"
)


@cache
def _called() -> re.Pattern[str]:
    words = lexicon.load("tellers")
    told = "|".join([*map(re.escape, words["english"]), *(rf"{re.escape(stem)}\w{{0,3}}" for stem in words["russian"])])
    return re.compile(rf"(?<!\w)(?P<told>(?i:{told})),?[ \u00a0](?P<name>{_NAME})(?!\w)")


def read_tellers(page: Page, snippets: Sequence[Snippet]) -> Iterator[Statement]:
    """One occupation a person whom the title of a reference calls so: ``the historian Anna Hale``."""
    for snippet in snippets:
        if snippet.title is None:
            continue
        for found in _called().finditer(page.text, *snippet.title):
            told, name = Span(*found.span("told")), Span(*found.span("name"))
            who = page.text[name.start : name.end]
            # the page's title is its subject's name alone
            if who == page.subject:
                who = f"{page.text[told.start : told.end]} {who}"
            yield Statement(
                "attribute", who, Span(told.start, name.end),
                (Part("subject", name), Part("object", told)), "references.teller", 0.85, subtype="occupation",
                reference_number=snippet.number,
            )  # fmt: skip
