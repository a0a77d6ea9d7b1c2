"""Files that hold many sources: archives, lines of JSON, dumps of a wiki. Each is streamed; nothing is ever unpacked.

A container stays with its owner: the log keeps the bytes of its members, and its digest and size.
"""

from warehouse.containers.member import BrokenContainer, Member
from warehouse.containers.read import is_container, read_members
from warehouse.containers.settings import ContainerSettings

__all__ = ["BrokenContainer", "ContainerSettings", "Member", "is_container", "read_members"]
