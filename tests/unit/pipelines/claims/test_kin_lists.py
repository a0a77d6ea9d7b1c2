"""Children told of in lists: behind a colon, ``issue``, ``of whom`` and the marriage they are of."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "children"),
    [
        (
            "He left three sons: Karl (1850–1900), a judge; Otto (b. 1852), a painter; and Hans.",
            {"Karl", "Otto", "Hans"},
        ),
        (
            "He married Ida Roe, by whom he had issue Magnus, M.P. for Orkney; Barbara, who married Sir Ed Fair.",
            {"Magnus", "Barbara"},
        ),
        ("A son of the first marriage, the guitarist Remi Lund, was killed in 1988.", {"Remi Lund"}),
        (
            "Of the five children of the second marriage, Joseph (1764–1809) was killed, and Theresia became abbess.",
            {None, "Joseph", "Theresia"},
        ),
        ("Seven children were born to them, of whom Harlan and Mrs. Eliza Roe outlived him.", {"Harlan", "Eliza Roe"}),
        ("Of his children, Karl became a judge and Ida a painter.", {"Karl"}),
    ],
)
def test_children_of_a_list(prose, text, children):
    made = prose(text)
    assert {claim[2] for claim in made if claim[0] == "kinship" and claim[1] == HOLM} == children
    assert not any("Ida a" in (claim[2] or "") for claim in made)


def test_a_list_ends_with_its_sentence(prose):
    made = prose("He left two sons: Karl (1850–1900); and Otto. Bergen, where he lived, was burnt; Oslo, too.")
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {"Karl", "Otto"}
