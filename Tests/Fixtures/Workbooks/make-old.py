#!/usr/bin/env python3
"""Writes the kept .xls, .ods, HTML and XML tables, and what xlrd reads in the .xls (xlrd.txt), with which the tests compare.

Needs xlwt (for the container), xlrd, and LibreOffice's soffice:  python3 Tests/Fixtures/Workbooks/make-old.py
"""

import pathlib
import struct
import subprocess
import zipfile

import xlrd
from xlwt.CompoundDoc import XlsDoc

FOLDER = pathlib.Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def begin(kind, version=0x0600):
    tail = struct.pack("<II", 0, 6) if version == 0x0600 else b""
    return record(0x0809, struct.pack("<HHHH", version, kind, 0x0DBB, 0x07CC) + tail)


def text(words, length="<H", runs=0, readings=b""):
    """A text as Excel 97 writes it: wide where it must be, with runs of fonts and readings of characters."""
    wide = any(ord(letter) > 255 for letter in words)
    raw = words.encode("utf-16-le") if wide else words.encode("latin-1")
    count = len(raw) // 2 if wide else len(raw)
    flags = wide | (8 if runs else 0) | (4 if readings else 0)
    head = struct.pack(length, count) + bytes([flags])
    head += struct.pack("<H", runs) if runs else b""
    head += struct.pack("<I", len(readings)) if readings else b""
    return head + raw + b"\1\0\2\0" * runs + readings


def cell(kind, row, column, style, body):
    return record(kind, struct.pack("<HHH", row, column, style) + body)


def compact(number, hundredfold=False):
    """A number in four bytes: a whole one, or the upper half of a double."""
    if number == int(number):
        return struct.pack("<i", int(number) << 2 | 2 | hundredfold)
    bits = struct.unpack("<Q", struct.pack("<d", number))[0] >> 32
    return struct.pack("<I", bits & ~3 | hundredfold)


