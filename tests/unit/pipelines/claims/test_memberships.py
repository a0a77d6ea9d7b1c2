"""Bodies somebody belonged to, and how an office ends: by letters, by bracket, by service, by being ousted."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mem., SERC, 1989–93; Member, Royal Commission, 1950–55.", ("membership", HOLM, "SERC", None, "1989/1993")),
        ("He was a member of the First Chamber (1919–1920) and of the Second Chamber (1921–1925).",
         ("membership", HOLM, "Second Chamber", None, "1921/1925")),
        ("He served as a member of the city council from 1901 to 1909.",
         ("membership", HOLM, "city council", None, "1901/1909")),
        ("He was on the committee of the Marsh Society from 1920.",
         ("membership", HOLM, "Marsh Society", None, "1920/..")),
        ("He became a burgher of Delft on 20 May 1638.", ("membership", HOLM, "Delft", None, "1638-05-20")),
        ("He was recalled to court and made minister of rites in 1086.",
         ("appointment", HOLM, "minister of rites", None, "1086")),
        ("He was ousted as party leader in 1950.", ("departure", HOLM, "party leader", None, "1950")),
        ("He retired in 1920 as a colonel.", ("retirement", HOLM, None, None, "1920")),
        ("Lydia, his first wife, died at Bonny. Their adopted son, Karl Otu, was mayor of Riga from 1923 to 1929.",
         ("tenure", "Karl Otu", "mayor of Riga", None, "1923/1929")),
        ("He was commissioned second lieutenant in the Marsh Rifles on 3 May 1914.",
         ("promotion", HOLM, "second lieutenant", None, "1914-05-03")),
    ],
)  # fmt: skip
def test_members_and_how_offices_end(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "From 1876 to 1878 he sat in the Senate created under the new constitution.",
            ("membership", "Anton Holm", "Senate", None, "1876/1878"),
        ),
        (
            "He sat on its executive committee from 1903 to 1905.",
            ("membership", "Anton Holm", "executive committee", None, "1903/1905"),
        ),
        (
            "In Ghent the council elected him mayor in 1820.",
            ("appointment", "Anton Holm", "mayor", None, "1820"),
        ),
        (
            "He held the Order of Vasa, and the Order of Olav, set in brilliants.",
            ("award", "Anton Holm", "Order of Olav", None, None),
        ),
    ],
)
def test_a_participle_behind_what_it_describes(prose, text, expected):
    assert expected in prose(text)


def test_an_adverb_behind_a_body_is_none_of_its_name(prose):
    claims = prose("He joined the Marsh Temperance Union shortly after the war of 1885.")
    assert "Marsh Temperance Union" in {claim[2] for claim in claims}
