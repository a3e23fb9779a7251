"""How much of a stranger's file is read."""

MAX_BYTES = 5_000_000
MAX_PAGES = 30
MAX_CHARACTERS = 102_400
MAX_MEMBERS = 200
MAX_MANIFESTS = 40  # of an archive
MAX_UNPACKED = 20_000_000  # bytes of an archive, counted while they are read
MAX_RATIO = 100  # unpacked to packed
SMALL_MEMBER = 100_000  # bytes for which no ratio matters
CHILD_MEMORY = 512 * 1024 * 1024
CHILD_SECONDS = 10  # of the processor
CHILD_DEADLINE = 20  # of the clock
