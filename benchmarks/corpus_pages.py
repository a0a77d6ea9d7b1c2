"""Composed lives as pages of every layout, beside what each page states; a folder of any number of them.

A folder is written page by page, whatever its size: `python -m benchmarks.corpus_pages FOLDER --pages N --seed S`.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import Dated, Day, Event, Person, Telling, sentences, tell, word, word_term

PAGE_BYTES = 3000
"""How long a page is: sentences that state nothing are put between the others until it is."""

PAGES_OF_FOLDER = 1000

_CLAIM = re.compile(
    r"(?P<may>may )?(?P<type>[a-z_]+)(?:/(?P<subtype>[a-z_]+))?(?: who (?P<who>[^:|]+?))?(?:: (?P<object>[^|]+?))?"
    r"(?: \| in (?P<place>[^|]+?))?(?: \| on (?P<on>[a-z_]+))?"
)


class Truth(NamedTuple):
    """A claim a page states: of its person, or of ``who``; what is empty is not asked. Where not ``is_asked``, it is
    right when read, and not missed when not.
    """

    event_type: str
    subtype: str
    who: str
    object: str
    place: str
    edtf: str
    is_asked: bool


class Page(NamedTuple):
    """One file of the corpus: where it lies, its text, whom it tells, what it states and what it has lost."""

    path: str
    text: str
    telling: Telling
    truths: tuple[Truth, ...]
    gap_count: int


class _Told(NamedTuple):
    text: str
    truths: tuple[Truth, ...]


class _Teller:
    """One page in the making: its person's sentences, section by section, and what they state."""

    def __init__(self, seed: int, telling: Telling) -> None:
        self.rng = random.Random(f"{seed}/page/{telling.page}")
        self.telling = telling
        self.person: Person = telling.person
        self.truths: list[Truth] = []
        self.gap_count = 0
        self.julian_until: int = 0 if telling.planted else self.person.world["julian_until"]

    def day(self, event: Event) -> Day:
        """The date of an event as this page knows it: in a coarse telling its year."""
        is_coarse = self.telling.is_coarse and event.kind not in ("birth", "death")
        return Day(event.on.year, 0, 0) if is_coarse else event.on

    def word(self, event: Event) -> Dated:
        """The date of an event in words."""
        return word(self.rng, self.day(event), julian_until=self.julian_until)

    def state(self, told: str, values: dict[str, str], dates: dict[str, str]) -> Truth:
        """A claim as the sentences write it, filled in."""
        found = _CLAIM.fullmatch(told)
        if found is None:
            raise ValueError(f"corpus_sentences.toml: {told!r} is no claim: write type/subtype: object | in … | on …")
        filled = {name: (found[name] or "").format_map(values) for name in ("who", "object", "place")}
        edtf = dates[found["on"]] if found["on"] else ""
        return Truth(found["type"], found["subtype"] or "", **filled, edtf=edtf, is_asked=not found["may"])

    def say(self, event: Event) -> str:
        """One sentence about an event; what it states is kept."""
        chosen = self.rng.choice(sentences()[event.kind])
        values = {"Last": self.person.last} | self.person.pronouns() | event.values
        dates: dict[str, str] = {}
        if event.end is not None:
            start, end = word_term(self.rng, event.on, event.end)
            values |= {"from": start.words, "to": end.words}
            dates["from_to"] = f"{start.edtf}/{end.edtf}"
        else:
            on = self.word(event)
            values |= {"at_on": on.at, "At_on": on.at[0].upper() + on.at[1:]}
            dates["on"] = on.edtf
        self.truths += [self.state(told, values, dates) for told in chosen["claims"]]
        return str(chosen["text"].format_map(values))

    def sections(self, room: int) -> list[tuple[str, list[str]]]:
        """The page's sections with their paragraphs, about so many bytes long in all."""
        events = self.person.events
        cuts = [0, 3, next(at for at, event in enumerate(events) if event.kind == "tenure") + 3, len(events)]
        early, career, late = (list(events[cuts[at] : cuts[at + 1]]) for at in range(3))
        told = [[self.say(event) for event in part] for part in (early, career, late)]
        between = [sentence["text"] for sentence in sentences()["between"]]
        size = sum(len(sentence.encode()) + 1 for part in told for sentence in part)
        while between and size < room:
            sentence = between.pop(self.rng.randrange(len(between)))
            part = self.rng.choice(told)
            part.insert(self.rng.randint(1, len(part)), sentence)
            size += len(sentence) + 1
        if self.rng.random() < 0.1:
            told[1].append(sentences()["lost"]["text"])
            self.gap_count += 1
        headings = sentences()["words"]["sections"]
        return [(heading, _paragraphs(part)) for heading, part in zip(headings, told, strict=True)]

    def lead(self) -> str:
        """The sentence a page begins with: the name, the years, what the person was."""
        person = self.person
        birth, death = person.find("birth"), person.find("death")
        born, died = (word(self.rng, self.day(event), julian_until=self.julian_until) for event in (birth, death))
        self.truths += [
            Truth("birth", "", "", "", "", born.edtf, True),
            Truth("death", "", "", "", "", died.edtf, True),
            Truth("attribute", "citizenship", "", person.world["people"], "", "", False),
            Truth("attribute", "occupation", "", person.occupation, "", "", True),
        ]
        article = "an" if person.world["people"][0] in "AEIO" else "a"
        told = f"({born.words} – {died.words}) was {article} {person.world['people']} {person.occupation}"
        return f"{person.name} {told}."

    def fields(self) -> Iterator[tuple[str, str | Dated]]:
        """The fields of a page's head, in order: names as the wiki export writes them, dates in words."""
        person = self.person
        terms = [event for event in person.events if event.kind == "tenure"]
        for number, event in enumerate(terms):
            assert event.end is not None
            start, end = word_term(self.rng, event.on, event.end)
            told = str(number or "")
            yield f"Office{told}", event.values["office"]
            yield f"Term Start{told}", start
            yield f"Term End{told}", end
            edtf = f"{start.edtf}/{end.edtf}"
            self.truths.append(Truth("tenure", "", "", event.values["office"], "", edtf, True))
        for kind in ("birth", "death"):
            event = person.find(kind)
            on = word(self.rng, self.day(event), julian_until=0)
            yield f"{kind.title()} Date", on
            yield f"{kind.title()} Place", event.values["place"]
            self.truths.append(Truth(kind, "", "", "", event.values["place"], on.edtf, True))
        spouse, school = person.find("marriage").values["spouse"], person.find("education").values["school"]
        yield "Occupation", person.occupation.title()
        yield "Spouse", spouse
        yield "Alma Mater", school.removeprefix("the ")
        self.truths += [
            Truth("attribute", "occupation", "", person.occupation, "", "", True),
            Truth("marriage", "", "", spouse, "", "", True),
            Truth("education", "", "", school.removeprefix("the "), "", "", True),
        ]

    def registers(self) -> list[str]:
        """What the page names as its sources."""
        words = sentences()["words"]
        values = {"town": self.person.place.split(",")[0], "name": self.person.name}
        values["body"] = self.person.find("membership").values["body"]
        chosen = self.rng.sample(words["registers"], 2)
        return [f"{title.format_map(values)}, {self.rng.choice(words['archives'])}" for title in chosen]


