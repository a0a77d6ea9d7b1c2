"""How sources become events: pure steps from text to claims, set steps from there, and the Dagster assets."""
