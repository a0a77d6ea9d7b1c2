import pytest


@pytest.mark.parametrize(
    ("item", "award", "figure", "edtf"),
    [
        ("Two Orders of Lenin", "Orders of Lenin", 2.0, None),
        ('Medal "For the Defence of Leningrad"', 'Medal "For the Defence of Leningrad"', None, None),
        ("Order of Merit (3)", "Order of Merit", 3.0, None),
        ("Order of Merit × 4", "Order of Merit", 4.0, None),
        ("Golden Cross (1945)", "Golden Cross", None, "1945"),
        ("1945: Golden Cross", "Golden Cross", None, "1945"),
        ("Golden Cross, 8 May 1945", "Golden Cross", None, "1945-05-08"),
    ],
)
def test_an_item_is_one_award_with_its_count_and_date(page, item, award, figure, edtf):
    made = page(f"= A B =\n\nA B\n- Occupation: Painter\n\nA B was a painter.\n\n== Honours and awards ==\n- {item}\n")
    (claim,) = made.claims(extractor="lists.award")
    assert (claim.event_type, claim.object_text, claim.figure_value, claim.date_edtf) == ("award", award, figure, edtf)


def test_lists_under_other_headings_give_no_awards(page):
    made = page("= A B =\n\nA B\n- Occupation: Painter\n\nA B was a painter.\n\n== Works ==\n- Order of the Day\n")
    assert made.claims(extractor="lists.award") == []
