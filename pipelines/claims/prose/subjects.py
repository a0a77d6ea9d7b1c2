"""Whose clause it is: names, pronouns and shared subjects resolved to a person of the page, with the words that tell.

A pronoun stands for the page's subject unless the sentence before is about somebody else of that gender; what cannot
be told is left unread rather than guessed.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import Phrase, head_of
from pipelines.claims.prose.people import People, Person, bare_name, gender_of
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.tokens import BRACKET, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved person: the name claims use, the words here (null where shared), the words elsewhere that tell."""

    name: str
    person: Person | None
    span: Span | None
    antecedents: tuple[Span, ...] = ()
    sure: float = 0.0

    def parts(self, text: str) -> tuple[Part, ...]:
        """The parts ``subject`` and ``antecedent`` of a statement."""
        made = []
        if self.span is not None:
            words = text[self.span.start : self.span.end]
            made.append(Part("subject", self.span, None, self.name if words != self.name else None))
        for span in self.antecedents:
            words = text[span.start : span.end]
            made.append(Part("antecedent", span, None, self.name if words != self.name else None))
        return tuple(made)

    def shared(self) -> "Who":
        """The same person as the subject of a later verb: the words here tell from elsewhere."""
        spans = ((self.span,) if self.span is not None else ()) + self.antecedents
        return Who(self.name, self.person, None, spans, self.sure)


_OFFICES_KEPT = 5
"""Offices told last that ``these posts`` may mean."""

_NEAR_SPOUSE = 200
"""Code points within which a pronoun may mean the spouse, once somebody else has been named."""

_FAR = 120
"""Units back to the name a pronoun stands for, so that reading stays linear."""


_OF_TOWNS = frozenset(["of", "from", "in", "at", "near"])
"""Words before a name of which nobody knows that it is a person's, and which is then a town's."""


def _start(unit: Unit) -> int:
    return unit.start


