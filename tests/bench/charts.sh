#!/usr/bin/env bash
# Charts at n and 4n rows, marks and facets: time should grow by four where the
# start of the program is taken off, and a million points stand in a second or
# so. Peak memory of a usual chart.
set -euo pipefail
program=${JIKJI:-build/jikji}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$program" "$work" <<'PY'
import json, os, random, statistics, subprocess, sys, time
program, work = sys.argv[1:]
chance = random.Random(7)

def table(rows):
    path = f"{work}/{rows}.csv"
    if not os.path.exists(path):
        with open(path, "w") as file:
            file.write("i,x,y,g,f\n")
            walk = 0
            for i in range(rows):
                walk += chance.gauss(0, 1)
                file.write(f"{i},{chance.gauss(0, 1):.4f},{walk:.3f},{'abcde'[i % 5]},{i % 40}\n")
    return path

QUANTITY = {"type": "quantitative"}
def field(name, kind="quantitative", **more):
    return {"field": name, "type": kind, **more}

KINDS = {
    "points": lambda rows: {"mark": "point", "encoding": {"x": field("x"), "y": field("y"), "color": field("g", "nominal")}},
    "line": lambda rows: {"mark": "line", "encoding": {"x": field("i"), "y": field("y"), "color": field("g", "nominal")}},
    "tangled line": lambda rows: {"mark": "line", "encoding": {"x": field("x"), "y": field("y"), "order": {"value": 0}}},
    "area": lambda rows: {"mark": "area", "encoding": {"x": field("i"), "y": field("y")}},
    "histogram": lambda rows: {"mark": "bar", "encoding": {"x": field("x", bin=True), "y": {"aggregate": "count"}}},
    "bars": lambda rows: {"mark": "bar", "encoding": {"x": field("i"), "y": field("y")}},
    "texts": lambda rows: {"mark": "text", "encoding": {"x": field("x"), "y": field("y"), "text": field("g", "nominal")}},
    "facets": lambda rows: {"transform": [{"calculate": f"datum.i % {rows // 50}", "as": "cell"}], "width": 40, "height": 40, "mark": "point",
                            "encoding": {"facet": field("cell", "ordinal", columns=40), "x": field("x"), "y": field("y")}},
}
SIZES = {"points": (250000, 1000000), "line": (250000, 1000000), "area": (250000, 1000000), "histogram": (250000, 1000000),
         "tangled line": (25000, 100000), "bars": (25000, 100000), "texts": (25000, 100000), "facets": (5000, 20000)}

def measure(name, spec):
    path = f"{work}/spec.vl.json"
    with open(path, "w") as file:
        json.dump(spec, file)
    runs = []
    for _ in range(3):
        start = time.monotonic()
        child = subprocess.Popen([program, "chart", path, "-o", f"{work}/a.png"], stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        assert status == 0, name
        runs.append((used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024))
    return sorted(runs)[1]

small = measure("start", {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": field("a")}})
print(f"{'a usual chart':14} {'':8} {1000 * small[0]:8.1f} ms CPU {small[2]:6.0f} MB")
for name, sizes in SIZES.items():
    seconds = []
    for rows in sizes:
        spec = {"data": {"url": table(rows)}, "width": 600, "height": 300, **KINDS[name](rows)}
        cpu, wall, memory = measure(name, spec)
        seconds.append(cpu - small[0])
        print(f"{name:14} {rows:8} {cpu:8.2f} s CPU {wall:6.2f} s {memory:6.0f} MB"
              + (f"   x{seconds[1] / seconds[0]:.1f}" if len(seconds) == 2 else ""))
PY
