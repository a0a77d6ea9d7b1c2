import pytest

from pipelines.sources import layouts
from pipelines.sources.document import Page, Received
from pipelines.sources.open import open_source
from warehouse.errors import UnreadableSource


def received(content, member=None):
    return Received("s1", "a/page.txt", member, 3, "f" * 64, content)


def test_a_source_becomes_a_document():
    document = open_source(received("\ufeff= Ида =\n\nИда родилась в Вене и умерла там же.\n".encode()))
    assert (document.layout, document.encoding, document.language) == ("wiki_export", "utf-8", "ru")
    assert (document.source_id, document.version, document.page.title) == ("s1", 3, "Ида")
    assert document.text.startswith("= Ида")


def test_an_unknown_layout_is_told_with_the_known_ones():
    with pytest.raises(UnreadableSource, match=r"a/page\.txt:m has none of the known layouts .*wiki_export.*add a"):
        open_source(received(b"a,b\n1,2\n", member="m"))


def test_a_layout_is_one_file_in_the_folder():
    assert [layout.NAME for layout in layouts.all_layouts()] == [
        "encyclopedia_page",
        "plain_text",
        "wiki_export",
        "wikitext",
    ]


def test_the_first_by_name_is_taken_where_two_are_as_sure(monkeypatch):
    class Fake:
        def __init__(self, name):
            self.NAME = name

        def recognise(self, text):
            return 0.5

        def split(self, text):
            return Page((), None)

    first, second = Fake("a"), Fake("b")
    monkeypatch.setattr(layouts, "all_layouts", lambda: (first, second))
    assert layouts.find_layout("any") is first
