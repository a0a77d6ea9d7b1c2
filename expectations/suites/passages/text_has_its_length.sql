-- The words of a passage are as long as its offsets say.
-- severity: error
-- check: passages_give_the_text_back
select passage_id as row_key, length(text) || ' characters' as reason
from passages
where length(text) <> passage_end - passage_start
