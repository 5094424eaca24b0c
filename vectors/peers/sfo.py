"""Peer for the San Francisco airport survey of 2017 (shared data, not part of the project): prints every digit.

    python vectors/peers/sfo.py [path of 2017_SFO_Customer_Survey.csv]

NETPRO is 0 to 10, 11 is a blank; Q7ALL is 1 to 5, 6 means "not used", 0, "Blank" and an empty cell are blanks.
"""

import csv
import pathlib
import sys
from collections import Counter

import first
import oracle


def digits(title, found):
    print(title)
    for figure, v in found.items():
        interval = f"  [{v['lower']!r}, {v['upper']!r}]" if v.get("lower") is not None else ""
        fraction = f"  = {v['numerator']}/{v['denominator']}" if "numerator" in v else ""
        print(f"  {figure:16} {v['value']}{fraction}{interval}")


def main():
    beside = pathlib.Path(__file__).resolve().parents[3] / "shared/data/sfo_survey/2017_SFO_Customer_Survey.csv"
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else beside
    if not path.exists():
        print("skipped: the survey is not here")
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    blanks = {"NETPRO": {"", "Blank", "11"}, "Q7ALL": {"", "Blank", "0", "6"}}

    def scores(column, of=rows):
        return [int(r[column]) for r in of if r[column].strip() not in blanks[column]]

    def nps(of):
        s = scores("NETPRO", of)
        up, down = sum(x >= 9 for x in s), sum(x <= 6 for x in s)
        return first.finish_nps(up, len(s) - up - down, down, 0.95)

    def overall(of):
        s = scores("Q7ALL", of)
        good = sum(x >= 4 for x in s)
        return {"share": oracle.share(good, len(s), 0.95), **first.finish_mean_score([oracle.number(x) for x in s], 1, 5, 0.95)}

    print(f"{len(rows)} rows; left out as blank: " + ", ".join(
        f"{c} {len(rows) - len(scores(c))} {dict(sorted(Counter(r[c] for r in rows if r[c].strip() in blanks[c]).items()))}"
        for c in blanks))
    digits("NETPRO: nps", nps(rows))
    digits("Q7ALL: csat (top_two_boxes, mean)", overall(rows))
    for area in sorted({r["BAREA"] for r in rows}):
        part = [r for r in rows if r["BAREA"] == area]
        digits(f"BAREA {area!r} ({len(part)} rows), NETPRO", nps(part))
        digits(f"BAREA {area!r}, Q7ALL", overall(part))


if __name__ == "__main__":
    main()
