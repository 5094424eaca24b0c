"""Writes what every conformance case gives, to be compared with Rust's and JavaScript's digits.

python digits.py <file>
"""

import json
import sys
from pathlib import Path

from vectors import Found, cases, run


def written(found: Found) -> object:
    """What a case gave, in the form that all languages write."""
    return found.get("figures", found.get("rows", found))


if __name__ == "__main__":
    digits = {case["id"]: written(run(case)) for case in cases()}
    Path(sys.argv[1]).write_text(json.dumps(digits, sort_keys=True, indent=1), encoding="utf-8")
