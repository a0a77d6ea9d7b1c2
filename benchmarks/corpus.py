"""Lives with known truth: who was what, when and where, by seed alone. No page is laid out here (`corpus_pages.py`).

Ten pages tell eight persons: the last two tell the seventh and the eighth again, the one with a date that cannot be
true beside the first telling, the other more coarsely. The sixth person of every second ten has the name of the sixth
of the ten before, and is another. Words and names stand in `corpus_worlds.toml` and `corpus_sentences.toml`.
"""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
PAGES_OF_TEN = 10
PERSONS_OF_TEN = 8
TOLD_TWICE = 6
"""Of ten pages' persons, from this one on each is told by two pages: first with a contradiction, then without."""
NAMESAKE = 5

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Dated(NamedTuple):
    """A date as a page words it, alone and behind its preposition, and what that means."""

    words: str
    at: str
    edtf: str


class Day(NamedTuple):
    """A day of the Gregorian calendar, or as much of it as is known (0 for what is not)."""

    year: int
    month: int
    day: int

    @property
    def edtf(self) -> str:
        """The day, month or year as EDTF."""
        return "-".join(f"{part:02}" for part in self if part)


class Event(NamedTuple):
    """One event of a life: its kind (a table of the sentences), its date, the end of a term, its values."""

    kind: str
    on: Day
    end: Day | None
    values: dict[str, str]


class Person(NamedTuple):
    """A composed person: ``number`` tells them from every other, ``world`` is where they lived."""

    number: int
    name: str
    last: str
    is_woman: bool
    occupation: str
    place: str
    world: dict[str, Any]
    events: tuple[Event, ...]

    def find(self, kind: str) -> Event:
        """The first event of a kind; raises KeyError where there is none."""
        found = next((event for event in self.events if event.kind == kind), None)
        if found is None:
            raise KeyError(kind)
        return found

    def pronouns(self) -> dict[str, str]:
        """The words that stand for the person in sentences."""
        he, his, child = ("she", "her", "daughter") if self.is_woman else ("he", "his", "son")
        return {"he": he, "He": he.title(), "his": his, "His": his.title(), "child": child}


class Planted(NamedTuple):
    """What two tellings of one person disagree about: the kind of event, and the date of each."""

    kind: str
    first_edtf: str
    second_edtf: str


class Telling(NamedTuple):
    """What one page tells: which page of the corpus, whom, whether for the second time, and what was planted."""

    page: int
    person: Person
    is_second: bool
    planted: Planted | None
    is_coarse: bool


@cache
def worlds() -> tuple[dict[str, Any], ...]:
    """The countries lives are set in."""
    return tuple(tomllib.loads((HERE / "corpus_worlds.toml").read_text("utf-8"))["world"])


@cache
def sentences() -> dict[str, Any]:
    """The sentences by kind of event, and the words they are filled with."""
    return tomllib.loads((HERE / "corpus_sentences.toml").read_text("utf-8"))


def tell(seed: int, pages: range) -> Iterator[Telling]:
    """What each page of the corpus tells: the same for a seed and a page, whatever else is told."""
    for page in pages:
        ten, place = divmod(page, PAGES_OF_TEN)
        is_second = place >= PERSONS_OF_TEN
        person = compose_person(seed, ten * PERSONS_OF_TEN + (place - 2 if is_second else place))
        planted = None
        if is_second and place == PERSONS_OF_TEN:
            person, planted = _contradict(random.Random(f"{seed}/contradiction/{page}"), person)
        yield Telling(page, person, is_second, planted, is_second and planted is None)


def compose_person(seed: int, number: int) -> Person:
    """The person of that number: the same for a seed and a number."""
    ten, place = divmod(number, PERSONS_OF_TEN)
    if place != NAMESAKE:
        return _compose(random.Random(f"{seed}/person/{number}"), number, None, (0.0, 1.0))
    first = _compose(random.Random(f"{seed}/person/{number - ten % 2 * PERSONS_OF_TEN}"), number, None, (0.0, 0.3))
    if ten % 2 == 0:
        return first
    return _compose(random.Random(f"{seed}/person/{number}"), number, first, (0.7, 1.0))


def _compose(rng: random.Random, number: int, like: Person | None, stretch: tuple[float, float]) -> Person:
    world = rng.choice(worlds()) if like is None else like.world
    is_woman = rng.random() < 0.25 if like is None else like.is_woman
    given = world["women" if is_woman else "men"]
    last = rng.choice(world["stems"]) + rng.choice(world["endings"])
    name = " ".join([*rng.sample(given, 2), last])
    if like is not None:
        name, last = like.name, like.last
    earliest, latest = world["born"]
    span = latest - earliest
    born = rng.randint(earliest + int(span * stretch[0]), earliest + int(span * stretch[1]))
    words = sentences()["words"]
    place = f"{_town(rng, world)}, {rng.choice(world['places']).split(', ')[1]}"
    events = tuple(_live(rng, world, born, last, is_woman, place))
    return Person(number, name, last, is_woman, rng.choice(words["occupations"]), place, world, events)


def _town(rng: random.Random, world: dict[str, Any]) -> str:
    if rng.random() < 0.3:
        return str(rng.choice(world["places"]).split(", ")[0])
    return str(rng.choice(world["stems"]) + rng.choice(world["endings"]))


def _name(rng: random.Random, world: dict[str, Any], *, is_woman: bool) -> str:
    given = world["women" if is_woman else "men"]
    return f"{rng.choice(given)} {rng.choice(world['stems'])}{rng.choice(world['endings'])}"


