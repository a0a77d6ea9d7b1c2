-- Every ruling ever made, with what became of it.
select
    current_rulings.ruling_id,
    current_rulings.kind,
    current_rulings.target,
    current_rulings.column_name,
    current_rulings.value,
    current_rulings.author,
    current_rulings.reason,
    current_rulings.path,
    if(current_rulings.action = 'withdrawn', 'withdrawn', judged_now.status) as status,
    judged_now.problem,
    judged_now.claim_id,
    judged_now.other_claim_id,
    current_rulings.first_tx,
    transactions.recorded_at
from current_rulings
join transactions on transactions.tx = current_rulings.first_tx
left join judged_now using (ruling_id)
