-- The claim of each event whose values are shown, by the written policy, and why. An event of one claim needs no policy.
create or replace temp table several_told as
select group_key from grouped group by group_key having count(*) > 1;

create or replace temp table ranked as
with
told_there as (
    select grouped.group_key, told.*, speakers.speaker
    from several_told
    join grouped using (group_key)
    join told using (came)
    join speakers using (came)
),
dated as (
    -- the days in which it began, ended or was, by what a claim tells of it
    select
        group_key, came, speaker, part, modality,
        case part when 'end' then coalesce(date_end_earliest, date_earliest) else date_earliest end as low,
        case part when 'start' then coalesce(date_start_latest, date_latest) else date_latest end as high
    from told_there
    where date_edtf is not null
),
spans as (
    select distinct group_key, part, low, high from dated
),
support as (
    -- how many witnesses assert that date, or a wider one that holds it: who says 1921 does not deny 4 June 1921
    select spans.*, count(distinct dated.speaker) as witness_count
    from spans
    join dated
        on dated.group_key = spans.group_key and dated.part = spans.part and dated.modality = 'asserted'
        and (dated.low is null or spans.low >= dated.low) and (dated.high is null or spans.high <= dated.high)
    group by all
),
ranks as (
    select
        told.came,
        told.claim_id,
        told.group_key,
        preference_rulings.ruling_id,
        coalesce(preference_rulings.turn, 1000000000) as ruling_rank,
        case told.modality when 'asserted' then 0 when 'alleged' then 1 else 2 end as modality_rank,
        -coalesce(support.witness_count, 0) as support_rank,
        case
            when told.date_edtf is null then 99999
            -- of a tenure, the claim that tells both ends comes before one that tells one
            when told.group_type = 'tenure' and told.part <> 'whole'
                then 5000 + least(coalesce(dated.high - dated.low, 50000), 50000)
            when told.date_precision = 'interval' and told.date_start_latest is not null
                then (told.date_start_latest - told.date_earliest) + (told.date_latest - told.date_end_earliest)
            else least(coalesce(told.date_latest - told.date_earliest, 50000), 50000)
        end as precision_rank,
        case sources_read.authorship when 'human' then 0 when 'unstated' then 1 else 2 end as authorship_rank
    from told_there as told
    join sources_read using (source_id)
    left join preference_rulings on preference_rulings.claim_id = told.claim_id
    left join dated on dated.came = told.came
    left join support
        on support.group_key = told.group_key and support.part = told.part
        and support.low is not distinct from dated.low and support.high is not distinct from dated.high
)
select *, row_number() over (partition by group_key order by ruling_rank, $order) as place
from ranks
qualify place <= 2;

create or replace temp table preferred as
select
    best.group_key,
    best.came,
    case
        when best.ruling_id is not null then 'a ruling prefers it (' || best.ruling_id || ')'
        $reasons
        else 'it was recorded first'
    end as preference_reason
from ranked as best
join ranked as runner_up on runner_up.group_key = best.group_key and runner_up.place = 2
where best.place = 1
union all
select
    grouped.group_key,
    grouped.came,
    case
        when preference_rulings.ruling_id is not null then 'a ruling prefers it (' || preference_rulings.ruling_id || ')'
        else 'it is the only claim'
    end
from grouped
anti join several_told using (group_key)
join told using (came)
left join preference_rulings on preference_rulings.claim_id = told.claim_id;
