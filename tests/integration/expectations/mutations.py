"""Breakages planted in the composed edition: the law that must catch each, the SQL that plants it, and what else rightly
fails because of it (``also``).
"""

from typing import NamedTuple


class Mutation(NamedTuple):
    """One planted breakage."""

    law: str
    sql: str
    also: tuple[str, ...] = ()


ANNA, EVA = (f"(select entity_id from entities where label = '{name}')" for name in ("Anna Berg", "Eva Berg"))


def claim(number: int, **columns: str) -> str:
    """A change of one claim, by its place in the composed texts."""
    return f"update claims set {', '.join(f'{n} = {v}' for n, v in columns.items())} where claim_id = 'c{number:05d}'"


def date(number: int, edtf: str, earliest: str, latest: str, **more: str) -> str:
    """Another date, whole, on one claim and its event."""
    columns = {
        "date_edtf": f"'{edtf}'",
        "date_earliest": f"date '{earliest}'",
        "date_latest": f"date '{latest}'",
    } | more
    both = ", ".join(f"{name} = {value}" for name, value in columns.items() if name not in ("date_text", "date_basis"))
    return (
        claim(number, **columns)
        + f"; update events set {both.replace(', date_precision = ' + columns.get('date_precision', ''), '')} "
        + f"where preferred_claim_id = 'c{number:05d}'"
    )


