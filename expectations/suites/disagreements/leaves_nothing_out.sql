-- The mart disagreements has every contradiction.
-- severity: error
select contradictions.contradiction_id as row_key, contradictions.kind as reason
from contradictions
anti join disagreements on disagreements.contradiction_id = contradictions.contradiction_id
