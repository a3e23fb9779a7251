"""Who may do what: every address × person × method × {plain, htmx}. An address without a row fails.

How to add an address
=====================
Write one `Row` for its URL name into the `ROWS` of the module of your area (own.py, cohorts.py,
reviews.py, guidance.py, mail.py), and run it:

    .venv/bin/python -m pytest -q tests/test_permissions.py -k cohort_people

    "planner:cohort_people": Row(
        mentors=True,                     # the view is under @mentor_required
        read=SAME_COHORT,                 # who gets the page; everybody else: 404
        shows={"name"},                   # what of Alice Mira is shown; it must be on the page
        seen="people",                    # each page adds this one Sighting of Alice by Mira
    ),
    "planner:evidence_edit": Row(
        read=ALICE, write=ALICE,          # nobody in `write`: POST is 405 for everybody
        payload={"kind": "text", ...},    # valid: the answer is 2xx or 3xx and something changes
        done="/evidence/",                # optional: where it leads, or its status
    ),

Sets of people: ALICE, MIRA, SAME_COHORT (Mira, Nick), MENTORS (all with a second factor),
SIGNED_IN, EVERYBODY; or any set of names, {"alice", "bob"}. The people (`world.py`):

    alice     owns everything here; learns in Mira's cohort and shows Mira all of it
    mira      leads the cohort COHORT, which Alice is in; second factor
    nick      mentors it too, but nobody in it shows him anything; second factor
    olga      mentored it until a second ago; Alice showed her everything until then; second factor
    paul      leads another cohort; second factor
    bob       another developer, in Paul's cohort, whom he shows everything
    charlie   has an account and nothing else, not even a profile
    sam       mentors Mira's cohort, Alice shows Sam everything, and Sam is staff; but Sam has no
              second factor (any more)
    dora      is in Mira's cohort and shows her everything, but her account is deactivated
    stranger  has not signed in

The things of Alice and Mira have fixed ids (COHORT, MENTEE, REVIEW, …: `world.py`); add what you
need there, with the next free id and a canary in its text. In addresses `<pk>` stands for what the
route begins with (`/cohorts/` COHORT, `/mentees/` MENTEE, …: PK_AFTER in `addresses.py`), any other
parameter for ARGUMENTS; a row may set its own: `arguments={"pk": CLAIMED}`.

What is checked of each cell
============================
* Strangers and Dora are sent to sign in, unless the row is `public`.
* A method that the row does not speak of is 405 (so the method decorator stands on top).
* With `mentors`, people without a second factor are led to `/cohorts/second-factor/`.
* Who is not named gets 404 with the very body of a missing id (or what `denied=409` says for all,
  `refused={"mira": 409}` for one).
* A denied cell, and any reading, changes no row (a `Sighting` and Charlie's first profile aside).
* An allowed write changes rows (except for people in `idle=`), and ends well: 2xx or 3xx.
* Nobody but Alice is shown what the row does not list in `shows` (CANARIES in `world.py`), neither
  in the page nor in a header; Nick never more than her name. No "$" and no place on mentors' pages.
* With `seen`, each page for Mira adds exactly one Sighting of Alice; without, none.

A second row for the same name: "planner:review (blind)". More of a row: `query` ("a=1", behind the
address), `target` (HX-Target of a partial), `page` (what readers get instead of 200: a status or
where they are led), `named` ({"charlie": "/start/"}: the same for one person), `payload` may be a
function of the user who writes (for fingerprints and files).
"""
