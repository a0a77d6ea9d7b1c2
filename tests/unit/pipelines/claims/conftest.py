"""Pages of the wiki layout, read, as fixtures of this folder's tests."""

import hashlib

import pytest

from pipelines.claims.read_source import read_source
from pipelines.sources.document import Received

_FIELDS = "= Ann Example =\n\nAnn Example\n{fields}\n\nAnn Example was a painter.\n"
_PROSE = "= {title} =\n\n{title}\n- Nationality: unknown\n\n{lead}\n\n== Life ==\n{text}\n"


class Read:
    """A page as read, with what the tests ask of it."""

    def __init__(self, text):
        content = text.encode()
        digest = hashlib.sha256(content).hexdigest()
        self.text = text
        self.reading = read_source(Received("s1", "page.txt", None, 1, digest, content), "f")
        assert self.reading.facts.status == "normalized", self.reading.facts.problem

    def claims(self, *, extractor="", after=""):
        start = self.text.index(after) if after else 0
        return [c for c in self.reading.claims if c.extractor.startswith(extractor) and c.quote_start >= start]

    def parts(self, claim, part, role=None):
        return [
            p.text or p.value
            for p in self.reading.parts
            if p.claim_id == claim.claim_id and p.part == part and role in (None, p.role)
        ]


@pytest.fixture
def page():
    return Read


@pytest.fixture
def fields():
    """Infobox lines to the claims of the fields."""

    def read(*lines):
        made = Read(_FIELDS.format(fields="\n".join(lines)))
        return made, made.claims(extractor="fields.")

    return read


@pytest.fixture
def prose():
    """A paragraph about Anton Holm to type, subject, object, place and EDTF of each of its claims."""

    def read(text, title="Anton Holm", lead="Anton Holm was a politician."):
        made = Read(_PROSE.format(title=title, lead=lead, text=text))
        return {
            (c.event_type, c.subject_text, c.object_text, c.place_text, c.date_edtf) for c in made.claims(after=text)
        }

    return read
