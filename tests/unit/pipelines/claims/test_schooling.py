"""Courses of schooling: schools and towns one verb lists, each with its own town, date and degrees."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "stations"),
    [
        (
            "He was educated at Eton (1811–15) and at Christ Church, Oxford (1815–18).",
            {("Eton", None, "1811/1815"), ("Christ Church", "Oxford", "1815/1818")},
        ),
        (
            "He was educated at the Classical School, Navan; Morne College, Maynooth; and the Irish College, Rome.",
            {("Classical School", "Navan", None), ("Morne College", "Maynooth", None), ("Irish College", "Rome", None)},
        ),
        (
            "Holm attended Dane County School for Boys, Lund College (BSc, 1949) and Ulm University (PhD, 1953).",
            {
                ("Dane County School for Boys", None, None),
                *(("Lund College", None, "1949"), ("BSc", None, "1949")),
                *(("Ulm University", None, "1953"), ("PhD", None, "1953")),
            },
        ),
        (
            "Educated at Gort Wood and at the Catholic University, he sold books.",
            {("Gort Wood", None, None), ("Catholic University", None, None)},
        ),
        (
            "He went to the village school and then, in 1890, to the gymnasium at Vaasa.",
            {("village school", None, None), ("gymnasium", "Vaasa", "1890")},
        ),
        (
            "In 1931 he graduated from the Ruza Academy, in 1938 from the Academy of the Staff.",
            {("Ruza Academy", None, "1931"), ("Academy of the Staff", None, "1938")},
        ),
        (
            "He studied painting in Munich with Ivo Roe and from 1902 in Paris at the Académie Julian.",
            {("Académie Julian", "Paris", "1902/..")},
        ),
        ("A graduate of Lund University (1913), he sold books.", {("Lund University", None, "1913")}),
        (
            "He won an open exhibition in classics to Hert College, Oxford, in 1922.",
            {("Hert College", None, "1922")},
        ),
        ("He received his secondary education at the Lund Academy.", {("Lund Academy", None, None)}),
        (
            "He attended the Latin school at Ribe, and at seventeen matriculated in the University of Lund.",
            {("Latin school", "Ribe", None), ("University of Lund", None, None)},
        ),
        (
            "In 1930 he was sent by the party to study at the Institute of Red Professors.",
            {("Institute of Red Professors", None, "1930")},
        ),
        (
            "She studied art at the Slade School from 1909 to 1912, and later in Paris.",
            {("Slade School", None, "1909/1912"), (None, "Paris", None)},
        ),
        (
            "From 1921 he was at the Workers' Faculty, and between 1924 and 1929 at the Mining Institute in Omsk.",
            {("Workers' Faculty", None, "1921/.."), ("Mining Institute", "Omsk", "1924/1929")},
        ),
    ],
)
def test_stations(prose, text, stations):
    found = {claim[2:] for claim in prose(text) if claim[0] == "education" and claim[1] == HOLM}
    assert found == stations


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("He proceeded MA in 1749 and DD in 1760.", {("MA", "1749"), ("DD", "1760")}),
        ("She took a second in 1926.", {("second", "1926")}),
        ("He served his articles with a firm of solicitors in Leeds.", {("firm of solicitors", None)}),
        ("His studies at the Sorbonne (1934–36) were broken off.", {("Sorbonne", "1934/1936")}),
    ],
)
def test_degrees_and_courses(prose, text, claims):
    made = prose(text)
    assert {(what, when) for kind, who, what, _, when in made if kind == "education" and who == HOLM} == claims


def test_what_he_was_not_allowed_to_do(prose):
    assert not any(claim[0] == "education" for claim in prose("He was not allowed to attend the Lund Academy."))


def test_another_persons_schools_are_not_his(prose):
    made = prose("His brother Karl was educated at Eton (1811–15) and at Christ Church, Oxford.")
    assert not any(claim[0] == "education" and claim[1] == HOLM for claim in made)
    assert not any(claim[0] == "education" for claim in prose("He visited the schools at Eton and at Lund in 1902."))


def test_two_subjects_at_two_universities(prose):
    claims = prose("He studied philosophy at Graz and theology at Riga.")
    assert ("education", "Anton Holm", "philosophy", "Graz", None) in claims
    assert ("education", "Anton Holm", "theology", "Riga", None) in claims
    claims = prose("He studied law in Graz and Riga.")
    assert {claim[2] for claim in claims if claim[0] == "education"} == {"law"}
