"""What somebody is said to have been: ``was a Soviet statesman, Lieutenant General, and member of …``; ``as …``.

A list of predicates is a claim each: an office is a tenure, a rank, an occupation or a parentage what it is.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.associates import read_associate, read_his_associate
from pipelines.claims.prose.clauses import ADVERBIAL, INFINITIVE, MAIN, RELATIVE, causee_of
from pipelines.claims.prose.entries import read_student
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_award, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.offices import body_of_membership, extend_body, further_bodies, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office
from pipelines.claims.prose.posted import further_predicates, is_sent_to
from pipelines.claims.prose.predicate_kin import is_called, make_predicate, names_behind, read_kinship
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.terms import close_term, end_only, following_dates, opens_gap, parts_of, stands_after_until
from pipelines.claims.prose.tokens import DATE, NAME, WORD
from pipelines.claims.prose.where import place_of_predicate
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_predicate(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause whose verb is ``was``: one a predicate."""
    clause, units = setting.clause, setting.units
    verb = units[clause.verb]
    kinds = (MAIN, ADVERBIAL, RELATIVE, INFINITIVE) if verb.lower == "be" else (MAIN, ADVERBIAL, RELATIVE)
    if clause.passive or clause.kind not in kinds or len(who) != 1 or clause.negated:
        return []
    is_led = units[clause.group - 1].lower in _LEADING or causee_of(units, clause) is not None
    if clause.kind == INFINITIVE and not is_led:
        return []
    if verb.lower not in ("be", "was", "is", "were", "been", "became", "remained", "becoming"):
        return []
    if who[0].person is None and who[0].name in _MANY:
        return []  # "their children were Tom, a lawyer": what follows is said of one of them
    complements = setting.complements_from(clause.verb + 1)
    made: list[Statement] = []
    run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
    is_kin = who[0].person is None and who[0].name.split()[-1] in lexicon.load("heads")["kin"]
    if run and is_kin and run[0].first.kind == NAME:
        return []  # "his mother was Ida Roe, a seamstress": it is said of her by her name
    # the second item of a list may stand after "in 1939 and": only the first run is the predicate
    for phrase in run:
        if phrase.first.start < verb.end or phrase.first.lower == "whose":
            continue
        if phrase.article in ("his", "her", "their") and len(phrase.units) > 1 and phrase.first.lower in _KIN_ONLY:
            break  # "her father was a driver and her mother a farmer"
        if phrase.article in ("his", "her", "their") and phrase.first.lower in _KIN_ONLY and phrase is not run[-1]:
            break  # "was a tailor and his mother, Ida Lund, a seamstress"
        if phrase.link == "," and complements.phrases[complements.index(phrase) - 1].head in _OF_LORDS:
            break  # "a clerk in the household of Seffrid, Bishop of Chichester": his
        if phrase.link == "," and _is_of_relative(complements, phrase):
            break  # "one of the ten children of Salami Roe, a trader": his
        if phrase.is_cut and phrase.head in lexicon.load("heads")["kin"]:
            break  # "the son of , a merchant": the name was lost
        found = _read(discourse, setting, who[0], phrase, complements, became=verb.lower in ("became", "becoming"))
        if not found and made and _continues_occupations(made[-1], phrase):
            found = [_listed_occupation(setting, who[0], phrase)]
        if not found:
            continue
        made.extend(found)
        if found[0].event_type == "kinship":
            kinship = lexicon.load("heads")["kin"]
            if not any(other.head in kinship and "of" in words_of(other) for other in run[run.index(phrase) + 1 :]):
                break  # "the daughter of Paul, a merchant": what follows is said of Paul
    return made


def _is_of_relative(complements: Complements, phrase: Phrase) -> bool:
    """Whether a phrase stands behind a name that ``children of`` brought in."""
    before = complements.phrases[complements.index(phrase) - 1]
    words = words_of(before)
    at = next((n for n, word in enumerate(words) if word in _MANY), None)
    return at is not None and words[at + 1 : at + 2] == ["of"] and before.units[-1].kind == NAME


_LEADING = {"rose", "came", "rise", "risen", "on", "nominated", "chosen", "elected", "appointed", "selected", "named"}
"""Words before ``to be`` or ``to become`` that lead to an office."""
_KIN_ONLY = {"mother", "father", "wife", "husband", "brother", "sister", "son", "daughter", "uncle", "aunt"}

