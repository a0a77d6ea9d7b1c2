"""The composed corpus: the same by seed, in every layout, its truth in its words, its plants where they are told."""

import hashlib
from collections import Counter

import pytest

from benchmarks.corpus import Day, sentences, tell, to_julian, worlds
from benchmarks.corpus_pages import LAYOUTS, compose_pages, write_page
from pipelines.claims.read_source import read_source
from pipelines.dates import parse_edtf
from pipelines.sources.document import Received
from pipelines.sources.layouts import all_layouts
from warehouse.contract.vocabulary import EVENT_TYPES


@pytest.fixture(scope="module")
def pages():
    return list(compose_pages(7, range(300)))


def test_a_page_is_the_same_by_seed_whatever_else_is_composed(pages):
    assert list(compose_pages(7, range(123, 127))) == pages[123:127]
    assert [page.text for page in compose_pages(8, range(5))] != [page.text for page in pages[:5]]


def test_every_layout_the_project_reads_is_written_and_recognised(pages):
    assert {layout.NAME for layout in all_layouts()} <= set(LAYOUTS)
    for page in pages[:12]:
        content = page.text.encode()
        made = read_source(Received("s", page.path, None, 1, hashlib.sha256(content).hexdigest(), content), "f")
        assert made.facts.status == "normalized"
        assert made.facts.title == page.telling.person.name


def test_a_page_has_about_three_kilobytes_and_twenty_claims(pages):
    sizes = [len(page.text.encode()) for page in pages]
    assert 2900 < sum(sizes) / len(sizes) < 3300
    asked = [sum(truth.is_asked for truth in page.truths) for page in pages]
    assert 18 < sum(asked) / len(asked) < 26


def test_what_a_page_states_stands_in_its_words(pages):
    for page in pages:
        for truth in page.truths:
            assert truth.event_type in EVENT_TYPES
            assert truth.object.lower() in page.text.lower()
            assert all(name in page.text for name in (truth.who, truth.place))
            if truth.edtf:
                parse_edtf(truth.edtf)
                assert truth.edtf.split("/")[0][:4] in page.text


def test_two_tellings_differ_where_a_contradiction_is_planted_and_nowhere_else():
    second = [told for told in tell(7, range(300)) if told.is_second]
    assert [told.page % 10 for told in second[:4]] == [8, 9, 8, 9]
    first = {told.person.number: told.person for told in tell(7, range(300)) if not told.is_second}
    for told in second:
        before = first[told.person.number]
        changed = [ours.kind for ours, theirs in zip(told.person.events, before.events, strict=True) if ours != theirs]
        assert changed == ([told.planted.kind] if told.planted else [])
        assert told.is_coarse == (told.planted is None)
        if told.planted:
            ours, theirs = parse_edtf(told.planted.first_edtf), parse_edtf(told.planted.second_edtf)
            assert ours.latest < theirs.earliest or theirs.latest < ours.earliest


def test_namesakes_are_others_and_live_apart(pages):
    by_name = {}
    for page in pages:
        by_name.setdefault(page.telling.person.name, {})[page.telling.person.number] = page.telling.person
    namesakes = [list(persons.values()) for persons in by_name.values() if len(persons) > 1]
    assert len(namesakes) >= 15
    for one, other in namesakes:
        assert one.events[0].on.year != other.events[0].on.year


def test_a_day_of_the_other_calendar():
    assert to_julian(Day(1905, 2, 20)) == Day(1905, 2, 7)
    assert to_julian(Day(1917, 11, 7)) == Day(1917, 10, 25)
    assert to_julian(Day(1752, 1, 5)) == Day(1751, 12, 25)
    assert to_julian(Day(1900, 3, 12)) == Day(1900, 2, 28)
    assert to_julian(Day(1900, 3, 13)) == Day(1900, 2, 29)


def test_the_grammars_are_of_many_countries_and_centuries():
    assert len(worlds()) >= 12
    assert min(world["born"][0] for world in worlds()) < 1700
    assert max(world["born"][1] for world in worlds()) > 1900
    kinds = Counter(kind for kind, told in sentences().items() if isinstance(told, list) for _ in told)
    assert all(count >= 1 for count in kinds.values())


def test_a_folder_is_written_page_by_page(tmp_path, pages):
    for page in pages[:3]:
        write_page(tmp_path, page)
    written = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert [path.read_text("utf-8") for path in written] == [page.text for page in pages[:3]]
