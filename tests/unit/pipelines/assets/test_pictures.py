"""The picture of a life."""

from xml.etree import ElementTree

from pipelines.assets.pictures import draw_life
from pipelines.dates.calendars import day_from_ymd

SVG = "{http://www.w3.org/2000/svg}"


def day_of(text):
    year, month, day = text.rsplit("-", 2)
    return day_from_ymd(int(year), int(month), int(day))


def event(family, earliest, latest, label="something", person="Anna Berg"):
    return {
        "person": person,
        "family": family,
        "label": label,
        "first_day": day_of(earliest),
        "last_day": day_of(latest),
    }


def test_an_event_is_as_wide_as_it_is_uncertain():
    drawn = ElementTree.fromstring(
        draw_life([event("life", "1901-05-03", "1901-05-03"), event("career", "1920-01-01", "1929-12-31")])
    )
    widths = [float(mark.get("width")) for mark in drawn.findall(f"{SVG}rect") if mark.get("rx")]
    assert sorted(widths)[0] == 3
    assert sorted(widths)[1] > 100
    years = {text.text for text in drawn.findall(f"{SVG}text")}
    assert {"1910", "1920", "career", "life", "Anna Berg"} <= years


def test_words_of_a_source_stay_words():
    drawn = draw_life([event("life", "1901-05-03", "1901-05-04", '<script>"&', "</svg>")])
    root = ElementTree.fromstring(drawn)
    assert [child.text for child in root.iter(f"{SVG}title")] == ['<script>"&']
    assert "<script" not in drawn


def test_a_life_of_one_day_and_one_of_two_millennia_are_drawn():
    ElementTree.fromstring(draw_life([event("life", "1901-05-03", "1901-05-03")]))
    ticks = ElementTree.fromstring(draw_life([event("life", "0012-01-01", "2020-01-01")])).findall(f"{SVG}line")
    assert 1 < len(ticks) < 20


def test_a_life_before_the_first_year_is_drawn_in_the_years_people_count():
    drawn = ElementTree.fromstring(
        draw_life([event("life", "-99-07-12", "-99-07-12"), event("life", "-43-3-15", "3-3-15")])
    )
    years = [text.text for text in drawn.findall(f"{SVG}text")]
    assert {"Anna Berg", "life", "91 BC", "51 BC"} <= set(years)
