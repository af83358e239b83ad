"""Workbooks: the import of a large sheet, against LibreOffice reading the same one, and against the same rows as CSV."""
import csv, datetime, shutil

from measuring import is_installed, median, report, run, timed

ROWS = 100_000
HEADER = ["编号", "日期", "类型", "组织编码", "主题", "参加人员", "材料", "备注"]
# Of LibreOffice: comma, quote, UTF-8, from the first line on, and the second column as days, all others as text.
AS_TEXT = "CSV:44,34,76,1," + "/".join(f"{n}/{5 if n == 2 else 2}" for n in range(1, len(HEADER) + 1))


def converted(source, kind, folder, *options):
    """LibreOffice with settings of its own, so that none of the user's are touched."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return ["soffice", profile, "--headless", "--convert-to", kind, *options, "--outdir", folder / "converted", source]


def sheet(folder):
    """Activities as CSV, and as the workbook that LibreOffice makes of them."""
    path, first = folder / "activities.csv", datetime.date(2016, 1, 1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(
            [f"X-{n:06}", first + datetime.timedelta(days=n % 180), "主题党日", "422801100211", f"第 {n} 次主题党日",
             "P1105;P1106", "齐全", f"应到 {n % 50} 人"] for n in range(ROWS))
    run(converted(path, "xlsx", folder, f"--infilter={AS_TEXT}"))
    return path, folder / "converted" / "activities.xlsx"


def imported(arguments, ledger, source, folder):
    """The time of an import into a copy of the ledger, less the program's start."""
    copy = folder / "workbook.db"
    shutil.copy(ledger, copy)
    return timed([arguments.program, "import", source, "--database", copy]) - timed([arguments.program, "--version"])


def measure(arguments, folder, ledger):
    name = f"import of a sheet of {ROWS:,} rows, against LibreOffice"
    if not is_installed(name, "soffice"):
        return
    text, book = sheet(folder)
    runs = []
    for _ in range(max(3, arguments.pairs // 2)):
        ours, plain = (imported(arguments, ledger, source, folder) for source in (book, text))
        runs.append((ours, plain, timed(converted(book, "csv", folder))))
    report(name, median([ours / theirs for ours, _, theirs in runs]), 1)
    report("… its rows a second, against CSV", median([plain / ours for ours, plain, _ in runs]), 0.2, lower=False)
