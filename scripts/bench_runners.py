"""What a person would use to run many test files: how each runner is given the same work.

A runner is a function of (directory, names, worker, jobs) that writes what the runner needs into the directory, where the files of
those names are, and returns the command that runs the worker on each of them, to be called there.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time

SUFFIXES = (".t", ".ll", ".ori")  # of test files


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make(directory, names, worker, jobs):
    cells = " ".join(f"c{i}" for i, _ in enumerate(names))
    rules = "".join(f"c{i}:\n\t@{shlex.join(worker)} {name}\n" for i, name in enumerate(names))
    write(f"{directory}/bare.mk", f".SUFFIXES:\nall: {cells}\n.PHONY: all {cells}\n{rules}")
    return ["make", "-s", f"-j{jobs}", "-k", "-f", "bare.mk"]


def ninja(directory, names, worker, jobs):
    text = f"rule t\n  command = {shlex.join(worker)} $in >/dev/null\n" + "".join(
        f"build out/{i}: t {name}\n" for i, name in enumerate(names))
    write(f"{directory}/build.ninja", text)
    return ["ninja", f"-j{jobs}", "-k", "0", "--quiet"]


def xargs(directory, names, worker, jobs):
    write(f"{directory}/names", "".join(f"{name}\n" for name in names))
    return ["xargs", "-a", "names", "-P", str(jobs), "-n", "1", "timeout", "60"] + worker


def parallel(directory, names, worker, jobs):
    write(f"{directory}/names", "".join(f"{name}\n" for name in names))
    return ["parallel", "--will-cite", f"-j{jobs}", "-a", "names", "--timeout", "60"] + worker


def prove(directory, names, worker, jobs):
    write(f"{directory}/names", "".join(f"{name}\n" for name in names))
    return ["sh", "-c", f"prove -Q -j{jobs} --exec {shlex.quote(worker[0])} - <names"]


def ctest(directory, names, worker, jobs):
    text = "".join(f'add_test(t{i} {" ".join(worker)} "{directory}/{name}")\n' for i, name in enumerate(names))
    write(f"{directory}/CTestTestfile.cmake", text)
    return ["ctest", f"-j{jobs}", "-Q", "--timeout", "60"]


def lit_program():
    """The command that is lit; an empty one where there is none."""
    found = shutil.which("lit")
    if found:
        return [found]
    for version in range(19, 13, -1):
        path = f"/usr/lib/llvm-{version}/build/utils/lit/lit.py"
        if os.path.exists(path):
            return [sys.executable, path]
    return []


def lit_version():
    return lit_program() and lit_program() + ["--version"]


def lit(directory, names, worker, jobs):
    """As lit's own users have it: the command stands in a RUN line of the file."""
    write(f"{directory}/lit.cfg", f"""import lit.formats
config.name = 'bench'
config.suffixes = ['.t']
config.test_format = lit.formats.ShTest(execute_external=False)
config.test_source_root = config.test_exec_root = {directory!r}
""")
    for name in names:
        write(f"{directory}/{name}", f"RUN: {shlex.join(worker)} %s\n")
    return lit_program() + ["-q", f"-j{jobs}", directory]


def lit_format(directory, names, worker, jobs):
    """lit with a format that starts the worker and does nothing else, on names that may be directories too. The suite's configuration
    stands apart from the files: lit is asked for each by the place that it would have beside the configuration."""
    paths = [os.path.abspath(os.path.join(directory, name)) for name in names]
    root = os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in paths])
    config = f"{directory}/format"
    write(f"{config}/workerformat.py", f"""import lit.Test, lit.formats, lit.util
class Worker(lit.formats.FileBasedTest):
    def execute(self, test, config):
        out, err, code = lit.util.executeCommand({worker!r} + [test.getSourcePath()])
        return (lit.Test.FAIL if code else lit.Test.PASS, out + err)
""")
    write(f"{config}/lit.cfg", f"""import sys
sys.path.insert(0, {config!r})
import workerformat
config.name = 'bench'
config.suffixes = {SUFFIXES!r}
config.test_format = workerformat.Worker()
config.test_source_root = {root!r}
config.test_exec_root = {config!r}
""")
    return lit_program() + ["-q", f"-j{jobs}"] + [os.path.join(config, os.path.relpath(path, root)) for path in paths]


def kyua(directory, names, worker, jobs):
    text = "syntax(2)\ntest_suite('bench')\n"
    for i, _ in enumerate(names):
        link = f"{directory}/k{i}"
        if not os.path.lexists(link):
            os.symlink(worker[0], link)
        text += f"plain_test_program{{name='k{i}'}}\n"
    write(f"{directory}/Kyuafile", text)
    return ["kyua", "-v", f"parallelism={jobs}", "test", "-r", f"{directory}/kyua.{time.monotonic_ns()}.db"]


def automake(directory, names, worker, jobs):
    if not os.path.exists(f"{directory}/Makefile"):
        write(f"{directory}/configure.ac", "AC_INIT([bench], [1])\nAM_INIT_AUTOMAKE([foreign])\n"
              "AC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n")
        write(f"{directory}/Makefile.am", f"TEST_EXTENSIONS = .t\nT_LOG_COMPILER = {worker[0]}\nTESTS = {' '.join(names)}\n")
        subprocess.run("autoreconf -i && ./configure -q", shell=True, cwd=directory, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ["make", "-s", f"-j{jobs}", "check"]


def meson(directory, names, worker, jobs):
    source = f"{directory}/meson"
    if not os.path.exists(source):
        tests = "".join(f"test('t{i}', w, args: ['{directory}/{name}'])\n" for i, name in enumerate(names))
        write(f"{source}/meson.build", f"project('bench')\nw = find_program('{worker[0]}')\n{tests}")
        subprocess.run(["meson", "setup", f"{source}/b", source], check=True, stdout=subprocess.DEVNULL)
    return ["meson", "test", "-C", f"{source}/b", "--num-processes", str(jobs), "--quiet", "--no-rebuild"]


def program(*words):
    """A test for a program in PATH: the command that tells its version, or an empty one."""
    return lambda: list(words) if shutil.which(words[0]) else []


# name: (the runner, the command that tells its version, or an empty one where it is not there)
RUNNERS = {
    "bare make": (make, program("make", "--version")),
    "ninja": (ninja, program("ninja", "--version")),
    "xargs + timeout": (xargs, program("timeout", "--version")),
    "GNU parallel": (parallel, program("parallel", "--version")),
    "prove": (prove, program("prove", "--version")),
    "ctest": (ctest, program("ctest", "--version")),
    "lit": (lit, lit_version),
    "lit, bare format": (lit_format, lit_version),
    "kyua": (kyua, program("kyua", "about")),
    "Automake": (automake, program("automake", "--version")),
    "meson": (meson, program("meson", "--version")),
}


def version(name):
    """The number in the first line that the runner says of itself; None where it is not there."""
    command = RUNNERS[name][1]()
    if not command:
        return None
    said = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    found = re.search(r"\d[\w.]*", said.stdout + said.stderr)
    return found.group(0) if found else "of unknown version"
