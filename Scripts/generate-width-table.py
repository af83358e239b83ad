#!/usr/bin/env python3
"""Writes Sources/TerminalUI/WidthTable.swift from Unicode's East Asian Width and general categories.

Needs the wcwidth package (0.7 or later: it carries the Unicode tables). Run it from the root of the project after a
new Unicode version, look at the difference, and run the tests: `pip install wcwidth && Scripts/generate-width-table.py`.
"""
import unicodedata

from wcwidth.table_ambiguous import AMBIGUOUS_EASTASIAN
from wcwidth.table_mc import CATEGORY_MC
from wcwidth.table_wide import WIDE_EASTASIAN
from wcwidth.table_zero import ZERO_WIDTH

NARROW, WIDE, AMBIGUOUS, MARK, HIDDEN, PRIVATE, CONTROL, SELECTOR = range(8)
OUTPUT = "Sources/TerminalUI/WidthTable.swift"


def newest(table):
    return max(table, key=lambda version: [int(part) for part in version.split(".")])


def fill(classes, ranges, value):
    for first, last in ranges:
        classes[first : last + 1] = bytes([value]) * (last + 1 - first)


def classify():
    version = newest(WIDE_EASTASIAN)
    classes = bytearray(0x110000)
    # Unassigned code points of the ideographic planes are wide too (UAX #11, section 5).
    fill(classes, [(0x20000, 0x2FFFD), (0x30000, 0x3FFFD)], WIDE)
    fill(classes, AMBIGUOUS_EASTASIAN[newest(AMBIGUOUS_EASTASIAN)], AMBIGUOUS)
    fill(classes, WIDE_EASTASIAN[version], WIDE)
    fill(classes, ZERO_WIDTH[newest(ZERO_WIDTH)], MARK)
    # Spacing marks take a cell of their own, as in glibc.
    fill(classes, CATEGORY_MC[newest(CATEGORY_MC)], NARROW)
    # Medial vowels and final consonants of Hangul sit in the cell of the initial one.
    fill(classes, [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)], MARK)
    for point in range(0x110000):
        if unicodedata.category(chr(point)) in ("Cf", "Zl", "Zp"):
            classes[point] = HIDDEN
    # Invisible letters and everything else that is default ignorable (UAX #44).
    invisible = [0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2065]
    fill(classes, [(point, point) for point in invisible], HIDDEN)
    fill(classes, [(0x13430, 0x1343F), (0xE0000, 0xE0FFF)], HIDDEN)
    fill(classes, [(0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)], SELECTOR)
    fill(classes, [(0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)], PRIVATE)
    fill(classes, [(0, 0x1F), (0x7F, 0x9F), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF)], CONTROL)
    fill(classes, [(plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)], CONTROL)
    return version, classes


def entries(classes):
    previous = None
    for point, value in enumerate(classes):
        if value != previous:
            yield point << 3 | value
        previous = value


def lines(values):
    line = " " * 7
    for value in values:
        item = f" {value:#x},"
        if len(line) + len(item) > 118:
            yield line
            line = " " * 7
        line += item
    yield line


def main():
    version, classes = classify()
    with open(OUTPUT, "w", encoding="ascii") as output:
        output.write(
            f"""// Written by Scripts/generate-width-table.py from Unicode {version}. Do not edit.

/// How a code point takes part in a line of cells (Unicode Standard Annex #11 and the general categories).
enum WidthTable {{
    /// Sorted runs: the first code point of the run shifted left by three, and its ``WidthClass``. A run ends where the
    /// next begins.
    static let runs: [UInt32] = [
"""
        )
        output.write("\n".join(lines(entries(classes))))
        output.write("\n    ]\n}\n")


if __name__ == "__main__":
    main()
