"""Life dates in the bracket after a name: ``(7 February 1905 – 1 October 1950)``, ``(born 1928)``, ``(fl. 1420)``.

The bracket may also give the name in other scripts and the places of birth and death. Used for the first sentence of
a page and for every other person whose name a bracket follows.
"""

import re
from collections.abc import Iterator

from pipelines.claims.name_line import name_statement, script_of
from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.values import split_items, trim
from pipelines.claims.when import Dated, find_expected_dates, year_of

_BORN = re.compile(r"\b(?:born|baptised|baptized|bapt\.|bap\.|b\.|b(?=\s)|geb\.|род\.|\*)\s*|\*\s*", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|d\.|d(?=\s)|ум\.|gest\.)\s*|†\s*", re.IGNORECASE)
_FLOURISHED = re.compile(r"\b(?:fl\.|flourished|active)\s*", re.IGNORECASE)
_MAIDEN = re.compile(
    r"(?:born|née|né|nee)\s+(?=[A-ZÀ-ÞА-Я])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d)"
)
_DASH = re.compile(r"\s*[–—−]\s*|\s+-\s+|(?<=\d)-(?=\d{4}\b)|(?<=\d\d\d\d)-(?=\s|$)|\s*--\s*")
_PLACE = re.compile(r"(?:in|at|near|в)\s+", re.IGNORECASE)


