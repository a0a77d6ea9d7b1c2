"""Battles and wars told of together: each is its own, and has its own year."""

HOLM = "Anton Holm"


def test_a_second_battle_behind_its_own_preposition(prose):
    claims = prose("He fought in the Battle of Marsh and in the Battle of Kern.")
    assert {claim[2] for claim in claims if claim[0] == "battle"} == {"Battle of Marsh", "Battle of Kern"}


def test_the_year_of_one_war_is_not_that_of_the_other(prose):
    claims = prose("He served in the Marsh War and in the Kern War of 1879.")
    assert ("battle", HOLM, "Marsh War", None, None) in claims
    assert ("battle", HOLM, "Kern War", None, "1879") in claims


def test_freed_people_are_no_release(prose):
    claims = prose("He was born in Graz to freed slaves from the coast. He worked among liberated prisoners.")
    assert not [claim for claim in claims if claim[0] == "release"]
    assert ("release", HOLM, None, None, "1945") in prose("He was among those liberated in 1945.") | prose(
        "He was liberated in 1945."
    )
