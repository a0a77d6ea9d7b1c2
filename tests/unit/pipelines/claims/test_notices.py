"""Entries of reference works in their short hand: letters, labels, posts, ranks and places with their years."""

FARRANT = "William Farrant"


def told(prose, text):
    return {(kind, who, what, when) for kind, who, what, _, when in prose(text, FARRANT, f"{FARRANT} was a judge.")}


def test_the_letters_of_an_entry(prose):
    claims = told(
        prose,
        "FARRANT, Sir William, CIE 1911; b. Cork, 9 Jan. 1861; e.s. of late Rev. Henry Farrant; m. 1st, 1889, Hon. "
        "Edith Maud (d. 1930), d. of Col. R. S. Hall; two s. one d.; 2nd, 1931, Ida Holm.",
    )
    assert {
        ("award", FARRANT, "CIE", "1911"),
        ("birth", FARRANT, None, "1861-01-09"),
        ("kinship", FARRANT, "Henry Farrant", None),
        ("marriage", FARRANT, "Edith Maud", "1889"),
        ("death", "Edith Maud", None, "1930"),
        ("marriage", FARRANT, "Ida Holm", "1931"),
    } <= claims
    assert sum(kind == "kinship" and who == FARRANT and what is None for kind, who, what, _ in claims) >= 1


def test_the_labels_of_an_entry(prose):
    claims = told(
        prose,
        "Educ.: Marlborough; Balliol College, Oxford (M.A.). Publications: The Punjab Peasant, 1909; Indian Finance, "
        "1913. Recreations: golf. Club: Athenaeum. Awards: Hero of Labour (1961), Order of Merit (1971).",
    )
    assert {
        ("education", FARRANT, "Marlborough", None),
        ("education", FARRANT, "Balliol College", None),
        ("publication", FARRANT, "The Punjab Peasant", "1909"),
        ("publication", FARRANT, "Indian Finance", "1913"),
        ("membership", FARRANT, "Athenaeum", None),
        ("award", FARRANT, "Hero of Labour", "1961"),
    } <= claims
    assert not any(what == "Oxford" for _, _, what, _ in claims)


def test_posts_ranks_degrees_and_the_next_place_of_a_post(prose):
    claims = told(
        prose,
        "Captain, 5th Lancers, 1900; Major, 1908; 2nd Secretary, Lisbon, 1902; Washington, 1904-07; Student at "
        "the Imperial College under Henry Dyer, 1875–1881; degree of Bachelor of Engineering, May 1881; Ambassador to "
        "Brazil from 1925 until retirement, 1931.",
    )
    assert {
        ("promotion", FARRANT, "Captain", "1900"),
        ("promotion", FARRANT, "Major", "1908"),
        ("tenure", FARRANT, "2nd Secretary", "1904/1907"),
        ("education", FARRANT, "Imperial College", "1875/1881"),
        ("education", FARRANT, "degree of Bachelor of Engineering", "1881-05"),
        ("tenure", FARRANT, "Ambassador to Brazil", "1925/1931"),
        ("retirement", FARRANT, None, "1931"),
    } <= claims


def test_a_row_of_ranks_with_their_years(prose):
    claims = told(prose, "Second lieutenant in the navy 1850, captain 1864, rear admiral 1886.")
    assert {("promotion", FARRANT, "captain", "1864"), ("promotion", FARRANT, "rear admiral", "1886")} <= claims


def test_places_without_a_preposition(prose):
    claims = prose("Born Breslau, 14 June 1901. Died London, 3 March 1986.", FARRANT, f"{FARRANT} was a judge.")
    assert ("birth", FARRANT, None, "Breslau", "1901-06-14") in claims
    assert ("death", FARRANT, None, "London", "1986-03-03") in claims
