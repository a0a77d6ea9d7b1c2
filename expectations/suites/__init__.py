"""What the contract cannot say, one file a table: each has ``LAWS``, a tuple of ``Law``."""
