-- Questions by name: table macros over marts and tables. A name is found in any form and script a source writes it in,
-- whole or in part, whatever the order of its words, without regard to case and accents.

create or replace macro is_named(written, wanted) as
    contains(fold(written), to_words(wanted)[-1]) and list_has_all(to_words(written), to_words(wanted));

-- The entities a name may mean: one form of their name holds every word of it.
create or replace macro named(wanted_name) as table
    with
    wanted as materialized (select list_distinct(to_words(wanted_name)) as words),
    found as materialized (
        select entity_id
        from name_words
        where word in (select unnest(words) from wanted)
        group by entity_id
        having count(*) = (select len(words) from wanted)
    ),
    forms as (
        select entity_id, label as name from entities where entity_id in (from found)
        union
        select entity_id, name from entity_aliases where entity_id in (from found)
    )
    select distinct entity_id from forms where list_has_all(to_words(name), (select words from wanted));

-- What happened to whoever bears a name, in order of time.
create or replace macro timeline_of(wanted_name) as table
    select person, date_edtf, label, place, certainty, quote, source_path, reference_numbers, * exclude (
        person, date_edtf, label, place, certainty, quote, source_path, reference_numbers
    )
    from timeline
    where person_id in (from named(wanted_name))
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
    where (is_named(office, wanted_office) or office_id in (from named(wanted_office)))
        and on_that_day is not null
    order by on_that_day, person, office, event_id;

-- Which offices a person held on a day.
create or replace macro what_held(wanted_person, wanted_day) as table
    with own as materialized (from office_tenures where person_id in (from named(wanted_person)))
    select
        person, office, date_edtf,
        on_day(cast(wanted_day as date), start_earliest, start_latest, end_earliest, end_latest) as on_that_day,
        certainty, predecessor, successor, sources, person_id, office_id, event_id
    from own
    where on_that_day is not null
    order by on_that_day, office, event_id;

-- The sentence a claim stands in, and where that stands.
create or replace macro sentence(wanted_claim) as table
    with placed as (
        select
            claims.*,
            passages.text,
            passages.text[:claims.quote_start - passages.passage_start] as before,
            passages.text[claims.quote_start - passages.passage_start + length(claims.quote) + 1:] as after
        from claims
        -- by the source too: passages lie in its order, so that most of them need not be looked at
        join passages on passages.source_id = claims.source_id and passages.passage_id = claims.passage_id
        where claims.claim_id = wanted_claim
    )
    select
        claim_id,
        trim(
            regexp_extract(before, '[^.!?\n]*$') || quote
            || if(regexp_matches(quote, '[.!?]\s*$'), '', regexp_extract(after, '^[^.!?\n]*[.!?]?'))
        ) as sentence,
        quote,
        section_path,
        source_path,
        source_sha256,
        quote_start,
        quote_end,
        reference_number,
        text as passage
    from placed;

-- Passages and names that hold some words, or words that begin or end so; the rarer and denser the words, the higher.
create or replace macro search(wanted_words) as table
    with
    wanted as (select distinct unnest(to_words(wanted_words)) as word),
    texts as (
        select 'passage' as found_in, passage_id as id, source_id, section_path, text, fold(text) as folded
        from passages
        where kind not in ('blank', 'debris')
        union all
        select 'name', entity_id, source_id, null, name, fold(name)
        from entity_aliases
    ),
    hits as (
        select texts.*, wanted.word, (length(folded) - length(replace(folded, word, ''))) / length(word) as times
        from texts
        join wanted on contains(texts.folded, wanted.word)
    ),
    weights as (
        select word, ln(1 + (select count(*) from texts) / count(*)) as weight from hits group by word
    ),
    -- BM25 with its usual constants (k1 = 1.2, b = 0.75)
    ranked as (
        select
            found_in, id, any_value(source_id) as source_id, any_value(section_path) as section_path,
            any_value(text) as text, count(*) as words_found,
            sum(weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length(folded)
                / (select avg(length(folded)) from texts)))) as score
        from hits
        join weights using (word)
        group by found_in, id
    )
    select found_in, round(score, 3) as score, words_found, sources.path as source_path, section_path, text, id
    from ranked
    join sources using (source_id)
    order by words_found desc, score desc, found_in, id;
