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


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("He had five children with her: Hugo, Alma and Felix.", {None, "Hugo", "Alma", "Felix"}),
        ("They had six children, of whom only two, Peter and Johanna, survived infancy.", {None, "Peter", "Johanna"}),
        ("The couple's daughter Mary was born in 1901.", {"Mary"}),
        ("He left four sons and a daughter.", {None}),
    ],
)
def test_children_of_a_marriage_told_before(prose, text, children):
    made = prose(f"He married Clara Roe in 1900. {text}")
    assert {claim[2] for claim in made if claim[0] == "kinship" and claim[1] == HOLM} == children


@pytest.mark.parametrize(
    ("text", "spouse"),
    [
        ("He married in Calcutta on 5 May 1826 Mary Anne.", ("Mary Anne", "1826-05-05")),
        ("He married a widow named Barbara Ott in 1649.", ("Barbara Ott", "1649")),
        ("In 1800 she married the 3rd Earl of Dunmore.", ("3rd Earl of Dunmore", "1800")),
    ],
)
def test_a_spouse_named_late_or_by_dignity(prose, text, spouse):
    made = prose(text)
    assert {(claim[2], claim[4]) for claim in made if claim[0] == "marriage"} == {spouse}


def test_whom_he_adopted_with_is_no_child(prose):
    made = prose("In 1951 he married Elspeth Kerr, with whom he adopted two children.")
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {None}


def test_a_mother_by_her_maiden_name(prose):
    assert ("kinship", HOLM, "Wilhelmine Schad", None, None) in prose("His mother, born Wilhelmine Schad, was tall.")


def test_deaths_with_what_they_came_of(prose):
    assert ("death", HOLM, "wounds", None, "1854-12") in prose(
        "He died of wounds received at Inkerman in December 1854."
    )
    made = prose("He was killed at the battle of Fontenoy on 11 May 1745.")
    assert {claim[0] for claim in made} == {"battle", "death"}


def test_a_widow_wed_and_a_spouse_behind_what_he_was(prose):
    made = prose("On 4 July 1873 he had married a widow, Eliza Hume.")
    assert {claim[:3] for claim in made} == {("marriage", HOLM, "Eliza Hume")}
    assert ("marriage", HOLM, "Tom Hadley", None, "1959") in prose(
        "There she met Tom Hadley, a surveyor, whom she married in 1959."
    )


def test_parents_behind_what_they_were(prose):
    made = prose("She was the seventh child of Nilakanta Roe, a Sanskrit scholar, and Seshammal.")
    made |= prose("Born in 1904, the child of Nilakanta Roe, a Sanskrit scholar, and Seshammal, she sang.")
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {"Nilakanta Roe", "Seshammal"}


def test_a_son_is_not_the_grandfather_of_his_name(prose):
    made = prose(
        "He was born in 1887, the son of William Holm, a miner, and Jessie Watt. His son, William, died in 1944."
    )
    assert ("death", "William", None, None, "1944") in made
    assert not any(claim[:2] == ("death", "William Holm") for claim in made)


def test_children_of_a_first_marriage_are_counted(prose):
    made = prose("He was survived by his wife and by four children of his first marriage.")
    assert ("kinship", HOLM, None, None, None) in made


def test_the_youngest_of_seven_has_none_of_them(prose):
    made = prose("Born near Ulm to Hans Roe and his wife, Asdzaan, she was the youngest of seven children.")
    assert not any(claim[0] == "kinship" and claim[2] is None for claim in made)
    assert ("death", "elder brother", None, None, "1553") in prose(
        "He left the church on the death of his elder brother in 1553."
    )


def test_the_eldest_of_those_counted_before(prose):
    made = prose("He was married to Bahija, and had three sons. The eldest, Hamid, is an architect.")
    assert ("kinship", HOLM, "Hamid", None, None) in made
    assert not any(claim[2] == "Hamid" for claim in prose("The eldest, Hamid, is an architect."))


