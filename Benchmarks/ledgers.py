"""The ledger without a screen: figures, imports and actions, against SQLite doing the same."""
import shutil, sqlite3, subprocess

import towns
from measuring import DAY, SAMPLE, elapsed, is_installed, median, report, run, timed


def status(program, ledger, *options):
    return [program, "status", "--as-of", DAY, "--format", "json", "--database", ledger, *options]


def imported(arguments, source, ledger):
    run([arguments.program, "import", source, "--database", ledger])
    return ledger


def bare(arguments, folder):
    """A ledger with a township and nothing else: what a program does with it, it does before the first row."""
    source = folder / "township.csv"
    source.write_text(f"编码,名称,类型\n{towns.TOWNSHIP},龙凤镇,乡镇党委\n")
    return imported(arguments, source, folder / "bare.db")


def live(arguments, folder, ledger, sql):
    """The figures of a town: what its rows cost the program, and what they cost the sqlite3 shell with the same SQL."""
    name = "status of a town, against the same SQL in the shell"
    if not is_installed(name, "sqlite3"):
        return
    empty, shell = bare(arguments, folder), ["sqlite3", "-batch", "-readonly"]
    rows, whole = [], []
    for _ in range(arguments.pairs * 3):
        version = timed([arguments.program, "--version"])
        before, after = timed(status(arguments.program, empty)), timed(status(arguments.program, ledger))
        start = timed([*shell, ":memory:", "SELECT 1"])
        first, last = (timed([*shell, file, f".read {sql}"]) for file in (empty, ledger))
        rows.append((after - before, last - first))
        whole.append((after - version, last - start))
    report(name, quotient(rows), 1.3)
    report("… with opening, statements and JSON", quotient(whole))
    report("… the program's milliseconds, less its start", median([ours for ours, _ in whole]), unit="ms")


def quotient(pairs):
    """The ratio of medians, because a difference of two runs may come close to zero."""
    return median([ours for ours, _ in pairs]) / median([theirs for _, theirs in pairs])


def imports(arguments, folder, ledger, name, source):
    """A first import with all its checks, against the shell's of the same rows into the same tables and indexes."""
    if not is_installed(name, "sqlite3"):
        return
    script = plain_import(folder, ledger)
    pairs = []
    for number in range(arguments.pairs):
        ours, theirs = folder / f"ours{number}.db", folder / f"theirs{number}.db"
        a = timed([arguments.program, "import", source, "--database", ours]) - timed([arguments.program, "--version"])
        b = timed(["sqlite3", theirs], input=script.encode()) - timed(["sqlite3", ":memory:", "SELECT 1"])
        pairs.append((b, a))
        ours.unlink()
        theirs.unlink()
    report(name, quotient(pairs), 0.5, lower=False)


def plain_import(folder, ledger):
    """What the shell is to do: tables with the ledger's columns and keys but no checks, its rows as files, its indexes."""
    database = sqlite3.connect(ledger)
    script = ["PRAGMA synchronous = EXTRA;", "BEGIN;"]
    names = [name for name, in database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal%' AND name NOT LIKE 'grdb%' "
        "AND name NOT LIKE 'sqlite%' AND name <> 'activity_sequence'")]
    for name in names:
        script.append(plain_table(database, name))
        file = folder / f"{name}.rows.csv"
        with file.open("wb") as output:
            output.write(shell_csv(ledger, name))
        script.append(f".import --csv {file} {name}")
    script += [f"{sql};" for name in names for sql, in database.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (name,))]
    return "\n".join([*script, "COMMIT;", ""])


def plain_table(database, name):
    columns = database.execute(f"PRAGMA table_xinfo({name})").fetchall()
    keys = [column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5]]
    (options,) = database.execute("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)).fetchone()
    # CSV has no NULL: an empty cell is a text, which a strict table does not take for a number.
    ending = ", ".join(word for word in options[options.rindex(")") + 1:].split(",") if "STRICT" not in word)
    parts = [f"{column[1]} {column[2].split()[0]}" for column in columns] + [f"PRIMARY KEY ({', '.join(keys)})"]
    return f"CREATE TABLE {name} ({', '.join(parts)}){ending};"


def shell_csv(ledger, name):
    return subprocess.run(["sqlite3", "-csv", str(ledger), f"SELECT * FROM {name}"], check=True,
                          stdout=subprocess.PIPE).stdout


def actions(arguments, folder, ledger):
    """Recording one activity, against a commit of one row with the same journal and the same safety.

    What the act takes is the time of the command less that of the same one for a branch that is not there: it starts, reads
    its options and opens the ledger as the other does, and is refused by the first rule."""
    copy = folder / "actions.db"
    shutil.copy(ledger, copy)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; CREATE TABLE t (a, b, c);")
    pairs = []
    for number in range(arguments.pairs * 4):
        refused, whole = (timed(record(arguments.program, branch, copy), succeeds=branch == "422801100201")
                          for branch in ("422801100299", "422801100201"))
        raw = elapsed(lambda: plain.execute("INSERT INTO t VALUES (?, 'b', 'c')", (number,)))
        pairs.append((whole - refused, raw))
    report("one durable action, against a raw commit", quotient(pairs), 2.0)


def record(program, branch, ledger):
    return [program, "record", "--kind", "主题党日", "--org", branch, "--title", "党日", "--date", "2016-06-20",
            "--database", ledger]


def among_towns(arguments, folder, ledger):
    """The town's figures in a ledger of many towns, against a ledger of its own; and those of all of them at once."""
    count = arguments.towns
    many = towns.province(ledger, folder / "province.db", count)
    pairs, all_towns = [], []
    for _ in range(arguments.pairs * 2):
        start = timed([arguments.program, "--version"])
        inside, alone = (timed(status(arguments.program, file, "--scope", towns.TOWNSHIP)) for file in (many, ledger))
        pairs.append((inside - start, alone - start))
    report(f"status of a town inside {count}, against itself alone", quotient(pairs), 1.3)
    for _ in range(3):
        start = timed([arguments.program, "--version"])
        # The neighbours' codes begin with 5; with the town itself no two digits would be shared.
        whole = timed(status(arguments.program, many, "--scope", "5"))
        all_towns.append((whole - start) / (count - 1))
    report("roll-up of all of them, for each town", median(all_towns), unit="ms")


def measure(arguments, folder, ledger, sql):
    live(arguments, folder, ledger, sql)
    imports(arguments, folder, ledger, "import speed, against sqlite3 .import", SAMPLE)
    source = towns.larger(folder / "larger", 4)
    larger = imported(arguments, source, folder / "larger.db")
    imports(arguments, folder, larger, "… of a town of four times the size", source)
    actions(arguments, folder, ledger)
    if arguments.towns > 1:
        among_towns(arguments, folder, ledger)
