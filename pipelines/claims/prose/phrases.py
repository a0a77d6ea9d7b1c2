"""What follows a verb, cut into phrases by the prepositions that introduce them, with dates, lengths and brackets."""

from dataclasses import dataclass, field

from pipelines.claims import lexicon
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.how_often import times_told, while_length
from pipelines.claims.prose.joined_names import joins_names
from pipelines.claims.prose.kinds import Phrase, head_of, is_award, is_head, is_office, is_rank
from pipelines.claims.prose.phrase_ends import closes_aside, compares_ages, ends_early, ends_name, names_grade
from pipelines.claims.prose.stretches import opens_stretch
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, NUMBER, QUOTE, WORD, Unit
from pipelines.claims.prose.verbs import is_adverb
from pipelines.claims.statement import Span

_ASIDE = "aside"
_CALLS = {
    "appointment",
    "election",
    "nomination",
    "promotion",
    "selection",
    "elevation",
    "consecration",
    "installation",
}
_OUTSIDE = {"following", "after", "before", "until", "despite", "because", "upon", "since", "prior", "amid"}
"""Prepositions whose noun phrase is another event: a date behind it is that event's, not this clause's."""


@dataclass(slots=True)
class Complements:
    """The phrases after a verb, in order; the dates with the slot they stand in; lengths of time; quotations."""

    phrases: list[Phrase] = field(default_factory=list)
    dates: list[tuple[Unit, str]] = field(default_factory=list)
    lengths: list[Unit] = field(default_factory=list)
    quotes: list[Unit] = field(default_factory=list)

    def slot(self, name: str) -> list[Phrase]:
        """The phrases of the first run of that slot, and of what resumes it."""
        found: list[Phrase] = []
        is_over = False
        for phrase in self.phrases:
            if phrase.slot == name and (not is_over or phrase.resumes):
                found.append(phrase)
            elif found:
                is_over = True
        return found

    def index(self, phrase: Phrase) -> int:
        """The place of a phrase among all, or, of one cut otherwise, of the last that begins no later (-1: none)."""
        return sum(1 for each in self.phrases if each.span.start <= phrase.span.start) - 1


def parse_complements(units: list[Unit], start: int, end: int) -> Complements:
    """The complements between two places of a sentence."""
    made = Complements()
    prepositions = lexicon.words("words", "prepositions")
    causes = _causes(units, start, end)
    slot = ""
    preposition: Unit | None = None
    has_phrase = False
    link = ""
    held: tuple[str, Unit | None, bool] | None = None
    at = start
    while at < end:
        unit = units[at]
        if unit.kind == DATE:
            outside = (
                (has_phrase and slot in _OUTSIDE)
                or (at > start and opens_stretch(units, at))
                or (at - 2 >= start and _is_of_count(units, at))
            )
            made.dates.append((unit, "outside" if outside else slot))
            if not has_phrase and held is not None:
                slot, preposition, has_phrase = held  # "promoted to lieutenant in 1797, captain in 1803"
                held = None
            at += 1
            continue
        if unit.kind == LENGTH:
            if not compares_ages(units, at):
                made.lengths.append(unit)
            if not has_phrase and held is not None and held[0] == "":
                slot, preposition, has_phrase = held  # "was for ten years secretary"
                held = None
            at += 1
            continue
        if unit.kind == BRACKET:
            if made.phrases:
                made.phrases[-1].notes = unit.inner
            elif unit.inner and len(unit.inner) == 1 and unit.inner[0].kind == DATE:
                made.dates.append((unit.inner[0], ""))  # "married secondly (1893) Clara Bell"
            at += 1
            continue
        if unit.kind == MARK:
            if unit.lower == ",":
                if not has_phrase and held is not None and slot != "":
                    slot, preposition, has_phrase = held  # "professor at the , and chief designer": words were lost
                    held = None
                link = ","
                if has_phrase and slot in ("in", "at") and closes_aside(units, start, at):
                    slot, preposition, has_phrase, link = "", None, False, ""
            elif unit.lower in ";:—–":
                slot, link, has_phrase, preposition = _ASIDE, "", False, None
            at += 1
            continue
        lower = unit.lower
        if unit.kind == WORD and lower in ("and", "or", "&", "nor", "then"):
            link = "and"
            at += 1
            continue
        if (said := while_length(units, at)) > 0:
            at += said
            continue
        if unit.kind == WORD and (
            (lower in prepositions and lower != "of") or (lower == "of" and (at == start or link or at in causes))
        ):
            if lower == "as" and has_phrase and slot in _OUTSIDE and made.phrases[-1].head in _CALLS:
                lower = _ASIDE  # "until his election as mayor": another event's
            if has_phrase or slot == "":
                held = (slot, preposition, has_phrase)
            slot, preposition, has_phrase, link = lower, unit, False, ""
            at += 1
            continue
        if unit.kind == WORD and is_adverb(lower) and not _opens_noun(units, at, end):
            at += 1
            continue
        if at > start and times_told(units, at) is not None:
            at += 2  # "won it three times"
            continue
        if unit.kind == WORD and lower in (
            "of",
            "him",
            "them",
            "himself",
            "herself",
            "'s",
            "’s",
            "who",
            "which",
            "that",
            "where",
            "when",
            "to",
        ):
            at += 1
            continue
        last = _phrase_end(units, at, min((each for each in causes if each > at), default=end), prepositions)
        after_doer = not has_phrase and ends_early(slot, units, at, last)
        if after_doer:
            last = at + 1
        phrase = _to_phrase(units[at:last])
        if phrase is not None:
            if has_phrase and not link:
                link = "run"
            phrase.slot = slot if (not has_phrase or link) else _ASIDE
            phrase.preposition = preposition
            phrase.link = link if has_phrase else ""
            if phrase.link in (",", "and") and phrase.slot not in ("", _ASIDE) and _resumes(made.phrases, phrase):
                slot, preposition = "", None  # "professor at Bergen and director of its observatory"
                phrase.slot, phrase.preposition, phrase.resumes = slot, preposition, True
            elif made.phrases and phrase.link and made.phrases[-1].resumes and phrase.slot == made.phrases[-1].slot:
                phrase.resumes = True  # "ensign in the militia in 1856, captain in 1862 and colonel in 1866"
            made.phrases.append(_mend(phrase))
            if made.phrases[-1].slot == "for" and slot != "for":
                slot = "for"  # "on charges of treason, conspiracy and fraud": the list goes on
            made.quotes.extend(u for u in units[at:last] if u.kind == QUOTE)
            has_phrase = True
            if after_doer:
                slot, preposition, has_phrase = "", None, False  # "appointed by King Otto consul at Paris"
        link = ""
        at = last
    return made


