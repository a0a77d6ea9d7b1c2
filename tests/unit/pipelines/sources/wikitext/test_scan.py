import time

import pytest

from pipelines.sources.layouts import wikitext
from pipelines.sources.wikitext.scan import scan


def outline(text):
    return [(node.kind, text[node.start : node.end]) for node in scan(text).nodes]


def test_constructs_nest_and_each_knows_what_lies_behind_it():
    text = "a {{b|{{c}}|[[d|e]]}} [[f]]"
    found = scan(text)
    assert outline(text) == [
        ("template", "{{b|{{c}}|[[d|e]]}}"),
        ("template", "{{c}}"),
        ("link", "[[d|e]]"),
        ("link", "[[f]]"),
    ]
    assert list(found.within(0, len(text))) == [0, 3]
    assert found.nodes[0].height == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{{a [[b}} c]]", [("template", "{{a [[b}}"), ("stray", "[["), ("stray", "]]")]),
        ("{{a", [("stray", "{{")]),
        ("a}}", [("stray", "}}")]),
        ("[[a\n\nb]]", [("stray", "[["), ("stray", "]]")]),
        ("<ref>a<ref>b</ref>", [("stray", "<ref>"), ("ref", "<ref>b</ref>")]),
        ("<nowiki>{{a}}</nowiki>", [("verbatim", "<nowiki>{{a}}</nowiki>")]),
        ("<nowiki>{{a}}", [("stray", "<nowiki>"), ("template", "{{a}}")]),
        ("a<!-- {{b", [("dropped", "<!-- {{b")]),
        ("[[File:a|[http://b c]]]", [("link", "[[File:a|[http://b c]]]"), ("external", "[http://b c]")]),
        ("{|\n|{{a}}\n|}", [("table", "{|\n|{{a}}\n|}"), ("template", "{{a}}")]),
        ("{{a\n|}}", [("template", "{{a\n|}}")]),
        ("[sic] {x}", []),
    ],
)
def test_what_is_never_closed_closes_nothing(text, left):
    assert outline(text) == left


HEAD = "{{Infobox person\n| name = Otto Lind\n}}\n'''Otto Lind''' was [[Norwegian people|Norwegian]].\n"
HOSTILE = [
    "{{", "[[", "<ref>", "{{a|", "{{[[<ref>{|\n", "}}]]</ref>", "<nowiki>", "[http://a ", "<a ", "'''", "=<!--", "{{{",
    "{{a|" * 12 + "}}" * 12, "{{birth date|", "<ref name=a>", "|}", "&amp", "[[File:", "<ref>{{cite web|title=",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece):
    def cost(size):
        text = HEAD + piece * (size // len(piece))

        def once():
            begun = time.process_time()
            page = wikitext.split(text)
            assert sum(block.end - block.start for block in page.blocks) == len(text)
            return time.process_time() - begun

        return min(once() for _ in range(2))

    small, large = cost(20_000), cost(160_000)
    assert large < 24 * max(small, 0.005)  # eight times the text; its square would take sixty-four times


def test_a_megabyte_of_nesting_is_split():
    text = HEAD + "{{a|[[b|<ref>" * 40_000 + "}}" * 120_000
    page = wikitext.split(text)
    assert page.title == "Otto Lind"
    assert sum(block.end - block.start for block in page.blocks) == len(text)
