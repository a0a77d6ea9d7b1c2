-- Shares beside their bounds, and beside what they were: a layout's own bounds, or those of any other.
create view measures_out_of_bounds as
select
    measures.measure, measures.layout,
    printf('%.1f %%, bounds %.0f to %.0f %%: %s', 100.0 * part_count / whole_count, 100.0 * bounds.lowest,
        100.0 * bounds.highest, bounds.reason) as told
from measures
join measure_bounds as bounds
    on bounds.measure = measures.measure
    and (bounds.layout = measures.layout or bounds.layout = 'any other' and not exists (
        from measure_bounds as own where own.measure = measures.measure and own.layout = measures.layout
    ))
where whole_count >= bounds.least_rows and part_count / whole_count not between bounds.lowest and bounds.highest;

create view measures_changed as
with
before as (select measure, layout, median(share) as share from measures_before group by measure, layout),
kept as (select measure, any_value(least_rows) as least_rows, any_value(most_change) as most_change
    from measure_bounds group by measure)
select
    measures.measure, measures.layout,
    printf('%.1f %%, before %.1f %%', 100.0 * part_count / whole_count, 100.0 * before.share) as told
from measures
join before using (measure, layout)
join kept using (measure)
where whole_count >= kept.least_rows and abs(part_count / whole_count - before.share) > kept.most_change;