_DYING = {"die", "dies", "died", "dying", "away", "perished", "expired", "dead", "on"}
"""Words before what somebody died of: ``died``, ``passed away``, ``was found dead``."""


def _causes(units: list[Unit], start: int, end: int) -> list[int]:
    """Where ``of`` brings in what somebody died of: ``died in Ghent of pneumonia``, ``died in 1930 of a stroke``."""
    if start == 0 or units[start - 1].lower not in _DYING:
        return []
    return [
        at for at in range(start, end - 1) if units[at].lower == "of" and _is_fatal(units[at + 1 : min(at + 6, end)])
    ]


def _is_fatal(units: list[Unit]) -> bool:
    for unit in units:
        if unit.kind not in (WORD, NAME) or unit.lower in ("of", "in", "at", "on", "near"):
            return False
        if is_head(unit.lower.split()[-1], "fatal"):
            return True
    return False


_CLOSING = {"then", "also", "again", "together", "alongside", "there", "here", "later", "until", "thereafter"}
"""Words behind a noun phrase that are none of it."""


def _is_of_count(units: list[Unit], at: int) -> bool:
    """``…, with at least 23 executions by 1952``: the date is that of the events counted."""
    if at < 3 or units[at - 2].kind != WORD:
        return False
    noun = lexicon.load("nouns")["nouns"].get(units[at - 2].lower)
    return noun is not None and noun.get("many", False)


def _resumes(before: list[Phrase], phrase: Phrase) -> bool:
    """Whether a phrase goes on with the list before the last preposition: it is of the kind of that list."""
    run = [each for each in before if each.slot == ""]
    last = before[-1]
    if not run or last.slot == "":
        return False
    return any(
        is_kind(phrase) and is_kind(run[-1]) and not is_kind(last)
        for is_kind in (is_office, is_rank, is_award, _is_degree, _is_post)
    )


def _is_post(phrase: Phrase) -> bool:
    is_named_post = is_office(phrase) or any(is_head(phrase.head, key) for key in ("job", "office"))
    return is_named_post or fits(phrase, "membership")


def _is_degree(phrase: Phrase) -> bool:
    return is_head(phrase.head, "degree")


def _opens_noun(units: list[Unit], at: int, end: int) -> bool:
    return (
        at + 1 < end
        and units[at].lower in ("first", "second", "early", "only", "both", "all")
        and units[at + 1].kind in (NAME, WORD)
        and units[at].lower in ("first", "all")
    )


