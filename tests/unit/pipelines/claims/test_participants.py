"""Who else had a part: who held the office before or next, who appointed, which court."""

import pytest


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("In 1923 he was appointed bishop of Ghent in succession to Karl Lund.", "appointment",
         ("predecessor", "Karl Lund")),
        ("He became governor in 1923 in succession to Sir Hugh Marsh.", "appointment", ("predecessor", "Hugh Marsh")),
        ("In 1237 he resigned in favour of his nephew Otto.", "departure", ("successor", "Otto")),
        ("He was appointed by President Roe as judge of the circuit court in 1910.", "appointment",
         ("by", "President Roe")),
        ("He was appointed judge in 1910 by President Roe.", "appointment", ("by", "President Roe")),
        ("The Supreme Court quashed his conviction in 1979.", "rehabilitation", ("court", "Supreme Court")),
    ],
)  # fmt: skip
def test_participants(page, text, event, expected):
    made = page(
        f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n{text}\n"
    )
    (claim,) = [claim for claim in made.claims(after="== Life ==") if claim.event_type == event]
    role, words = expected
    assert made.parts(claim, "participant", role) == [words]
