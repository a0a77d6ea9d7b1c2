-- The entries that lead from the recorded rulings to those in the folder (`told_now`). What a file that cannot be
-- understood ruled before stays as it was.
with
standing as (
    select * from current_rulings where action = 'made'
)
select
    told_now.ruling_id, 'made' as action, told_now.kind, told_now.target, told_now.column_name, told_now.value,
    told_now.author, told_now.reason, told_now.path
from told_now
left join standing using (ruling_id)
where standing.ruling_id is null
    or (standing.author, standing.reason, standing.path) <> (told_now.author, told_now.reason, told_now.path)
union all by name
select ruling_id, 'withdrawn' as action, kind, target, column_name, value, author, reason, path
from standing
anti join told_now using (ruling_id)
where $withdraw and path not in (select path from damaged_now)
order by ruling_id
