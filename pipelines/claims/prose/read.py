"""The prose reader: a page's paragraphs to statements, sentence by sentence, in one pass after the names are known.

Each passage is cut into units once; each sentence's clauses are matched by their verb, then its nouns, predicates,
appositions and brackets are read. Anything a family knows beyond its frames stands in the modules called from here.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.life_dates import lead_bracket, opens_entry
from pipelines.claims.page import Page
from pipelines.claims.prose.actions import read_action
from pipelines.claims.prose.aliases import find_aliases
from pipelines.claims.prose.allegations import leave_told_refusals, read_allegation
from pipelines.claims.prose.apposition import read_appositions
from pipelines.claims.prose.bearers import remember, resolve_subjects
from pipelines.claims.prose.capacities import read_capacities
from pipelines.claims.prose.captivity import read_captivity
from pipelines.claims.prose.charges import finite_verbs, read_charges
from pipelines.claims.prose.clauses import MAIN, PARTICIPIAL, Clause, cut_clauses
from pipelines.claims.prose.ellipses import read_ellipses
from pipelines.claims.prose.entries import cut_entries, read_entry, read_letters, read_noted
from pipelines.claims.prose.entry_items import read_campaign, read_items
from pipelines.claims.prose.entry_kin import read_bare_kin, read_kin_note
from pipelines.claims.prose.extensions import read_extended
from pipelines.claims.prose.gifts import read_gifts
from pipelines.claims.prose.governing import (
    date_behind,
    date_of_own,
    fronted_date,
    fronted_places,
    goes_on_aside,
    is_spent,
)
from pipelines.claims.prose.happenings import read_happenings
from pipelines.claims.prose.honours import (
    leave_classes,
    read_award_lists_in_prose,
    read_continued_awards,
    read_named_among,
    told_as_grades,
)
from pipelines.claims.prose.journeys import read_journeys
from pipelines.claims.prose.kin import read_kin
from pipelines.claims.prose.kin_lists import read_kin_lists
from pipelines.claims.prose.marriages import (
    join_numbers,
    leave_told_ties,
    leave_wider_parents,
    read_marriage_lists,
)
from pipelines.claims.prose.match import match_clause
from pipelines.claims.prose.modality import modality_of
from pipelines.claims.prose.notices import place_behind, read_labelled, read_notice
from pipelines.claims.prose.nouns import read_nouns
from pipelines.claims.prose.occupations import read_callings
from pipelines.claims.prose.openings import read_opening
from pipelines.claims.prose.origins import ORIGINS, read_origins
from pipelines.claims.prose.paragraphs import Paragraph, pairs_of
from pipelines.claims.prose.parted_names import join_parted
from pipelines.claims.prose.people import People, find_people
from pipelines.claims.prose.places import leave_ages, leave_nows
from pipelines.claims.prose.posts import read_posts
from pipelines.claims.prose.predicates import read_predicate
from pipelines.claims.prose.reports import find_report, read_reported_action, under_report, words_of_report
from pipelines.claims.prose.resumptions import read_resumed
from pipelines.claims.prose.russian import is_russian, read_russian
from pipelines.claims.prose.schooling import read_schooling
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.superiors import read_superiors
from pipelines.claims.prose.tokens import DATE, LENGTH, MARK, NAME, QUOTE, WORD, Sentence, Unit
from pipelines.claims.prose.tolls import read_toll
from pipelines.claims.prose.where import says_there
from pipelines.claims.prose.works import read_dated_titles, read_work_lists, read_works
from pipelines.claims.statement import Span, Statement, keep_once


def read_prose(page: Page, paragraphs: list[Paragraph], lead: Span | None, told: list[Statement]) -> list[Statement]:
    """All statements of a page's paragraphs and of the snippets of its references.

    ``told`` are the statements read before, of which those of names say what else the subject is called.
    """
    lead_name = page.text[lead.start : lead.end] if lead is not None else None
    people = find_people(page.text, page.subject, lead_name, pairs_of(paragraphs), find_aliases(page.text, lead, told))
    _tell_gender(people, paragraphs)
    discourse = Discourse(page.text, people, page.named_at)
    if lead is not None:
        discourse.lead = lead
        discourse.lead_bracket = lead_bracket(page, lead)
    wed = [each.first("object") for each in told if each.event_type == "marriage" and each.subject == page.subject]
    if wed and wed[0] is not None and wed[0].span is not None:
        discourse.spouse = wed[0].value or page.text[wed[0].span.start : wed[0].span.end]
    is_entry = lead is not None and opens_entry(page, lead)
    statements: list[Statement] = []
    for paragraph in paragraphs:
        discourse.focus = people.subject
        discourse.last_ruled = ""
        discourse.place = None
        discourse.in_notice = is_entry
        if paragraph.reference_number is not None:
            statements.extend(_read_snippet(page, discourse, paragraph))
            continue
        for sentence in paragraph.sentences:
            statements.extend(read_sentence(page, discourse, sentence, paragraph.start))
    most: dict[str, float] = lexicon.load("confidence")["most"]
    return [
        replace(statement, confidence=min(statement.confidence, most[statement.event_type]))
        if statement.event_type in most and not statement.rule.startswith("bracket.")
        else statement
        for statement in statements
    ]


def _read_snippet(page: Page, discourse: Discourse, paragraph: Paragraph) -> Iterator[Statement]:
    """A reference's words: the same reading, a little less sure, under the reference's number."""
    discourse.in_reference = True
    for sentence in paragraph.sentences:
        if is_russian(" ".join(unit.lower for unit in sentence.units)):
            found = [*read_russian(discourse, sentence.units, paragraph.start)]
            found += read_kin(discourse, sentence.units)
            found += read_appositions(page, discourse, sentence.units, [], paragraph.start)
        else:
            found = read_sentence(page, discourse, sentence, paragraph.start)
        for statement in found:
            yield replace(
                statement, reference_number=paragraph.reference_number, confidence=round(statement.confidence - 0.04, 3)
            )


def _tell_gender(people: People, paragraphs: list[Paragraph]) -> None:
    """The gender of the page's subject: by the pronouns of the whole page where they are clear."""
    masculine = feminine = 0
    his, hers = lexicon.words("words", "masculine"), lexicon.words("words", "feminine")
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for unit in sentence.units:
                if unit.kind == WORD:
                    if unit.lower in his:
                        masculine += 1
                    elif unit.lower in hers:
                        feminine += 1
    if masculine > 2 * feminine:
        people.subject.gender = "m"
    elif feminine > 2 * masculine:
        people.subject.gender = "f"


