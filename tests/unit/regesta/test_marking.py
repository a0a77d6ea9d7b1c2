"""A text is cut into stretches that join back to it, whatever overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from regesta.pages.marking import mark_text


def claim(name, start, end):
    return {"claim_id": name, "quote_start": start, "quote_end": end, "family": "life"}


def gap(start, end):
    return {"gap_start": start, "gap_end": end, "kind": "lost_words", "evidence": "?"}


def test_overlapping_quotes_share_a_stretch_and_the_shortest_is_its_link():
    made = mark_text("abcdefgh", 10, [claim("long", 10, 18), claim("short", 12, 14), claim("across", 13, 16)], [])
    assert [(s.text, [c["claim_id"] for c in s.claims], s.begins) for s in made] == [
        ("ab", ["long"], ("long",)),
        ("c", ["short", "long"], ("short",)),
        ("d", ["short", "across", "long"], ("across",)),
        ("ef", ["across", "long"], ()),
        ("gh", ["long"], ()),
    ]


def test_gaps_stand_where_words_are_lost():
    made = mark_text("to after", 0, [], [gap(2, 2)])
    assert [(s.text, s.gap is not None) for s in made] == [("to", False), ("", True), (" after", False)]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.text(max_size=40), st.integers(0, 20), st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=4))
def test_any_text_joins_back_and_every_claim_that_begins_in_it_does_so_once(text, start, quotes, holes):
    claims = [claim(str(number), *span) for number, span in enumerate(quotes)]
    made = mark_text(text, start, claims, [gap(*hole) for hole in holes])
    assert "".join(stretch.text for stretch in made) == text
    begun = [name for stretch in made for name in stretch.begins]
    touching = {c["claim_id"] for c in claims if start <= c["quote_start"] < min(c["quote_end"], start + len(text))}
    assert len(begun) == len(set(begun))
    assert set(begun) == touching