_OF_LORDS = {"household", "service", "court", "employ", "entourage", "retinue", "suite", "family"}
"""What a lord has about him, so that an office behind his name is his."""

_MANY = {"children", "sons", "daughters", "parents", "brothers", "sisters", "siblings", "grandchildren"}


def _continues_occupations(last: Statement, phrase: Phrase) -> bool:
    """``a novelist, translator and salonnière``: a bare noun in a list of occupations is one, known or not."""
    if last.subtype != "occupation" or phrase.link not in (",", "and") or phrase.article or len(phrase.units) > 2:
        return False
    head = phrase.head
    is_post = fits(phrase, "office") and (len(phrase.units) > 1 or head == "chair")
    if head in ("but", "yet", "or", "nor", "also") or is_post or head.endswith("s"):
        return False  # "a painter of portraits, perspectives and still lifes"
    return all(unit.kind == WORD for unit in phrase.units) and not head.endswith(
        ("ed", "ing", "ly", "ous", "ful", "al")
    )


def _listed_occupation(setting: Setting, who: Who, phrase: Phrase) -> Statement:
    verb = setting.units[setting.clause.verb]
    trigger = Part("trigger", Span(verb.start, verb.end))
    parts = [trigger, *who.parts(setting.text), Part("object", phrase.span)]
    return make_predicate(setting, who, "attribute", "occupation", "predicate.occupation_listed", 0.82, parts, None)


def _has_term(setting: Setting, phrase: Phrase, complements: Complements) -> bool:
    """Whether a term is told with it, before or after: ``From 1946 to 1961 he was lecturer``, ``since 2015``."""
    fronted = setting.fronted.dated if setting.fronted is not None else None
    if phrase.article not in ("a", "an") and any(0 < unit.start - phrase.span.end < 24 for unit in complements.lengths):
        return True  # "its secretary for over twenty years"
    own = [unit.dated for unit, slot in complements.dates if slot != "outside" and unit.start >= phrase.span.end]
    at = complements.index(phrase)
    for other in complements.phrases[at : at + 3]:
        if other is not phrase and other.slot == "":
            break
        own += [unit.dated for unit in other.notes or () if unit.kind == DATE]  # "fellow at INRIA (1995–1997)"
    return any("/" in (dated.when.edtf or "") for dated in (fronted, *own) if dated is not None)


def _is_bare(complements: Complements) -> bool:
    """Whether the predicates stand without an article: ``was consul``, ``was mayor``; such a noun is an office."""
    run = complements.slot("")
    return bool(run) and run[0].article == "" and run[0].first.kind == WORD


def _is_held_in_a_body(phrase: Phrase) -> bool:
    """Whether what stands after ``of`` is a body or a named place: ``organist of St Thomas``, not ``of the period``."""
    at = next((place for place, unit in enumerate(phrase.units) if unit.lower == "of" and unit.kind == WORD), None)
    return at is not None and any(
        unit.kind == NAME or any(is_head(word, "body") for word in unit.lower.split()) for unit in phrase.units[at:]
    )


