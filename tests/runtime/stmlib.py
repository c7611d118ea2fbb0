"""The runtime and its test driver, loaded through cffi.

`lib` is the debug variant (assertions on) unless STM_TEST_RELEASE is set; see tests/runtime/driver.c for the types of the
test heap.  build() makes the libraries when they are missing or older than their sources.
"""
import os
import re
import subprocess

import cffi

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RUNTIME = os.path.join(ROOT, "rpython_stm", "runtime")
OUT = os.path.join(ROOT, "build", "runtime")

STRUCT, REFS, WORDS, WEAKREF, DESTRUCTOR, TRIPLES = 1, 2, 3, 4, 5, 6
CONFLICT, BLOCKED = -1, -2
PREBUILT = 0x20000000
OLD_START = 0x1000000000
WRITE_BARRIER, CARDS = 1, 4

ffi = cffi.FFI()


def declarations():
    """The driver's functions, taken from its source: every non-static one that starts with t_ or x_."""
    found = []
    for name in sorted(os.listdir(HERE)):
        if name.endswith(".c"):
            with open(os.path.join(HERE, name)) as f:
                found += re.findall(r"^((?:\w+ )+\*?[tx]_\w+\([^)]*\))(?=\s*\{)", f.read(), re.M)
    return ";\n".join(d for d in found if not d.startswith("static")) + ";\n"


def build():
    subprocess.run(["make", "-s", "-C", RUNTIME, "tests"], check=True)


def load():
    build()
    ffi.cdef(declarations())
    name = "libstmtest.so" if os.environ.get("STM_TEST_RELEASE") else "libstmtest-debug.so"
    return ffi.dlopen(os.path.join(OUT, name))


lib = load()


class Image(object):
    """Prebuilt objects, laid out by the test: add() returns the offset that the object will have."""

    def __init__(self):
        self.words = []

    def _header(self, tid, large=False):
        if large:
            while len(self.words) % 64:
                self.words.append(0)
        while len(self.words) % 2:
            self.words.append(0)
        offset = PREBUILT + 8 * len(self.words)
        self.words.append(tid | (WRITE_BARRIER | (CARDS if large else 0)) << 32)
        return offset

    def struct(self, number, refs=(0, 0, 0), words=(0, 0, 0)):
        offset = self._header(STRUCT)
        self.words += [number] + list(refs) + list(words)
        return offset

    def array(self, tid, number, items):
        offset = self._header(tid, large=8 * len(items) + 24 >= 8192)
        self.words += [number, len(items)] + list(items)
        if tid == TRIPLES:
            self.words[-len(items) - 1] = len(items) // 3
        return offset

    def bytes(self):
        return ffi.new("uint64_t[]", [w & (1 << 64) - 1 for w in self.words] or [0])


def open_heap(segments=2, nursery=65536, max_heap=0, image=None, several=True, slots=16):
    """Opens the runtime with `segments` segments; each gets `slots` empty shadow-stack slots."""
    data = image.bytes() if image else ffi.NULL
    size = 8 * len(image.words) if image else 0
    assert lib.t_open(segments, nursery, max_heap, data, size) == 0
    if several:
        lib.t_several()
        for k in range(segments, 0, -1):
            lib.t_switch(k)
            lib.t_slots(slots)
    else:
        lib.t_slots(slots)
