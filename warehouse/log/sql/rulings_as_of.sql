-- The rulings that had been recorded by a transaction or a moment, with the columns of today. A text is read as a moment.
create or replace macro rulings_as_of(at_tx bigint) as table
    select $columns
    from ruling_history
    where tx <= at_tx and (until_tx is null or until_tx > at_tx),
(at_moment timestamp with time zone) as table
    with reached as (
        select coalesce(max(tx), 0) as tx from transactions where recorded_at <= at_moment
    )
    select $columns
    from ruling_history
    where tx <= (select tx from reached) and (until_tx is null or until_tx > (select tx from reached)),
(at_text varchar) as table
    with reached as (
        select coalesce(max(tx), 0) as tx from transactions where recorded_at <= cast(at_text as timestamp with time zone)
    )
    select $columns
    from ruling_history
    where tx <= (select tx from reached) and (until_tx is null or until_tx > (select tx from reached))
