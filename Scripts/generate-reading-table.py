#!/usr/bin/env python3
"""Writes Sources/ChineseNames/ReadingTable.swift from the Mandarin readings of Unicode's Unihan database.

Needs Unihan_Readings.txt.bz2 as the Debian package unicode-data installs it; another place may be given. Run it from the
root of the project after a new Unicode version, look at the difference, and run the tests:
`apt-get install unicode-data && Scripts/generate-reading-table.py`.
"""
import bz2
import collections
import re
import sys
import unicodedata

SOURCE = "/usr/share/unicode/Unihan_Readings.txt.bz2"
OUTPUT = "Sources/ChineseNames/ReadingTable.swift"
# All readings that today's dictionaries give. The large one of 1986-1990 knows readings that nobody uses any more; it is
# asked only where the others are silent.
TODAY = ("kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983")
RARE = ("kHanyuPinyin",)
WIDTH = 50


def syllables(value):
    """The readings in a field, such as `lè(283) yuè(54)` or `0683.040:lè`, without tones, ü written v."""
    value = re.sub(r"\([0-9]+\)", "", value)
    for item in re.split(r"[ ,]", re.sub(r"[0-9.,*]+:", " ", value)):
        letters = unicodedata.normalize("NFD", item.strip()).replace("u\u0308", "v")
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        if re.fullmatch("[a-z]+", plain):
            yield plain
        elif plain:
            raise SystemExit(f"not a syllable: {item!r} in {value!r}")


def read(source):
    version = None
    readings = collections.defaultdict(lambda: collections.defaultdict(set))
    with bz2.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# Unicode version:"):
                version = line.split(":")[1].strip()
            if not line.startswith("U+"):
                continue
            point, field, value = line.rstrip("\n").split("\t")
            if field in TODAY + RARE:
                readings[int(point[2:], 16)][field].update(syllables(value))
    return version, readings


def by_syllable(readings):
    table = collections.defaultdict(set)
    for point, fields in readings.items():
        chosen = set().union(*(fields[field] for field in TODAY)) or set().union(*(fields[field] for field in RARE))
        for syllable in chosen:
            table[syllable].add(point)
    return table


def lines(table):
    for syllable in sorted(table):
        characters = "".join(map(chr, sorted(table[syllable])))
        for start in range(0, len(characters), WIDTH):
            yield f"        {syllable} {characters[start : start + WIDTH]}"


def main():
    version, readings = read(sys.argv[1] if len(sys.argv) > 1 else SOURCE)
    with open(OUTPUT, "w", encoding="utf-8") as output:
        output.write(
            f"""// Written by Scripts/generate-reading-table.py from the Unihan database of Unicode {version}. Do not edit.

/// How Han are read in Mandarin: every reading of every character, because in names the rare one is as likely.
enum ReadingTable {{
    /// Lines of a syllable without tone (ü written v), a space and the characters that may be read so.
    static let lines = \"\"\"
"""
        )
        output.write("\n".join(lines(by_syllable(readings))))
        output.write('\n        """\n}\n')


if __name__ == "__main__":
    main()
