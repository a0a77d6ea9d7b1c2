-- One row: how many pairs of pages tell one person, how many of those the edition gives to one person, how many pairs
-- it gives to one person, and how many pairs of namesakes' pages there are that it keeps apart. Needs pages and sources.
with told as (
    select pages.path, person, name, subject_id from pages join sources using (path)
),
pairs as (
    select one.person = other.person as is_one, coalesce(one.subject_id = other.subject_id, false) as is_taken_for_one
    from told as one
    join told as other on one.name = other.name and one.path < other.path
),
across as (
    select count(*) as wrong
    from (select subject_id from told where subject_id is not null group by subject_id having count(distinct name) > 1)
)
select
    count(*) filter (where is_one) as one_count,
    count(*) filter (where is_one and is_taken_for_one) as found,
    count(*) filter (where not is_one) as namesakes,
    count(*) filter (where not is_one and not is_taken_for_one) as kept_apart,
    any_value(across.wrong) as mixed
from pairs, across
