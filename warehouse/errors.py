"""Every error this project raises on purpose. Each message names what was found, where, and what to do next."""


class RegestaError(Exception):
    """The work cannot go on; the message says why and what to do. The command line prints it and exits with 2."""


class UnreadableSource(RegestaError):
    """A source cannot be read (no text, no known layout, unreadable file). It is quarantined; the rest goes on."""


class DamagedLog(RegestaError):
    """The log is not what was written: a record, a segment or the chain between them is broken."""


class LogConflict(RegestaError):
    """Another writer appended first; the work must be compared with the new state and tried again."""


class UnusableHome(RegestaError):
    """The home folder cannot be written, or holds something else."""


class UnusableSeeds(RegestaError):
    """The seed folder is missing, empty, or not the one recorded."""


class UnusableEngine(RegestaError):
    """The engine that was to read is unknown, not installed, cannot be started, or gave up."""


class ContractBroken(RegestaError):
    """Rows do not fit the table they are meant for."""
