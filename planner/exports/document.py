"""The plan as JSON: what the contract calls `plan`, with the day and the catalogue it is of.

Pay now is private to its owner and no part of a plan, so it is left out.
"""

from __future__ import annotations

import json

from planner.exports.sheet import Sheet


def write_document(sheet: Sheet) -> bytes:
    document = {"today": sheet.today.isoformat(), **sheet.document, "basis": sheet.basis}
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