def bracket_after(text: str, name: Span, end: int) -> Span | None:
    """The content of the bracket that follows a name directly; null where none does or it does not close in reach."""
    place = name.end
    while place < end and text[place] == " ":
        place += 1
    if place >= end or text[place] != "(":
        return None
    depth = 0
    for at in range(place, min(end, place + 400)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return Span(place + 1, at)
    return None


def read_bracket(page: Page, bracket: Span, subject: str, who: tuple[Part, ...], prefix: str) -> Iterator[Statement]:
    """Birth and death as a bracket after a name gives them. ``who`` are the parts that tell whose bracket it is."""
    told: set[str] = set()
    for item in split_items(page.text, bracket, ";", " "):
        found = [*_read_life(page, item, subject, who, prefix, told)]
        yield from (statement for statement in found if statement.event_type not in told)
        told |= {statement.event_type for statement in found}
        if not told and _MAIDEN.match(page.text, item.start, item.end) is not None:
            told.add("name")


def read_variants(page: Page, bracket: Span, name: Span, who: tuple[Part, ...]) -> Iterator[Statement]:
    """The names in other scripts a bracket opens with, quoted with the name before it."""
    for item in split_items(page.text, bracket, ";,"):
        start = item.start
        maiden = _MAIDEN.match(page.text, item.start, item.end)
        if maiden is not None:
            born = trim(page.text, maiden.end(), item.end)
            if 0 < len(page.text[born.start : born.end].split()) <= 5 and not any(
                mark.isdigit() for mark in page.text[born.start : born.end]
            ):
                yield name_statement(page, born, Span(item.start, born.end), "lead.birth_name", who)
            continue
        label = page.text.find(":", item.start, item.end)
        if label != -1:
            start = label + 1
        variant = trim(page.text, start, item.end)
        words = page.text[variant.start : variant.end]
        if not words or any(mark.isdigit() for mark in words) or script_of(words) in (None, "Latn", "Zyyy"):
            continue
        yield name_statement(page, variant, Span(name.start, variant.end), "lead.name_variant", who)


def _short_years(
    dated: Dated, trigger: Span, subject: str, who: tuple[Part, ...], prefix: str
) -> Iterator[Statement]:  # fmt: skip
    """Birth and death of ``1812–70``: the two ends of the one date the words make."""
    first, _, last = (dated.when.edtf or "").partition("/")
    named = [part.span for part in who if part.part == "subject" and part.span is not None]
    quote = Span(min([dated.span.start, *(span.start for span in named)]), dated.span.end)
    for event, edtf in (("birth", first), ("death", last)):
        if len(edtf) == 4 and edtf.isdigit():
            year = year_of(edtf, dated.span)
            parts = (Part("trigger", trigger), *who, year.part())
            yield Statement(event, subject, quote, parts, f"{prefix}.{event}", 0.95, when=year.when)


_SHORT_YEARS = re.compile(r"\d{4}(-)\d{2}")


def _read_life(
    page: Page, item: Span, subject: str, who: tuple[Part, ...], prefix: str, told: set[str]
) -> Iterator[Statement]:
    text = page.text
    flourished = _FLOURISHED.match(text, item.start, item.end)
    if flourished is not None:
        return
    born = _BORN.match(text, item.start, item.end)
    died = _DIED.match(text, item.start, item.end)
    if died is not None:
        trigger = trim(text, *died.span())
        yield from _half(page, "death", Span(died.end(), item.end), trigger, subject, who, prefix)
        return
    dash = None
    for found in _DASH.finditer(text, item.start, item.end):
        dash = found
        if find_expected_dates(text, item.start, found.start()) or found.start() <= item.start + 1:
            break
    short = _SHORT_YEARS.fullmatch(text, item.start, item.end) if dash is None else None
    if short is not None:  # "(1801-70)"
        dates = find_expected_dates(text, item.start, item.end)
        if len(dates) == 1:
            yield from _short_years(dates[0], Span(*short.span(1)), subject, who, prefix)
        return
    if dash is not None:
        trigger = trim(text, *dash.span())
        left = Span(born.end() if born is not None else item.start, dash.start())
        right = Span(dash.end(), item.end)
        yield from _half(page, "birth", left, trigger, subject, who, prefix)
        yield from _half(page, "death", right, trigger, subject, who, prefix, begun=left)
        return
    if born is None and dash is None and told == {"name"}:
        # "(born Johann Weber; 3 May 1801 in Ulm; died 1870)": a date by itself between name and death
        dates = find_expected_dates(text, item.start, item.end)
        if dates and dates[0].span.start == item.start:
            yield from _half(page, "birth", item, dates[0].span, subject, who, prefix)
        return
    if born is not None:
        trigger = trim(text, *born.span())
        cut = re.compile(r"[,;]?\s*(?:died|d\.|(?<=[;,] )d(?=\s)|†)\s*").search(text, born.end(), item.end)
        yield from _half(
            page, "birth", Span(born.end(), cut.start() if cut else item.end), trigger, subject, who, prefix
        )
        if cut is not None:
            ended = trim(text, *cut.span(), " ,;")
            yield from _half(page, "death", Span(cut.end(), item.end), ended, subject, who, prefix)


def _half(
    page: Page, event: str, span: Span, trigger: Span, subject: str, who: tuple[Part, ...], prefix: str,
    begun: Span | None = None,
) -> Iterator[Statement]:  # fmt: skip
    """One end of a life: its date, and the place that stands after or before it. ``begun`` is its other end, whose
    century a year in two digits is of: ``1812–70``.
    """
    text = page.text
    span = trim(text, span.start, span.end, " \t\n,")
    dates = find_expected_dates(text, span.start, span.end) if span.end > span.start else []
    if not dates and begun is not None:
        dates = _find_short_year(text, span, begun)
    if not dates:
        return
    dated = dates[0]
    place = _place(text, dated.span.end, span.end) or _place(text, span.start, dated.span.start)
    parts = [Part("trigger", trigger), *who, *dated.parts(span.start)]
    if place is not None:
        parts.append(Part("place", place))
    stood = [trigger, dated.span, *([place] if place is not None else [])]
    quote = Span(min(s.start for s in stood), max(s.end for s in stood))
    when: When = dated.when
    # a named person's own words belong to the smallest stretch, the page's subject is the antecedent outside it
    named = [part.span for part in who if part.part == "subject" and part.span is not None]
    if named:
        quote = Span(min(named[0].start, quote.start), quote.end)
    yield Statement(event, subject, quote, tuple(parts), f"{prefix}.{event}", 0.97, when=when)


def _find_short_year(text: str, span: Span, begun: Span) -> list[Dated]:
    """The year of ``70`` in ``1812–70`` and ``12 May 1812–70``: of the century of the year before, or the next."""
    short = _TWO_DIGITS.match(text, span.start, span.end)
    before = find_expected_dates(text, begun.start, begun.end) if short is not None else []
    year = _YEAR.match(before[-1].when.edtf or "") if before else None
    if short is None or year is None:
        return []
    ended = int(year[0]) // 100 * 100 + int(short[0])
    ended += 100 * (ended <= int(year[0]))
    return [year_of(f"{ended:04}", Span(*short.span()))]


_TWO_DIGITS = re.compile(r"\d{2}(?!\d|\.|\s+\w)")
_YEAR = re.compile(r"\d{4}")


def _place(text: str, start: int, end: int) -> Span | None:
    found = trim(text, start, end, " \t\n,;()")
    christened = _CHRISTENED.search(text, found.start, found.end)
    found = trim(text, found.start, christened.start()) if christened is not None else found
    for _ in range(2):
        preposition = _PLACE.match(text, found.start, found.end)
        if preposition is not None:
            found = trim(text, preposition.end(), found.end)
    words = text[found.start : found.end]
    if not words or not words[0].isupper() or len(words) > 80 or any(mark.isdigit() for mark in words):
        return None
    return found if script_of(words) is not None and " was " not in words else None


_CHRISTENED = re.compile(r",?\s*(?:bap|bapt|baptised|baptized)\.?$")
"""What stands between a birthplace and the day of the christening: ``b Casalmaggiore, bap. 9 May 1681``."""

_INVERTED = re.compile(
    r"(?P<surname>(?:(?:[dD]e|[vV]an|[vV]on|[dD]er|[lL]a|Mac|Mc|O['’])[ ]?)*"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’\-]{2,}(?: [A-ZÀ-Þ]{2,})?),\s+"
    r"(?P<given>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ](?:[^\W\d_]+|\.))*)(?=\s*[,.;(])"
)
"""The name that opens an entry, surname first: ``BERG, Sir Anders Magnus, Kt`` · ``MORIARTY, DENIS, contractor``."""
_TURNED = re.compile(
    r"(?P<surname>[A-ZÀ-Þ][^\W\d_]*(?:['’ -]?[A-ZÀ-Þ]?[^\W\d_]+){0,3})(?P<variant> \([^()\d]{2,60}\))?, "
    r"(?:(?:Sir|Dame|Lord|Lady|Rev\.|Revd|Dr|Saint|St) )?"
    r"(?P<given>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,3})(?=\s*[,.;(])"
)
"""The same in small letters: ``Mommsen, Karl, jurist``; told only where it is the page's title turned."""
_NAME_END = re.compile(r"\s*[(,]|\s+(?:was|is|were|are|—|–)\b")