@dataclass(slots=True)
class Discourse:
    """Who was spoken of last on the page, while it is read from top to bottom."""

    text: str
    people: People
    named_at: Span | None
    last_mention: dict[str, Span] = field(default_factory=dict)
    focus: Person | None = None
    spouse: str | None = None
    pair: tuple[Who, Who] | None = None
    met: tuple[Who, Who] | None = None
    met_before: tuple[Who, Who] | None = None
    in_reference: bool = False
    lead_bracket: Span | None = None
    lead: Span | None = None
    segment_who: list[Who] = field(default_factory=list)
    sentence: list[Unit] = field(default_factory=list)
    last_office: tuple[str, Span] | None = None
    offices: list[tuple[str, Span]] = field(default_factory=list)
    awards_of: Who | None = None
    schooling: Statement | None = None
    together: list[Who] = field(default_factory=list)
    subjects_by_verb: list[tuple[int, list[Who]]] = field(default_factory=list)
    relatives: dict[str, str] = field(default_factory=dict)
    parents: set[str] = field(default_factory=set)
    has_children: bool = False
    continues: bool = False
    label: str = ""
    last_entry: Span | None = None
    children_of: Who | None = None
    in_notice: bool = False
    in_service: bool = False
    ordained: bool = False
    last_event: str = ""
    last_ruled: str = ""
    has_married: bool = False
    last_other: tuple[str, Person | None, Span] | None = None
    place: Span | None = None

    def subject_who(self, sure: float = -0.02) -> Who:
        """The page's subject where a clause names nobody."""
        name = self.people.subject.name
        at = self.last_mention.get(name) or self.named_at
        return Who(name, self.people.subject, None, (at,) if at is not None else (), sure)

    def tell_office(self, name: str, office: Span) -> None:
        """An office of somebody is told: later words such as ``this post`` may mean it."""
        self.last_office = (name, office)
        self.offices = [*self.offices[-_OFFICES_KEPT:], self.last_office]

    def tell_places(self, made: list[Statement], units: list[Unit]) -> None:
        """Places are told: ``there`` means the last of them, or what a clause ends with: ``cared for in Bath``."""
        told = [part.span for each in made for part in each.parts if part.part == "place" and part.span is not None]
        self.place = max(told, default=self.place)
        closing = [unit for unit in units[-3:] if unit.kind != MARK][-2:]
        if not told and len(closing) == 2 and closing[0].lower == "in" and closing[1].kind == NAME:
            named = Phrase([closing[1]], Span(closing[1].start, closing[1].end), head_of([closing[1]]))
            self.place = named.span if is_place_like(named) else None

    def note(self, span: Span, person: Person | None, name: str) -> None:
        """Remember where somebody was named last."""
        self.last_mention[name] = span
        if person is None or not person.is_subject:
            self.last_other = (name, person, span)

    def name_in(self, unit: Unit) -> tuple[Person | None, Span] | None:
        """The person a capitalised run names, and the words of the name; null where it names none."""
        known = self.people.bare
        if unit.start not in known:
            known[unit.start] = bare_name(self.text, unit)
        span = known[unit.start]
        if span is None:
            return None
        words = self.text[span.start : span.end]
        if words.startswith("The "):
            return None
        person = self.people.find(words) or self.named_last(words)
        if person is not None and person.is_subject and person.gender == "m":
            title = self.text[unit.start : span.start].lower().split()
            if title and title[-1].rstrip(".") in _WIVES:  # "Mrs Whitcombe" on the page of Whitcombe
                wife = self.relatives.get("wife")
                return (self.people.find(wife) if wife is not None else None), Span(unit.start, span.end)
        if person is None and len(words.split()) == 1 and gender_of(words) is None:
            title = self.text[unit.start : span.start].lower().split()
            if not title or title[-1].rstrip(".") not in lexicon.words("words", "personal_titles"):
                return None
            if words[0].isupper() and words not in self.people.exact:  # "Prince Lvov": from here on Lvov is he
                self.people.add(words, Person(words, [words], _TITLE_GENDER.get(title[-1])))
            return self.people.find(words), span
        return person, span

    def named_last(self, surname: str) -> Person | None:
        """Of several who bear a surname the one whose full name was read last."""
        if " " in surname:
            return None
        bearers = self.people.by_word.get(surname.lower(), ())
        named = [each for each in bearers if each.words[-1] == surname and each.name in self.last_mention]
        return max(named, key=lambda each: self.last_mention[each.name].start, default=None)

    def resolve_owner(self, unit: Unit) -> Who | None:
        """The person a capitalised run names where only a person can be meant: a lone surname is enough."""
        found = self.resolve_name(unit)
        if found is None and not unit.opens:
            span = bare_name(self.text, unit)
            if span is not None and len(self.text[span.start : span.end].split()) == 1:
                return Who(self.text[span.start : span.end], None, span, (), -0.05)
        return found

    def resolve_name(self, unit: Unit) -> Who | None:
        """The person a capitalised run names, as a subject or object of a statement."""
        found = self.name_in(unit)
        if found is None:
            return None
        person, span = found
        name = person.name if person is not None else self.text[span.start : span.end]
        return Who(name, person, span)

    def resolve_pronoun(self, unit: Unit, sentence_focus: Who | None) -> Who | None:
        """Whom ``he``, ``she``, ``his`` or ``her`` stands for."""
        gender = "m" if unit.lower in lexicon.words("words", "masculine") else "f"
        span = Span(unit.start, unit.end)
        own = self.people.subject
        if own.gender not in (None, gender):
            nearest = self._nearest_other(unit, gender)
            if nearest is not None:
                return nearest
        if sentence_focus is not None and sentence_focus.person is not None and not sentence_focus.person.is_subject:
            other = sentence_focus.person
            if other.gender == gender and (own.gender != gender):
                return self._pronoun(other.name, other, span, -0.1)
        if own.gender in (None, gender):
            is_told = sentence_focus is not None and sentence_focus.person is own
            if not is_told and self.focus is not None and not self.focus.is_subject and self.focus.gender == gender:
                return self._pronoun(self.focus.name, self.focus, span, -0.25)
            return self._pronoun(own.name, own, span, 0.0)
        if self.focus is not None and not self.focus.is_subject and self.focus.gender in (gender, None):
            return self._pronoun(self.focus.name, self.focus, span, -0.15)
        if self.last_other is not None:
            name, person, _ = self.last_other
            if person is None or person.gender in (gender, None):
                return self._pronoun(name, person, span, -0.25)
        return self._spouse_meant(span, gender)

    def _spouse_meant(self, span: Span, gender: str) -> Who | None:
        """``He married Ann Roe, daughter of Sir Ivo Roe. She died``: the spouse, though a parent came after."""
        at = self.last_mention.get(self.spouse) if self.spouse is not None else None
        if self.spouse is None or at is None or not 0 < span.start - at.end < _NEAR_SPOUSE:
            return None
        known = self.people.find(self.spouse)
        told = known.gender if known is not None else gender_of(self.spouse.split()[0])
        return self._pronoun(self.spouse, known, span, -0.2) if told in (gender, None) else None

    def _nearest_other(self, unit: Unit, gender: str) -> Who | None:
        """The last person of that gender named before a pronoun in its sentence, where the subject is of the other."""
        place = bisect_left(self.sentence, unit.start, key=_start)
        for at in range(place - 1, max(-1, place - _FAR - 1), -1):
            before = self.sentence[at]
            if before.kind != NAME:
                continue
            found = self.resolve_name(before)
            if found is None or found.span is None or (found.person is not None and found.person.is_subject):
                continue
            told = found.person.gender if found.person is not None else gender_of(found.name.split()[0])
            if told is None and at and self.sentence[at - 1].lower in _OF_TOWNS:
                continue  # "married Ida Lund, a dressmaker of New Bedford; she died"
            if told in (gender, None):
                return Who(found.name, found.person, Span(unit.start, unit.end), (found.span,), -0.03)
        return None

    def _pronoun(self, name: str, person: Person | None, span: Span, sure: float) -> Who:
        at = self.last_mention.get(name) or (self.named_at if person is not None and person.is_subject else None)
        return Who(name, person, span, (at,) if at is not None else (), sure)

    def resolve_subject(self, units: list[Unit], focus: Who | None) -> list[Who]:
        """The persons a subject's noun phrase names: several where it lists them, none where it names no person."""
        kept = [unit for unit in units if unit.kind != BRACKET]
        if not kept:
            return []
        if len(kept) == 1 and kept[0].kind == WORD:
            lower = kept[0].lower
            if lower in ("he", "she", "him", "her"):
                who = self.resolve_pronoun(kept[0], focus)
                return [who] if who is not None else []
            if lower == "they" and (met := self.met or self.met_before) is not None:
                span = Span(kept[0].start, kept[0].end)  # "He met Clara Bell in 1849. They married in 1850."
                return [Who(each.name, each.person, span, each.shared().antecedents, -0.1) for each in met]
            if lower == "they" and (self.spouse is not None or self.pair is not None):
                return self.couple(Span(kept[0].start, kept[0].end))
            return []
        words = [unit.lower for unit in kept]
        if len(kept) == 3 and words[0] in ("he", "she") and words[1] == "and" and kept[2].kind == NAME:
            pair = [self.resolve_pronoun(kept[0], focus), self.resolve_name(kept[2])]
            return [who for who in pair if who is not None] if all(pair) else []
        if words[0] in ("all", "both") and len(words) <= 2 and kept[-1].kind != NAME and self.together:
            span = Span(kept[0].start, kept[-1].end)
            return [Who(each.name, each.person, span, each.antecedents, each.sure - 0.06) for each in self.together]
        if words[0] in ("all", "both") and len(words) == 2 and kept[-1].kind != NAME and focus is not None:
            span = Span(kept[0].start, kept[-1].end)
            return [Who(focus.name, focus.person, span, focus.shared().antecedents, focus.sure - 0.06)]
        if words[-1] in ("couple", "pair") and self.spouse is not None:
            return self.couple(Span(kept[0].start, kept[-1].end))
        last = kept[-1]
        if words[0] in ("he", "she") and words[1] == "and":  # "he and his wife", "she and her husband Karl"
            one, others = self.resolve_pronoun(kept[0], focus), self.resolve_subject(kept[2:], focus)
            return [who for who in (one, *others) if who is not None]
        if self._describes_subject(kept):
            span = Span(kept[0].start, last.end)
            at = self.last_mention.get(self.people.subject.name) or self.named_at
            antecedent = (at,) if at is not None else ()
            return [Who(self.people.subject.name, self.people.subject, span, antecedent, -0.12)]
        if last.kind == WORD and words[0] in ("his", "her", "their") and last.lower in lexicon.load("heads")["kin"]:
            # a relative nobody names: the words themselves are all the page says of who it is
            span = Span(kept[1].start, last.end)
            known = self.relatives.get(last.lower) if len(kept) == 2 and self.focus is self.people.subject else None
            if known is not None:
                return [
                    Who(
                        known,
                        self.people.find(known),
                        span,
                        tuple(filter(None, (self.last_mention.get(known),))),
                        -0.04,
                    )
                ]
            return [Who(self.text[span.start : span.end], None, span, (), -0.08)]
        if last.kind != NAME:
            return self._named_with_others(kept)
        if any(word == "of" for word in words[:-1]) and kept[0].kind != NAME:
            # "the son of Anastas" is not Anastas; "a group of" names nobody
            return []
        if any(unit.kind == NAME for unit in kept[:-1]) and "and" in words:
            found = [self.resolve_name(unit) for unit in kept if unit.kind == NAME]
            return [who for who in found if who is not None] if all(found) else []
        if head_of(kept) != last.lower.replace("’", "'").split()[-1].rstrip("."):
            return []
        if len(kept) > 1 and kept[-2].lower in ("'s", "’s") and len(last.lower.split()) > 0:
            pass
        if kept[0].lower == "the" and len(kept) == 2 and self.people.find(self.text[last.start : last.end]) is None:
            return []
        who = self.resolve_name(last)
        return [who] if who is not None else []

    def _named_with_others(self, units: list[Unit]) -> list[Who]:
        """``Holm and two ministers`` · ``Holm and his wife``: whom a list names before those it only counts."""
        if len(units) < 3 or units[0].kind != NAME or units[1].lower != "and":
            return []
        if units[2].kind == NAME or units[2].lower in ("'s", "’s", "of"):
            return []
        who = self.resolve_name(units[0])
        return [who] if who is not None else []

    def _describes_subject(self, units: list[Unit]) -> bool:
        """``the young physician``: what the page's subject is, while nobody else is spoken of."""
        if self.focus is not self.people.subject or not 2 <= len(units) <= 4 or units[0].lower != "the":
            return False
        if any(unit.kind != WORD for unit in units) or any(unit.lower == "of" for unit in units):
            return False
        head = units[-1].lower
        if head in lexicon.words("heads", "title") and not self._bears(head):
            return False  # "the king appointed him"
        return (
            any(head in lexicon.words("heads", key) for key in ("occupation", "rank", "title"))
            and head not in _NOT_ALONE
        )

    def _bears(self, title: str) -> bool:
        """Whether the page opens by giving its subject that title."""
        if self.lead is None:
            return False
        end = self.text.find("\n", self.lead.end, self.lead.end + _OPENING)
        return title in self.text[self.lead.start : end if end != -1 else self.lead.end + _OPENING].lower()

    def spoken_of_at(self, place: int) -> Who | None:
        """Of whom the sentence speaks there: the subject of the clause begun last, else of its first part."""
        before = [who[0] for verb, who in self.subjects_by_verb if verb < place and who]
        found = before[-1:] or self.segment_who[:1]
        return found[0].shared() if found else None

    def couple(self, span: Span) -> list[Who]:
        """Both spouses of the marriage told last, or of the page's subject."""
        if self.pair is not None:
            return [Who(each.name, each.person, span, each.shared().antecedents, -0.08) for each in self.pair]
        assert self.spouse is not None
        own = self.people.subject
        return [
            Who(own.name, own, span, tuple(filter(None, (self.last_mention.get(own.name),)))),
            Who(self.spouse, None, span, tuple(filter(None, (self.last_mention.get(self.spouse),)))),
        ]


_OPENING = 300
"""How many code points behind the first name of the page say who its subject is."""

_WIVES = {"mrs", "madame", "mme", "frau", "señora", "signora", "lady", "mistress"}

_NOT_ALONE = {"military", "leader", "figure", "general", "worker", "player", "private", "brigade", "division", "bass"}
"""Heads that name too many to stand for the page's subject."""


_TITLE_GENDER = {
    **dict.fromkeys(["king", "prince", "count", "baron", "duke", "emperor", "tsar", "sir", "bishop", "abbot"], "m"),
    **dict.fromkeys(["queen", "princess", "countess", "baroness", "duchess", "empress", "lady", "mrs", "miss"], "f"),
}  # fmt: skip
"""Titles that tell whether their bearer is a man or a woman."""


def is_aside(unit: Unit) -> bool:
    """Whether a unit only sets off what stands around it."""
    return unit.kind == MARK and unit.lower in ",;"