def read_sentence(page: Page, discourse: Discourse, sentence: Sentence, offset: int) -> list[Statement]:
    """The statements of one sentence; the discourse remembers whom it named."""
    units = join_parted(leave_ages(leave_nows(join_numbers(leave_classes(_splice(page.text, sentence.units))))))
    if not units:
        return []
    discourse.continues = sentence.continues
    if not sentence.continues:
        discourse.met_before, discourse.met = discourse.met, None
        discourse.label = ""
        discourse.last_entry = None
        discourse.has_married = False
        discourse.children_of = None
        discourse.in_service = False
        discourse.ordained = False
        discourse.segment_who = []
        discourse.awards_of = None
        discourse.schooling = None
        discourse.sentence = []
    discourse.sentence = discourse.sentence[-80:] + units
    labelled = read_labelled(discourse, units, offset)
    if labelled is not None:
        return labelled + read_appositions(page, discourse, units, [], offset)
    noticed = read_notice(discourse, units, offset)
    related = read_kin(discourse, units)
    related += read_kin_lists(discourse, units, related)
    clauses = cut_clauses(units)
    subjects = resolve_subjects(discourse, units, clauses)
    first = next((who for who in subjects if who), None)
    if first is not None and not discourse.segment_who:
        discourse.segment_who = first
    fronted = opening = fronted_date(units, clauses)
    places = fronted_places(page.text, units, clauses)
    verbs = finite_verbs(clauses)
    statements: list[Statement] = noticed
    discourse.has_married = discourse.has_married or any(units[each.verb].lower == "married" for each in clauses)
    spent = False
    reporting = words_of_report()
    may_report = any(unit.lower in reporting for unit in units)
    for place, clause in enumerate(clauses):
        modality, modal_part = modality_of(units, clause)
        report = find_report(units, clauses, place) if may_report else None
        if modality is None and report is not None and clause.modal in (None, "to"):
            modality = "asserted"
        if modality is None:
            continue
        following = date_behind(units, clauses, place)
        own = date_of_own(units, clause) if place else None
        if own is not None:
            fronted, spent = own, False
        spent = spent or is_spent(units, clauses, place, fronted, own)
        is_aside = place > 0 and goes_on_aside(clauses, place)
        setting = Setting(
            page.text, units, clause, None if spent or is_aside else fronted, following, modality, modal_part, offset,
            places if clause.kind == MAIN or place == 0 else [], verbs,
            discourse.place if says_there(units, clauses[place - 1].end if place else 0, clause.end) else None,
        )  # fmt: skip
        who = subjects[place]
        made = match_clause(discourse, setting, who)
        made += read_predicate(discourse, setting, who)
        made = read_toll(discourse, setting, who, made or read_action(setting, who))
        if report is not None:
            if not who and place == 0 and report.modality == "planned":
                who = [discourse.subject_who(-0.06)]
            made = made or read_reported_action(setting, who, report, clauses[place + 1 : place + 4])
            made = [
                under_report(each, report)
                for each in made
                if report.modality != "planned" or each.event_type != "death"
            ]
            made = read_allegation(setting, who, report, clauses[place + 1 : place + 4], made)
        statements.extend(made)
        discourse.tell_places(made, units[clause.verb : clause.end])
    discourse.ordained = discourse.ordained or any(units[each.verb].lower == "ordained" for each in clauses)
    statements = leave_told_refusals(statements)
    statements.extend(read_campaign(discourse, units, clauses, offset))
    if any(each.rule == "notice.marriage" for each in noticed) and units[0].lower == "married":
        statements = [each for each in statements if each.event_type != "marriage" or each.rule == "notice.marriage"]
    statements = [place_behind(units, clauses, each) for each in statements]
    listed = read_marriage_lists(discourse, units, clauses, subjects, offset)
    if listed:
        statements = [each for each in statements if each.event_type != "marriage"] + listed
    taken = {(s.event_type, part.span) for s in statements for part in s.parts if part.part == "object"}
    for statement in read_capacities(discourse, units, clauses, subjects, offset, opening):
        held = statement.first("object")
        if held is not None and not any(
            span is not None and held.span is not None and span.start <= held.span.start < span.end for _, span in taken
        ):
            statements.append(statement)
    statements.extend(read_posts(page.text, units, clauses, subjects, offset))
    statements.extend(read_happenings(page.text, units, offset))
    elided = read_ellipses(page.text, units, clauses, subjects, offset)
    dated = {held.span.start for each in elided if (held := each.first("object")) is not None and held.span is not None}
    statements = [each for each in statements if not (each.when is None and starts_in(each, dated))]
    told_at = {
        held.span.start for each in statements if (held := each.first("object")) is not None and held.span is not None
    }
    statements += [each for each in elided if not starts_in(each, told_at)]
    if not clauses:
        statements.extend(read_continued_awards(discourse, units, offset))
        for chunk in cut_entries(units):
            statements.extend(read_entry(discourse, chunk, offset))
            discourse.continues = True
        statements.extend(read_noted(discourse, units))
        statements.extend(read_letters(discourse, units, offset))
        statements.extend(read_items(discourse, units, offset, statements))
        statements.extend(read_callings(discourse, units))
        statements.extend(read_kin_note(discourse, units))
        statements.extend(read_bare_kin(discourse, units))
    elif clauses[0].begin > 3 and _opens_with_entry(units, clauses[0]):
        entry = units[: clauses[0].begin]
        statements.extend(read_entry(discourse, entry, offset))
        statements.extend(read_items(discourse, entry, offset, statements))
    statements = read_schooling(discourse, units, clauses, subjects, statements, offset)
    statements.extend(read_gifts(discourse, units, clauses, offset))
    statements.extend(read_resumed(discourse, units, statements, offset))
    statements = read_journeys(units, statements, offset)
    statements.extend(read_works(discourse, units, clauses, offset))
    statements.extend(read_work_lists(discourse, units, clauses, offset))
    told = {part.span for each in statements for part in each.parts if part.part == "object" and part.span is not None}
    statements.extend(
        each
        for each in read_dated_titles(discourse, units, offset)
        if not any(span.start <= each.quote.start < span.end or span.start == each.quote.start + 1 for span in told)
    )
    statements.extend(read_award_lists_in_prose(discourse, units, clauses, offset))
    statements.extend(read_named_among(discourse, units, statements, offset))
    discourse.subjects_by_verb = [(clause.verb, who) for clause, who in zip(clauses, subjects, strict=True)]
    statements.extend(_not_told(statements, read_nouns(discourse, units, clauses, offset)))
    statements.extend(read_extended(discourse, units, clauses, statements, offset))
    statements.extend(read_opening(discourse, units, first or []))
    if any(unit.kind == LENGTH for unit in units):
        statements.extend(read_captivity(discourse, units, statements))
    words = {unit.lower for unit in units if unit.kind == WORD}
    if words & ORIGINS:
        statements.extend(read_origins(page.text, units, first or []))
    if "under" in words or "alongside" in words:
        statements.extend(read_superiors(discourse, units, clauses, subjects, statements))
    if words & lexicon.words("heads", "charge"):
        statements.extend(read_charges(discourse, units, verbs, statements))
    statements = leave_told_ties(_merge_predecessors(statements) + related, page.text)
    told_of = next((who for who in subjects if who), [])
    if not clauses and units[0].lower in lexicon.load("heads")["kin"]:
        told_of = [discourse.subject_who()]  # "Grandfather of the composer Sverre Lie."
    if not clauses and units[0].lower in ("son", "daughter", "eldest", "youngest", "second", "third", "only", "elder"):
        told_of = [discourse.subject_who()]  # "Son of the pastor Karl Rademacher."
    statements.extend(read_appositions(page, discourse, units, told_of, offset))
    remember(discourse, units, clauses, subjects)
    return keep_once(told_as_grades(leave_wider_parents(statements), page.text))


