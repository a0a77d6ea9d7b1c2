"""The log: append-only, ordered by transaction, the only truth. Only this room appends; to correct is to append.

``store`` appends and reads transactions, ``record`` and ``segments`` are how they lie on disk, ``streams`` what their
entries hold, ``attach`` folds them to what stands, ``contents`` gives bytes back, ``accession`` and ``diff`` compare
a folder and a reading with what stands, ``lock`` lets one writer in at a time.
"""

from warehouse.log.accession import Arrival, compare_folder
from warehouse.log.attach import attach_log, read_stream
from warehouse.log.contents import read_contents
from warehouse.log.diff import diff_claims
from warehouse.log.lock import hold_writer
from warehouse.log.record import Segment, Transaction
from warehouse.log.store import Log, Pending, open_log

__all__ = [
    "Arrival",
    "Log",
    "Pending",
    "Segment",
    "Transaction",
    "attach_log",
    "compare_folder",
    "diff_claims",
    "hold_writer",
    "open_log",
    "read_contents",
    "read_stream",
]
