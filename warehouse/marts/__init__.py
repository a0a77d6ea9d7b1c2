"""The marts: answers an analyst gets in one query. Each is one SQL file; its columns are declared in the contract."""
