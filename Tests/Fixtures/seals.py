"""Reckons the seals of a ledger's journal by itself, from the description beside Ledger/Rows/EntrySeal.swift, and prints
a line for each entry: number, the 64 digits, the short form of papers. Usage: seals.py LEDGER"""
import hashlib
import sqlite3
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def netstring(value):
    if value is None:
        return b"-,"
    data = str(value).encode()
    return str(len(data)).encode() + b":" + data + b","


def short(number, digest):
    bits = int.from_bytes(digest, "big") >> (256 - 100)
    digits = "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(20)))
    return "-".join([str(number)] + [digits[place:place + 5] for place in range(0, 20, 5)])


ledger = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
previous = ""
for entry in ledger.execute(
        "SELECT id, at, uid, officer, origin, action, summary, row_count, undoes, mark, fingerprint FROM journal ORDER BY id"):
    form = netstring(previous)
    for change in ledger.execute(
            "SELECT position, table_name, key, before, after, note FROM journal_change WHERE entry = ? ORDER BY position",
            entry[:1]):
        form += b"".join(map(netstring, ("journal_change",) + change))
    for rows in ledger.execute(
            "SELECT table_name, keys FROM journal_rows WHERE entry = ? ORDER BY table_name", entry[:1]):
        form += b"".join(map(netstring, ("journal_rows",) + rows))
    form += b"".join(map(netstring, ("journal",) + entry))
    digest = hashlib.sha256(form).digest()
    previous = digest.hex()
    print(entry[0], previous, short(entry[0], digest))