def _paragraphs(told: list[str]) -> list[str]:
    """Sentences as paragraphs of at most six."""
    return [" ".join(told[at : at + 6]) for at in range(0, len(told), 6)]


def _wiki_export(teller: _Teller) -> str:
    lines = [f"= {teller.person.name} =", "", teller.person.name]
    lines += [f"- {name}: {value if isinstance(value, str) else value.words}" for name, value in teller.fields()]
    lines += ["", teller.lead()]
    for heading, paragraphs in teller.sections(PAGE_BYTES - _size(lines)):
        lines += ["", f"== {heading} ==", *_apart(paragraphs)]
    return "\n".join(lines) + "\n"


def _encyclopedia_page(teller: _Teller) -> str:
    lines = [teller.person.name, "", teller.lead()]
    registers = teller.registers()
    for heading, paragraphs in teller.sections(PAGE_BYTES - _size(lines) - _size(registers)):
        lines += ["", heading, "", *_apart([f"{told}[{1 + at % 2}]" for at, told in enumerate(paragraphs)])]
    lines += ["", "References", ""]
    lines += [f"[{number}] {title}" for number, title in enumerate(registers, start=1)]
    return "\n".join(lines) + "\n"


def _plain_text(teller: _Teller) -> str:
    lines = [f"# {teller.person.name}", "", teller.lead()]
    for heading, paragraphs in teller.sections(PAGE_BYTES - _size(lines)):
        lines += ["", f"## {heading}", "", *_apart(paragraphs)]
    return "\n".join(lines) + "\n"


