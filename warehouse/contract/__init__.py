"""The public contract: every table, column and closed list, declared once.

Standard library only, and nothing of ours: Arrow schemas, DuckDB tables, pages and checks are derived from it
elsewhere (``warehouse/translations``, ``expectations/from_contract.py``).
"""
