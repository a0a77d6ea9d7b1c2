"""Names of three hundred composed persons are brought together rightly; the published page says how rightly."""

import pytest

from tests.readings.identity.people import compose
from tests.readings.identity.score import PAGE, SEEDS, page, score


@pytest.fixture(scope="module")
def scores():
    return {seed: score(seed)[0] for seed in SEEDS}


def test_precision_and_recall_of_pairs(scores):
    assert all(one.precision >= 0.99 and one.recall >= 0.95 for one in scores.values())
    assert all(one.namesakes_apart() >= 0.98 for one in scores.values())


def test_the_published_page_is_fresh(scores):
    assert PAGE.read_text("utf-8") == page(scores)


def test_the_set_is_what_it_says():
    _, truth, persons = compose()
    assert len(persons) == 300
    assert len({one.culture for one in persons}) >= 12
    assert sum(one.has_namesake for one in persons) >= 60
    assert sum(one.husband is not None for one in persons) >= 20
    assert sum(" teller " in key for key in truth.means.values()) >= 80
    assert sum(key.endswith(" child") for key in truth.means.values()) >= 150
    assert {one.clue for one in persons} == {"", "patronymic", "generation", "life", "historian"}
    assert len(truth.means) > 4000
