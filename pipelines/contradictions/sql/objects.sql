-- What happened, told otherwise: a cause, charge or penalty in one event; another office, award or spouse on one day.
create or replace temp table found_objects as
with
worded as (
    select
        grouped.group_key, told.came, told.group_type, told.object_text, told.voice, told.source_id,
        list_transform(
            list_filter(
                list_distinct(string_split_regex(lower(told.object_text), '[^\p{L}\p{N}]+')),
                lambda word: length(word) > 2 and word not in ('the', 'and', 'for', 'with', 'from', 'his', 'her')
            ),
            lambda word: left(word, 5)
        ) as words,
        regexp_extract(lower(told.object_text), '$term') as term,
        row_number() over (partition by grouped.group_key order by told.came) as place
    from several_told
    join grouped using (group_key)
    join told using (came)
    where list_contains($detailed, told.group_type) and told.modality = 'asserted'
        and told.object_text is not null and not coalesce(told.is_quotation, false) and not told.is_crowd
),
details as (
    select one.group_key, one.came as one_came, other.came as other_came,
        one.object_text as one_text, other.object_text as other_text
    from worded as one
    join worded as other on other.group_key = one.group_key and other.place > one.place and other.voice <> one.voice
    where (one.place = 1 or other.place <= 6)
        and length(one.words) > 0 and length(other.words) > 0
        and (not list_has_any(one.words, other.words)
            -- four years in prison are not ten
            or one.group_type = 'sentence' and one.term <> '' and other.term <> '' and one.term <> other.term)
        and regexp_matches(one.object_text, '\p{Cyrillic}') = regexp_matches(other.object_text, '\p{Cyrillic}')
        -- a sentence is told by its penalty or by what it was for
        and (one.group_type <> 'sentence'
            or regexp_matches(one.object_text, '$penalty', 'i') and regexp_matches(other.object_text, '$penalty', 'i'))
),
by_day as (
    -- events of one life and type that start on one day, told by different sources, none of which tells both
    select
        told.group_type, told.subject_id, told.date_earliest as day, told.date_start_latest, grouped.group_key, told.came,
        told.object_text, told.source_id, told.date_text,
        string_split(lower(told.object_text), ' ')[1] as head
    from grouped
    join told using (came)
    where list_contains($one_a_day, told.group_type) and told.modality = 'asserted' and told.part <> 'end'
        and told.date_earliest is not null and told.subject_id is not null and told.object_text is not null
        and told.date_earliest = case when told.part = 'start' or told.date_start_latest is null then told.date_latest
            else told.date_start_latest end
),
others as (
    select one.group_key, other.group_key as other_key, one.came as one_came, other.came as other_came,
        one.object_text as one_text, other.object_text as other_text, one.group_type
    from by_day as one
    join by_day as other
        on other.subject_id = one.subject_id and other.group_type = one.group_type and other.day = one.day
        and other.source_id > one.source_id and other.group_key <> one.group_key and other.head = one.head
    where regexp_matches(one.object_text, '\p{Cyrillic}') = regexp_matches(other.object_text, '\p{Cyrillic}')
),
apart as (
    select others.*
    from others
    anti join by_day as same on same.group_key = others.other_key
        and same.source_id = (select source_id from told where told.came = others.one_came)
    anti join by_day as same on same.group_key = others.group_key
        and same.source_id = (select source_id from told where told.came = others.other_came)
)
select
    event_keys.event_id, null::varchar as other_event_id, 'object' as kind, 'tension' as strength,
    'unexplained' as explanation, 'open' as status,
    'What the one names the other does not.' as evidence,
    one_text || ' / ' || other_text as pair,
    unnest([one_came, other_came]) as came, unnest([one_text, other_text]) as stated_value
from details
join event_keys using (group_key)
union all
select
    one_event.event_id, other_event.event_id, 'object', 'tension',
    case group_type when 'tenure' then 'different_office' else 'unexplained' end,
    case group_type when 'tenure' then 'suggested' else 'open' end,
    'Each source names one of the two for the same day, and none names both.',
    one_text || ' / ' || other_text,
    unnest([one_came, other_came]), unnest([one_text, other_text])
from apart
join event_keys as one_event on one_event.group_key = apart.group_key
join event_keys as other_event on other_event.group_key = apart.other_key;
