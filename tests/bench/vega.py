"""jikji against Vega: one chart a process, and many charts in one process."""
import glob
import os
import random
import statistics
import subprocess
import sys
import time

program, work, specs = sys.argv[1:]
program = os.path.abspath(program)
base = os.path.dirname(os.path.abspath(specs))
chance = random.Random(1377)
ONE, MANY, ROUNDS = 30, 200, 3


def static_specs():
    """Those that the index calls static and no map; all where there is none."""
    paths = sorted(glob.glob(os.path.join(os.path.abspath(specs), "*.vl.json")))
    index = os.path.join(base, "index.tsv")
    if not os.path.exists(index):
        return paths
    with open(index, encoding="utf-8") as file:
        names = {line.split("\t")[0] for line in file if "\tstatic\tno\t" in line}
    return [path for path in paths if os.path.basename(path)[:-8] in names]


def run(command):
    """Wall and CPU seconds and peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=base, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return (time.monotonic() - start, used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def best(command):
    return tuple(map(min, zip(*(run(command) for _ in range(ROUNDS)))))


def one_chart_a_process(paths):
    vl2png = os.path.join(work, "node_modules", "vega-lite", "bin", "vl2png")
    picture = os.path.join(work, "a.png")
    ours, theirs = [], []
    for path in paths:
        theirs.append(best(["node", vl2png, "-b", base, path, picture]))
        ours.append(best([program, "chart", path, "--base", base, "-o", picture]))
    for i, what in enumerate(("wall", "CPU")):
        ratios = sorted(b[i] / a[i] for a, b in zip(ours, theirs))
        print(f"one chart a process, {what:4}: "
              f"{1e3 * statistics.median(a[i] for a in ours):7.1f} ms, Vega "
              f"{1e3 * statistics.median(b[i] for b in theirs):7.1f} ms: "
              f"x{statistics.median(ratios):.1f} ({len(paths)} specs, "
              f"x{ratios[0]:.1f} to x{ratios[-1]:.1f})")
    print(f"peak memory of one: {statistics.median(a[2] for a in ours):.0f} MB "
          f"(at most {max(a[2] for a in ours):.0f}), Vega "
          f"{statistics.median(b[2] for b in theirs):.0f} MB")


def many_charts_in_one(paths):
    folder = os.path.join(work, "many")
    os.makedirs(folder)
    ours = best([program, "chart", "--base", base, "-o", folder, *paths])
    node = subprocess.run(["node", os.path.join(work, "vega_warm.mjs"), base + "/", folder,
                           str(ROUNDS), *paths], cwd=base, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    theirs = [tuple(map(float, line.split())) for line in node.stdout.splitlines()]
    for i, what in enumerate(("wall", "CPU")):
        warm = min(each[i] for each in theirs[1:])
        print(f"{len(paths)} charts in one process, {what:4}: {ours[i]:6.2f} s, warm Vega "
              f"{warm:6.2f} s (first round {theirs[0][i]:.2f}): x{warm / ours[i]:.1f}")
    print(f"peak memory of all: {ours[2]:.0f} MB")


all_specs = static_specs()
one_chart_a_process(chance.sample(all_specs, min(ONE, len(all_specs))))
many_charts_in_one(chance.sample(all_specs, min(MANY, len(all_specs))))