_LETTERS = re.compile(r"(?:\s+[A-Z]{2,6})+\Z")


def find_lead_name(page: Page) -> Span | None:
    """Where the first sentence names the page's subject: the full name, as a rule; null where it does not."""
    for passage in page.passages:
        if passage.kind != "paragraph":
            continue
        text = page.text
        start = trim(text, passage.passage_start, passage.passage_end).start
        if "," in page.subject and text.startswith(page.subject, start):
            return Span(start, start + len(page.subject))  # "BERG, Anna (b. Riga 1901)"
        ends = _NAME_END.search(text, start, min(passage.passage_end, start + 160))
        if ends is None:
            return None
        inverted = _INVERTED.match(text, start, min(passage.passage_end, start + 160))
        turned = _TURNED.match(text, start, min(passage.passage_end, start + 160))
        if inverted is not None and inverted["surname"].lower() in page.subject.lower():
            name = Span(start, inverted.end("given"))
        elif turned is not None and set(page.subject.split()) <= set(f"{turned['surname']} {turned['given']}".split()):
            # "Mac Conmara (MacNamara), Fearghal", "Wray, Sir Thomas"
            name = Span(start, turned.end("given"))
        else:
            name = trim(text, _after_titles(text, start, ends.start()), ends.start())
        letters = _LETTERS.search(text, name.start, name.end)
        if letters is not None and letters.group().split()[0].lower() not in page.subject.lower():
            name = Span(name.start, letters.start())  # "Teresa Ng Sau-fong SBS JP"
        words = text[name.start : name.end]
        if not words or not words[0].isupper() or len(words.split()) > 9 or not _shares_word(words, page.subject):
            return None
        return name
    return None


