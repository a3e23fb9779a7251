"""What one address does for whom."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

LOGIN, SECOND_FACTOR = "login", "/cohorts/second-factor/"
WITHOUT_SESSION = frozenset({"stranger", "dora"})
MENTORS = frozenset({"mira", "nick", "olga", "paul"})
SIGNED_IN = frozenset({"alice", "bob", "charlie", "sam"}) | MENTORS
EVERYBODY = SIGNED_IN | WITHOUT_SESSION
SAME_COHORT = frozenset({"mira", "nick"})
ALICE, MIRA, NOBODY = frozenset({"alice"}), frozenset({"mira"}), frozenset()

READING = ("GET", "HEAD")
METHODS = (*READING, "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
Outcome = int | str  # a status, or where the answer leads


@dataclass(frozen=True, kw_only=True)
class Row:
    """See the package's docstring."""

    read: Collection[str] = NOBODY
    write: Collection[str] = NOBODY
    payload: Mapping | Callable = field(default_factory=dict)
    page: Outcome = 200
    named: Mapping[str, Outcome] = field(default_factory=dict)
    done: Outcome | None = None
    denied: Outcome = 404
    refused: Mapping[str, Outcome] = field(default_factory=dict)
    mentors: bool = False
    public: bool = False
    shows: Collection[str] = NOBODY
    seen: str = ""
    idle: Collection[str] = NOBODY
    arguments: Mapping[str, object] = field(default_factory=dict)
    query: str = ""
    target: str = ""

    def allows(self, person, method):
        return not self.refusal(person, method)

    def refusal(self, person, method):
        """How this is refused; None if it is not."""
        people = self.read if method in READING else self.write if method == "POST" else NOBODY
        if person in WITHOUT_SESSION and not self.public:
            return LOGIN
        if not people:
            return 405
        if person in people and not (self.mentors and person not in MENTORS):
            return None
        if person in WITHOUT_SESSION:
            return LOGIN
        if self.mentors and person not in MENTORS:
            return SECOND_FACTOR
        return self.refused.get(person, self.denied)

    def is_good(self, person, method, found):
        """Whether an allowed request ended as it should."""
        wanted = self.named.get(person, self.page) if method in READING else self.done
        if wanted is not None:
            return found == wanted
        return 200 <= found < 400 if isinstance(found, int) else found not in {LOGIN, SECOND_FACTOR}

    def data(self, user):
        return self.payload(user) if callable(self.payload) else dict(self.payload)
