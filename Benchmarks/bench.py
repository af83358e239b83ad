#!/usr/bin/env python3
"""Prints the performance table: zhibu against the floor program and against plain SQLite, run in alternation.

Absolute times drift by half within an hour on a shared machine, so each figure is the median of ratios of pairs run in
the same second. Bytes, wake-ups and memory are counted. Standard library only; `sqlite3` is needed for the import.
"""
import argparse, fcntl, os, pathlib, pty, re, select, shutil, signal, sqlite3, statistics, struct, subprocess, tempfile
import termios, time

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent / "assets" / "longfeng"
DOWN = b"\x1bOB"
VALUES = {"scope": "422801100", "end": "422801100:", "first": "2016-01-01", "day": "2016-06-30", "month": "2016-06-01"}


def now():
    return time.monotonic() * 1000


class Screen:
    """A program on a pseudo-terminal of 80×24."""

    def __init__(self, command, environment):
        self.began = now()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.paint_bytes, last = self.burst(2000, 120)
        self.paint = last - self.began

    def burst(self, patience, quiet):
        """Bytes until it is quiet, and the moment of the last one."""
        count, last, limit = 0, now(), patience
        while select.select([self.terminal], [], [], limit / 1000)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            if not data:
                break
            last, limit, count = now(), quiet, count + len(data)
            if b"\x1b[6n" in data:
                os.write(self.terminal, b"\x1b[1;2R")
        return count, last

    def key(self, bytes_):
        began = now()
        os.write(self.terminal, bytes_)
        count, last = self.burst(300, 15)
        return count, last - began if count else None

    def counter(self, name):
        total = 0
        for task in pathlib.Path(f"/proc/{self.process}/task").iterdir():
            found = re.search(rf"^{name}:\s+(\d+)", (task / "status").read_text(), re.M)
            total += int(found.group(1))
        return total

    def idle(self, seconds):
        before = self.counter("voluntary_ctxt_switches")
        count, _ = self.burst(seconds * 1000, 15)
        return self.counter("voluntary_ctxt_switches") - before, count

    def memory(self):
        return int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{self.process}/status").read_text()).group(1)) / 1024

    def close(self):
        os.kill(self.process, signal.SIGTERM)
        self.burst(500, 50)
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def elapsed(action):
    began = now()
    action()
    return now() - began


def run(command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def median(values):
    return statistics.median(values) if values else float("nan")


def report(name, value, target, unit="", lower=True):
    met = value <= target if lower else value >= target
    print(f"{name:<44}{value:>10.2f} {unit:<4}{'≤' if lower else '≥'} {target:<8g}{'' if met else 'missed'}")


def screens(arguments, folder, ledger, sql):
    environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", ZHIBU_ASSETS=str(SAMPLE.parent),
                       HOME=str(folder), ZHIBU_DATABASE=str(ledger))
    ours, floor = [arguments.program], [arguments.floor, str(ledger), str(sql)]
    paints, keys, sizes, times, memories, first, times95 = [], [], [], [], [], [], []
    for _ in range(arguments.pairs):
        a = Screen(ours, environment)
        b = Screen(floor, environment)
        paints.append(a.paint / b.paint)
        first.append(a.paint)
        pairs = [(a.key(DOWN), b.key(DOWN)) for _ in range(12)]
        keys += [x[1] / y[1] for x, y in pairs if x[1] and y[1]]
        times95 += [x[1] for x, _ in pairs if x[1]]
        sizes += [x[0] for x, _ in pairs if x[0]]
        memories.append(a.memory() / b.memory())
        times.append(a.key(b"\r")[0])
        a.close()
        b.close()
    report("start to paint, against the floor", median(paints), 2.0)
    report("start to paint", median(first), 60, "ms")
    report("cursor key to last byte, against the floor", median(keys), 2.0)
    if times95:
        report("cursor key to last byte, 95 %", sorted(times95)[int(len(times95) * 0.95)], 3, "ms")
    report("bytes per cursor key", median(sizes), 256)
    report("bytes of a new screen", median(times), 2500)
    report("peak memory, against the floor", median(memories), 2.5)
    quiet = Screen(ours, environment)
    quiet.key(DOWN)
    time.sleep(10)
    wakeups, count = quiet.idle(10)
    report("wake-ups in 10 s, from 10 s after a key", wakeups, 0)
    report("bytes in these 10 s", count, 0)
    quiet.close()


