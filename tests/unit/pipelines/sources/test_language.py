import pytest

from pipelines.sources.language import find_language, find_language_within


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was born in the capital and died at sea.", "en"),
        ("Родился в деревне, умер в городе.", "ru"),
        ("Він народився в місті Київ, де й помер, і був поетом.", "uk"),
        ("Er wurde in der Stadt geboren und ist dort gestorben.", "de"),
        ("Il naquit dans la ville et fut élu par les députés.", "fr"),
        ("Great War", None),
        ("1905–1950", None),
        ("", None),
    ],
)
def test_language_is_told_by_script_and_common_words(text, language):
    assert find_language(text) == language


def test_a_short_text_has_the_language_around_it_in_the_same_script_only():
    assert find_language_within("Great War", "en") == "en"
    assert find_language_within("Great War", "ru") is None
    assert find_language_within("Великая война", "en") == "ru"
    assert find_language_within("1905", "en") is None
