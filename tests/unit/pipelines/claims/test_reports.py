"""What is told on somebody's word: the modality of a claim, and who says it."""

import pytest


def told(page, text):
    made = page(f"= Anton Holm =\n\nAnton Holm was a politician. He was known for his wit.\n\n{text}\n")
    return {(c.event_type, c.object_text, c.modality, c.attributed_to_text) for c in made.claims(after=text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The French envoy claimed that Holm had received 500 ducats.",
            ("action", "received 500 ducats", "alleged", "French envoy"),
        ),
        ("It was rumoured that he had married Anna Berg in 1776.", ("marriage", "Anna Berg", "rumoured", None)),
        ("He was rumoured to have paid for votes.", ("action", "paid for votes", "rumoured", None)),
        (
            "He was said by the prosecutor to have plotted against the king.",
            ("action", "plotted against the king", "alleged", "prosecutor"),
        ),
        (
            "The charge that he had planned to poison the queen was fabricated by his enemies.",
            ("action", "poison the queen", "fabricated", None),
        ),
        (
            "According to the chronicler Panaretos, Holm died of a stroke.",
            ("death", "stroke", "alleged", "Panaretos"),
        ),
        ("Legend has it that he married Anna Berg in 1720.", ("marriage", "Anna Berg", "alleged", None)),
        ("He denied having met Anna Berg.", ("association", "Anna Berg", "denied", None)),
        ("Reportedly he married Anna Berg in 1815.", ("marriage", "Anna Berg", "alleged", None)),
        ("A plan to appoint him ambassador in Rome failed.", ("appointment", "ambassador", "planned", None)),
    ],
)
def test_reports(page, text, expected):
    assert expected in told(page, text)


def test_what_the_narrator_says_has_no_speaker(page):
    assert ("appointment", "minister", "asserted", None) in told(page, "In 1901 Holm was appointed minister.")


@pytest.mark.parametrize(
    ("text", "modality", "quote"),
    [
        ("Put on trial with Otto Lie, he refused to confess.", "denied", "refused to confess"),
        ("He declined to marry Ida Lie.", "denied", "declined to marry Ida Lie"),
        ("He planned to emigrate to Brazil in 1925.", "planned", "planned to emigrate to Brazil in 1925"),
        ("In 1611 he refused to join the Jesuits.", "denied", "refused to join the Jesuits"),
    ],
)
def test_the_word_that_denies_or_plans_stands_in_the_quote(page, text, modality, quote):
    made = page(
        f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n{text}\n"
    )
    (claim,) = [each for each in made.claims(after=text) if each.modality == modality]
    assert claim.quote.endswith(quote)
