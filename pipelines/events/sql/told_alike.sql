-- Ties that need no search: what stands in a reference, or is marked on the page (`stated`); and prose that tells the same
-- event as a claim read from a reference of its page, and does not exclude it (`told_alike`).
create or replace temp table stated as
with
marked as (
    -- the reference a claim stands in or carries, and all whose marks stand with it
    select came, claim_id, reference_number, source_id, passage_kind from told where reference_number is not null
    union
    select told.came, told.claim_id, try_cast(claim_parts.value as bigint), told.source_id, told.passage_kind
    from claim_parts
    join told using (claim_id)
    where claim_parts.part = 'attribute' and claim_parts.role = 'reference'
)
select
    marked.came,
    marked.claim_id,
    citations.citation_id,
    citations.reference_number,
    citations.source_id,
    case when marked.passage_kind = 'reference' then 'stated_in' else 'inline_marker' end as method,
    1.0::double as score,
    case
        when marked.passage_kind = 'reference' then 'The words stand in the reference itself.'
        else 'The page marks the words with [' || citations.reference_number || '].'
    end as evidence
from marked
join citations on citations.source_id = marked.source_id and citations.reference_number = marked.reference_number;

create or replace temp table told_alike as
-- prose without a mark and a claim read from a reference of the same page that tell the same event and do not exclude each other
with
kinds as (
    -- what is told under several types: a rank held or given, a death or an execution
    select told.*, coalesce(support_alike.kind, told.group_type) as kind
    from told
    left join support_alike on support_alike.event_type in (told.group_type, told.event_type || ':' || told.subtype)
    where told.source_id in (select source_id from stated where method = 'stated_in')
),
pairs as (
    select
        prose.came, stated.citation_id,
        prose.date_edtf as prose_edtf,
        prose.date_edtf = quoted.date_edtf and prose.low = prose.high as is_day,
        coalesce(prose.date_edtf = quoted.date_edtf, false) as is_date,
        coalesce(prose.low = quoted.low and prose.part <> 'end' and quoted.part <> 'end', false) as is_start,
        prose.low is not null and quoted.low is not null as are_dated,
        coalesce(quoted.low <= prose.high and prose.low <= quoted.high, true) as is_within,
        coalesce(prose.place_id = quoted.place_id, false) as is_place,
        coalesce(prose.object_id = quoted.object_id or lower(prose.object_text) = lower(quoted.object_text), false) as is_object,
        -- in other words, perhaps of another language: its words are compared elsewhere
        lower(prose.object_text) <> lower(quoted.object_text) and prose.object_id is distinct from quoted.object_id
            and prose_group.group_key <> quoted_group.group_key as are_others,
        coalesce(prose.figure_value = quoted.figure_value, false) as is_figure,
        prose.event_type,
        prose_group.group_key = quoted_group.group_key as is_event
    from stated
    join kinds as quoted on quoted.came = stated.came
    join grouped as quoted_group on quoted_group.came = quoted.came
    join kinds as prose
        on prose.source_id = quoted.source_id and prose.kind = quoted.kind
        and prose.subject_id = quoted.subject_id
    join grouped as prose_group on prose_group.came = prose.came
    anti join stated as marked on marked.came = prose.came
    where stated.method = 'stated_in' and prose.passage_kind <> 'reference'
        -- the same event, or one of its kind with a date that fits: what it is called differs
        and (prose_group.group_key = quoted_group.group_key or prose.low <= quoted.high and quoted.low <= prose.high)
),
scored as (
    select
        came,
        citation_id,
        case when is_event then $same_event when are_others then 0 else $same_kind end
            -- a reference that tells no day backs no day
            - case when prose_edtf is not null and not are_dated then $untold_date else 0 end
            + case
                when is_day then $same_day
                when is_date then $same_date
                when is_start then case when are_others then $other_start else $same_start end
                when are_dated and is_event then $within_date
                when are_dated and not are_others then $within_kind
                else 0
            end
            + case when is_place then $same_place else 0 end
            + case when is_object then $same_object else 0 end
            + case when is_figure then $same_figure else 0 end as score,
        concat_ws(', ',
            'the reference tells ' || case when is_event then 'the same event' else 'something of the kind' end
                || ' (' || event_type || ')',
            case when is_date then 'with the same date ' || prose_edtf
                when is_start then 'with the same beginning' when are_dated then 'with a date that fits' end,
            case when is_place then 'the same place' end,
            case when is_object then 'the same words for it' end,
            case when is_figure then 'the same figure' end) as evidence
    from pairs
    where is_within
)
select came, citation_id, max(score) as score, arg_max(evidence, (score, evidence)) as evidence
from scored
group by came, citation_id;
