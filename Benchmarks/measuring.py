"""What every figure needs: programs run and timed, a program on a pseudo-terminal, a line of the table."""
import fcntl, os, pathlib, pty, re, select, shutil, signal, statistics, struct, subprocess, termios, time

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent / "assets" / "longfeng"
DAY = "2016-06-30"


def now():
    return time.monotonic() * 1000


def elapsed(action):
    began = now()
    action()
    return now() - began


def run(command, succeeds=True, **options):
    """Runs a command that is to succeed, or to be refused."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    if (done.returncode == 0) != succeeds:
        raise subprocess.CalledProcessError(done.returncode, done.args)


def timed(command, **options):
    return elapsed(lambda: run(command, **options))


def median(values):
    return statistics.median(values) if values else float("nan")


def report(name, value, target=None, unit="", lower=True, digits=2):
    """A line of the table; without a target it is there to be known."""
    line = f"{name:<52}{value:>10.{digits}f} {unit:<4}"
    if target is not None:
        met = value <= target if lower else value >= target
        line += f"{'≤' if lower else '≥'} {target:<8g}{'' if met else 'missed'}"
    print(line.rstrip(), flush=True)


def unmeasured(name, reason):
    print(f"{name:<52}{'—':>10} not measured: {reason}", flush=True)


def is_installed(name, program):
    """Whether a peer is there; the table says so where it is not."""
    if shutil.which(program):
        return True
    unmeasured(name, f"{program} is not installed")
    return False


class Screen:
    """A program on a pseudo-terminal of 80×24."""

    def __init__(self, command, environment, patience=2000):
        # Every start is a first one: nothing is left of where the last one was.
        if "XDG_STATE_HOME" in environment:
            shutil.rmtree(environment["XDG_STATE_HOME"], ignore_errors=True)
        self.began = now()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.paint_bytes, last = self.burst(patience, 120)
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
        """Bytes that a key brings, and the milliseconds to the last of them; None if it brings none."""
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
        text = pathlib.Path(f"/proc/{self.process}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024

    def pages(self):
        """Pages that came into its memory without being read from a disk (minor faults)."""
        return int(pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()[7])

    def close(self):
        os.kill(self.process, signal.SIGTERM)
        self.burst(500, 50)
        os.close(self.terminal)
        os.waitpid(self.process, 0)