def _wikitext(teller: _Teller) -> str:
    lines = ["{{Infobox officeholder", f"| name = {teller.person.name}"]
    for name, value in teller.fields():
        field = name.lower().replace(" ", "_")
        told = value if isinstance(value, str) else _date_template(field, value)
        lines.append(f"| {field} = {told}")
    lead = teller.lead().replace(teller.person.name, f"'''{teller.person.name}'''", 1)
    lines += ["}}", lead]
    registers = [f"<ref>{{{{cite book |title={title}}}}}</ref>" for title in teller.registers()]
    for heading, paragraphs in teller.sections(PAGE_BYTES - _size(lines) - _size(registers)):
        told = [f"{paragraph}{registers.pop()}" if registers else paragraph for paragraph in paragraphs]
        lines += ["", f"== {heading} ==", *_apart(told)]
    lines += ["", "== References ==", "{{reflist}}", "", f"[[Category:{teller.person.world['people']} people]]"]
    return "\n".join(lines) + "\n"


def _date_template(field: str, value: Dated) -> str:
    """A whole day of a birth or death as the template of its numbers, another date in words."""
    numbers = value.edtf.split("-")
    if not field.endswith("_date") or len(numbers) < 3:
        return value.words
    return f"{{{{{field.replace('_', ' ')}|{'|'.join(str(int(number)) for number in numbers)}}}}}"


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _apart(paragraphs: list[str]) -> list[str]:
    return "\n\n".join(paragraphs).split("\n")


LAYOUTS: dict[str, tuple[str, Callable[[_Teller], str]]] = {
    "encyclopedia_page": (".txt", _encyclopedia_page),
    "plain_text": (".md", _plain_text),
    "wiki_export": (".txt", _wiki_export),
    "wikitext": (".wiki", _wikitext),
}
"""How a page of each layout is written, by the layout's name, with the ending of its file."""


def lay_out(seed: int, telling: Telling, layouts: tuple[str, ...]) -> Page:
    """The page that tells it, in one of the layouts: a second telling in another than the first."""
    teller = _Teller(seed, telling)
    ten, place = divmod(telling.page, 10)
    first = place - 2 if telling.is_second else place
    ending, write = LAYOUTS[layouts[(ten + first + telling.is_second) % len(layouts)]]
    text = write(teller)
    path = f"{telling.page // PAGES_OF_FOLDER:05}/{telling.page:08}{ending}"
    return Page(path, text, telling, tuple(teller.truths), teller.gap_count)


def compose_pages(seed: int, numbers: range, layouts: tuple[str, ...] = tuple(LAYOUTS)) -> Iterator[Page]:
    """The corpus's pages of those numbers, one after the other."""
    for telling in tell(seed, numbers):
        yield lay_out(seed, telling, layouts)


def write_page(folder: Path, page: Page) -> None:
    """One page into its file under the folder."""
    file = folder / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.text, "utf-8")


def main() -> None:
    """Write the pages of a corpus into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for page in compose_pages(options.seed, range(options.pages)):
        write_page(options.folder, page)


if __name__ == "__main__":
    main()
