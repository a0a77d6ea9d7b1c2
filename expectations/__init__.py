"""Judgements on data: what a good edition holds to. The only room that imports Great Expectations.

The contract's own laws are generated (``from_contract``); ``suites`` adds what it cannot say, one file a table.
"""
