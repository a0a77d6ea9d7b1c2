-- Each claim with the event it belongs to (`group_key`) and the part of it that it tells.
create or replace temp table grouped as
with
told as (
    select
        claims.*,
        case when event_type in ('appointment', 'departure') then 'tenure' else event_type end as group_type,
        case event_type when 'appointment' then 'start' when 'departure' then 'end' else 'whole' end as part,
        coalesce(date_earliest, date_latest) as low,
        coalesce(date_latest, date_earliest) as high,
        claim_order.ordinal as came
    from claims_resolved as claims
    join claim_order using (claim_id)
),
keyed as (
    select
        told.*,
        concat_ws('|',
            group_type,
            subject_id,
            case
                when group_type in (select event_type from once_types) then ''
                when group_type in (select event_type from by_date_types) then ''
                when group_type = 'residence' then coalesce(place_id, place_text, '')
                else coalesce(object_id, lower(object_text), '')
            end,
            case when group_type in ('kinship', 'attribute', 'membership', 'rehabilitation') then subtype end,
            case when group_type not in ('tenure', 'membership', 'kinship', 'attribute') then is_quotation::varchar end
        ) as same_key,
        case
            when group_type in (select event_type from once_types) then null
            when group_type in (select event_type from by_date_types) then $days_apart
            else 0
        end as days_apart,
        -- a year-wide date touches everything of its year and would join what it only overlaps
        group_type = 'tenure' or high - low <= 62 as is_fine
    from told
),
islands as (
    -- dated claims of one key that touch are one event: a new one begins where the dates leave a gap
    select
        claim_id,
        sum(is_new::integer) over (partition by same_key order by low, high, came) as island
    from (
        select
            claim_id, same_key, low, high, came,
            coalesce(low > max(high) over (
                partition by same_key order by low, high, came rows between unbounded preceding and 1 preceding
            ) + days_apart, true) as is_new
        from keyed
        where low is not null and is_fine and days_apart is not null
    )
),
island_bounds as (
    select keyed.same_key, islands.island, min(keyed.low) as low, max(keyed.high) as high
    from islands join keyed using (claim_id)
    group by all
),
loose as (
    -- a claim without a date, or with a wide one, belongs to the one event it can be about; to none of several
    select keyed.claim_id, min(island_bounds.island) as island
    from keyed
    anti join islands using (claim_id)
    join island_bounds
        on island_bounds.same_key = keyed.same_key
        and coalesce(keyed.date_earliest <= island_bounds.high, true)
        and coalesce(keyed.date_latest >= island_bounds.low, true)
    where keyed.days_apart is not null
    group by keyed.claim_id
    having count(*) = 1
)
select
    keyed.* exclude (days_apart, is_fine),
    keyed.same_key || '#' || coalesce(
        islands.island::varchar,
        loose.island::varchar,
        case when keyed.days_apart is null then '' else 'loose ' || coalesce(keyed.date_edtf, '') end
    ) as group_key
from keyed
left join islands using (claim_id)
left join loose using (claim_id);
