#!/usr/bin/env python3
"""Prints the performance table: zhibu against the floor program, the sqlite3 shell, newsboat and LibreOffice.

Absolute times drift by half within an hour on a shared machine, so a figure compares runs of the same second, in
alternation: the median of the pairs' ratios, or the ratio of medians where starts are subtracted. Bytes, wake-ups and
memory are counted.
Standard library only; a figure whose peer is not installed says so.
"""
import argparse, os, pathlib, re, tempfile

import entries, ledgers, screens, servers, spreadsheet, workbooks
from measuring import DAY, HERE, SAMPLE
from towns import TOWNSHIP

VALUES = {"scope": TOWNSHIP, "end": TOWNSHIP + ":", "first": "2016-01-01", "day": DAY, "month": "2016-06-01"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--floor", required=True)
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--towns", type=int, default=50,
                        help="how many towns the town is seen among; 1: leave out; 1000 take 5 GB and three minutes")
    parser.add_argument("--only", choices=["screens", "ledgers", "entries", "servers", "workbooks"])
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ledger, sql = ledgers.imported(arguments, SAMPLE, folder / "town.db"), folder / "live.sql"
        text = (HERE / "live.sql").read_text()
        sql.write_text(re.sub(r":(\w+)", lambda match: f"'{VALUES[match.group(1)]}'", text))
        if arguments.only in (None, "screens"):
            screens.measure(arguments, folder, ledger, sql)
            spreadsheet.measure(arguments, folder, ledger)
        if arguments.only in (None, "ledgers"):
            ledgers.measure(arguments, folder, ledger, sql)
        if arguments.only in (None, "entries"):
            entries.measure(arguments, folder)
        if arguments.only in (None, "servers"):
            servers.measure(arguments, folder, ledger, sql)
        if arguments.only in (None, "workbooks"):
            workbooks.measure(arguments, folder, ledger)


if __name__ == "__main__":
    main()
