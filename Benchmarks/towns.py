"""Towns made of the sample: one of several times its size, and neighbours of the same size."""
import csv, shutil, sqlite3

from measuring import SAMPLE

TOWNSHIP = "422801100"
# What there is more of in a larger town; registers are defined once.
ROWS = {"organization", "organization_unit", "person", "person_village", "household", "household_cycle", "pairing",
        "cooperative", "cooperative_founder", "activity", "activity_participant", "visit"}
TABLES = {"organizations", "people", "households", "pairings", "cooperatives", "activities"}
# The columns that hold codes of organizations, and those that hold other keys.
CODES = {"编码", "组织编码", "村编码", "联合单位", "联系村"}
KEYS = {"牵头人", "人员编号", "户编号", "统一社会信用代码", "领办党员", "编号", "参加人员"}


def written(folder, copies):
    """Writes the sample's six tables into a folder once for each copy: the township's code, what its keys begin with, and
    whether its organizations are written."""
    folder.mkdir()
    for path in sorted(path for path in SAMPLE.glob("*.csv") if path.stem in TABLES):
        header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
        with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for township, prefix, with_organizations in copies:
                if path.stem == "organizations" and not with_organizations:
                    continue
                writer.writerows([copied(column, cell, township, prefix) for column, cell in zip(header, row)]
                                 for row in rows)
    return folder


def copied(column, cell, township, prefix):
    if column in CODES:
        return ";".join(township + code[len(TOWNSHIP):] for code in cell.split(";")) if cell else cell
    if column in KEYS and prefix:
        return ";".join(prefix + key for key in cell.split(";")) if cell else cell
    return cell


def larger(folder, times):
    """The same branches with so many times their people, households, pairings, cooperatives and activities."""
    return written(folder, [(TOWNSHIP, f"{n}-" if n else "", n == 0) for n in range(times)])


def province(town, ledger, count):
    """A ledger with the town's rows among so many towns of the same size. Copied by SQL, because reading a thousand
    towns from files takes an hour; the tables, the indexes and the order of the rows are those of an import."""
    shutil.copy(town, ledger)
    database = sqlite3.connect(ledger, isolation_level=None)
    database.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -500000")
    database.execute("ATTACH ? AS town", (str(town),))
    indexes = database.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    database.execute("BEGIN")
    for (table,) in database.execute("SELECT name FROM town.sqlite_schema WHERE type = 'table'").fetchall():
        if table in ROWS:
            multiply(database, table, count)
    for _, sql in indexes:
        database.execute(sql)
    database.execute("COMMIT")
    database.close()
    return ledger


def multiply(database, table, count):
    """Town after town, so that rows are added where the last ones were."""
    targets = {row[3]: row[2] for row in database.execute(f"PRAGMA foreign_key_list({table})")}
    columns = [row for row in database.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]
    cells = ", ".join(cell or column[1]
                      for column, cell in ((column, neighbour(table, column, targets)) for column in columns))
    names = ", ".join(column[1] for column in columns)
    key = ", ".join(column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5])
    for number in range(1, count):
        database.execute(f"INSERT INTO main.{table} ({names}) SELECT {cells} FROM town.{table} ORDER BY {key}",
                         {"township": str(500_000_000 + number), "prefix": f"{number:04}-"})


def neighbour(table, column, targets):
    """What stands in a column of a neighbour: another township's code, another key, or (None) the same."""
    name, place = column[1], column[5]
    if targets.get(name) == "organization" or (table, name) == ("organization", "code"):
        return f":township || substr({name}, {len(TOWNSHIP) + 1})"
    return f":prefix || {name}" if name in targets or (place == 1 and name in ("id", "code")) else None
