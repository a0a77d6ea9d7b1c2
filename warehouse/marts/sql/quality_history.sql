-- One row a law in one validation.
select
    results.check_id,
    results.tx,
    transactions.recorded_at as judged_at,
    results.table_name,
    results.expectation,
    results.severity,
    results.success,
    results.failing_count,
    lag(results.failing_count) over runs as failing_before,
    case
        when lag(results.failing_count) over runs is null then 'new'
        when results.failing_count < lag(results.failing_count) over runs then 'better'
        when results.failing_count > lag(results.failing_count) over runs then 'worse'
        else 'same'
    end as trend,
    results.observed,
    results.tx = max(results.tx) over () as is_latest
from quality_results as results
join transactions using (tx)
window runs as (partition by results.check_id order by results.tx)
