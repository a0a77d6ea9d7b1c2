-- Figures of one thing that differ: of what one subject does or suffers, counted in the same measure. A multitude without
-- a name ("civilians") is the same only in pages about the same person, and where what surrounds it can be the same.
create or replace temp macro counted_noun(words) as (
    -- the noun that is counted: the last before "of" or "who", in the singular; of nouns that count the same, one
    select case when list_contains($same_counted, noun) then $same_counted[1] else noun end
    from (
        select regexp_replace(regexp_extract(
            regexp_replace(words, '\s+(of|who|which|that|linked|associated|from|in|to|with|on|under|for)\s.*$$', ''),
            '([\p{L}-]+)[^\p{L}]*$$', 1
        ), 's$$', '') as noun
    )
);

create or replace temp table counted_things as
with
figured as (
    select
        told.*,
        coalesce(told.figure_value, (claims.figure_low + claims.figure_high) / 2) as figure,
        claims.figure_low, claims.figure_high, claims.passage_id as figure_passage_id,
        counted_noun(lower(concat_ws(' ', told.figure_measure, told.figure_unit))) as measure,
        counted_noun(lower(told.object_text)) as noun,
        -- who acts or suffers is a multitude where the name has no capital; of an action its object is, unless that is
        -- the verb
        told.group_type = 'action' and not coalesce(regexp_matches(told.object_text, '$deed', 'i'), true) as has_counted_object,
        not regexp_matches(claims.subject_text, '^\p{Lu}') as has_crowd,
        claims.subject_text,
        -- what an action does to those it counts: nobody is rescued and wounded by one deed
        case when told.group_type = 'action' then coalesce(triggers.text, claims.quote) end as deed_words,
        $deed_number as deed,
        coalesce(sources_resolved.subject_id, sources_resolved.title, told.source_id) as page
    from told
    join claims using (claim_id)
    join sources_resolved on sources_resolved.source_id = told.source_id
    left join claim_parts as triggers on triggers.claim_id = told.claim_id and triggers.part = 'trigger'
    where coalesce(told.figure_value, claims.figure_low) is not null and told.modality = 'asserted'
)
select
    told.came, told.group_type, told.voice, told.source_id, told.date_earliest, told.date_latest, told.date_edtf,
    told.subject_id, told.place_id, told.object_text, told.figure as figure_value, told.figure_qualifier, event_keys.event_id,
    told.has_crowd or told.has_counted_object as is_crowd,
    told.figure_passage_id as passage_id,
    rtrim(replace(case when told.has_counted_object then told.object_text else told.subject_text end, ',"', '"'), ',; ')
        as crowd,
    case when told.has_counted_object and not told.has_crowd then told.subject_id end as doer_id,
    hash(
        told.group_type,
        case when told.has_crowd or told.deed is not null then told.page else told.subject_id end,
        told.deed,
        case when told.group_type in ('death', 'execution', 'purge', 'happening') or told.deed is not null then ''
            when told.group_type = 'award' then lower(told.object_text)
            when told.has_crowd then coalesce(nullif(told.measure, ''), counted_noun(lower(told.subject_text)), '')
            else coalesce(nullif(told.measure, ''), told.noun, '') end
    ) as thing,
    -- what the words allow the number to be
    case when figure_low is not null then figure_low
        when figure_qualifier in ('over', 'at_least') then figure
        when figure_qualifier in ('under', 'up_to') then 0
        when figure_qualifier = 'nearly' then figure * 0.85
        when figure_qualifier = 'about' then figure - greatest(figure * 0.05, rounding / 2)
        else figure - rounding / 2 end as least,
    case when figure_high is not null then figure_high
        when figure_qualifier in ('over', 'at_least') then figure * 10
        when figure_qualifier in ('under', 'up_to', 'nearly') then figure
        when figure_qualifier = 'about' then figure + greatest(figure * 0.05, rounding / 2)
        else figure + rounding / 2 end as most,
    rounding
from (
    -- a number that ends in noughts is rounded to what stands before them
    select
        figured.*,
        case
            when figure < 100 then 0
            else power(10, length(figure::hugeint::varchar) - length(rtrim(figure::hugeint::varchar, '0')))
        end as rounding
    from figured
) as told
join grouped using (came)
join event_keys using (group_key);