def _opens_with_entry(units: list[Unit], clause: Clause) -> bool:
    """Whether what stands before the first clause may be a verbless entry: ``mayor 1870-75, when he resigned``."""
    if units[clause.begin].lower in ("when", "where", "until", "while", "which", "who"):
        return True
    is_participle = clause.kind == PARTICIPIAL and clause.subject is None and clause.connector == ","
    return is_participle and any(unit.kind == DATE for unit in units[: clause.begin])


def starts_in(statement: Statement, places: set[int]) -> bool:
    """Whether a statement's object begins at one of these places."""
    held = statement.first("object")
    return held is not None and held.span is not None and held.span.start in places


def _not_told(told: list[Statement], nouns: list[Statement]) -> list[Statement]:
    """The statements of nouns that are no part of a verb's own words: ``met her death`` is told by its verb.

    A verdict undone is none given: ``the court overturned his conviction in 1957``.
    """
    triggers = [(each.event_type, part.span) for each in told for part in each.parts if part.part == "trigger"]
    undone = [
        part.span for each in told if each.event_type in _UNDOING for part in each.parts if part.part == "object"
    ]  # fmt: skip
    said = {
        (each.event_type, each.subject, held.span) for each in told if (held := each.first("object")) is not None
    }  # "In 1901 came his appointment as director": by the verb, with its date
    kept = []
    for noun in nouns:
        own, held = noun.first("trigger"), noun.first("object")
        if held is not None and (noun.event_type, noun.subject, held.span) in said:
            continue
        at = own.span if own is not None else None
        if at is not None and any(span is not None and span.start <= at.start < span.end for span in undone):
            continue
        if at is None or not any(
            event == noun.event_type and span is not None and span.start <= at.start and at.end <= span.end
            for event, span in triggers
        ):
            kept.append(noun)
    return kept


