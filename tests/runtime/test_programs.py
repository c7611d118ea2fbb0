"""Programs that link the static library as generated code does, start-up under bad settings, and what the compiler makes
of %gs pointers."""
import os
import re
import shutil
import signal
import subprocess

import pytest
from stmlib import HERE, OUT, RUNTIME, build

FLAGS = ["-std=gnu11", "-O2", "-Wall", "-Werror", "-fno-strict-aliasing", "-I", RUNTIME]
LINK = ["-no-pie", "-Wl,--section-start=stm_prebuilt=0x20000000", "-lpthread"]


@pytest.fixture(scope="module", params=["libstm.a", "libstm-debug.a"])
def program(request, tmp_path_factory):
    build()
    out = str(tmp_path_factory.mktemp("program") / "prebuilt")
    subprocess.run(["gcc"] + FLAGS + [os.path.join(HERE, "programs", "prebuilt.c"), os.path.join(OUT, request.param),
                                      "-o", out, "-fno-pie"] + LINK, check=True)
    return out


def run(command, **env):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=900,
                          env=dict(os.environ, **env))


def test_program(program):
    for segments in ("2", "5"):
        p = run([program], PYPYSTM_SEGMENTS=segments)
        # 7: every value is right, but the threads never met, which the scheduler of a loaded machine may bring about
        assert (p.returncode, p.stdout) in ((0, "ok\n"), (7, "")), p.stderr
    assert run([program], PYPYSTM_SEGMENTS="1").returncode == 7        # one segment: no conflict can happen


def test_program_with_other_settings(program):
    for env in (dict(PYPYSTM_NURSERY="64K"), dict(PYPYSTM_ARCH_PRCTL="1"), dict(PYPYSTM_MAX_HEAP="1G")):
        p = run([program, "serial"], PYPYSTM_SEGMENTS="2", **env)
        assert (p.returncode, p.stdout) == (0, "ok\n"), p.stderr


def test_pointer_without_gs_crashes(program):
    assert run([program, "crash"]).returncode == -signal.SIGSEGV


@pytest.mark.parametrize("env", [dict(PYPYSTM_SEGMENTS="x"), dict(PYPYSTM_NURSERY="4Q"), dict(PYPYSTM_MAX_HEAP="-1"),
                                 dict(PYPYSTM_SEGMENTS="0"), dict(PYPYSTM_MAX_HEAP="99999999999999G")])
def test_bad_settings_give_one_line(program, env):
    p = run([program], **env)
    assert p.returncode == 3 and p.stdout == ""
    assert p.stderr.count("\n") == 1 and p.stderr.startswith("stm: ")


@pytest.mark.parametrize("limit", ["-v 4000000", "-f 1000"])
def test_forbidden_reservations_give_one_line(program, limit):
    p = run(["bash", "-c", "ulimit %s; exec %s" % (limit, program)])
    assert p.returncode == 3 and p.stdout == ""
    assert p.stderr.count("\n") == 1 and p.stderr.startswith("stm: cannot ")


@pytest.mark.parametrize("level", ["-O2", "-O3"])
def test_no_stray_memset_or_memcpy(tmp_path, level):
    out = str(tmp_path / "stray.o")
    subprocess.run(["gcc"] + FLAGS + [level, "-c", os.path.join(HERE, "programs", "stray.c"), "-o", out], check=True)
    text = subprocess.run(["objdump", "-dr", out], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert "%gs:" in text and "<copy_struct>:" in text
    assert re.findall(r"R_X86_64_\w+\s+mem(?:set|cpy|move)", text) == []
    assert re.findall(r"rep (?:stos|movs)", text) == []    # string instructions ignore %gs on their destination


@pytest.mark.skipif(not shutil.which("valgrind"), reason="valgrind is not installed")
def test_valgrind(program):
    p = run(["valgrind", "--tool=none", program, "serial"], PYPYSTM_SEGMENTS="2", PYPYSTM_ARCH_PRCTL="1")
    assert p.stdout == "ok\n", p.stderr