# ruff: noqa: E501 - each breakage stands on a line of its own
# fmt: off
MUTATIONS = [
    # sources
    Mutation("sources.digest_is_sha256", "update sources set sha256 = 'abc' where source_id = 'a'", ("claims.digest_is_the_sources", "passages.passages_give_the_bytes_back", "sources.latest_version_is_kept")),
    Mutation("sources.latest_version_is_kept", "update source_versions set byte_count = 1 where source_id = 'a'"),
    Mutation("sources.path_lies_in_the_folder", "update sources set path = '../a.txt' where source_id = 'a'", ("claims.digest_is_the_sources",)),
    Mutation("sources.problem_is_told", "update sources set status = 'quarantined' where source_id = 'a'", ("claims.source_is_normalized", "sources.read_source_has_passages")),
    Mutation("sources.read_source_has_layout", "update sources set layout = null where source_id = 'a'"),
    Mutation("sources.read_source_has_passages", "delete from passages where source_id = 'a'", ("claims.passage_id_is_known",)),
    Mutation("sources.transactions_are_in_order", "update sources set first_tx = 3, last_tx = 1 where source_id = 'a'"),
    Mutation("sources.subject_is_a_person", "update entities set kind = 'place' where label = 'Carl Dahl'", ("claims.only_persons_live",)),
    Mutation("source_versions.versions_are_numbered", "update source_versions set version = 3 where source_id = 'a'", ("sources.latest_version_is_kept",)),
    Mutation("source_versions.one_version_stands", "update source_versions set first_tx = 3, last_tx = 2 where source_id = 'a'"),
    # passages, gaps
    Mutation("passages.blank_is_blank", "update passages set text = '   ' where passage_id = 'a:5'", ("claims.quote_stands_at_its_offsets", "passages.passages_give_the_bytes_back", "passages.text_has_its_length")),
    Mutation("passages.passages_give_the_bytes_back", "update passages set text = replace(text, 'Lund', 'Lond') where passage_id = 'a:2'", ("claims.quote_stands_at_its_offsets",)),
    Mutation("passages.passages_tile", "update passages set passage_start = passage_start + 1 where passage_id = 'a:5'", ("claims.quote_begins_in_its_passage", "passages.text_has_its_length")),
    Mutation("passages.text_has_its_length", "update passages set text = text || ' ' where passage_id = 'a:5'", ("passages.passages_give_the_bytes_back",)),
    Mutation("passages.kind_is_listed", "update passages set kind = 'poem' where passage_id = 'a:5'"),
    Mutation("gaps.gap_lies_in_its_passage", "update gaps set gap_start = 0, gap_end = 0"),
    Mutation("gaps.gap_start_is_in_order", "update gaps set gap_end = gap_start - 1"),
    # citations
    Mutation("citations.empty_reference_is_empty", "update citations set is_empty = true where reference_number = 1"),
    Mutation("citations.entry_lies_in_the_text", "update citations set citation_end = citation_end + 999 where reference_number = 3"),
    Mutation("citations.no_number_is_skipped", "update citations set reference_number = 4 where reference_number = 3"),
    Mutation("citations.number_is_there_once", "update citations set reference_number = 1 where reference_number = 3", ("citations.numbers_are_in_order",)),
    Mutation("citations.numbers_are_in_order", "update citations set reference_number = 4 - reference_number where reference_number <> 2"),
    Mutation("citations.title_stands_in_its_entry", "update citations set title = 'Another book' where reference_number = 1"),
    Mutation("citations.published_date_is_edtf", "update citations set published_edtf = 'May 1999' where reference_number = 1"),
    # claims: dates
    Mutation("claims.basis_fits_the_words", claim(3, date_basis="'inferred'")),
    Mutation("claims.bounds_are_those_of_the_edtf", claim(3, date_latest="date '1905-12-30'")),
    Mutation("claims.bounds_are_those_of_the_edtf", claim(3, date_edtf="'nineteen'"), ("events.shows_its_preferred_claim",)),
    Mutation("claims.date_is_whole", claim(3, calendar="null")),
    Mutation("claims.date_words_are_read", "update claims set date_text = 'in the year of the flood' where claim_id = 'c00036'"),
    Mutation("claims.inner_bounds_are_an_intervals", claim(8, date_start_latest="date '1920-06-04'")),
    Mutation("claims.precision_fits_the_edtf", claim(3, date_precision="'month'")),
    Mutation("claims.qualifier_fits_the_edtf", claim(5, date_qualifier="null")),
    Mutation("claims.quote_holds_the_date", date(3, "1925", "1925-01-01", "1925-12-31")),
    Mutation("claims.bounds_are_in_order", claim(2, date_start_latest="date '1909-12-31'")),
    Mutation("claims.completed_date_fits_the_age", date(11, "2020", "2020-01-01", "2020-12-31"), ("claims.completed_date_lies_in_the_life", "claims.happens_not_after_death")),
    Mutation("claims.completed_date_keeps_the_order", date(64, "1930-03", "1930-03-01", "1930-03-31")),
    Mutation("claims.completed_date_lies_in_the_life", date(11, "1951", "1951-01-01", "1951-12-31"), ("claims.happens_not_after_death",)),
    # claims: lives
    Mutation("claims.deeds_have_their_age", date(15, "1881", "1881-01-01", "1881-12-31", date_precision="'year'", date_text="null", date_basis="'inferred'"), ("claims.completed_date_fits_the_age",)),
    Mutation("claims.happens_not_after_death", date(16, "1960", "1960-01-01", "1960-12-31"), ("claims.quote_holds_the_date",)),
    Mutation("claims.happens_not_before_birth", date(16, "1870", "1870-01-01", "1870-12-31"), ("claims.quote_holds_the_date",)),
    Mutation("claims.justice_takes_its_course", date(9, "1919-09", "1919-09-01", "1919-09-30")),
    Mutation("claims.marries_the_living", date(57, "1904", "1904-01-01", "1904-12-31"), ("claims.happens_not_after_death", "claims.quote_holds_the_date")),
    Mutation("claims.nobody_is_their_own_relative", claim(3, object_id=ANNA), ("events.shows_its_preferred_claim",)),
    Mutation("claims.offices_not_before_fourteen", date(58, "1880/1918", "1880-01-01", "1918-12-31", date_start_latest="date '1880-12-31'"), ("events.neighbours_in_office_agree", "events.one_seat_has_one_holder")),
    Mutation("claims.only_persons_live", "update claims set subject_id = (select entity_id from entities where label = 'Lund') where claim_id = 'c00060'", ("event_claims.event_is_one_persons", "events.shows_its_preferred_claim")),
    Mutation("claims.parents_are_older", date(60, "1881", "1881-01-01", "1881-12-31"), ("claims.quote_holds_the_date",)),
    # claims: provenance
    Mutation("claims.digest_is_the_sources", claim(3, source_version="2")),
    Mutation("claims.quote_begins_in_its_passage", claim(3, passage_id="'a:9'")),
    Mutation("claims.quote_stands_at_its_offsets", claim(3, quote="replace(quote, 'married', 'wedded')")),
    Mutation("claims.section_is_its_passages", claim(3, section_path="'Early life'")),
    Mutation("claims.source_is_normalized", "update sources set status = 'withdrawn' where source_id = 'b'"),
    Mutation("claims.reference_is_the_pages", claim(61, reference_number="9")),
    Mutation("claims.quote_is_prose_of_the_page", "update passages set kind = 'debris' where passage_id = 'a:5'"),
    Mutation("claims.belongs_to_one_event", "delete from event_claims where claim_id = 'c00016'", ("events.counts_are_those_of_its_claims", "events.preferred_claim_is_its_own")),
    Mutation("claims.confidence_is_a_share", claim(3, confidence="1.5")),
    Mutation("claims.duration_is_iso", claim(3, duration="'two years'")),
    Mutation("claims.figure_is_whole", claim(13, figure_low="5.0", figure_high="9.0")),
    Mutation("claims.nothing_is_told_twice", "insert into claims select * replace ('c99999' as claim_id) from claims where claim_id = 'c00016'", ("claims.belongs_to_one_event", "source_overview.counts_do_not_fan_out")),
    Mutation("claims.quotation_has_its_words", claim(14, object_text="null")),
    Mutation("claims.words_are_no_blank", claim(3, subject_text="' '")),
    Mutation("claims.family_is_the_types", claim(3, family="'career'")),
    Mutation("claims.subtype_is_the_types", claim(3, subtype="'judicial'")),
    Mutation("claims.event_type_is_listed", claim(14, event_type="'whisper'"), ("event_claims.claim_tells_its_event",)),
    Mutation("claims.subject_id_is_known", claim(16, subject_id="'nobody'"), ("event_claims.event_is_one_persons", "events.shows_its_preferred_claim")),
    Mutation("claims.nothing_needed_is_missing", claim(16, extractor="null")),
    Mutation("claims.key_is_unique", "insert into claims from claims where claim_id = 'c00016'", ("claims.nothing_is_told_twice", "events.counts_are_those_of_its_claims", "source_overview.counts_do_not_fan_out")),
    Mutation("claims.columns_are_those_declared", "alter table claims add column mood varchar"),
    # parts
    Mutation("claim_parts.part_has_words_or_value", "update claim_parts set text = null, value = null where claim_id = 'c00003' and part = 'date'", ("claim_parts.part_stands_at_its_offsets",)),
    Mutation("claim_parts.part_is_numbered", "update claim_parts set ordinal = 7 where claim_id = 'c00003' and ordinal = 1"),
    Mutation("claim_parts.part_stands_at_its_offsets", "update claim_parts set part_start = part_start + 1, part_end = part_end + 1 where claim_id = 'c00003' and ordinal = 0"),
    Mutation("claim_parts.participant_has_a_role", "update claim_parts set role = null where claim_id = 'c00002' and role = 'successor'"),
    Mutation("claim_parts.claim_id_is_known", "update claim_parts set claim_id = 'nothing' where claim_id = 'c00036'"),
    # entities
    Mutation("entities.label_is_a_name", "update entities set label = ' ' where label = 'Kalmar'"),
    Mutation("entities.someone_speaks_of_it", "insert into entities values ('eghost', 'person', 'Nobody')", ("persons.leaves_nobody_out",)),
    Mutation("entity_aliases.alias_stands_in_its_source", "update entity_aliases set claim_id = 'c00060' where claim_id = 'c00000'"),
    # events
    Mutation("events.born_and_dead_once", "update events set event_type = 'birth', family = 'life', date_edtf = '1880', date_earliest = date '1880-01-01', date_latest = date '1880-12-31' where preferred_claim_id = 'c00016'", ("event_claims.claim_tells_its_event", "events.shows_its_preferred_claim")),
    Mutation("events.counts_are_those_of_its_claims", "update events set claim_count = 5 where preferred_claim_id = 'c00016'"),
    Mutation("events.lives_are_of_human_length", date(57, "2020", "2020-01-01", "2020-12-31"), ("claims.quote_holds_the_date",)),
    Mutation("events.neighbours_in_office_agree", "update claim_parts set role = case role when 'successor' then 'predecessor' else 'successor' end where claim_id = 'c00002' and part = 'participant'"),
    Mutation("events.one_seat_has_one_holder", "update events set date_edtf = '1912/1918', date_earliest = date '1912-01-01', date_start_latest = date '1912-12-31' where preferred_claim_id = 'c00058'", ("events.shows_its_preferred_claim",)),
    Mutation("events.preferred_claim_is_its_own", "update events set preferred_claim_id = 'c00017' where preferred_claim_id = 'c00016'", ("events.shows_its_preferred_claim",)),
    Mutation("events.shows_its_preferred_claim", "update events set modality = 'alleged' where preferred_claim_id = 'c00016'"),
    Mutation("events.witnesses_are_no_more_than_claims", "update events set witness_count = 2, status = 'corroborated' where preferred_claim_id = 'c00016'"),
    Mutation("event_claims.claim_tells_its_event", "update events set event_type = 'employment', family = 'career' where preferred_claim_id = 'c00036'"),
    Mutation("event_claims.event_is_one_persons", f"update claims set subject_id = {EVA} where claim_id = 'c00061'"),
    Mutation("event_claims.witness_id_is_known", "update event_claims set witness_id = 'w9' where claim_id = 'c00016'"),
    Mutation("witnesses.witness_speaks", "insert into witnesses from (select * replace ('w9' as witness_id) from witnesses limit 1)"),
    # support
    Mutation("claim_support.number_is_the_citations", "update claim_support set reference_number = 1"),
    Mutation("claim_support.score_is_a_share", "update claim_support set score = 7"),
    Mutation("claim_support.stated_in_its_own_reference", "update claims set quote_start = 0, quote_end = 5, quote = 'Carl ' where claim_id = 'c00061'", ("claims.quote_begins_in_its_passage",)),
    # contradictions
    Mutation("contradictions.explained_is_explained", "update contradictions set explanation = 'unexplained'"),
    Mutation("contradictions.has_two_sides", "delete from contradiction_claims where claim_id = 'c00061'"),
    Mutation("contradictions.ruled_has_its_ruling", "update contradictions set status = 'ruled'"),
    Mutation("contradictions.kind_is_listed", "update contradictions set kind = 'mood'"),
    Mutation("contradiction_claims.side_belongs_to_the_event", "update contradiction_claims set claim_id = 'c00016' where claim_id = 'c00061'"),
    # log, rulings, quarantine, quality
    Mutation("transactions.log_is_a_chain", "update transactions set parent_hash = 'abc' where tx = 2"),
    Mutation("replaced_ids.replaced_id_is_gone", f"update replaced_ids set old_id = {EVA}"),
    Mutation("quarantine.nothing_is_set_aside", "insert into quarantine values ('claims', 'c88888', 'claims.confidence_is_a_share', '1.5', 3)"),
    Mutation("quarantine.set_aside_stands_nowhere", "insert into quarantine values ('claims', 'c00016', 'claims.confidence_is_a_share', '1.5', 3)", ("quarantine.nothing_is_set_aside",)),
    Mutation("quality_results.failure_is_counted", "update quality_results set failing_count = 3"),
    # marts
    Mutation("persons.leaves_nobody_out", "delete from persons where name = 'Olaf Holm'"),
    Mutation("timeline.leaves_nothing_out", "delete from timeline where claim_id = 'c00016'"),
    Mutation("office_tenures.leaves_nothing_out", "delete from office_tenures where person = 'Carl Dahl'"),
    Mutation("award_list.leaves_nothing_out", "delete from award_list"),
    Mutation("disagreements.leaves_nothing_out", "delete from disagreements"),
    Mutation("citation_uses.leaves_nothing_out", "delete from citation_uses where reference_number = 1"),
    Mutation("source_overview.leaves_nothing_out", "delete from source_overview where source_id = 'a'"),
    Mutation("source_overview.counts_do_not_fan_out", "update source_overview set claim_count = 2 * claim_count"),
    # shares
    Mutation("claims.claims_without_date_within_bounds", "update claims set date_text = null, date_edtf = null, date_earliest = null, date_start_latest = null, date_end_earliest = null, date_latest = null, date_precision = null, date_qualifier = null, calendar = null, date_basis = null", ("events.shows_its_preferred_claim",)),
    Mutation("passages.passages_without_claim_within_bounds", "delete from claims where claim_id > 'c00020'", ("claim_parts.claim_id_is_known", "claim_support.claim_id_is_known", "contradiction_claims.claim_id_is_known", "entities.someone_speaks_of_it", "entity_aliases.claim_id_is_known", "event_claims.claim_id_is_known", "events.counts_are_those_of_its_claims", "events.preferred_claim_id_is_known", "person_names.claim_id_is_known", "source_overview.counts_do_not_fan_out", "timeline.claim_id_is_known")),
]
