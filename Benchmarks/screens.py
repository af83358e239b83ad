"""The dashboard on a pseudo-terminal: against the floor program, and against a feed reader that users know."""
import os, pathlib, time

from measuring import SAMPLE, Screen, is_installed, median, report, run, unmeasured

DOWN, ENTER = b"\x1bOB", b"\r"
CACHES = pathlib.Path("/proc/sys/vm/drop_caches")


def environment(folder, ledger):
    return dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", ZHIBU_ASSETS=str(SAMPLE.parent), HOME=str(folder),
                ZHIBU_DATABASE=str(ledger), XDG_STATE_HOME=str(folder / "state"))


def against_floor(arguments, surroundings, floor):
    paints, first, keys, sizes, slow, memories, opened, opening = [], [], [], [], [], [], [], []
    for _ in range(arguments.pairs):
        a, b = Screen([arguments.program], surroundings), Screen(floor, surroundings)
        paints.append(a.paint / b.paint)
        first.append(a.paint)
        pairs = [(a.key(DOWN), b.key(DOWN)) for _ in range(12)]
        keys += [x[1] / y[1] for x, y in pairs if x[1] and y[1]]
        slow += [x[1] for x, _ in pairs if x[1]]
        sizes += [x[0] for x, _ in pairs if x[0]]
        memories.append(a.memory() / b.memory())
        count, milliseconds = a.key(ENTER)
        opened.append(count)
        opening.append(milliseconds or float("nan"))
        a.close()
        b.close()
    report("start to paint, against the floor", median(paints), 2.0)
    report("start to paint", median(first), 60, "ms")
    report("cursor key to last byte, against the floor", median(keys), 2.0)
    if slow:
        report("cursor key to last byte, 95 %", sorted(slow)[int(len(slow) * 0.95)], 3, "ms")
    report("bytes per cursor key", median(sizes), 256)
    report("bytes of a new screen", median(opened), 2500)
    report("opening a branch: query and new screen", median(opening), unit="ms")
    report("peak memory, against the floor", median(memories), 2.5)


def idle(arguments, surroundings):
    quiet = Screen([arguments.program], surroundings)
    quiet.burst(2000, 15)
    # Of another build or another machine's libraries the number is another: a budget of the table, not of a test.
    report("pages touched from the start until silent", quiet.pages(), 1100, digits=0)
    quiet.key(DOWN)
    time.sleep(10)
    wakeups, count = quiet.idle(10)
    report("wake-ups in 10 s, from 10 s after a key", wakeups, 0)
    report("bytes in these 10 s", count, 0)
    quiet.close()


def feed_reader(folder):
    """A newsboat whose cache holds as many articles as the town has households; its command."""
    home = folder / "feeds"
    home.mkdir()
    items = "".join(f"<item><title>第 {n} 户</title><guid>{n}</guid><description>走访</description></item>"
                    for n in range(5040))
    feed = home / "feed.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>户</title>{items}</channel></rss>')
    (home / "urls").write_text(f"file://{feed}\n")
    (home / "config").write_text("auto-reload no\n")
    command = ["newsboat", "-q", "-u", str(home / "urls"), "-c", str(home / "cache.db"), "-C", str(home / "config")]
    run([*command, "-x", "reload"])
    return command


def against_reader(arguments, surroundings, folder):
    name = "opening a branch, against an article in newsboat"
    if not is_installed(name, "newsboat"):
        return
    reader, ratios = feed_reader(folder), []
    for _ in range(arguments.pairs):
        a, b = Screen([arguments.program], surroundings), Screen(reader, surroundings)
        # Its first Enter lists the articles, which takes longer than any screen of ours; the second opens one.
        b.key(ENTER)
        ours, theirs = a.key(ENTER)[1], b.key(ENTER)[1]
        if ours and theirs:
            ratios.append(ours / theirs)
        a.close()
        b.close()
    report(name, median(ratios), 1.5)
    cold(arguments, surroundings, reader)


def cold(arguments, surroundings, reader):
    """Both from a disk of which nothing is in memory, which only root can bring about."""
    name = "start to paint, cold, against newsboat, cold"
    if not os.access(CACHES, os.W_OK):
        return unmeasured(name, f"{CACHES} cannot be written")
    ratios, ours = [], []
    for _ in range(min(arguments.pairs, 5)):
        times = []
        for command in ([arguments.program], reader):
            os.sync()
            CACHES.write_text("3")
            screen = Screen(command, surroundings, patience=10_000)
            times.append(screen.paint)
            screen.close()
        ratios.append(times[0] / times[1])
        ours.append(times[0])
    report("start to paint, cold", median(ours), unit="ms")
    report(name, median(ratios), 0.9)


def measure(arguments, folder, ledger, sql):
    surroundings = environment(folder, ledger)
    against_floor(arguments, surroundings, [arguments.floor, str(ledger), str(sql)])
    idle(arguments, surroundings)
    against_reader(arguments, surroundings, folder)
