"""Works: by their titles, in asides, in lists, with their years in brackets; and prizes that works won."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Heath appeared in 1880 and sold well.", {("The Heath", "1880")}),
        ("A second edition followed in 1890.", {("second edition", "1890")}),
        ("His first novel, Hedda, came out in 1874.", {("Hedda", "1874")}),
        ("His works include The Hill (1880) and The Dale (1885).", {("The Hill", "1880"), ("The Dale", "1885")}),
        ("Holm sold many novels, of which Hedda (1883) is the best.", {("Hedda", "1883")}),
    ],
)
def test_a_work_is_its_authors(prose, text, expected):
    assert {(what, when) for kind, who, what, _, when in prose(text) if kind == "publication"} == expected


def test_what_only_follows_is_no_work(prose):
    assert not any(
        kind == "publication" for kind, *_ in prose("Formal affiliation with the Reformers followed in 1925.")
    )


def test_a_prize_of_his_novel_is_his(prose):
    assert ("award", HOLM, "Booker Prize", None, "1975") in prose("His novel won the Booker Prize in 1975.")


def test_what_is_published_stands_behind_the_town(prose):
    claims = prose("In 1868 he published in Leipzig a treatise on optics.")
    assert ("publication", "Anton Holm", "treatise", "Leipzig", "1868") in claims
    claims = prose("In 1902 he married in Graz the painter Inga Lund. He lived in Riga the rest of his life.")
    assert ("marriage", "Anton Holm", "Inga Lund", "Graz", "1902") in claims
    assert ("residence", "Anton Holm", None, "Riga", None) in claims


def test_the_title_stands_between_commas_behind_the_work(prose):
    claims = prose("His memoirs, Both Sides of the Hill, had appeared in Graz in 1976.")
    assert ("publication", "Anton Holm", "Both Sides of the Hill", None, "1976") in claims
    claims = prose("His second book, a life of Goethe, appeared in 1901.")
    assert ("publication", "Anton Holm", "second book", None, "1901") in claims


def test_a_dated_title_begins_at_its_article(prose):
    claims = prose("His novel was followed by A Daughter of the Plains (1898) and The Long Vote (1906).")
    titles = {claim[2] for claim in claims if claim[0] == "publication"}
    assert titles == {"A Daughter of the Plains", "The Long Vote"}


def test_languages_and_degrees_are_no_works(prose):
    claims = prose("His account came out in 1789 and was translated into German (1790) and English (1793).")
    assert {claim[2] for claim in claims if claim[0] == "publication"} == {"account"}
    assert not [claim for claim in prose("A second attempt in 1787 reached 66° 20'.") if claim[0] == "action"]
