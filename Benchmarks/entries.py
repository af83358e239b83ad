"""Registers: a hundred thousand entries in twenty of them, against SQLite doing the same and against activities."""
import csv, random

from ledgers import imported, quotient
from measuring import DAY, SAMPLE, elapsed, is_installed, median, report, run, timed
from towns import TOWNSHIP

REGISTERS, ENTRIES = 20, 5_000
FIELDS = [("事项", "文字"), ("经过", "长文"), ("人次", "整数"), ("金额", "金额"), ("办理日", "日期"), ("满意", "是否"),
          ("种类", "选项"), ("经手", "人员")]
STATES = [("受理", "转办", 15), ("转办", "办结", 30), ("办结", "", "")]
FIGURES = [("条", "条数", "", ""), ("满意的", "条数", "", "满意=是"), ("人次", "求和", "人次", ""), ("金额", "求和", "金额", "种类=甲|乙"),
           ("涉及", "去重", "对象编号", "")]


def written(folder):
    """Writes a town's branches and people with twenty registers of five thousand entries, each of which took two steps."""
    folder.mkdir()
    branches = [row["编码"] for row in rows("organizations") if row["类型"] == "村党组织"]
    people = [row["人员编号"] for row in rows("people")]
    names = [f"簿{number:02}" for number in range(1, REGISTERS + 1)]
    draw = random.Random(20160630)
    days = [f"{year}-{month:02}-{day:02}" for year in (2015, 2016) for month in range(1, 7) for day in range(1, 29)]
    table(folder, "registers", ["登记簿", "体系", "对象"], [[name, "量一量", "村"] for name in names])
    table(folder, "fields", ["登记簿", "栏目", "序号", "类型", "选项"], [
        [name, field, place, kind, "甲;乙;丙" if kind == "选项" else ""]
        for name in names for place, (field, kind) in enumerate(FIELDS, 1)])
    table(folder, "flows", ["登记簿", "状态", "序号", "下一步", "限期", "终态"], [
        [name, state, place, following, limit, "" if following else "是"]
        for name in names for place, (state, following, limit) in enumerate(STATES, 1)])
    table(folder, "figures", ["登记簿", "统计", "序号", "算法", "栏目", "条件"], [
        [name, figure, place, *rest] for name in names for place, (figure, *rest) in enumerate(FIGURES, 1)])
    steps = []
    for name in names:
        entries = []
        for number in range(1, ENTRIES + 1):
            day = draw.choice(days)
            entries.append([
                f"{name}-{number}", draw.choice(branches), day, f"第{number}件", "说了经过" * 5, draw.randint(0, 99),
                draw.randint(0, 99_999) / 100, day, draw.choice("是否"), draw.choice("甲乙丙"), draw.choice(people)])
            steps += [[name, f"{name}-{number}", 1, day, "受理"], [name, f"{name}-{number}", 2, day, "转办"]]
        table(folder, f"登记簿-{name}", [f"{name}编号", "对象编号", "登记日期", *(field for field, _ in FIELDS)], entries)
    table(folder, "steps", ["登记簿", "条目编号", "序号", "日期", "状态"], steps)
    return folder


def rows(name):
    return list(csv.DictReader((SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="")))


def table(folder, name, header, lines):
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def activities(path):
    """So many activities as there are entries: theme days with the secretary of their branch."""
    branches = [row["编码"] for row in rows("organizations") if row["类型"] == "村党组织"]
    draw = random.Random(20160630)
    days = [f"2016-{month:02}-{day:02}" for month in range(1, 7) for day in range(1, 29)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["编号", "类型", "组织编码", "日期", "标题", "内容"])
        writer.writerows([f"量-{number}", "主题党日", draw.choice(branches), draw.choice(days), f"第{number}次", "说了经过" * 5]
                         for number in range(REGISTERS * ENTRIES))
    return path


def statement(name):
    """What a list of a register reads, written as one would for the shell."""
    fields = ", ".join(f"""json_extract(t.content, '$."{field}"')""" for field, _ in FIELDS)
    return f"""
        SELECT t.number, t.subject, t.place, t.registered_on, {fields},
            CASE WHEN t.since <= '{DAY}' THEN t.state ELSE (SELECT s.state FROM entry_step s
                WHERE s.register = t.register AND s.entry = t.number AND s.taken_on <= '{DAY}'
                ORDER BY s.position DESC LIMIT 1) END, t.since
        FROM entry t
        WHERE t.register = '{name}' AND t.begun_on <= '{DAY}' AND (t.ended_on IS NULL OR t.ended_on > '{DAY}')
            AND t.place >= '{TOWNSHIP}' AND t.place < '{TOWNSHIP}:'
        ORDER BY t.number"""


def figures():
    """The figures of all registers and their entries by state, written as one would for the shell."""
    numbers = "CAST(json_extract(t.content, '$.\"{}\"') AS REAL)"
    return f"""
        SELECT t.register, count(*), count(*) FILTER (WHERE json_extract(t.content, '$."满意"') = '是'),
            sum({numbers.format("人次")}), sum({numbers.format("金额")}) FILTER (WHERE json_extract(t.content, '$."种类"') IN ('甲', '乙')),
            count(DISTINCT t.subject)
        FROM entry t
        WHERE t.begun_on <= '{DAY}' AND (t.ended_on IS NULL OR t.ended_on > '{DAY}')
            AND t.place >= '{TOWNSHIP}' AND t.place < '{TOWNSHIP}:' GROUP BY t.register;
        SELECT t.register, t.place, t.state, count(*) FROM entry t
        WHERE t.begun_on <= '{DAY}' AND (t.ended_on IS NULL OR t.ended_on > '{DAY}')
            AND t.place >= '{TOWNSHIP}' AND t.place < '{TOWNSHIP}:' GROUP BY 1, 2, 3"""


def measure(arguments, folder):
    name = "100,000 entries: the list of a register, against the shell"
    if not is_installed(name, "sqlite3"):
        return
    town = written(folder / "registers")
    full = imported(arguments, SAMPLE, folder / "entries.db")
    entries = elapsed(lambda: imported(arguments, town, full))
    others = folder / "activities.db"
    imported(arguments, SAMPLE, others)
    recorded = elapsed(lambda: imported(arguments, activities(folder / "activities.csv"), others))
    shell = ["sqlite3", "-batch", "-readonly", "-csv"]
    lists, tables = [], []
    for _ in range(arguments.pairs):
        for sql, command, pairs in (
                (statement("簿07"), ["register", "簿07", "--format", "csv"], lists),
                (figures(), ["registers", "--format", "json"], tables)):
            start = timed([arguments.program, "--version"])
            ours = timed([arguments.program, *command, "--as-of", DAY, "--database", full])
            begun = timed([*shell, ":memory:", "SELECT 1"])
            pairs.append((ours - start, timed([*shell, full, sql]) - begun))
    report(name, quotient(lists), 1.5)
    report("… figures of all registers, against the shell", quotient(tables), 1.5)
    report("… milliseconds of `registers`, less the start", median([ours for ours, _ in tables]), 150, "ms")
    report("import of entries with two steps, in rates of activities", recorded / entries, 0.5, lower=False)
