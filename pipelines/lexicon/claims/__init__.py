"""What the reading of claims knows as data: field names, offices, ranks, bodies, awards, kin, triggers. No code."""