def _read(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements, *, became: bool
) -> list[Statement]:
    text = setting.text
    words = words_of(phrase)
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    event, subtype, rule, confidence = "", None, "", 0.93
    parts: list[Part] = []
    span = phrase.span
    if phrase.head in lexicon.load("heads")["associates"] or phrase.article in ("his", "her"):
        found = read_associate(discourse, setting.text, who, phrase, complements, setting)
        found = found or read_his_associate(discourse, setting, who, phrase, complements)
        if found:
            return found
    if phrase.head in kin and "of" in words:
        return read_kinship(discourse, setting, who, phrase, complements, kin[phrase.head].split()[0])
    if became and phrase.head in ("wife", "husband", "spouse") and phrase.article in ("his", "her"):
        return _wedding(discourse, setting, who, phrase, complements)
    school = read_student(phrase, complements)
    is_step = became or any(unit.kind == DATE for unit in phrase.notes or ())
    is_degree = is_step and phrase.head in ("doctor", "candidate") and "of" in words
    if school is not None or is_degree or (became and phrase.head in ("magister", "licentiate", "baccalaureus")):
        held = school or phrase.span
        told, rests_on = _term_of(setting, phrase, phrase.span, complements)
        trigger = Part("trigger", Span(setting.units[setting.clause.verb].start, phrase.first.end))
        parts = [trigger, *who.parts(text), Part("object", held), *parts_of(rests_on, setting.offset)]
        return [make_predicate(setting, who, "education", None, "predicate.student", 0.87, parts, told)]
    is_post = is_office(phrase) or is_rank(phrase) or (is_head(phrase.head, "office") and not phrase.article)
    if became and (is_post or not is_job(phrase)):
        return []
    if phrase.units[0].lower == "one" and phrase.head == "one" and "members" in words and words[-1] != "members":
        return _one_of_members(setting, who, phrase)
    if phrase.units[0].lower in ("one", "part", "able", "the-first"):
        return []
    if phrase.head in ("recipient", "recipients", "winner", "winners", "holder", "holders"):
        return []
    if phrase.head in ("citizen", "subject") and any(unit.kind == NAME for unit in phrase.units) and "of" not in words:
        told, rests_on = _term_of(setting, phrase, span, complements)
        parts = [Part("trigger", _verb_span(setting)), *who.parts(text), Part("object", span)]
        parts += parts_of(rests_on, setting.offset)
        return [make_predicate(setting, who, "attribute", "citizenship", "predicate.citizen", 0.88, parts, told)]
    if is_award(phrase):
        return _distinction(setting, who, phrase, complements, became=became)
    if fits(phrase, "membership"):
        event, subtype, rule = "membership", "member", "predicate.member"
        whole = extend_body(text, phrase, complements).end
        span = Span(body_of_membership(text, span).start, whole) if whole > span.end else body_of_membership(text, span)
    elif (
        is_rank(phrase) and not phrase.article and phrase.first.kind == WORD and _has_term(setting, phrase, complements)
    ):
        event, rule = "tenure", "predicate.office"  # "was brigade major at Quetta 1905–1909"
    elif is_rank(phrase) and phrase.units[0].kind == NAME:
        event, subtype, rule = "attribute", "rank", "predicate.rank"
    elif (fits(phrase, "office") and (_is_bare(complements) and phrase.first.kind == WORD) and not became) or (
        (is_office(phrase) or (fits(phrase, "office") and phrase.article in ("its", "their", "his", "her")))
        and (
            _has_term(setting, phrase, complements)
            or is_sent_to(complements, phrase)
            or (
                ("of" in words or any(unit.kind == NAME for unit in phrase.units) or _is_held_at(complements, phrase))
                and not (is_job(phrase) and not (_is_held_in_a_body(phrase) or _is_held_at(complements, phrase)))
            )
        )
    ):
        is_calling = is_called(complements, phrase) and not _has_term(setting, phrase, complements)
        at = complements.index(phrase) + 1
        if is_calling and not any(each.slot in ("to", "for", "at") for each in complements.phrases[at : at + 1]):
            # "was a Nigerian Anglican bishop": what somebody was, no office of his
            head = [Part("trigger", _verb_span(setting)), *who.parts(text), Part("object", span)]
            return [make_predicate(setting, who, "attribute", "occupation", "predicate.occupation", 0.87, head, None)]
        rose = setting.clause.kind == INFINITIVE
        event, rule = ("appointment", "predicate.rose") if rose else ("tenure", "predicate.office")
        span = extend_office(text, phrase, complements)
        parts.extend(office_parts(text, span))
        discourse.tell_office(who.name, span)
    elif is_head(phrase.head, "allegiance") and (phrase.units[-1].kind == NAME or phrase.article in ("a", "an")):
        event, subtype, rule = "attribute", "allegiance", "predicate.allegiance"
    elif is_job(phrase) or is_head(phrase.head, "occupation"):
        if who.person is None and names_behind(complements, phrase):
            return []
        event, subtype, rule = "attribute", "occupation", "predicate.occupation"
        if "of" in words or any(unit.kind == NAME for unit in phrase.units[1:]):
            confidence = 0.85
    elif _is_dignity(setting, phrase, complements):
        event, rule, confidence = "tenure", "predicate.dignity", 0.84
        span = extend_office(text, phrase, complements)
    else:
        return []
    parts = [
        Part("trigger", Span(setting.units[setting.clause.verb].start, setting.units[setting.clause.verb].end)),
        *who.parts(text), Part("object", span), *parts,
    ]  # fmt: skip
    if event == "tenure" or subtype == "occupation":
        place = place_of_predicate(setting, complements, phrase, span.end)
        parts += [place] if place is not None else []
    dated: Dated | None = None
    if event in ("tenure", "membership", "appointment") or subtype == "occupation" or phrase.notes:
        dated, rests_on = _term_of(setting, phrase, span, complements, is_alone=subtype == "occupation")
        parts.extend(parts_of(rests_on, setting.offset))
    made = [make_predicate(setting, who, event, subtype, rule, confidence, parts, dated)]
    if event == "membership":
        for body in further_bodies(complements, phrase):
            noted = [unit.dated for unit in body.notes or () if unit.kind == DATE]
            behind = [unit.dated for unit, _ in complements.dates if unit.start >= body.span.end]
            own = next(iter(noted + behind), None) or dated
            further = [Part("object", body.span) if part.part == "object" else part for part in parts]
            if own is not None and own is not dated:  # "of the Academy in 1793 and of the Society in 1794"
                further = [part for part in further if part.part not in ("date", "date_anchor")]
                further += own.parts(setting.offset)
            made.append(make_predicate(setting, who, event, subtype, rule, confidence, further, own))
    if event == "tenure":
        kept = [part for part in parts if part.part not in ("date", "date_anchor")]
        for each in _further_dates(setting, complements, dated):  # "mayor in 1880, 1884 and 1891"
            again = [*kept, *each.parts(setting.offset)]
            made.append(make_predicate(setting, who, event, subtype, rule, confidence, again, each))
    return made