_UNDOING = frozenset(["rehabilitation", "acquittal", "release"])
"""Events whose object may be what they undo."""


def _merge_predecessors(statements: list[Statement]) -> list[Statement]:
    """``was named minister, succeeding X``: X is a participant of the appointment, not an event of its own."""
    out: list[Statement] = []
    for statement in statements:
        bare = statement.rule == "prose.succeeding" and statement.first("object") is None
        if bare and out and out[-1].event_type in ("appointment", "tenure") and out[-1].subject == statement.subject:
            named = tuple(part for part in statement.parts if part.part == "participant")
            end = max([out[-1].quote.end, *(part.span.end for part in named if part.span is not None)])
            out[-1] = replace(out[-1], parts=out[-1].parts + named, quote=Span(out[-1].quote.start, end))
        else:
            out.append(statement)
    return out


def _splice(text: str, units: list[Unit]) -> list[Unit]:
    """Quoted words that carry the sentence on (``he "worked briefly" with``) stand in it; speech stays closed."""
    if not any(unit.kind == QUOTE for unit in units):
        return units
    out: list[Unit] = []
    for place, unit in enumerate(units):
        inner = unit.inner
        before = units[place - 1] if place else None
        if (
            unit.kind == QUOTE
            and inner
            and before is not None
            and inner[0].kind == WORD
            and text[inner[0].start].islower()
            and not (before.kind == MARK and before.lower in ",:")
            and (
                before.lower in ("and", "to", "but", "who", "also", "was", "had")
                or before.kind == NAME
                or before.lower in ("he", "she", "they")
            )
        ):
            for each in inner:
                each.quoted = True
            out.extend(inner)
        else:
            out.append(unit)
    return out
