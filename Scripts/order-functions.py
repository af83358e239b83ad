#!/usr/bin/env python3
"""Writes Scripts/functions.order: what runs from the start to the first screen, then for keys, to stand side by side.

The program is 24 MB of code, of which a start runs 2 %, strewn over half of its pages; the kernel maps sixteen pages around each
that is touched. `make order` builds without this order, watches a start and a short use under valgrind, and keeps the
names of what ran, earliest use first. Names that are gone are passed over by the linker, and what is new stands behind, so the
file need not change with each change: write it anew when `make bench` says that memory grew.
"""
import os, pathlib, re, shutil, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Benchmarks"))
from measuring import DAY, SAMPLE, Screen, run
from screens import environment

DOWN, ENTER, ESCAPE, UNDO, REDO = b"\x1bOB", b"\r", b"\x1b", b"\x1a", b"\x19"
# Functions of an object that is one piece cannot be moved alone, and the piece would only push others apart.
LARGEST_PIECE = 8192
USES = [[], [DOWN] * 14 + [ENTER, DOWN, ESCAPE, UNDO, REDO]]


def functions(program, folder, ledger, keys):
    """The names of the functions that run while keys are typed, in the order of the profile."""
    profile = folder / "profile"
    command = ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={profile}",
               f"--log-file={folder / 'log'}", str(program)]
    screen = Screen(command, environment(folder, ledger), patience=120_000)
    for key in keys:
        os.write(screen.terminal, key)
        screen.burst(10_000, 2_000 if key == ESCAPE else 1_000)
    os.write(screen.terminal, b"\x11")
    screen.burst(20_000, 5_000)
    os.waitpid(screen.process, 0)
    os.close(screen.terminal)
    found = re.findall(r"^c?fn=\(\d+\) (.+?)(?:'\d+)?$", profile.read_text(), re.M)
    return list(dict.fromkeys(found))


def movable(link_map):
    """The names of functions in pieces of their own, or small ones, from the linker's map."""
    small, large = set(), set()
    piece, is_code = small, False
    for line in link_map.read_text().splitlines():
        match = re.match(r"\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+(\s+)(.*)$", line)
        if not match:
            continue
        size, indent, name = int(match[1], 16), len(match[2]), match[3]
        if indent == 1:
            is_code = name == ".text"
        elif is_code and ":(" in name:
            piece = small if size < LARGEST_PIECE else large
        elif is_code:
            piece.add(name)
    return small - large


def main():
    program, link_map, order = (pathlib.Path(argument) for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ledger = folder / "town.db"
        run([program, "import", SAMPLE, "--database", ledger])
        run([program, "record", "--kind", "主题活动", "--org", "422801100201", "--title", "主题活动", "--date", DAY, "--database",
             ledger])
        # valgrind does not read the libraries' debugging information.
        bare = folder / "zhibu"
        subprocess.run(["strip", "-g", "-o", bare, program], check=True)
        ran = [name for keys in USES for name in functions(bare, folder, ledger, keys)]
    kept = movable(link_map)
    names = [name for name in dict.fromkeys(ran) if name in kept]
    order.write_text("\n".join(names) + "\n")
    print(f"{len(names)} functions in {order}")


if __name__ == "__main__":
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed: apt-get install valgrind")
    main()