def _further_dates(setting: Setting, complements: Complements, dated: Dated | None) -> list[Dated]:
    """The dates that stand with a predicate's date as its equals, behind it or in its bracket."""
    own = next((unit for unit, _ in complements.dates if unit.dated is dated), None)
    return following_dates(setting.units, own) if own is not None else further_notes(complements, dated)


def further_notes(complements: Complements, dated: Dated | None) -> list[Dated]:
    """The dates behind the first in one bracket: ``laureate of the Prize (1948, 1951)``."""
    for phrase in complements.phrases:
        inner = [unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None]
        if dated is not None and inner and inner[0] is dated:
            return inner[1:]
    return []


def _is_held_at(complements: Complements, phrase: Phrase) -> bool:
    """Whether a named body or school stands right behind: ``a visiting professor at King's College``."""
    at = complements.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    return (
        following is not None and following.slot == "at" and not following.link and following.first.kind == NAME
        and (is_head(following.head, "school") or is_head(following.head, "body"))
    )  # fmt: skip


def _is_dignity(setting: Setting, phrase: Phrase, complements: Complements) -> bool:
    """``was aliʻi nui of the island from 1804 until``: a bare noun with a term is an office, known or not."""
    is_noun = (
        phrase.article == "" and phrase.first.kind == WORD and not phrase.first.lower.endswith(("ly", "ed", "ing"))
    )
    return is_noun and "of" in words_of(phrase)[1:] and _has_term(setting, phrase, complements) and len(phrase.head) > 2


def _one_of_members(setting: Setting, who: Who, phrase: Phrase) -> list[Statement]:
    """``was one of the founding members of the Institute``."""
    at = next(place for place, unit in enumerate(phrase.units) if "members" in unit.lower.split())
    behind = phrase.units[at + 1 :]
    if len(behind) < 2 or behind[0].lower != "of" or not any(unit.kind == NAME for unit in behind):
        return []
    begin = 2 if len(behind) > 2 and behind[1].lower in ("the", "its") else 1
    parts = [Part("trigger", _verb_span(setting)), *who.parts(setting.text)]
    parts.append(Part("object", Span(behind[begin].start, behind[-1].end)))
    return [make_predicate(setting, who, "membership", "member", "predicate.member", 0.87, parts, None)]


def _verb_span(setting: Setting) -> Span:
    verb = setting.units[setting.clause.verb]
    return Span(verb.start, verb.end)