def opens_entry(page: Page, lead: Span) -> bool:
    """Whether the name that opens the page is that of a reference work's entry: surname first, or ``(b. …)`` behind."""
    if _INVERTED.match(page.text, lead.start, min(len(page.text), lead.start + 160)) is not None:
        return True
    bracket = lead_bracket(page, lead)
    return bracket is not None and _LETTERED.match(page.text, bracket.start, bracket.end) is not None


_LETTERED = re.compile(r"\s*(?:b\.|\*|geb\.|n\.)\s")


def lead_bracket(page: Page, name: Span) -> Span | None:
    """The bracket of life dates in the first sentence: after the name, letters after it, or ``called Il Moro``."""
    found = _first_bracket(page, name)
    if found is not None and not any(mark.isdigit() for mark in page.text[found.start : found.end]):
        end = min(len(page.text), name.end + 600)
        dated = bracket_after(page.text, Span(name.start, found.end + 1), end)  # "Dalton, Jane (née Orr) (1771–1843)"
        return dated if dated is not None else found
    return found


def _first_bracket(page: Page, name: Span) -> Span | None:
    between = _BEFORE_BRACKET.match(page.text, name.end, min(len(page.text), name.end + 120))
    if between is None:
        return None
    return bracket_after(page.text, Span(name.start, between.end()), min(len(page.text), name.end + 600))


_BEFORE_BRACKET = re.compile(r"(?:[^().:;\[]|\[[^\[\]()]{0,80}\]){0,100}?(?=\s*\()")
_TITLES = re.compile(
    r"(?:(?:Sir|Dame|Lord|Lady|Saint|St\.|Dr\.?|Prof\.?|Professor|General|Colonel|Captain|Major|Lieutenant|Admiral|Marshal|"
    r"Field|Rear|Vice|Brigadier|Commodore|Sergeant|Rabbi|Rev\.?|Reverend|Blessed|Venerable|Count|Countess|Baron|Baroness|"
    r"Prince|Princess|King|Queen|Emperor|Empress|Tsar|Pope|Cardinal|Archbishop|Bishop)(?:-General|-Colonel|-Admiral|-Commander)?\s+)+"
)


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name begins after titles and ranks, which are no part of it; a title alone with one name stays."""
    titles = _TITLES.match(text, start, end)
    if titles is None or len(text[titles.end() : end].split()) < 2:
        return start
    return titles.end()


def read_lead(page: Page, name: Span | None) -> Iterator[Statement]:
    """The full name, its variants and the life dates that follow the name where the first sentence has it."""
    if name is None:
        return
    words = page.text[name.start : name.end]
    who = (Part("antecedent", name, None, page.subject if words != page.subject else None),)
    if words != page.subject and not _is_begun_by(page.subject, words):
        both = (Part("subject", name, None, page.subject),)
        yield name_statement(page, name, name, "lead.full_name", both)
    maiden = _NEE.match(page.text, name.end, min(len(page.text), name.end + 80))
    if maiden is not None:  # "Elisabeth Hartmann, née Vogel (12 February 1790"
        both = (Part("subject", name, None, page.subject),)
        yield name_statement(page, Span(*maiden.span("name")), Span(*maiden.span("words")), "lead.birth_name", both)
    bracket = lead_bracket(page, name)
    if bracket is not None:
        named = (Part("subject", name, None, page.subject if words != page.subject else None),)
        first = _first_bracket(page, name)
        if first is not None and first != bracket:
            yield from read_variants(page, first, name, named)
        yield from read_variants(page, bracket, name, named)
        yield from read_bracket(page, bracket, page.subject, who, "lead")


_NEE = re.compile(
    r"\s*,?\s+(?P<words>(?:née|nee|né)\s+(?P<name>[A-ZÀ-Þ][^\W\d_]+(?:[ -](?:[a-z]{1,3} )?[A-ZÀ-Þ][^\W\d_]+){0,3}))"
)


def _is_begun_by(title: str, words: str) -> bool:
    """Whether a title only says more after a name: ``Saint Walbert of Corvey`` is the name ``Saint Walbert``."""
    return title.startswith(words + " of ") or title.startswith(words + " (")


def _shares_word(words: str, subject: str) -> bool:
    of_subject = {word.strip(",.'\"").lower() for word in subject.split()}
    return any(word.strip(",.'\"").lower() in of_subject for word in words.split() if len(word) > 1)