def test_a_spouses_life_ends_with_hers(prose):
    made = prose("He married Ida Holst, born 1 April 1850, died 1931.")
    assert {claim[1:] for claim in made if claim[0] == "death"} == {("Ida Holst", None, None, "1931")}


def test_the_day_of_a_revolution_is_no_date(prose):
    assert {
        claim[4] for claim in prose("He was killed by a mob in the 14 July Revolution.") if claim[0] == "death"
    } == {None}


def test_parents_with_a_creed_before_their_calling(prose):
    made = prose("She was born in Galena, to Methodist minister Samuel Tate and Lucy Roe.")
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {"Samuel Tate", "Lucy Roe"}


def test_relatives_told_by_what_they_were(prose):
    made = prose("He married Emilie Roe, the daughter of a Basel banker, in 1878.")
    assert ("kinship", "Emilie Roe", "Basel banker", None, None) in made
    made = prose("His wife Anna Lund, a niece of the duke of Pomerania, sang.")
    assert ("kinship", "Anna Lund", "duke of Pomerania", None, None) in made
    assert not any(
        claim[2] == "banker" for claim in prose("His wife Anna Lund, daughter of a banker, Karl Lund, sang.")
    )


def test_each_named_of_his_daughters(prose):
    made = prose("Of his three daughters, Margaret became abbess and Helena married Otto Roe.")
    assert {claim[2] for claim in made if claim[:2] == ("kinship", HOLM)} == {None, "Margaret", "Helena"}
    assert {claim[1:3] for claim in made if claim[0] == "marriage"} == {("Helena", "Otto Roe")}


def test_an_adopted_child_is_told_once(prose):
    made = prose("In 1934 she adopted a daughter, Vimal.")
    assert [claim for claim in made if claim[0] == "kinship"] == [("kinship", HOLM, "Vimal", None, "1934")]


def test_relatives_by_calling_or_dignity_beside_them(prose):
    assert ("kinship", HOLM, "earl of Dane", None, None) in prose("He fled with his cousin the earl of Dane.")
    assert ("kinship", HOLM, "Karl Holm", None, None) in prose("He wrote to his brother the painter Karl Holm.")
    assert not any(claim[0] == "kinship" for claim in prose("He gave his son the estate Orton."))
    made = prose("He married Geertruyt Roe, a baker's daughter from Alkmaar.")
    assert ("kinship", "Geertruyt Roe", "baker", None, None) in made
    made = prose("He was one of the ten children of Salami Roe, a trader.")
    assert ("attribute", HOLM, "trader", None, None) not in made


def test_the_second_parent_behind_what_the_first_was(prose):
    made = prose("Holm was the younger son of the Rev. James Kerr, minister of Muckhart, and Elspeth Drummond.")
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {"James Kerr", "Elspeth Drummond"}


@pytest.mark.parametrize(
    ("text", "children"),
    [
        (
            "He had six children, among them the senator Ivo Holm and the painter Ada Holm.",
            {None, "Ivo Holm", "Ada Holm"},
        ),
        ("They had five children, including Nils, who moved to Rome with Queen Maud.", {None, "Nils"}),
        ("They had five children, including two sons.", {None}),
        ("His brother Ivo had four children, including the painter Ida Holm.", set()),
    ],
)
def test_children_named_among_those_counted(prose, text, children):
    made = prose(text)
    found = {claim[2] for claim in made if claim[0] == "kinship" and claim[1] == HOLM}
    assert found - {"Ivo"} == children


def test_callings_joined_before_the_name_of_a_relative(prose):
    claims = prose("His elder brother was the lawyer and poet Karl Lund. His uncle was the founder and head of a firm.")
    assert ("kinship", "Anton Holm", "Karl Lund", None, None) in claims
    assert {claim[2] for claim in claims if claim[0] == "kinship"} == {"Karl Lund"}
