import dataclasses

import pytest

from pipelines.claims.assemble import WrongStatement, assemble
from pipelines.claims.statement import Part, Span, Statement
from pipelines.sources.document import Document, Page
from warehouse.contract.tables import Passage

TEXT = "Holm joined the Union. Holm joined the Union."
DOCUMENT = Document("s1", "a.txt", None, 1, "0" * 64, TEXT, "utf-8", "wiki_export", "en", Page((), "Holm"))
PASSAGE = Passage(
    passage_id="s1.p0", source_id="s1", ordinal=0, kind="paragraph", section_path=None, passage_start=0,
    passage_end=len(TEXT), text=TEXT, language="en",
)  # fmt: skip


def joined(at=0, **changes):
    parts = (Part("trigger", Span(at + 5, at + 11)), Part("object", Span(at + 16, at + 21)))
    made = Statement("membership", "Holm", Span(at, at + 21), parts, "test.rule", 0.9, subtype="joined")
    return dataclasses.replace(made, **changes)


def rows(*statements):
    return assemble(DOCUMENT, [PASSAGE], statements)


def test_words_come_from_spans_and_the_family_from_the_vocabulary():
    (claim,), parts = rows(joined())
    assert (claim.quote, claim.object_text, claim.family) == ("Holm joined the Union", "Union", "career")
    assert all(TEXT[part.part_start : part.part_end] == part.text for part in parts)


def test_equal_words_elsewhere_are_claims_of_their_own_in_text_order():
    (first, second), _ = rows(joined(23), joined(0))
    assert first.quote_start < second.quote_start and first.claim_id != second.claim_id
    assert rows(joined(0))[0][0].claim_id == first.claim_id


def test_a_double_reading_of_the_same_words_is_dropped_and_the_surer_kept():
    (claim,), _ = rows(joined(confidence=0.5), joined(confidence=0.8, rule="test.surer"))
    assert claim.extractor == "test.surer"


def test_the_id_does_not_depend_on_place_confidence_rule_or_modality():
    ids = {
        rows(joined())[0][0].claim_id,
        rows(joined(23))[0][0].claim_id,
        rows(joined(confidence=0.4, rule="test.other", modality="alleged"))[0][0].claim_id,
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        joined(quote=Span(0, 900)),
        joined(quote=Span(5, 5)),
        joined(event_type="wedding"),
        joined(subtype="colour"),
        joined(modality="sure"),
        joined(confidence=1.5),
        joined(subject=""),
    ],
)
def test_what_fits_neither_text_nor_vocabulary_is_a_fault_of_the_rule(wrong):
    with pytest.raises(WrongStatement, match=r"test\.rule"):
        rows(wrong)
