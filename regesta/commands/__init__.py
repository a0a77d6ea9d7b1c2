"""One file a command, named as it is typed; each holds a click command called ``command``."""
