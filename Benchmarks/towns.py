"""Towns made of the sample: one of several times its size, and neighbours of the same size."""
import csv

from measuring import SAMPLE

TOWNSHIP = "422801100"
# The columns that hold codes of organizations, and those that hold other keys.
CODES = {"编码", "组织编码", "村编码", "联合单位", "联系村"}
KEYS = {"牵头人", "人员编号", "户编号", "统一社会信用代码", "领办党员", "编号", "参加人员"}


def written(folder, copies):
    """Writes the sample's tables into a folder once for each copy: the township's code, what its keys begin with, and
    whether its organizations are written."""
    folder.mkdir()
    for path in sorted(SAMPLE.glob("*.csv")):
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


def province(folder, count):
    """The sample among so many towns of its size."""
    others = [(f"{500_000_000 + n}", f"{n}-", True) for n in range(count - 1)]
    return written(folder, [(TOWNSHIP, "", True), *others])