def _phrase_end(units: list[Unit], at: int, end: int, prepositions: frozenset[str]) -> int:
    connectors = lexicon.words("words", "connectors")
    place = at + 1
    while place < end:
        unit = units[place]
        if unit.lower in (",", "and") and joins_names(units, at, place, end):
            place += 2
            continue
        if unit.kind in (MARK, DATE, LENGTH, BRACKET):
            if unit.kind == MARK and unit.lower in ("-", "/", "&", "‘", "’", "'"):
                place += 1
                continue
            break
        if unit.kind == WORD:
            if unit.lower == "of" and place + 1 < end and units[place + 1].kind in (NAME, WORD, QUOTE, NUMBER):
                place += 1
                continue
            if unit.lower == "and" and units[place - 1].lower in ("'s", "’s"):
                place += 1  # "the city's and oblast's party committees"
                continue
            if unit.lower == "with" and names_grade(units, place):
                place += 2
                continue
            if unit.lower in prepositions or unit.lower in connectors or ends_name(units, place):
                break
            if (
                unit.lower in ("a", "an")
                and place == at + 1
                and units[at].kind == NAME
                and units[at - 1].lower == "and"
            ):
                break  # "Karl became a judge and Ida a painter"
            if unit.lower in _CLOSING or times_told(units, place) is not None:
                break
        place += 1
    return place


def _to_phrase(units: list[Unit]) -> Phrase | None:
    kept = list(units)
    article = ""
    determiners = lexicon.words("words", "determiners")
    while (
        kept
        and kept[0].kind == WORD
        and kept[0].lower in determiners
        and kept[0].lower not in ("all", "no", "both", "several", "many", "various", "numerous", "some")
    ):
        article = kept[0].lower
        kept = kept[1:]
    if not kept:
        return None
    if kept[0].kind == WORD and kept[0].lower in ("'s", "’s"):
        kept = kept[1:]
    if not kept:
        return None
    is_cut = False
    while len(kept) > 1 and kept[-1].kind == WORD and kept[-1].lower in ("of", "the", "a", "an"):
        is_cut = is_cut or kept[-1].lower == "of"
        kept = kept[:-1]  # words were lost: "Secretary of the"
    # "Kuznetsov 's deputy": what belongs to somebody is named after the 's
    return Phrase(kept, Span(kept[0].start, kept[-1].end), head_of(kept), article=article, is_cut=is_cut)


_CHARGES = {"charge", "charges", "count", "counts", "suspicion", "accusation", "accusations", "grounds", "allegations"}


def _mend(phrase: Phrase) -> Phrase:
    """``on charges of treason`` is the slot ``for`` with what stands after ``of``."""
    if phrase.slot not in ("on", "under", "for", "with", "of"):
        return phrase
    for place, unit in enumerate(phrase.units):
        if (
            unit.lower in _CHARGES
            and place + 2 < len(phrase.units) + 0
            and place + 1 < len(phrase.units)
            and phrase.units[place + 1].lower == "of"
        ):
            rest = phrase.units[place + 2 :]
            made = _to_phrase(rest)
            if made is None:
                return phrase
            made.slot = "for"
            made.preposition = phrase.preposition
            made.qualified_by = " ".join(u.lower for u in phrase.units[:place])
            return made
    return phrase


_TO_HEADS = {
    "ambassador", "envoy", "adviser", "advisor", "assistant", "secretary", "aide", "deputy", "delegate", "minister",
    "attaché", "consul", "counsellor", "representative", "legate", "nuncio", "aide-de-camp", "undersecretary",
    "under-secretary", "chaplain", "counsel", "surgeon", "physician", "tutor", "plenipotentiary", "commissioner",
}  # fmt: skip


def extend_office(text: str, phrase: Phrase, complements: Complements) -> Span:
    """The whole of an office: ``Minister`` with ``for Foreign Affairs``, ``Ambassador`` with ``to France``."""
    end = phrase.span.end
    place = complements.index(phrase)
    for following in complements.phrases[place + 1 : place + 3]:
        preposition = following.preposition
        if (
            preposition is None
            or preposition.start - end > 2
            or following.link
            or text[end : preposition.start].strip()
        ):
            break
        if any(unit.kind in (DATE, LENGTH) for unit in following.units):
            break
        allowed = (
            following.slot in ("for", "without")
            or (following.slot == "to" and phrase.head in _TO_HEADS)
            or (following.slot == "at" and (is_head(following.head, "school") or is_head(following.head, "body")))
            or (
                following.slot in ("in", "on")
                and (is_head(following.head, "body") or is_head(following.head, "party"))
                and not fits(following, "battle")
            )
        )
        if following.article in ("its", "their", "his", "her") and following.slot in ("at", "in", "on"):
            allowed = False  # "president of the Union at its foundation"
        if following.slot == "for" and not (
            following.first.kind == NAME
            or is_head(following.head, "body")
            or (len(following.units) <= 3 and following.first.kind == WORD)
        ):
            allowed = False
        if not allowed:
            break
        end = following.span.end
    return Span(phrase.span.start, end)


def person_of(phrase: Phrase) -> Unit | None:
    """The capitalised run of a phrase that can be a person's name: the last one before any preposition."""
    last: Unit | None = None
    for unit in phrase.units:
        if unit.kind == WORD and unit.lower == "of":
            break
        if unit.kind == WORD and unit.lower in ("'s", "’s"):
            last = None
        elif unit.kind == NAME:
            last = unit
        elif unit.kind in (NUMBER, QUOTE):
            return last
    return last
