import tomllib
from pathlib import Path

import pytest

from tests.readings.claims.annotations import SETS, BadAnnotation, load_annotated, load_set
from tests.readings.claims.matching import match_page
from tests.readings.claims.score import read_page, score_set

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("group", SETS)
def test_every_annotation_fits_its_text(group):
    pages = load_set(group)
    assert pages, f"no readings in {group}"
    for page in pages:
        assert page.annotations, f"{page.name}: no annotations"
        assert all(0 <= one.start < one.end <= len(page.text) for one in page.annotations)
        assert page.subject in page.text
        written = [(one.start, one.end, one.event_type, one.subject, one.object, one.place, one.date_text, one.edtf,
                    one.figure_text, one.modality)
                   for one in page.annotations]  # fmt: skip
        twice = [one for one in written if written.count(one) > 1]
        assert not twice, f"{page.name}: annotated twice: {twice}"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('" words that are not there', "do not stand in the text"),
        ('" Ada was born\n  natality | on 1815', "not in the vocabulary"),
        ('" Ada was born\n  birth | on 1816', "'1816', do not stand in the text"),
        ('" Ada was born\n  birth | on about 1815', "do not stand in the text"),
        ('" Ada was born\n  birth | on 1815 = 1815-13', "EDTF"),
        ('" Ada was born\n  birth/early | on 1815', "subtype"),
        ('" Ada was born\n  birth | who Byron', "is not named so on the page"),
        ('" Ada was born\n  birth: Ada | when 1815', "found 'when'"),
    ],
)
def test_what_does_not_fit_is_refused_and_named(tmp_path, line, problem):
    (tmp_path / "ada.txt").write_text("= Ada =\n\nAda was born in 1815.\n", "utf-8")
    (tmp_path / "ada.claims").write_text(f"subject Ada\n{line}\n", "utf-8")
    with pytest.raises(BadAnnotation, match=r"ada\.claims, line") as error:
        load_annotated(tmp_path / "ada.claims")
    assert problem in str(error.value)


def test_a_claim_counts_once_and_only_with_its_date(tmp_path):
    (tmp_path / "ada.txt").write_text("= Ada Hale =\n\nAda Hale\n\nAda Hale was born in Leeds in 1815.\n", "utf-8")
    (tmp_path / "ada.claims").write_text('subject Ada Hale\n" born in Leeds in 1815\n  birth | in Leeds | on 1815\n')
    page = load_annotated(tmp_path / "ada.claims")
    births = [claim for claim in read_page(page)[0] if claim.event_type == "birth"]
    assert len(births) == 1
    twice = match_page(page, births * 2)
    assert (len(twice.pairs), len(twice.alarms)) == (1, 1)
    (tmp_path / "ada.claims").write_text('subject Ada Hale\n" born in Leeds in 1815\n  birth | on 1815 = 1814\n')
    wrong = match_page(load_annotated(tmp_path / "ada.claims"), births)
    assert (len(wrong.pairs), len(wrong.missed), len(wrong.alarms)) == (0, 1, 1)


@pytest.mark.parametrize("group", SETS)
def test_scores_do_not_fall(group):
    score, _ = score_set(load_set(group))
    reached = {
        "core_found": score.core.share,
        "life_facts_found": score.life_facts.share,
        "claims_right": score.precision.share,
        "life_fact_claims_right": score.fact_precision.share,
        "sure_claims_right": score.sure.share,
    }
    fallen = {
        name: f"{reached[name] or 0:.4f} < {floor}"
        for name, floor in FLOORS.get(group, {}).items()
        if (reached[name] or 0) < floor
    }
    assert not fallen, f"{group} reads worse than before: {fallen}; see python -m tests.readings.claims.score"
