"""Wikitext: its constructs found, its templates taken apart, its words shown. The layout itself stands in `layouts`."""