def _day(rng: random.Random, year: int) -> Day:
    """A day of a year, or as much of it as a source would know: days three times in five."""
    known = rng.random()
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return Day(year, month, day) if known < 0.6 else Day(year, month, 0) if known < 0.75 else Day(year, 0, 0)


def _live(
    rng: random.Random, world: dict[str, Any], born: int, last: str, is_woman: bool, place: str
) -> Iterator[Event]:
    """The events of a life in the order of their years."""
    words = sentences()["words"]
    titles = rng.sample(words["titles"], 2)
    offices = [rng.choice(world["offices"]), *(title.format(town=_town(rng, world)) for title in titles)]
    awards = rng.sample(world["awards"], 2)

    def happen(kind: str, age: int, term: int = 0, **values: str) -> Event:
        end = _day(rng, born + age + term) if term else None
        town, parent = _town(rng, world), rng.choice(words["parents"])
        return Event(kind, _day(rng, born + age), end, {"place": place, "town": town, "parent": parent} | values)

    def others() -> dict[str, str]:
        return {role: _name(rng, world, is_woman=False) for role in ("before", "after")}

    yield happen("birth", 0)
    yield happen("education", rng.randint(18, 22), school=rng.choice(world["schools"]))
    yield happen("membership", rng.randint(23, 27), body=rng.choice(world["bodies"]))
    married = rng.randint(25, 30)
    yield happen("marriage", married, spouse=_name(rng, world, is_woman=not is_woman))
    yield happen("child", married + rng.randint(1, 4), infant=f"{rng.choice(world['men'])} {last}")
    first = rng.randint(31, 35)
    yield happen("appointment", first, office=offices[0], **others())
    yield happen("departure", first + rng.randint(2, 4), office=offices[0], **others())
    yield happen("move", 40)
    yield happen("tenure", 41, rng.randint(2, 5), office=offices[1])
    yield happen("award", rng.randint(42, 46), award=awards[0])
    subject = f"The {rng.choice(words['works_on'])} and {rng.choice(words['works_on'])} of {world['country']}"
    yield happen("publication", rng.randint(46, 48), work=subject, matter=rng.choice(words["works"]))
    if rng.random() < 0.2:
        yield happen("arrest", 48)
        yield happen("release", 50)
    yield happen("tenure", rng.randint(51, 53), rng.randint(2, 6), office=offices[2])
    if rng.random() < 0.6:
        yield happen("award", rng.randint(54, 60), award=awards[1])
    yield happen("retirement", rng.randint(60, 64))
    yield happen("death", rng.randint(65, 84), place=f"{_town(rng, world)}, {world['country']}")


def _contradict(rng: random.Random, person: Person) -> tuple[Person, Planted]:
    """The person with one date that cannot be true beside the first: a day of the other calendar, a slip of a digit."""
    kind = rng.choice(["birth", "death"])
    event = person.find(kind)
    if event.on.day and event.on.year < person.world["julian_until"]:
        wrong = to_julian(event.on)
    else:
        slip = rng.choice([-2, -1, 1, 2, 3])
        wrong = event.on._replace(year=event.on.year + slip)
    events = tuple(other._replace(on=wrong) if other is event else other for other in person.events)
    return person._replace(events=events), Planted(kind, event.on.edtf, wrong.edtf)


def to_julian(day: Day) -> Day:
    """A Gregorian day as the Julian calendar names it."""
    number = _count_days(day)
    earlier = (
        Day(year, month, date)
        for year, month in ((day.year, day.month), _month_before(day))
        for date in range(31, 0, -1)
    )
    return next(other for other in earlier if _count_days(other, is_julian=True) == number)


def _month_before(day: Day) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _count_days(day: Day, *, is_julian: bool = False) -> int:
    """The number of a day in one count for both calendars; years begin in March, so that a leap day is a year's last.

    The calendars agreed in the third century, two leap days after their count began.
    """
    year = day.year - (day.month < 3)
    leap_days = year // 4 if is_julian else year // 4 - year // 100 + year // 400 + 2
    return 365 * year + leap_days + (153 * ((day.month - 3) % 12) + 2) // 5 + day.day


def word(rng: random.Random, day: Day, *, julian_until: int = 0, is_sure: bool = False) -> Dated:
    """A date in the words of a page: one of several ways, with the Julian day beside it where that still held, and
    now and then, unless it ``is_sure``, a year only nearly known.
    """
    month = MONTHS[day.month - 1]
    if not day.month:
        if not is_sure and rng.random() < 0.06:
            return Dated(f"c. {day.year}", f"around {day.year}", f"{day.year}~")
        return Dated(str(day.year), f"in {day.year}", day.edtf)
    if not day.day:
        return Dated(f"{month} {day.year}", f"in {month} {day.year}", day.edtf)
    if day.year < julian_until and rng.random() < 0.5:
        old = to_julian(day)
        if old.year == day.year:
            words = f"{day.day} {month} (O.S. {old.day} {MONTHS[old.month - 1]}) {day.year}"
            return Dated(words, f"on {words}", day.edtf)
    words = f"{day.day} {month} {day.year}" if rng.random() < 0.75 else f"{month} {day.day}, {day.year}"
    return Dated(words, f"on {words}", day.edtf)


def word_term(rng: random.Random, start: Day, end: Day) -> tuple[Dated, Dated]:
    """A term's two dates as one sentence words them: both alike, and none of them uncertain."""
    if not (start.month and end.month):
        start, end = Day(start.year, 0, 0), Day(end.year, 0, 0)
    elif not (start.day and end.day):
        start, end = start._replace(day=0), end._replace(day=0)
    return word(rng, start, is_sure=True), word(rng, end, is_sure=True)
