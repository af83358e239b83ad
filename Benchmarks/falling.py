"""The fall of a primary with a synchronous standby under officers who save (SERVER section 5): how long until every program saves again
without a new start, and whether what was told as saved is there."""
import concurrent.futures, contextlib, os, pathlib, shutil, signal, subprocess, tempfile, threading, time

import towns
from measuring import now, report, run

PROMPT = "请输入：".encode()


class Officer:
    """A program that is read out, which answers each line with a screen and a question."""

    def __init__(self, program, address, environment):
        self.process = subprocess.Popen([str(program), "--plain", "--database", address], env=environment, bufsize=0,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.wait(1)

    def wait(self, questions):
        """What is told up to the last of so many questions."""
        told = b""
        while told.count(PROMPT) < questions:
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                raise EOFError("an officer's program ended")
            told += data
        return told.decode()

    def answer(self, *lines):
        self.process.stdin.write("".join(line + "\n" for line in lines).encode())
        return self.wait(len(lines))

    def saves(self, title):
        """Fills in a form and saves it, over and over until it is told as saved; where the form did not open, it is opened once more."""
        self.answer("r", "3", title)
        while "已保存" not in (told := self.answer("^S")):
            if "此处没有" in told:
                self.answer("0", "0", "r", "3", title)
            time.sleep(0.1)

    def end(self):
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def pair(drop, binaries):
    """A primary and its synchronous standby, in one folder; gives the folder and what runs a program of the server there."""
    folder = tempfile.mkdtemp(prefix="zhibu-fall-")

    def server(*words):
        run([*drop(), binaries / words[0], *words[1:]], cwd=folder)

    def start(side):
        options = (f"-c listen_addresses= -c unix_socket_directories={folder}/{side} -c max_connections=120 "
                   "-c wal_level=replica -c max_wal_senders=4")
        server("pg_ctl", "-D", f"{side}.data", "-w", "-l", f"{side}.log", "-o", options, "start")

    try:
        for side in ("one", "two"):
            os.mkdir(f"{folder}/{side}")
        if os.getuid() == 0:
            for place in (folder, f"{folder}/one", f"{folder}/two"):
                shutil.chown(place, "postgres")
                os.chmod(place, 0o755)
        server("initdb", "-D", "one.data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        start("one")
        server("pg_basebackup", "-h", f"{folder}/one", "-U", "postgres", "-D", "two.data", "-R", "-c", "fast")
        with open(f"{folder}/two.data/postgresql.auto.conf", "a", encoding="utf-8") as settings:
            settings.write(f"primary_conninfo = 'host={folder}/one user=postgres application_name=two'\n")
        start("two")
        for sql in ("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (two)'", "SELECT pg_reload_conf()"):
            server("psql", "-X", "-q", "-h", f"{folder}/one", "-U", "postgres", "-c", sql)
        yield folder, server
    finally:
        for side in ("one", "two"):
            subprocess.run([*drop(), binaries / "pg_ctl", "-D", f"{side}.data", "-m", "immediate", "stop"], cwd=folder,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


def fall(folder, side):
    """Ends a server at once with all of its processes, as a power cut does."""
    first = int(pathlib.Path(f"{folder}/{side}.data/postmaster.pid").read_text().split()[0])
    children = pathlib.Path(f"/proc/{first}/task/{first}/children").read_text().split()
    for process in [first, *map(int, children)]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def measure(arguments, scratch, ledger, drop, binaries, officers):
    with pair(drop, binaries) as (folder, server):
        base = f"postgresql:///county?host={folder}/one,{folder}/two&user=postgres"
        address = f"{base}&town={towns.TOWNSHIP}"
        run([arguments.program, "server", "init", base])
        run([arguments.program, "server", "town", "add", towns.TOWNSHIP, "--database", base])
        run([arguments.program, "server", "adopt", ledger, "--database", address])
        environment = {**os.environ, "XDG_STATE_HOME": str(scratch / "falling")}
        programs = [Officer(arguments.program, address, environment) for _ in range(officers)]
        has_fallen, told, lock = threading.Event(), [], threading.Lock()

        def work(number):
            """Saves until one act after the fall is told as saved; gives the moment of that."""
            for turn in range(1_000):
                after = has_fallen.is_set()
                title = f"第{number}人第{turn}件"
                programs[number].saves(title)
                with lock:
                    told.append(title)
                if after:
                    return now()
            raise TimeoutError("it did not fall")

        try:
            with concurrent.futures.ThreadPoolExecutor(officers) as pool:
                waits = [pool.submit(work, number) for number in range(officers)]
                while len(told) < officers * 2:
                    time.sleep(0.05)
                began = now()
                fall(folder, "one")
                has_fallen.set()
                server("pg_ctl", "-D", "two.data", "-w", "promote")
                promoted = now()
                back = max(wait.result() for wait in waits)
        finally:
            for program in programs:
                program.end()
        command = [binaries / "psql", "-X", "-At", "-h", f"{folder}/two", "-U", "postgres", "-d", "county", "-c",
                   f"SELECT title FROM t{towns.TOWNSHIP}.activity WHERE title LIKE '第%人第%件'"]
        found = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout.split()
    report("primary killed under 20 officers: acts told and lost", len(set(told) - set(found)), 0, digits=0)
    report("… acts doubled", len(found) - len(set(found)), 0, digits=0)
    report("… every program saves again after", back - began, 10_000, "ms", digits=0)
    report("… of which until the standby takes over", promoted - began, unit="ms", digits=0)
