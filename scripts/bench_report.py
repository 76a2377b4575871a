"""What a benchmark's run has measured, as a table (Markdown), as raw numbers (JSON) and as a plot (SVG)."""

import json
import os

from bench_runners import write


def goals(data):
    """The goals, and what this run says of them: (measure, goal, value). Of several sizes the largest counts, which comes last."""
    jobs = data["jobs"]

    def ratio(rows, runner):
        found = [row["ratio"] for row in rows if row["runner"] == runner and row["jobs"] == jobs]
        return found[-1] if found else None
    rows = [(f"trivial tests at -j{jobs}, relative to {name}", goal, ratio(data["trivial"], name)) for name, goal in
            (("bare make", 2.2), ("lit", 0.6), ("ctest", 0.6), ("kyua", 0.3), ("Automake", 0.3), ("meson", 0.3))]
    rows.append((f"the suite isolated at -j{jobs}, relative to one process", 1.5, ratio(data["suite"], "one process")))
    rows.append(("the suite, relative to lit with the same worker", 0.9, ratio(data["suite"], "lit")))
    first, last = data["scale"][0], data["scale"][-1]
    if len(data["scale"]) > 1:
        rows.append((f"cost of a cell among {last['cells']}, relative to {first['cells']}", 1.3, last["all_us"] / first["all_us"]))
    rows.append((f"ori-merge on {last['cells']} records, relative to reading them", 2.5, last["merge_to_read"]))
    rows.append(("a cell's memory, MiB", 2.5, data["memory"]["idle"] / 1024))
    rows.append(("… while its worker writes 10 GB, MiB", 2.5, data["memory"]["10 GB"] / 1024))
    return rows


def table(heads, rows):
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, ["---"] * len(heads)] + rows) + "\n"


def spread(row):
    return [f"{row['ratio']:.2f}", f"{row['low']:.2f} – {row['high']:.2f}", str(row["pairs"])]


def markdown(data):
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items() if version and "," not in name)
    parts = [
        f"Measured on {data['machine']}.\n",
        table(["measure", "goal", "measured"],
              [[name, str(goal), "–" if value is None else f"{value:.2f}"] for name, goal, value in goals(data)]),
        table(["the same trivial tests", "tests", "jobs", "ori / it", "spread", "pairs", "CPU, ori / it", "largest process, ori / it, MiB"],
              [[row["runner"], str(row["size"]), str(row["jobs"]), *spread(row), f"{row['ori_cpu'] / row['other_cpu']:.2f}",
                f"{row['ori_kib'] / 1024:.1f} / {row['other_kib'] / 1024:.1f}"] for row in data["trivial"]]),
        f"The suite: {data['counted'] or 'none'}.\n",
        table(["the suite isolated, relative to", "jobs", "ratio", "spread", "pairs"],
              [[row["runner"], str(row["jobs"]), *spread(row)] for row in data["suite"]]),
        table(["cells", "plan, µs each", "make", "merge", "all", "ori-merge / reading", "ori-plan, MiB", "make, MiB", "ori-merge, MiB"],
              [[str(row["cells"]), f"{row['plan_us']:.1f}", f"{row['make_us']:.0f}", f"{row['merge_us']:.1f}", f"{row['all_us']:.0f}",
                f"{row['merge_to_read']:.2f}"] + [f"{row[part + '_kib'] / 1024:.0f}" for part in ("plan", "make", "merge")]
               for row in data["scale"]]),
        f"Versions: {versions}.\n",
    ]
    if data["missing"]:
        parts.append(f"Not installed, and so not measured: {', '.join(data['missing'])}.\n")
    return "\n".join(parts)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def bars(data, size, top):
    """How long each runner takes for SIZE tests, where ori-cell takes 1: the runner, and its time at -j1 and at -jN."""
    rows = {}
    for row in data["trivial"]:
        if row["size"] == size:
            rows.setdefault(row["runner"], {})[row["jobs"]] = 1 / row["ratio"]
    order = sorted(rows, key=lambda name: rows[name][data["jobs"]])
    widest = max((value for row in rows.values() for value in row.values()), default=1)
    scale = 430 / max(widest, 1)
    parts = [f'<text x="8" y="{top}" font-weight="bold">Time for {size} trivial tests; ori-cell takes 1</text>']
    y = top + 12
    for name in order:
        parts.append(f'<text x="130" y="{y + 17}" text-anchor="end">{escaped(name)}</text>')
        for jobs, colour, offset in ((1, "#cbd5e0", 0), (data["jobs"], "#4a5568", 11)):
            if jobs in rows[name]:
                width = rows[name][jobs] * scale
                parts.append(f'<rect x="138" y="{y + offset}" width="{width:.1f}" height="10" fill="{colour}"/>'
                             f'<text x="{142 + width:.1f}" y="{y + offset + 9}" font-size="10">{rows[name][jobs]:.2f}</text>')
        y += 28
    parts.append(f'<line x1="{138 + scale:.1f}" y1="{top + 8}" x2="{138 + scale:.1f}" y2="{y}" stroke="#2b6cb0" stroke-width="1.5"/>'
                 f'<text x="{141 + scale:.1f}" y="{y + 10}" font-size="10" fill="#2b6cb0">ori-cell</text>')
    return parts, y + 36


def growth(data, top):
    """What a cell costs in plan, make and merge, by the number of cells."""
    colours = (("plan", "#2b6cb0"), ("make", "#4a5568"), ("merge", "#dd6b20"))
    scale = 430 / max(row["all_us"] for row in data["scale"])
    parts = [f'<text x="8" y="{top}" font-weight="bold">Cost of a cell, µs, by the number of cells</text>']
    y = top + 12
    for row in data["scale"]:
        parts.append(f'<text x="130" y="{y + 14}" text-anchor="end">{row["cells"]}</text>')
        x = 138.0
        for part, colour in colours:
            width = row[f"{part}_us"] * scale
            parts.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>')
            x += width
        parts.append(f'<text x="{x + 4:.1f}" y="{y + 14}">{row["all_us"]:.0f}</text>')
        y += 26
    for i, (part, colour) in enumerate(colours):
        parts.append(f'<rect x="{138 + 80 * i}" y="{y}" width="10" height="10" fill="{colour}"/>'
                     f'<text x="{152 + 80 * i}" y="{y + 9}" font-size="11">{part}</text>')
    return parts, y + 36


def svg(data):
    parts, y = [], 24
    for size in sorted({row["size"] for row in data["trivial"]}):
        more, y = bars(data, size, y)
        parts += more
    parts.append(f'<rect x="428" y="{y - 36}" width="10" height="10" fill="#cbd5e0"/><text x="442" y="{y - 27}" font-size="11">-j1</text>'
                 f'<rect x="488" y="{y - 36}" width="10" height="10" fill="#4a5568"/>'
                 f'<text x="502" y="{y - 27}" font-size="11">-j{data["jobs"]}</text>')
    more, y = growth(data, y + 16)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="{y}" font-family="sans-serif" font-size="13">\n'
            f'<rect width="640" height="{y}" fill="white"/>\n' + "\n".join(parts + more) + "\n</svg>\n")


def write_reports(directory, data):
    """Writes the three to DIRECTORY. Returns the table."""
    os.makedirs(directory, exist_ok=True)
    write(os.path.join(directory, "bench.json"), json.dumps(data, indent=1) + "\n")
    write(os.path.join(directory, "bench.md"), markdown(data))
    write(os.path.join(directory, "bench.svg"), svg(data))
    return markdown(data)
