"""The reading of running text: tokens, names, clauses and frames. Triggers and names are data of the lexicon."""
