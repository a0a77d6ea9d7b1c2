-- A blank passage holds nothing but space, and no other passage is empty.
-- severity: error
-- check: passages_give_the_text_back
select passage_id as row_key, kind as reason
from passages
where (kind = 'blank') <> regexp_full_match(text, '[\s\v\x{1c}-\x{1f}\x{85}\x{a0}\x{1680}\x{2000}-\x{200f}\x{2028}\x{2029}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]*')
