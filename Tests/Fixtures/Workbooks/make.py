#!/usr/bin/env python3
"""Writes the workbooks of this folder anew: openpyxl and xlsxwriter as other offices' programs, and archives that no
program would write. All persons are invented. Needs openpyxl 3.1 and xlsxwriter 3.2; libreoffice.xlsx is openpyxl.xlsx
opened and saved by LibreOffice 7.4 (soffice --headless --convert-to xlsx)."""
import datetime
import io
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FOLDER = pathlib.Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)
DAY = datetime.date


def settle(path):
    """Takes the time of writing out of an archive, so that the same program writes the same bytes."""
    source = zipfile.ZipFile(path)
    parts = [(name, source.read(name)) for name in source.namelist()]
    source.close()
    write(path, [(name, data) for name, data in parts if name != "docProps/core.xml"])


def write(path, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            archive.writestr(info, data)


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "组织"
    for row in [("编码", "名称", "类型"), (422801100, "龙凤镇", "乡镇党委"), (422801100211, "店子槽村", "村党组织"),
                (422801100200, "龙凤村", "村党组织"), (42280110021101, "一组", "党小组")]:
        sheet.append(row)
    sheet = book.create_sheet("贫困户台账")
    sheet.append(["龙凤镇贫困户台账"])
    sheet.merge_cells("A1:I1")
    sheet.append(["填表单位：扶贫办", None, None, "填表日期", DAY(2016, 6, 30)])
    sheet.append(["户码", "户主\n姓名", "行政村", "家庭人口（人）", "致贫原因1", "识别日期", "脱贫年度", "身份证号", "人均纯收入", "备用"])
    sheet.append([1001, CellRichText("王", TextBlock(InlineFont(b=True), "五")), "店子槽村", 4, "因学", DAY(2014, 1, 1), 2016,
                  "11010519491231002X", 3210.5, "62220202000000001"])
    sheet.append([])
    sheet.append(["H2", "赵六", "中共龙凤镇龙凤村党支部", 2.0, None, datetime.datetime(2014, 1, 1, 8, 30), "2015年12月",
                  "x", 1, "11010519491231002X"])
    sheet.append(["H3", "孙七", "422801100200", 3, None, "2014-02-03", None, None, None, None])
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["E"].hidden = True
    book.create_sheet("说明").append(["请按月更新"])
    book.create_sheet("空表")
    people = book.create_sheet("党员")
    people.append(["党员编号", "党员姓名", "所在党支部", "人员类别", "到岗时间", "入党时间", "健康状况", "镇班子成员", "联系电话"])
    people.append(["P1", "张三", "店子槽村党支部", "正式党员", "2010", DAY(2001, 7, 1), "良好", True, 13900000001])
    people.append(["P2", "李四", "龙凤村", "正式党员", None, None, None, False, None])
    people.append(["P3", "李四", "店子槽", "预备党员", None, None, None, None, None])
    pairings = book.create_sheet("帮扶")
    pairings.append(["户码", "帮扶责任人", "帮扶人所在支部", "结对时间"])
    pairings.append([1001, "张 三", None, DAY(2016, 3, 1)])
    pairings.append(["H2", "李四", "龙凤村党支部", "2016.3"])
    path = FOLDER / "openpyxl.xlsx"
    book.save(path)
    settle(path)


def numbers():
    """Every kind of cell, in the column of free text of a household."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "数"
    sheet.append(["户编号", "户主", "村编码", "人口", "识别日期", "致贫原因"])
    values = [(1, None), (1.0, None), (123456789012345, None), (1e14, None), (0.1, None), (-3.25, None), (True, None),
              (7, "0000"), (42551, 'yyyy"年"m"月"d"日"'), (42551.75, "m/d/yy h:mm"), (42551, "[$-804]aaaa;@"),
              (42551, "General"), (61, "yyyy-mm-dd"), (59, "yyyy-mm-dd"), (60, "yyyy-mm-dd"), (0.5, "hh:mm"),
              ("_x0041_文", None), (0.25, "0%"), (1e-7, None), (1, "yyyy-mm-dd")]
    for number, (value, form) in enumerate(values, 1):
        sheet.append([f"N{number:02}", "王五", "422801100211", 1, DAY(2014, 1, 1), value])
        if form:
            sheet.cell(number + 1, 6).number_format = form
    path = FOLDER / "numbers.xlsx"
    book.save(path)
    settle(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet.cell(2, 6).value = 0
    sheet.cell(2, 6).number_format = "yyyy-mm-dd"
    path = FOLDER / "numbers-1904.xlsx"
    book.save(path)
    settle(path)


def with_xlsxwriter():
    path = FOLDER / "xlsxwriter.xlsx"
    book = xlsxwriter.Workbook(path)
    date = book.add_format({"num_format": "yyyy/m/d"})
    sheet = book.add_worksheet("households")
    for column, name in enumerate(["户编号", "户主", "村编码", "人口", "识别日期", "致贫原因"]):
        sheet.write(0, column, name)
    for row in range(1, 4):
        sheet.write(row, 0, f"X{row}")
        sheet.write(row, 1, f"户主{row}")
        sheet.write(row, 2, "422801100211")
        sheet.write_formula(row, 3, "=1+1", None, 2)
        sheet.write_datetime(row, 4, datetime.datetime(2014, 1, row), date)
    sheet.write_formula(1, 5, "=NA()", None, "#N/A")
    sheet.write_number(2, 3, 42280110021101234)
    sheet.write_string(3, 5, "")
    sheet.write_number(3, 3, 2.5)
    book.close()
    settle(path)


TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
ROOT = RELATIONS % f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEADER = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ["户编号", "户主", "村编码", "人口", "识别日期"])
ROW = ('<row><c t="str"><v>H1</v></c><c t="inlineStr"><is><t>王五</t></is></c><c><v>422801100211</v></c>'
       '<c><v>1</v></c><c t="d"><v>2014-01-01T00:00:00</v></c></row>')


def book(sheets, strings=None, root=ROOT):
    """The parts of a workbook by hand: sheets by name, as the XML between <sheetData> and its end, or whole."""
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in enumerate(sheets, 1))
    targets = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet{n}.xml"/>'
                      for n in range(1, len(sheets) + 1))
    targets += f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", root),
             ("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'),
             ("xl/_rels/workbook.xml.rels", RELATIONS % targets)]
    for n, (_, data) in enumerate(sheets, 1):
        whole = data if data.startswith("<?") else f"<worksheet {MAIN}><sheetData>{data}</sheetData></worksheet>"
        parts.append((f"xl/worksheets/sheet{n}.xml", whole))
    if strings is not None:
        parts.append(("xl/sharedStrings.xml", f"<sst {MAIN}>{strings}</sst>"))
    return parts


def by_hand():
    header = f"<row>{HEADER}</row>"
    # WPS and others: a prefix on every element, a byte order mark, phonetic runs, backslashes, absolute targets, no
    # numbers of rows and cells, cells that are only formatted, and a formula nobody computed.
    strings = ('<si><t xml:space="preserve"> 王五 </t><rPh sb="0" eb="1"><t>ワンウー</t></rPh></si>'
               '<si><r><t>因</t></r><r><t>学</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>')
    rows = (header.replace("</row>", '<c t="inlineStr"><is><t>致贫原因</t></is></c><c r="XFD1" s="3"/></row>')
            + '<row r="5"><c r="A5" t="str"><v>W1</v></c><c r="B5" t="s"><v>0</v></c><c><v>4.22801100211E11</v></c><c><v>1</v></c>'
              '<c t="d"><v>2014-01-01T00:00:00</v></c><c t="s"><v>1</v></c></row>'
              '<row r="7"><c r="A7" t="str"><v>W2</v></c><c r="B7" t="s"><v>0</v></c><c><v>422801100211</v></c>'
              '<c><f>SUM(A1)</f></c><c t="d"><v>2014-01-01</v></c></row>')
    parts = book([("户", rows)], strings)
    prefixed = []
    for name, data in parts:
        if name.startswith("xl/worksheets"):
            data = "\ufeff" + data.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
        prefixed.append((name.replace("/", "\\") if name.startswith("xl/shared") else name, data))
    write(FOLDER / "wps.xlsx", prefixed)

    # Errors and texts under no column of the ledger, and beyond the header.
    def cells(*texts):
        return "<row>" + "".join(f'<c t="{"e" if text.startswith("#") else "str"}"><v>{text}</v></c>' for text in texts) + "</row>"

    write(FOLDER / "besides.xlsx", book([("户", cells("户编号", "户主", "村编码", "人口", "识别日期", "致贫原因", "备用")
        + cells("H5", "钱七", "422801100211", "3", "2014-01-01", "因学", "#N/A")
        + cells("H6", "孙八", "422801100211", "3", "2014-01-01", "#N/A", "#N/A", "#N/A")
        + cells("H7", "周九", "422801100211", "3", "2014-01-01", "因学", "", "#REF!", "多"))]))

    good = book([("户", header + ROW)])
    write(FOLDER / "stored.xlsx", good, zipfile.ZIP_STORED)
    data = bytearray((FOLDER / "stored.xlsx").read_bytes())
    place = data.find("王五".encode())
    data[place] ^= 1
    (FOLDER / "wrong-checksum.xlsx").write_bytes(data)
    (FOLDER / "cut.xlsx").write_bytes((FOLDER / "stored.xlsx").read_bytes()[:900])
    (FOLDER / "old.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504)
    (FOLDER / "page.xlsx").write_text("<html><table><tr><td>户编号</td></tr></table></html>")
    bad = {
        "no-workbook": [("a.txt", "x")],
        "broken-xml": book([("户", "<row>" + HEADER)]),
        "entities": book([("户", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData>'
                           f"<row>{HEADER}</row></sheetData></worksheet>")]),
        "deep": book([("户", header + "<a>" * 40 + "</a>" * 40)]),
        "attributes": book([("户", header + "<row " + " ".join(f'a{n}="1"' for n in range(100)) + "/>")]),
        "long-tag": book([("户", header + '<row a="' + "".join(chr(33 + n * 7919 % 5 + 60) for n in range(1 << 21)) + '"/>')]),
        "long-text": book([("户", header + "<row><c><v>" + "1" * (5 << 20) + "</v></c></row>")]),
        "wide": book([("户", header + '<row><c r="ZZZ2"><v>1</v></c></row>')]),
        "far": book([("户", header + '<row r="2000000"><c><v>1</v></c></row>')]),
        "ratio": book([("户", header + ROW * 100_000)]),
        "no-string": book([("户", header + '<row><c t="s"><v>9</v></c></row>')]),
        "sheets": book([(f"表{n}", header) for n in range(201)]),
        "no-sheet": book([("甲", "<row><c><v>1</v></c></row>")]),
    }
    for name, parts in bad.items():
        write(FOLDER / f"{name}.xlsx", parts)


if __name__ == "__main__":
    with_openpyxl()
    numbers()
    with_xlsxwriter()
    by_hand()
