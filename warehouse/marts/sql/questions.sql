-- Questions by name: table macros over marts and tables. A name is found in any form and script a source writes it in,
-- whole or in part, whatever the order of its words, without regard to case and accents.

-- The entities a name may mean: one form of their name holds every word of it. What was found is gathered in a list
-- and taken out of it again, so that the planner takes it for little and looks up large tables by it.
create or replace macro named(wanted_name) as table
    with
    wanted as materialized (select list_distinct(to_words(wanted_name)) as words),
    found as (
        select entity_id
        from name_words
        where word in (select unnest(words) from wanted)
        group by entity_id
        having count(*) = (select len(words) from wanted)
    ),
    listed as materialized (select unnest(list(entity_id)) as entity_id from found),
    forms as (
        select entity_id, label as name from entities where entity_id in (from listed)
        union all
        select entity_id, name from entity_aliases where entity_id in (from listed)
    )
    select unnest(list(distinct entity_id)) as entity_id
    from forms
    where list_has_all(to_words(name), (select words from wanted));

-- What happened to whoever bears a name, in order of time.
create or replace macro timeline_of(wanted_name) as table
    with meant as materialized (
        select entity_id, label from entities where entity_id in (from named(wanted_name))
    )
    select person, date_edtf, label, place, certainty, quote, source_path, reference_numbers, * exclude (
        person, date_edtf, label, place, certainty, quote, source_path, reference_numbers
    )
    from timeline
    where person_id in (select entity_id from meant)
        -- the timeline lies in the order of names, so that little of it need be looked at
        and person in (select label from meant)
    order by date_earliest nulls last, date_latest, event_id;

-- Whether a tenure with these bounds lies on a day: certain between the last possible beginning and the first possible
-- end, possible between the first and the last, else null.
create or replace macro on_day(wanted_day, start_earliest, start_latest, end_earliest, end_latest) as
    case
        when wanted_day between start_latest and end_earliest then 'certain'
        when wanted_day between coalesce(start_earliest, end_earliest) and coalesce(end_latest, date '9999-12-31')
            then 'possible'
    end;

-- Who held an office on a day.
create or replace macro holders_on(wanted_office, wanted_day) as table
    select
        person, office, date_edtf,
        on_day(cast(wanted_day as date), start_earliest, start_latest, end_earliest, end_latest) as on_that_day,
        certainty, predecessor, successor, sources, person_id, office_id, event_id
    from office_tenures
    where office_id in (from named(wanted_office)) and on_that_day is not null
    order by on_that_day, person, office, event_id;

-- Which offices a person held on a day.
create or replace macro what_held(wanted_person, wanted_day) as table
    with
    meant as materialized (
        select entity_id, label from entities where entity_id in (from named(wanted_person))
    ),
    own as materialized (
        from office_tenures
        where person_id in (select entity_id from meant) and person in (select label from meant)
    )
    select
        person, office, date_edtf,
        on_day(cast(wanted_day as date), start_earliest, start_latest, end_earliest, end_latest) as on_that_day,
        certainty, predecessor, successor, sources, person_id, office_id, event_id
    from own
    where on_that_day is not null
    order by on_that_day, office, event_id;

-- The sentence a claim stands in, and where that stands.
create or replace macro sentence(wanted_claim) as table
    select
        claims.claim_id,
        claims.sentence,
        claims.quote,
        claims.section_path,
        claims.source_path,
        claims.source_sha256,
        claims.quote_start,
        claims.quote_end,
        claims.reference_number,
        passages.text as passage
    from claim_provenance as claims
    join passages
        on passages.source_id = claims.source_id
        and claims.quote_start between passages.passage_start and passages.passage_end - 1
    where claims.claim_id = wanted_claim;

-- Passages and names that hold some words, or words that begin or end so; the rarer and denser the words, the higher.
create or replace macro search(wanted_words) as table
    with
    wanted as (select distinct unnest(to_words(wanted_words)) as word),
    texts as not materialized (
        select 'passage' as found_in, passage_id as id, source_id, section_path, text, passage_end - passage_start as size
        from passages
        where kind not in ('blank', 'debris')
        union all
        select 'name', entity_id, min(source_id), null, name, length(name)
        from entity_aliases
        group by entity_id, name
    ),
    sizes as (select count(*) as text_count, avg(size) as usual_size from texts),
    folded as (select *, fold(text) as folded from texts),
    hits as materialized (
        select folded.*, wanted.word, (length(folded) - length(replace(folded, word, ''))) / length(word) as times
        from folded
        join wanted on contains(folded.folded, wanted.word)
    ),
    weights as (
        select word, ln(1 + any_value(text_count) / count(*)) as weight from hits, sizes group by word
    ),
    -- BM25 with its usual constants (k1 = 1.2, b = 0.75)
    ranked as (
        select
            found_in, id, any_value(source_id) as source_id, any_value(section_path) as section_path,
            text, count(*) as words_found,
            sum(weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * size / usual_size))) as score
        from hits
        join weights using (word)
        cross join sizes
        group by found_in, id, text
    )
    select found_in, round(score, 3) as score, words_found, sources.path as source_path, section_path, text, id
    from ranked
    join sources using (source_id)
    order by words_found desc, score desc, found_in, id, text;