def live(arguments, ledger, sql):
    connection = sqlite3.connect(ledger)
    statements = [part for part in sql.read_text().split(";") if part.strip()]
    ratios = []
    for _ in range(arguments.pairs):
        start = elapsed(lambda: run([arguments.program, "--version"]))
        whole = elapsed(lambda: run([arguments.program, "status", "--database", str(ledger), "--as-of", "2016-06-30",
                                     "--format", "json"]))
        raw = elapsed(lambda: [connection.execute(statement).fetchall() for statement in statements])
        ratios.append((whole - start) / raw)
    report("status less start, against the same SQL", median(ratios), 1.3)


def imports(arguments, folder):
    if not shutil.which("sqlite3"):
        return print("import: sqlite3 is not installed")
    plain = """
CREATE TABLE organizations (编码 PRIMARY KEY, 名称, 类型, 联合单位, 牵头人, 产业链, 成立日期, 撤销日期) WITHOUT ROWID;
CREATE TABLE people (人员编号 PRIMARY KEY, 姓名, 组织编码, 类别, 职务, 镇班子成员, 联系村, 到岗日期, 离开日期, 离开原因, 免结对原因, 电话) WITHOUT ROWID;
CREATE TABLE households (户编号 PRIMARY KEY, 户主, 村编码, 人口, 致贫原因, 识别日期, 脱贫日期, 返贫日期, 销户日期, 销户原因) WITHOUT ROWID;
CREATE TABLE pairings (户编号, 人员编号, 开始日期, 结束日期, 结束原因, PRIMARY KEY (户编号, 人员编号, 开始日期)) WITHOUT ROWID;
CREATE TABLE cooperatives (统一社会信用代码 PRIMARY KEY, 名称, 组织编码, 产业, 成立日期, 注销日期, 成员户数, 带动户数, 领办党员) WITHOUT ROWID;
CREATE TABLE activities (编号 PRIMARY KEY, 日期, 类型, 组织编码, 主题, 参加人员, 户编号, 办结日期, 材料, 备注, 作废日期, 作废原因);
"""
    indexes = """
CREATE INDEX i1 ON people (组织编码, 类别); CREATE INDEX i2 ON households (村编码, 识别日期);
CREATE INDEX i3 ON pairings (人员编号, 户编号); CREATE INDEX i4 ON cooperatives (组织编码);
CREATE INDEX i5 ON activities (组织编码, 类型, 日期); CREATE INDEX i6 ON activities (户编号, 日期);
"""
    names = ["organizations", "people", "households", "pairings", "cooperatives", "activities"]
    script = plain + "BEGIN;\n" + "".join(f".import --csv --skip 1 {SAMPLE}/{name}.csv {name}\n" for name in names)
    ratios = []
    for number in range(arguments.pairs):
        ours, theirs = folder / f"ours{number}.db", folder / f"theirs{number}.db"
        start = elapsed(lambda: run([arguments.program, "--version"]))
        a = elapsed(lambda: run([arguments.program, "import", str(SAMPLE), "--database", str(ours)])) - start
        b = elapsed(lambda: run(["sqlite3", str(theirs)], input=(script + indexes + "COMMIT;\n").encode()))
        ratios.append(b / a)
        ours.unlink()
        theirs.unlink()
    report("import speed, against sqlite3 .import", median(ratios), 0.5, lower=False)


def actions(arguments, folder, ledger):
    copy = folder / "actions.db"
    shutil.copy(ledger, copy)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; CREATE TABLE t (a, b, c);")
    ratios = []
    for number in range(arguments.pairs * 2):
        read = elapsed(lambda: run([arguments.program, "journal", "--limit", "1", "--database", str(copy)]))
        whole = elapsed(lambda: run([arguments.program, "record", "--kind", "主题党日", "--org", "422801100201", "--date",
                                     "2016-06-20", "--title", "党日", "--database", str(copy)]))
        raw = elapsed(lambda: plain.execute("INSERT INTO t VALUES (?, 'b', 'c')", (number,)))
        ratios.append((whole - read) / raw)
    report("one durable action, against a raw commit", median(ratios), 2.0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--floor", required=True)
    parser.add_argument("--pairs", type=int, default=10)
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ledger, sql = folder / "town.db", folder / "live.sql"
        run([arguments.program, "import", str(SAMPLE), "--database", str(ledger)])
        text = (HERE / "live.sql").read_text()
        sql.write_text(re.sub(r":(\w+)", lambda match: f"'{VALUES[match.group(1)]}'", text))
        screens(arguments, folder, ledger, sql)
        live(arguments, ledger, sql)
        imports(arguments, folder)
        actions(arguments, folder, ledger)


if __name__ == "__main__":
    main()
