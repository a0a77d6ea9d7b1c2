import pytest

from pipelines.sources.layouts import find_layout, wikitext
from pipelines.sources.wikitext.templates import MAX_CHARACTERS


def shown(text):
    return wikitext.split(text).shown.text.strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[a|b]]c [[d]]", "bc d"),
        ("[[:File:a.jpg]] [[File:a.jpg|thumb|x]] [[ru:А]] [[Category:B]] y", "File:a.jpg    y"),
        ("{{birth date|1905|2|7}}", "7 February 1905"),
        ("{{Birth_date_and_age|1905|2}}", "February 1905"),
        ("{{death year and age|1981|1905}}", "1981"),
        ("{{birth date|7 February 1905}}", "7 February 1905"),
        ("{{birth date|1905|13|40}}", "1905"),
        ("{{circa|1905|1910}}", "c. 1905 – c. 1910"),
        ("{{fl.|1420|1430}}", "fl. 1420–1430"),
        ("{{reign|1601|1620}}", "r. 1601–1620"),
        ("{{OldStyleDate|7 February|1905|25 January}}", "7 February (O.S. 25 January) 1905"),
        ("{{marriage|[[Ida]]|1931|1950|end=div}}", "Ida (m. 1931; div. 1950)"),
        ("{{marriage|Ida||1950}}", "Ida (ended 1950)"),
        ("{{lang|ru|Вера}} {{lang-ru|Вера}} {{langx|de|Vera}}", "Вера Russian: Вера German: Vera"),
        ("{{nowrap|{{small|a}} b}}{{snd}}c", "a b – c"),
        ("{{hlist|a|[[b]]}}", "a, b"),
        ("{{convert|5|km}} from it", "5 km from it"),
        ("{{unknown|a}}x{{sfn|a}}<ref>b</ref>", "x"),
        ("a ''b'' c", "a b c"),
        ("a<br/>b <small>c</small>", "a b c"),
        ("R&amp;D &#233; &nbsp;&bogus;", "R&D é  &bogus;"),
        ("[http://a.b c d] [http://a.b]", "c d"),
        ("__NOTOC__a ~~~~", "a"),
    ],
)  # fmt: skip
def test_what_a_stretch_shows(text, words):
    assert shown(text) == words


def test_a_template_too_large_is_shown_as_nothing():
    assert shown("a {{nowrap|" + "b" * MAX_CHARACTERS + "}} c").split() == ["a", "c"]


def test_a_span_over_more_than_a_link_takes_the_link_whole():
    text = "x [[Mayor (Norway)|Mayor]] of [[Bergen]] y"
    page = wikitext.split(text)
    start = page.shown.text.index("Mayor")
    first, last = page.shown.archived_span(start, start + len("Mayor of Bergen"))
    assert text[first:last] == "[[Mayor (Norway)|Mayor]] of [[Bergen]]"
    first, last = page.shown.archived_span(start, start + len("Mayor"))
    assert text[first:last] == "Mayor"
    first, last = page.shown.archived_span(start + 1, start + len("Mayor of Berg"))
    assert text[first:last] == "ayor]] of [[Berg"


def test_a_redirect_states_nothing():
    page = wikitext.split("#REDIRECT [[Otto Lind]]\n")
    assert (page.shown.text, page.title, {block.kind for block in page.blocks}) == ("", None, {"notice"})


def test_it_is_recognised():
    assert find_layout("{{Infobox person\n| name = A\n}}\n'''A''' was a [[physician]].\n").NAME == "wikitext"
    assert find_layout("#REDIRECT [[B]]").NAME == "wikitext"
    assert find_layout("= A =\n\nA saw [[this]] and '''that''' <ref>x</ref>.\n").NAME == "wiki_export"
    assert find_layout("He wrote [[this]] once.\n") is None


def test_the_name_of_the_box_is_the_title_else_the_first_bold_words():
    assert wikitext.split("{{Infobox person|name={{nowrap|Otto Lind}}}}\n'''Otto Karl Lind'''").title == "Otto Lind"
    assert wikitext.split("'''Otto ''Karl'' Lind''' was").title == "Otto Karl Lind"
    assert wikitext.split("== A ==\n'''Otto''' was").title is None
