"""Opens a workbook in LibreOffice without a screen and edits a cell; prints the milliseconds until its totals were there, after
the start and after the edit, and the megabytes it took at most. Run by a Python that has LibreOffice's bindings (uno)."""
import pathlib, re, statistics, subprocess, sys, tempfile, time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

HIDDEN = PropertyValue(Name="Hidden", Value=True)


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(3_000):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.01)
    raise SystemExit("LibreOffice does not answer")


def totals(document):
    """Every cell of the first sheet's last row; asking for them makes what they depend on be computed."""
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last, row = cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow
    return sheet.getCellRangeByPosition(0, row, last, row).getDataArray()


def peak(process):
    text = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024


def main(binary, workbook, edited):
    with tempfile.TemporaryDirectory() as profile:
        command = [binary, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo"]
        # The first starts make the profile, which an officer's computer has; one of them only asks for another.
        for _ in range(2):
            subprocess.run([*command, "--terminate_after_init"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        began = time.monotonic()
        process = subprocess.Popen([*command, "--accept=pipe,name=zhibu-bench;urp;"])
        office = desktop("zhibu-bench")
        document = office.loadComponentFromURL(pathlib.Path(workbook).as_uri(), "_blank", 0, (HIDDEN,))
        before, opened = totals(document), time.monotonic()
        edits = []
        for kind in ("主题活动", "主题党日") * 3:
            start = time.monotonic()
            sheet, place = edited.split("!")
            document.Sheets.getByName(sheet).getCellRangeByName(place).setString(kind)
            after = totals(document)
            edits.append((time.monotonic() - start) * 1000)
            if after == before:
                raise SystemExit("the edit changed no total")
            before = after
        print((opened - began) * 1000, statistics.median(edits), peak(process.pid))
        document.close(False)
        process.kill()
        process.wait()


main(*sys.argv[1:])