-- Pairs of different figures of one thing.
create or replace temp table figure_pairs as
with
values_told as (
    select thing, figure_value, coalesce(figure_qualifier, '') as qualifier, is_crowd, crowd, min(came) as came,
        count(*) over (partition by thing) as value_count,
        row_number() over (partition by thing order by count(*) desc, min(came)) as place
    from counted_things
    group by thing, figure_value, qualifier, is_crowd, crowd
)
select one.thing, one.came as one_came, other.came as other_came,
    one.is_crowd and other.is_crowd as are_crowds,
    counted_noun(lower(one.crowd)) as one_noun, counted_noun(lower(other.crowd)) as other_noun, one.crowd as one_crowd, other.crowd as other_crowd
from values_told as one
join values_told as other
    on other.thing = one.thing and (other.figure_value, other.qualifier) > (one.figure_value, one.qualifier)
where one.value_count <= 6 or one.place = 1 or other.place = 1;

-- What is named in the passages around the multitudes of a pair: names that stand within a sentence.
create or replace temp table crowd_names as
select
    counted_things.came,
    list_distinct(regexp_extract_all(passages.text, '[\p{Ll},] (\p{Lu}\p{L}{3,})', 1)) as names
from counted_things
join passages using (passage_id)
where came in (select one_came from figure_pairs where are_crowds union all select other_came from figure_pairs where are_crowds);

create or replace temp table found_figures as
with
judged as (
    select
        pairs.*, one.event_id, other.event_id as other_event_id, one.figure_value as one_value,
        other.figure_value as other_value,
        one.figure_qualifier is not null or other.figure_qualifier is not null as is_rough,
        one.least > other.most or other.least > one.most as is_apart,
        greatest(one.figure_value, other.figure_value) > 1.4 * least(one.figure_value, other.figure_value) as is_far,
        coalesce(one.date_latest < other.date_earliest or other.date_latest < one.date_earliest, false)
            or one.date_edtf is distinct from other.date_edtf and one.date_edtf is not null and other.date_edtf is not null
            as is_other_date,
        -- "soldiers and civilians" are more than "civilians"
        are_crowds and (one_noun <> other_noun or contains(one_crowd, ' and ') <> contains(other_crowd, ' and ')) as is_other_crowd
    from figure_pairs as pairs
    join counted_things as one on one.came = pairs.one_came
    join counted_things as other on other.came = pairs.other_came
    left join crowd_names as one_names on one_names.came = pairs.one_came
    left join crowd_names as other_names on other_names.came = pairs.other_came
    where (one.group_type not in ('kinship') or other.source_id <> one.source_id or one.voice <> other.voice)
        and (not coalesce(one.date_latest < other.date_earliest or other.date_latest < one.date_earliest, false)
            or one.group_type in ('death', 'execution', 'purge', 'action', 'happening')
            and greatest(other.date_earliest - one.date_latest, one.date_earliest - other.date_latest) <= 366)
        and coalesce(one.place_id = other.place_id, true)
        and coalesce(one.doer_id = other.doer_id, true)
        and (not are_crowds
            -- a flood and a fire have their own dead
            -- of one persecution sources count officials here and individuals there, and none counts exactly
            or (one_noun = other_noun or one.group_type in ('purge', 'execution')
                and one.figure_qualifier is not null and other.figure_qualifier is not null)
            and (lower(one_crowd) = lower(other_crowd) and one_noun <> $same_counted[1]
                or one.date_edtf = other.date_edtf
                or length(list_intersect(one_names.names, other_names.names)) >= $names_shared))
)
select
    event_id,
    case when other_event_id <> event_id then other_event_id end as other_event_id,
    'figure' as kind,
    case when is_apart and not is_other_date and not is_other_crowd then 'impossible' else 'tension' end as strength,
    case
        when is_other_date or is_other_crowd or is_rough and not is_apart and is_far then 'different_scope'
        when is_rough and not is_apart then 'rounding'
        else 'unexplained'
    end as explanation,
    case
        when is_other_date or is_other_crowd or is_rough and not is_apart and is_far then 'suggested'
        when is_rough and not is_apart then 'explained'
        else 'open'
    end as status,
    case
        when is_other_crowd then 'The one counts ' || one_crowd || ', the other ' || other_crowd || '.'
        when is_other_date then 'The figures are of different dates.'
        when is_rough and not is_apart and is_far then 'The words leave room for both, but they lie far apart: perhaps they count other things.'
        when is_rough and not is_apart then 'At least one figure is rough, and its words leave room for the other.'
        when is_rough then 'At least one figure is rough, but its words leave no room for the other.'
        else 'Both figures are given as exact.'
    end as evidence,
    one_value || ' / ' || other_value as pair,
    unnest([one_came, other_came]) as came,
    null::varchar as stated_value
from judged
where is_apart or (is_rough and greatest(one_value, other_value) > 1.1 * least(one_value, other_value));
