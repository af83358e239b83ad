"""A town and a county on a server of PostgreSQL, against the same town in SQLite and against psql and pgbench (SERVER section 5).

The server is begun in a temporary folder on a Unix socket with the settings of Debian, and waits for the disk as a real one does.
"""
import concurrent.futures, contextlib, os, pathlib, re, shutil, subprocess, tempfile

import falling, towns
from measuring import DAY, SAMPLE, Screen, elapsed, median, now, report, run, timed, unmeasured
from ledgers import quotient, record, status

BINARIES = pathlib.Path("/usr/lib/postgresql/15/bin")
SCHEMA = "t" + towns.TOWNSHIP
OFFICERS = 20


def drop():
    """PostgreSQL does not run for root."""
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []


@contextlib.contextmanager
def cluster():
    folder = tempfile.mkdtemp(prefix="zhibu-bench-")
    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            os.chmod(folder, 0o755)
        run([*drop(), BINARIES / "initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"], cwd=folder)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=120"
        run([*drop(), BINARIES / "pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start"],
            cwd=folder)
        yield folder
    finally:
        subprocess.run([*drop(), BINARIES / "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop"], cwd=folder,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


class County:
    """A database of ledgers, and psql on it."""

    def __init__(self, program, socket):
        self.program, self.socket = program, socket
        self.base = f"postgresql:///county?host={socket}&user=postgres"
        run([program, "server", "init", self.base])

    def add(self, code):
        run([self.program, "server", "town", "add", code, "--database", self.base])
        return f"{self.base}&town={code}"

    def psql(self, *words, **options):
        run([*self.shell, *words], **options)

    @property
    def shell(self):
        return [BINARIES / "psql", "-X", "-q", "-h", self.socket, "-U", "postgres", "-d", "county",
                "-v", "ON_ERROR_STOP=1"]

    def value(self, sql):
        done = subprocess.run([*map(str, self.shell), "-At", "-c", sql], check=True, capture_output=True, text=True)
        return done.stdout.strip()


def neighbour(folder, code):
    """The sample under another town's codes."""
    folder.mkdir()
    for path in SAMPLE.glob("*.csv"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8").replace(towns.TOWNSHIP, code), encoding="utf-8")
    return folder


def start(arguments, folder, ledger, server):
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(folder / "server-state")}
    pairs, idle = [], None
    for _ in range(arguments.pairs):
        paints = []
        for place in (server, str(ledger)):
            screen = Screen([arguments.program, "--database", place], environment)
            paints.append(screen.paint)
            if place == server and idle is None:
                idle = screen.idle(3)
            screen.close()
        pairs.append(paints)
    report("start to paint from a local server, against SQLite", quotient(pairs), 2.0)
    wakeups, count = idle
    report("… idle, connected and listening: wake-ups", wakeups, 0, digits=0)
    report("… and bytes", count, 0, digits=0)


def figures(arguments, folder, ledger, county, server, sql):
    script = folder / "server.sql"
    script.write_text(f"SET search_path = {SCHEMA};\nSET jit = off;\n" + sql.read_text())
    rows, whole, files = [], [], []
    for _ in range(arguments.pairs * 2):
        # Both are connected, and the program has its place, version and rights.
        connected = timed([arguments.program, "officer", "list", "--database", server])
        shell = timed([*county.shell, "-c", "SELECT 1"])
        version = timed([arguments.program, "--version"])
        ours, theirs = timed(status(arguments.program, server)), timed([*county.shell, "-f", script])
        rows.append((ours - connected, theirs - shell))
        whole.append((ours - version, theirs - shell))
        files.append((ours - version, timed(status(arguments.program, ledger)) - version))
    report("status of a town, against the same SQL in psql", quotient(rows), 1.3)
    report("… with connecting, against psql already connected", quotient(whole))
    report("… against the town in SQLite", quotient(files))


def acts(arguments, county, server):
    """An act's rows as psql commits them: the activity, its day of entry, its number, its change and its entry."""
    last = f"(SELECT max(id) FROM {SCHEMA}.journal)"
    script = f"""SET search_path = {SCHEMA}; BEGIN;
        INSERT INTO activity (id, held_on, kind, organization, title, evidence, note, void_reason, counted_on)
            SELECT 'B' || count(*), '2016-06-20', '主题党日', '422801100201', '党日', '待补', '', '', '2016-06-20' FROM activity;
        INSERT INTO activity_entry SELECT 'B' || count(*), '2016-06-20' FROM activity;
        INSERT INTO journal SELECT id + 1, at, uid, officer, action, summary, row_count, NULL, origin,
            random()::text, fingerprint, seal FROM journal WHERE id = {last};
        INSERT INTO journal_change SELECT {last}, 1, 'activities', 'B', NULL, '{{}}', ''; COMMIT;"""
    pairs = []
    for _ in range(arguments.pairs * 2):
        refused, whole = (timed(record(arguments.program, branch, server), succeeds=branch == "422801100201")
                          for branch in ("422801100299", "422801100201"))
        shell = timed([*county.shell, "-c", "SELECT 1"])
        pairs.append((whole - refused, timed([*county.shell, "-c", script]) - shell))
    report("one durable act on a server, against its rows in psql", quotient(pairs), 2.0)


def imports(arguments, folder, county):
    """The import of the sample, against COPY of its rows into the same tables with their indexes."""
    tables = county.value(
        f"SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = '{SCHEMA}'::regnamespace AND relkind = 'r' "
        "AND relname NOT LIKE 'journal%' AND relname NOT IN ('ledger_version', 'ledger_part', 'officer')").split()
    generated = {"organization": "parent"}
    lists, script = {}, ["BEGIN; SET search_path = t422801998;"]
    for table in tables:
        lists[table] = county.value(
            f"SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = '{SCHEMA}.{table}'::regclass "
            f"AND attnum > 0 AND NOT attisdropped AND attname <> '{generated.get(table, '')}'")
        file = folder / f"{table}.copy"
        county.psql("-c", f"\\copy (SELECT {lists[table]} FROM {SCHEMA}.{table}) TO '{file}'")
        script.append(f"\\copy {table} ({lists[table]}) FROM '{file}'")
    (folder / "copy.sql").write_text("\n".join([*script, "COMMIT;", ""]))
    pairs = []
    for _ in range(3):
        place = county.add("422801997")
        source = neighbour(folder / f"import{len(pairs)}", "422801997")
        ours = timed([arguments.program, "import", source, "--database", place]) - timed([arguments.program, "--version"])
        county.add("422801998")
        theirs = timed([*county.shell, "-f", folder / "copy.sql"]) - timed([*county.shell, "-c", "SELECT 1"])
        pairs.append((theirs, ours))
        county.psql("-c", "DROP SCHEMA t422801997 CASCADE; DROP SCHEMA t422801998 CASCADE")
    report("import speed on a server, against COPY", quotient(pairs), 0.6, lower=False)


def together(arguments, folder, ledger, county, server):
    """A town among twenty, the county's figures, and twenty officers who save at once."""
    alone = [timed(status(arguments.program, server)) for _ in range(arguments.pairs)]
    for number in range(20):
        code = str(422801900 + number)
        source = neighbour(folder / code, code)
        run([arguments.program, "import", source, "--database", county.add(code)])
    inside = [timed(status(arguments.program, server)) for _ in range(arguments.pairs)]
    report("town inside twenty others, against itself alone", median(inside) / median(alone), 1.2)
    whole = [timed(status(arguments.program, county.base, "--scope", "4228019")) for _ in range(arguments.pairs)]
    report("status of a county of twenty towns", median(whole), 400, "ms", digits=0)
    before = int(county.value(f"SELECT count(*) FROM {SCHEMA}.activity"))
    began, worst = now(), []
    rounds = 3
    for _ in range(rounds):
        running = [subprocess.Popen(list(map(str, record(arguments.program, "422801100201", server))),
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(OFFICERS)]
        start_of_round = now()
        lost = sum(process.wait() != 0 for process in running)
        worst.append(now() - start_of_round)
        if lost:
            unmeasured(f"{OFFICERS} officers saving at once", f"{lost} refused")
            return
    saved = int(county.value(f"SELECT count(*) FROM {SCHEMA}.activity")) - before
    report(f"{OFFICERS} programs started and saving at once: acts lost", OFFICERS * rounds - saved, 0, digits=0)
    report("… the last of them done after", max(worst), unit="ms", digits=0)
    report("… acts a second, starts included", OFFICERS * rounds / ((now() - began) / 1000), digits=0)


def race(arguments, folder, county, server):
    """Officers whose programs are open save as fast as they are told that it is saved, against pgbench with the same rows under the lock."""
    rounds = 10
    last = f"(SELECT max(id) FROM {SCHEMA}.journal)"
    (folder / "race.sql").write_text(f"""BEGIN; SET LOCAL search_path = {SCHEMA}; SELECT hold_town();
        INSERT INTO activity (id, held_on, kind, organization, title, evidence, note, void_reason, counted_on)
            SELECT 'C' || id, '2016-06-20', '主题党日', '422801100201', '党日', '待补', '', '', '2016-06-20'
            FROM journal ORDER BY id DESC LIMIT 1;
        INSERT INTO journal SELECT id + 1, at, uid, officer, action, summary, row_count, NULL, origin,
            random()::text, fingerprint, seal FROM journal WHERE id = {last};
        INSERT INTO journal_change SELECT {last}, 1, 'activities', 'C', NULL, '{{}}', ''; COMMIT;
        """.replace("\n", " ").replace(";", ";\n"))
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "race")}
    programs = [subprocess.Popen([str(arguments.program), "--plain", "--database", server], env=environment, text=True,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                for _ in range(OFFICERS)]

    def tell(program, *lines):
        program.stdin.write("".join(line + "\n" for line in lines))
        program.stdin.flush()

    def saves(program, number):
        waits = []
        for turn in range(rounds):
            began = now()
            tell(program, "r", "3", f"{number}-{turn}", "^S")
            while "已保存" not in (line := program.stdout.readline()):
                if not line:
                    raise EOFError(f"officer {number} ended")
            waits.append(now() - began)
        return waits

    before = int(county.value(f"SELECT count(*) FROM {SCHEMA}.activity"))
    try:
        with concurrent.futures.ThreadPoolExecutor(OFFICERS) as pool:
            began = now()
            waits = [wait for found in pool.map(saves, programs, range(OFFICERS)) for wait in found]
            spent = now() - began
    finally:
        for program in programs:
            program.kill()
            program.wait()
    saved = int(county.value(f"SELECT count(*) FROM {SCHEMA}.activity")) - before
    command = [BINARIES / "pgbench", "-n", "-h", county.socket, "-U", "postgres", "-c", OFFICERS, "-j", 2, "-T", 3,
               "-f", folder / "race.sql", "county"]
    told = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
    report(f"{OFFICERS} officers at once: acts lost", OFFICERS * rounds - saved, 0, digits=0)
    report("… worst wait, from the form to what is saved", max(waits), 500, "ms", digits=0)
    theirs = float(re.search(r"tps = ([\d.]+)", told)[1])
    report("… acts of all, against pgbench with the same rows", len(waits) / spent * 1000 / theirs, 0.6, lower=False)


def measure(arguments, folder, ledger, sql):
    if not (BINARIES / "initdb").exists():
        return unmeasured("a town on a server", "PostgreSQL 15 is not installed")
    with cluster() as socket:
        county = County(arguments.program, socket)
        server = county.add(towns.TOWNSHIP)
        run([arguments.program, "server", "adopt", ledger, "--database", server])
        start(arguments, folder, ledger, server)
        figures(arguments, folder, ledger, county, server, sql)
        acts(arguments, county, server)
        imports(arguments, folder, county)
        race(arguments, folder, county, server)
        together(arguments, folder, ledger, county, server)
    falling.measure(arguments, folder, ledger, drop, BINARIES, OFFICERS)