def _distinction(
    setting: Setting, who: Who, phrase: Phrase, complements: Complements, *, became: bool
) -> list[Statement]:
    """``was world champion in 1905``: with a date an award, without one what somebody is."""
    dated, rests_on = _term_of(setting, phrase, phrase.span, complements)
    verb = setting.units[setting.clause.verb]
    parts = [
        Part("trigger", Span(verb.start, verb.end)), *who.parts(setting.text), Part("object", phrase.span),
        *parts_of(rests_on, setting.offset),
    ]  # fmt: skip
    is_order = any(is_head(word, "award_of") for word in words_of(phrase)) and phrase.head not in ("champion", "hero")
    if dated is None and not became and (is_order or words_of(phrase)[0] == "honorary"):
        return [make_predicate(setting, who, "award", None, "predicate.award", 0.82, parts, None)]
    if dated is None and not became:
        return [make_predicate(setting, who, "attribute", "occupation", "predicate.distinction", 0.82, parts, None)]
    if became:
        return []
    made = [make_predicate(setting, who, "award", None, "predicate.award", 0.84, parts, dated)]
    kept = [part for part in parts if part.part not in ("date", "date_anchor")]
    for each in _further_dates(setting, complements, dated):
        again = [*kept, *each.parts(setting.offset)]
        made.append(make_predicate(setting, who, "award", None, "predicate.award", 0.84, again, each))
    return made


def _term_of(
    setting: Setting, phrase: Phrase, span: Span, complements: Complements, *, is_alone: bool = False
) -> tuple[Dated | None, tuple[Dated, ...]]:
    """When one of several predicates held: the bracket or date behind it, else what opens the clause.

    A date behind a later predicate reaches an earlier one only where both make one phrase (``lecturer and reader``),
    and never one that stands alone: ``an economist and governor of the National Bank (1950–1958)``.
    """
    following = further_predicates(complements, span)
    limit = setting.units[-1].end
    for other in following:
        is_own = all("of" in words_of(each) and any(u.kind == NAME for u in each.units) for each in (phrase, other))
        if is_own or is_alone or (other.link != "and" and not (len(phrase.units) == 1 and len(other.units) <= 2)):
            limit = other.span.start
            break
        if "," in setting.text[span.end : other.span.start]:
            limit = other.span.start
            break
    for noted in complements.phrases:
        if noted.notes and min(span.start, phrase.span.start) <= noted.span.start < limit:
            found = next((unit.dated for unit in noted.notes if unit.kind == DATE and unit.dated is not None), None)
            if found is not None:
                return found, (found,)
    own = [
        unit
        for unit, slot in complements.dates
        if slot not in ("outside", "aside") and span.end <= unit.start < limit and unit.dated is not None
    ]
    amid = [unit for unit, slot in complements.dates if slot != "outside" and unit.end <= phrase.span.start]
    if not own and amid and phrase is complements.slot("")[0]:
        own = amid[:1]  # "was from 1900 to 1910 professor of law"
    if own and setting.fronted is not None and opens_gap(setting.units, own[0]):
        own = []  # "From 1900 he was professor at Jena, from 1905 at Bonn": each has its own beginning
    if own and stands_after_until(setting.units, setting.clause.verb, own[0]):
        assert own[0].dated is not None
        return end_only(own[0].dated), (own[0].dated,)
    words = setting.text[max(setting.units[0].start, span.start - 14) : span.start].lower().split()
    if not own and words and words[-1] in ("thereafter", "later", "then", "afterwards", "subsequently"):
        return None, ()  # "until 1900 curator, thereafter director"
    begun = setting.units[setting.clause.begin : setting.clause.verb]
    before = next((unit for unit in reversed(begun) if unit.kind == DATE and unit.dated is not None), None)
    is_aside = setting.clause.kind == RELATIVE or setting.clause.connector in ("where", "because", "although", "though")
    chosen = own[0] if own else before or (None if is_aside else setting.fronted)
    return (None, ()) if chosen is None else close_term(setting.units, chosen)


def _wedding(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements
) -> list[Statement]:
    """``In 1875 Mary Smith became his wife``: a marriage of whom ``his`` means."""
    owner = discourse.subject_who(-0.04)
    if who.name == owner.name or who.span is None:
        return []
    dated, rests_on = _term_of(setting, phrase, phrase.span, complements)
    named = None if setting.text[who.span.start : who.span.end] == who.name else who.name
    trigger = Part("trigger", Span(phrase.units[-1].start, phrase.units[-1].end))
    parts = [
        trigger,
        *owner.parts(setting.text),
        Part("object", who.span, None, named),
        *parts_of(rests_on, setting.offset),
    ]
    return [make_predicate(setting, owner, "marriage", None, "predicate.marriage", 0.88, parts, dated)]
