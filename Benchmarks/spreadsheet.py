"""The town as the workbook that officers keep without zhibu: its rows in sheets, its totals by COUNTIFS, in LibreOffice."""
import csv, pathlib, shutil, subprocess, sys
from xml.sax.saxutils import quoteattr

from measuring import DAY, HERE, SAMPLE, Screen, median, report, run, unmeasured
from screens import environment

CALC = pathlib.Path("/usr/lib/libreoffice/program/soffice.bin")
FIVE_ONES = ["培养积极分子", "合理化建议", "安全隐患", "矛盾纠纷", "办实事"]
UNDO, REDO = b"\x1a", b"\x19"


def rows(name):
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cell(value):
    """A formula begins with an equals sign; a date is one by its form."""
    if value.startswith("="):
        return f"<table:table-cell table:formula={quoteattr('of:' + value)}/>"
    if len(value) == 10 and value[4:8:3] == "--":
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    return f'<table:table-cell office:value-type="string" office:string-value={quoteattr(value)}/>'


def sheet(name, table):
    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>\n" for row in table)
    return f'<table:table table:name="{name}">{lines}</table:table>'


def column(name, letter, count):
    return f"[${name}.${letter}$2:.${letter}${count + 1}]"


def activities(count, kind, code, *, month=None):
    """How many of a kind a branch or group has this year, or in one of its months."""
    first, last = ("2016;1;1", "2016;6;30") if month is None else (f"2016;{month};1", f"2016;{month + 1};0")
    where = [column("活动", letter, count) for letter in "BCDE"]
    return (f'COUNTIFS({where[1]};"{kind}";{where[2]};{code};{where[3]};"";{where[0]};">="&DATE({first});'
            f'{where[0]};"<="&DATE({last}))')


def workbook(path):
    """One file of flat OpenDocument, which needs nothing but text to be written."""
    held, homes, pairs = rows("activities"), rows("households"), rows("pairings")
    organizations = rows("organizations")
    branches = [row for row in organizations if len(row["编码"]) == 12]
    groups = [row["编码"] for row in organizations if len(row["编码"]) == 14]
    counted = [row["办结日期"] if row["类型"] in ("矛盾纠纷", "办实事") else row["日期"] for row in held]
    log = [["编号", "日期", "类型", "组织", "作废"]] + [
        [row["编号"], day, row["类型"], row["组织编码"], row["作废日期"]] for row, day in zip(held, counted)]
    pairing = [["户", "人", "开始", "结束"]] + [
        [row["户编号"], row["人员编号"], row["开始日期"], row["结束日期"]] for row in pairs]
    house = [["户", "村", "识别", "脱贫", "贫困", "有帮扶人"]] + [
        [row["户编号"], row["村编码"], row["识别日期"], row["脱贫日期"], f'=IF(OR([.D{n}]="";[.D{n}]>DATE(2016;6;30));1;0)',
         f"=IF(COUNTIFS({column('结对', 'A', len(pairs))};[.A{n}];{column('结对', 'D', len(pairs))};\"\")>0;1;0)"]
        for n, row in enumerate(homes, 2)]
    matrix = [["组", "支部", *FIVE_ONES]] + [
        [code, code[:12], *(f"=IF({activities(len(held), kind, f'[.$A{n}]')}>0;1;0)" for kind in FIVE_ONES)]
        for n, code in enumerate(groups, 2)]
    totals = [["编码", "支部", "受访", "主题活动", "五个一", "党日", "户", "有帮扶人"]]
    for n, branch in enumerate(branches, 2):
        code = f"[.$A{n}]"
        days = "+".join(f"({activities(len(held), '主题党日', code, month=month)}>0)" for month in range(1, 7))
        ones = "+".join(f"SUMIFS({column('五个一', letter, len(groups))};{column('五个一', 'B', len(groups))};{code})"
                        for letter in "CDEFG")
        where = f"{column('户', 'B', len(homes))};{code};{column('户', 'E', len(homes))};1"
        totals.append([branch["编码"], branch["名称"], "=" + activities(len(held), "专题调研", code),
                       "=" + activities(len(held), "主题活动", code), "=" + ones, "=" + days, f"=COUNTIFS({where})",
                       f"=COUNTIFS({where};{column('户', 'F', len(homes))};1)"])
    totals.append(["", "合计", *(f"=SUM([.{letter}2:.{letter}{len(branches) + 1}])" for letter in "CDEFGH")])
    sheets = {"总览": totals, "活动": log, "户": house, "结对": pairing, "五个一": matrix}
    body = "\n".join(sheet(name, table) for name, table in sheets.items())
    path.write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>""", encoding="utf-8")
    # An activity of a branch in the middle of the year, whose kind is to be changed.
    return next(n for n, row in enumerate(held, 2) if row["类型"] == "主题党日" and row["日期"] > "2016-03"
                and not row["作废日期"] and len(row["组织编码"]) == 12)


def python_of_calc():
    """A Python that can drive LibreOffice; None if there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        if shutil.which(python) and subprocess.run([python, "-c", "import uno"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def acts(arguments, folder, town):
    """The dashboard's start to paint, an act until the new totals are painted, and its peak memory."""
    ledger = folder / "acts.db"
    shutil.copy(town, ledger)
    surroundings = environment(folder, ledger)
    run([arguments.program, "record", "--kind", "主题活动", "--org", "422801100201", "--title", "主题活动", "--date", DAY,
         "--database", ledger])
    paints, times, memories = [], [], []
    for _ in range(arguments.pairs):
        screen = Screen([arguments.program], surroundings)
        paints.append(screen.paint)
        times += [time for key in (UNDO, REDO) if (time := screen.key(key)[1])]
        memories.append(screen.memory())
        screen.close()
    return median(paints), median(times), median(memories)


def measure(arguments, folder, town):
    names = ["open to totals, against LibreOffice", "an edit until the totals are right, against LibreOffice",
             "peak memory, against LibreOffice"]
    python = python_of_calc()
    if not CALC.exists() or not python:
        for name in names:
            unmeasured(name, "libreoffice-calc-nogui or python3-uno is not installed")
        return
    path = folder / "town.fods"
    line = workbook(path)
    output = subprocess.run([python, str(HERE / "calc.py"), str(CALC), str(path), f"活动!C{line}"], check=True,
                            stdout=subprocess.PIPE, text=True).stdout
    theirs = [float(word) for word in output.split()]
    ours = acts(arguments, folder, town)
    for name, mine, other, target in zip(names, ours, theirs, (1 / 50, 1 / 50, 1 / 10)):
        report(name, mine / other, target, digits=4)
    report("… LibreOffice: open to totals", theirs[0], unit="ms")
    report("… LibreOffice: an edit until the totals are right", theirs[1], unit="ms")
    report("… LibreOffice: peak memory", theirs[2], unit="MB")
    report("… zhibu: an act until the new totals are painted", ours[1], unit="ms")
