-- One row a claim that stands, as the table claims has it; entities are resolved later.
select $columns
from current_claim_entries as entries
