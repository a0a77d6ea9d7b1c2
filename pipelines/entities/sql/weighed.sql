-- Which of `candidates` are one person: `led` (candidate_id, leader_id, rivals, reason). Candidates that tell the same are
-- weighed once, as a profile; only profiles that share a block (given name and surname) are compared. A profile that
-- agrees with none before it leads; the others follow the one leader they agree with best, or, where several do
-- equally, none (`leader_id` null).
create or replace temp table profiled as
select
    candidate_id,
    came,
    dense_rank() over (
        order by own_key, given_key, surname, other_surnames, told_surnames, patronymic, epithet, born_from, born_to, died_from, died_to,
            active_from, active_to
    ) as profile_id
from candidates;

create or replace temp table profiles as
select
    firsts.*,
    row_number() over (
        order by firsts.own_key is null,
            -- the fuller, the better a leader
            (born_from is null)::integer + (died_from is null)::integer + (patronymic is null)::integer
                + (epithet is null)::integer,
            firsts.came, profile_id
    ) as place
from (
    select profiled.profile_id, min(profiled.came) as came, any_value(columns(candidates.* exclude (candidate_id, came)))
    from profiled
    join candidates using (candidate_id)
    group by profiled.profile_id
) as firsts;

create or replace temp table blocks as
select
    profile_id,
    place,
    least(one, other) || '|' || greatest(one, other) as block,
    min(rank) as rank
from (
    select profile_id, place, coalesce(given_key, '') as one, coalesce(surname, epithet, '') as other, 0 as rank
    from profiles
    union all
    select profile_id, place, given_key, unnest(other_surnames), 1
    from profiles
    where given_key is not null
)
where one <> '' or other <> ''
group by profile_id, place, block;

create or replace temp table weighed as
with
paired as (
    select one.profile_id as one_id, other.profile_id as other_id, min(one.rank + other.rank) as rank
    from blocks as one
    join blocks as other on other.block = one.block and other.place > one.place
    group by all
),
features as (
    select
        paired.one_id,
        paired.other_id,
        paired.rank = 0 and one.given_key is not distinct from other.given_key
            and one.surname is not distinct from other.surname as is_same_name,
        case
            when paired.rank = 0 and one.given_key is not distinct from other.given_key
                and one.surname is not distinct from other.surname then $same_name
            when one.given_key = other.given_key
                and (list_contains(one.told_surnames, other.surname) or list_contains(other.told_surnames, one.surname)) then $told_name
            else $other_surname
        end as by_name,
        case
            when one.patronymic is null or other.patronymic is null then 0
            when is_full(one.patronymic) and one.patronymic = other.patronymic then $same_patronymic
            else $same_initials
        end as by_patronymic,
        case when one.epithet = other.epithet then $same_epithet else 0 end as by_epithet,
        case
            when one.born_from is null or other.born_from is null then 0
            when one.born_from = other.born_from and one.born_to = other.born_to and one.born_to - one.born_from < 3
                then $same_day
            when one.born_from <= other.born_to and other.born_from <= one.born_to then $same_year
            -- two calendars, or a year beside a full date, part nobody
            when year(one.born_from) <= year(other.born_to) + 1 and year(other.born_from) <= year(one.born_to) + 1 then 0
            else $other_year
        end as by_birth,
        case
            when one.died_from is null or other.died_from is null then 0
            when one.died_from = other.died_from and one.died_to = other.died_to and one.died_to - one.died_from < 3
                then $same_day
            when one.died_from <= other.died_to and other.died_from <= one.died_to then $same_year
            when year(one.died_from) <= year(other.died_to) + 1 and year(other.died_from) <= year(one.died_to) + 1 then 0
            else $other_year
        end as by_death,
        -- nobody acts before he is born or after he has died
        case
            when year(one.active_from) + 1 < year(other.born_from) or year(one.active_to) - 1 > year(other.died_to)
                or year(other.active_from) + 1 < year(one.born_from) or year(other.active_to) - 1 > year(one.died_to)
                then $other_life
            else 0
        end as by_life
    from paired
    join profiles as one on one.profile_id = paired.one_id
    join profiles as other on other.profile_id = paired.other_id
    where middles_agree(one.patronymic, other.patronymic)
        and (one.epithet is null or other.epithet is null or one.epithet = other.epithet)
        and (one.own_key is null or other.own_key is null or one.own_key = other.own_key)
        and coalesce(one.born_from <= other.died_to, true) and coalesce(other.born_from <= one.died_to, true)
)
select
    one_id,
    other_id,
    by_name + by_patronymic + by_epithet + by_birth + by_death + by_life as score,
    concat_ws(', ',
        case when is_same_name then 'the same name' when by_name = $told_name then 'a further name that is told'
            else 'another surname or order' end || ' (' || by_name || ')',
        case when by_patronymic = $same_patronymic then 'the same patronymic (' || by_patronymic || ')'
            when by_patronymic > 0 then 'initials that fit (' || by_patronymic || ')' end,
        case when by_epithet > 0 then 'the same epithet (' || by_epithet || ')' end,
        case by_birth when 0 then null when $same_day then 'one day of birth (' || by_birth || ')'
            when $same_year then 'births that can be one (' || by_birth || ')'
            else 'other births (' || by_birth || ')' end,
        case by_death when 0 then null when $same_day then 'one day of death (' || by_death || ')'
            when $same_year then 'deaths that can be one (' || by_death || ')'
            else 'other deaths (' || by_death || ')' end,
        case when by_life <> 0 then 'deeds outside the other''s life (' || by_life || ')' end
    ) as features
from features
where by_name + by_patronymic + by_epithet + by_birth + by_death + by_life >= $enough;

create or replace temp table led as
with
leaders as (
    select profile_id from profiles
    where profile_id not in (select other_id from weighed)
),
followed as (
    select weighed.other_id as profile_id, weighed.one_id, weighed.score, weighed.features,
        rank() over (partition by weighed.other_id order by weighed.score desc) as place,
        count(*) over (partition by weighed.other_id, weighed.score) as rivals
    from weighed
    join leaders on leaders.profile_id = weighed.one_id
),
choices as (
    select profile_id, any_value(rivals) as rivals, min(one_id) as one_id, any_value(features) as features
    from followed
    where place = 1
    group by profile_id
)
select
    profiled.candidate_id,
    profiled.profile_id,
    case when choices.rivals > 1 then null else coalesce(choices.one_id, profiled.profile_id) end as leader_id,
    case when choices.rivals = 1 then choices.features end as features
from profiled
left join choices using (profile_id);

create or replace temp table rivals as
select weighed.other_id as profile_id, weighed.one_id as leader_id, weighed.features
from weighed
where weighed.other_id in (select profile_id from led where leader_id is null)
    and weighed.one_id in (select profile_id from led where leader_id = profile_id);