def result(row, column, style, value):
    """A formula with what it came to: a number, or a text, truth, error, or empty text by its mark."""
    value = struct.pack("<d", value) if isinstance(value, float) else bytes([value[0], 0, value[1], 0, 0, 0, 0xFF, 0xFF])
    return cell(0x0006, row, column, style, value + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0")


FORMATS = ['"H"0000', 'yyyy"年"m"月"', 'yyyy"年"', '0"人"', 'yyyy\\-mm\\-dd;@', "0000", '@"村"', "0.00%", '[$-804]yyyy"年"m"月"d"日"']
# The styles: general, each of these formats, then built-in ones.
STYLES = [0] + [164 + number for number in range(len(FORMATS))] + [14, 57, 49, 20]


def shared_texts():
    """The shared texts over three records: cut between texts, within one that gets wide, and within one that gets narrow."""
    readings = struct.pack("<HHHHHH", 1, 8, 0, 1, 2, 2) + "ワン".encode("utf-16-le") + struct.pack("<HHH", 0, 0, 2)
    first = text("户编号") + text("王五", runs=2) + text("A" * 300) + text("因学", readings=readings)
    # Six of eight letters narrow, the others wide in the next record; then the other way round.
    first += struct.pack("<HB", 8, 0) + b"before"
    second = bytes([1]) + "之后".encode("utf-16-le") + struct.pack("<HB", 5, 1) + "前面".encode("utf-16-le")
    third = bytes([0]) + b"end" + text("末")
    return record(0x00FC, struct.pack("<II", 9, 7) + first) + record(0x003C, second) + record(0x003C, third)


def sheet_of_records():
    rows = [cell(0x00FD, 0, column, 0, struct.pack("<I", column)) for column in range(7)]
    rows += [
        record(0x0208, struct.pack("<HHHHHHHHH", 1, 0, 9, 255, 0, 0, 0x20, 0, 0)[:16]),
        cell(0x0204, 1, 0, 0, text("直接的")), cell(0x00D6, 1, 1, 0, text("rich") + struct.pack("<HHH", 1, 0, 1)),
        cell(0x0204, 1, 2, 7, text("店子槽")),
        cell(0x0203, 2, 0, 0, struct.pack("<d", 512398161401)), cell(0x0203, 2, 1, 0, struct.pack("<d", 0.1)),
        cell(0x027E, 2, 2, 0, compact(-7)), cell(0x027E, 2, 3, 0, compact(1234, True)),
        cell(0x027E, 2, 4, 0, compact(0.5)), cell(0x027E, 2, 5, 0, compact(0.5, True)),
        record(0x00BD, struct.pack("<HH", 3, 1) + b"".join(
            struct.pack("<H", style) + compact(number) for style, number in [(1, 1), (4, 3), (6, 7)]) + struct.pack("<H", 3)),
        cell(0x0203, 3, 4, 8, struct.pack("<d", 0.25)),
        cell(0x0205, 4, 0, 0, b"\1\0"), cell(0x0205, 4, 1, 0, b"\0\0"), cell(0x0205, 4, 2, 0, b"\x2a\1"),
        cell(0x0203, 5, 0, 10, struct.pack("<d", 42551)), cell(0x0203, 5, 1, 2, struct.pack("<d", 42522)),
        cell(0x0203, 5, 2, 3, struct.pack("<d", 42522)), cell(0x0203, 5, 3, 5, struct.pack("<d", 42551.75)),
        cell(0x0203, 5, 4, 9, struct.pack("<d", 42551)), cell(0x0203, 5, 5, 11, struct.pack("<d", 42522)),
        cell(0x0203, 5, 6, 12, struct.pack("<d", 7)),
        result(6, 0, 0, 6.5), result(6, 1, 0, (0, 0)), record(0x0207, text("算出的")),
        result(6, 2, 0, (0, 0)), record(0x04BC, b"\6\0\6\0\2\3\0\2\0\0\0\0"), record(0x0207, text("shared")),
        result(6, 3, 0, (0, 0)), record(0x0221, b"\6\0\6\0\3\3" + b"\0" * 8), record(0x0207, text("array")),
        result(6, 4, 0, (1, 1)), result(6, 5, 0, (2, 7)), result(6, 6, 0, (3, 0)),
        # The text of a formula cut in two.
        result(7, 0, 0, (0, 0)), record(0x0207, struct.pack("<HB", 6, 0) + b"lan"), record(0x003C, b"\1" + "很长了".encode("utf-16-le")),
        cell(0x0203, 8, 0, 0, struct.pack("<d", 8)),
    ]
    merged = record(0x00E5, struct.pack("<HHHHH", 1, 2, 4, 1, 1))
    # A chart within the sheet has cells of its own.
    chart = begin(0x20) + cell(0x0203, 0, 9, 0, struct.pack("<d", 99)) + record(0x000A)
    hidden = record(0x007D, struct.pack("<HHHHHH", 2, 3, 2560, 0, 1, 0))
    return begin(0x10) + hidden + b"".join(rows[:8]) + chart + b"".join(rows[8:]) + merged + record(0x000A)


def sheet_out_of_order():
    cells = [cell(0x0204, row, column, 0, text(f"{row}.{column}")) for column in range(2) for row in (2, 0, 1)]
    cells.append(cell(0x0204, 0, 0, 0, text("later")))
    return begin(0x10) + b"".join(cells) + record(0x000A)


def save(name, globals_, sheets):
    """Puts the sheets behind the globals, which list where they begin."""
    lists = [(title, hidden) for title, hidden, _ in sheets]

    def head(starts):
        listed = b"".join(
            record(0x0085, struct.pack("<IBB", start, hidden, 0) + title) for start, (title, hidden) in zip(starts, lists))
        return globals_ + listed
    shared = shared_texts() if globals_[4:6] == b"\0\6" else b""
    at = len(head([0] * len(sheets)) + shared + record(0x000A))
    starts = []
    for _, _, data in sheets:
        starts.append(at)
        at += len(data)
    stream = head(starts) + shared + record(0x000A) + b"".join(data for _, _, data in sheets)
    XlsDoc().save(str(FOLDER / name), stream)


def with_records():
    globals_ = begin(5) + record(0x0042, struct.pack("<H", 1200)) + record(0x0022, struct.pack("<H", 0))
    globals_ += b"".join(record(0x041E, struct.pack("<H", 164 + n) + text(code)) for n, code in enumerate(FORMATS))
    globals_ += b"".join(record(0x00E0, struct.pack("<HHH", 0, number, 0) + b"\0" * 14) for number in STYLES)
    save("records.xls", globals_, [
        (text("数", "<B"), 0, sheet_of_records()), (text("order", "<B"), 1, sheet_out_of_order())])


def with_excel95():
    def old(words, length="<H"):
        raw = words.encode("gbk")
        return struct.pack(length, len(raw)) + raw
    globals_ = begin(5, 0x0500) + record(0x0042, struct.pack("<H", 936)) + record(0x0022, struct.pack("<H", 1))
    globals_ += record(0x041E, struct.pack("<H", 164) + old('yyyy"年"m"月"d"日"', "<B"))
    globals_ += b"".join(record(0x00E0, struct.pack("<HHH", 0, number, 0) + b"\0" * 10) for number in (0, 164))
    # xlrd itself fails on a text in Chinese that a formula came to.
    cells = [cell(0x0204, 0, 0, 0, old("户编号")), cell(0x0204, 0, 1, 0, old("户主")),
             cell(0x0203, 1, 0, 1, struct.pack("<d", 40221)), result(1, 1, 0, (0, 0)), record(0x0207, old("came to"))]
    save("excel95.xls", globals_, [(old("贫困户", "<B"), 0, begin(0x10, 0x0500) + b"".join(cells) + record(0x000A))])


def with_libreoffice():
    for kind in ("xls", "ods"):
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", "/tmp", FOLDER / "openpyxl.xlsx"], check=True)
        (FOLDER / f"libreoffice.{kind}").write_bytes(pathlib.Path(f"/tmp/openpyxl.{kind}").read_bytes())


ODS = """<?xml version="1.0" encoding="UTF-8"?><o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<o:automatic-styles>
<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
<number:date-style style:name="N2"><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N3"><number:year/><number:month/><number:day/></number:date-style>
<number:number-style style:name="N4"><number:text>H</number:text><number:number number:decimal-places="0" number:min-integer-digits="4"/></number:number-style>
<number:number-style style:name="N0"><number:number number:min-integer-digits="1"/></number:number-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="c3" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="c4" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="c5" style:family="table-cell" style:parent-style-name="c4"/>
<style:style style:name="t2" style:family="table"><style:table-properties table:display="false"/></style:style>
</o:automatic-styles><o:body><o:spreadsheet>
<table:table table:name="一"><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="c4"/>
<table:table-column table:visibility="collapse" table:number-columns-repeated="1020"/>
<table:table-row><table:table-cell o:value-type="string"><text:p>甲<text:s text:c="2"/>乙<text:span>丙</text:span></text:p><text:p>第二 段</text:p>
<o:annotation><dc:date>2016-01-01</dc:date><text:p>批注</text:p></o:annotation></table:table-cell>
<table:table-cell o:value-type="float" o:value="7" ><text:p>H0007</text:p></table:table-cell>
<table:table-cell table:style-name="c5" o:value-type="float" o:value="8"><text:p>H0008</text:p></table:table-cell>
<table:table-cell o:value-type="float" o:value="0.333333333333333"><text:p>0.33</text:p></table:table-cell>
<table:table-cell o:value-type="percentage" o:value="0.25"><text:p>25%</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16379"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" o:value-type="string"><text:p>同</text:p></table:table-cell>
<table:table-cell/><table:table-cell o:value-type="boolean" o:boolean-value="true"><text:p>TRUE</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="5"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell table:style-name="c1" o:value-type="date" o:date-value="2016-06-01"><text:p>2016年6月</text:p></table:table-cell>
<table:table-cell table:style-name="c2" o:value-type="date" o:date-value="2016-06-01T08:30:00"><text:p>2016</text:p></table:table-cell>
<table:table-cell table:style-name="c3" o:value-type="date" o:date-value="2016-06-30T08:30:00"><text:p>16/6/30</text:p></table:table-cell></table:table-row>
<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" o:value-type="string"><text:p>并</text:p></table:table-cell>
<table:covered-table-cell o:value-type="string"><text:p>看不见</text:p></table:covered-table-cell>
<table:table-cell table:formula="of:=NA()" o:value-type="string" o:string-value=""><text:p>#N/A</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell o:value-type="time" o:time-value="PT08H30M00S"><text:p>08:30</text:p>
<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="二" table:style-name="t2"><table:table-row><table:table-cell o:value-type="string"><text:p>后</text:p></table:table-cell></table:table-row></table:table>
</o:spreadsheet></o:body></o:document-content>"""


def write(name, parts):
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts:
            archive.writestr(zipfile.ZipInfo(part, EPOCH), data, zipfile.ZIP_DEFLATED)


def by_hand():
    kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    write("repeated.ods", [kind, ("content.xml", ODS)])
    bomb = ODS.replace('table:number-rows-repeated="2"', 'table:number-rows-repeated="1000000"')
    write("bomb.ods", [kind, ("content.xml", bomb)])
    locked = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    write("locked.ods", [kind, ("META-INF/manifest.xml", locked), ("content.xml", "\0")])
    (FOLDER / "page.xls").write_bytes("""<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<style>td {color: red; content: "<td>"}</style><title>导出 <table></title></head><body><!-- <table><tr><td>不算</table> -->
<TABLE border=1><caption>贫困户</caption>
<tr><th rowspan=2>户编号</th><th rowspan=2>户主<th colspan="2">住址</th></tr>
<tr><td>村编码</td><td>人&nbsp;口</tr>
<tr style="display: none"><td style='x: "a>b"'>H&#48;1</td><td>王&amp;五&lt;&unknown;&#x20BB7;<td>422801100211<br/>二组</td><td>  3

  人 </td></tr>
<tr><td colspan=3>合计<td><div>3</div><p>户</p></tr></table>
<table><tr><td><table><tr><td>里面</td></tr></table>外面</td></tr></table></body></html>""".encode("gb18030"))
    (FOLDER / "excel2003.xls").write_text("""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<ss:Styles><ss:Style ss:ID="Default"/><ss:Style ss:ID="s1"><ss:NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></ss:Style>
<ss:Style ss:ID="s2"><ss:NumberFormat ss:Format="Short Date"/></ss:Style><ss:Style ss:ID="s3" ss:Parent="s4"/>
<ss:Style ss:ID="s4"><ss:NumberFormat ss:Format="&quot;H&quot;0000"/></ss:Style></ss:Styles>
<Worksheet ss:Name="户"><Table ss:ExpandedColumnCount="9"><Column ss:Index="2" ss:Span="1" ss:Hidden="1" ss:StyleID="s4"/>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="String">甲</Data><Comment><Data>注</Data></Comment></Cell><Cell ss:MergeAcross="1"><ss:Data ss:Type="String"
 xmlns="http://www.w3.org/TR/REC-html40"><B>乙</B>丙</ss:Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="DateTime">2016-06-01T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">7</Data></Cell><Cell ss:Index="5" ss:StyleID="s2"><Data ss:Type="DateTime">2016-06-30T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Formula="=NA()"><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=A1"/>
<Cell><Data ss:Type="Number">3.5</Data></Cell></Row></Table>
</Worksheet><Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">后</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>""", encoding="utf-8")


def number(value):
    return str(int(value)) if value == int(value) else "%.15g" % value


def what_xlrd_reads():
    lines = []
    for name in ("records.xls", "excel95.xls", "libreoffice.xls"):
        book = xlrd.open_workbook(FOLDER / name)
        for sheet in book.sheets():
            for row in range(sheet.nrows):
                for column in range(sheet.row_len(row)):
                    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
                    if kind == xlrd.XL_CELL_TEXT and value:
                        value = value.replace("\n", "\\n")
                    elif kind == xlrd.XL_CELL_NUMBER:
                        value = number(value)
                    elif kind == xlrd.XL_CELL_DATE:
                        value = xlrd.xldate_as_datetime(value, book.datemode).strftime("%Y-%m-%d")
                    elif kind == xlrd.XL_CELL_BOOLEAN:
                        value = "是" if value else "否"
                    elif kind == xlrd.XL_CELL_ERROR:
                        value = xlrd.error_text_from_code[value]
                    else:
                        continue
                    lines.append(f"{name}\t{sheet.name}\t{row + 1}\t{column}\t{value}")
    (FOLDER / "xlrd.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with_records()
    with_excel95()
    with_libreoffice()
    by_hand()
    what_xlrd_reads()
