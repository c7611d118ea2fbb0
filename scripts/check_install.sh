#!/bin/sh
# Installs into a fresh folder, and runs the installed program from elsewhere, through the PATH: its library must be found in the
# installed tree, nothing of this checkout may be used.
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
make -s -C "$root" install PREFIX="$folder/a prefix"
cd "$folder"
cat > script.py <<'PROGRAM'
import json, os, re, sys, threading, transaction
tree = os.path.realpath(sys.argv[1])
for module in (json, os, re, threading, transaction):
    assert os.path.realpath(module.__file__).startswith(tree + os.sep), module.__file__
assert os.path.realpath(sys.executable).startswith(tree + os.sep), sys.executable
for path in sys.path:
    assert os.path.realpath(path).startswith((tree + os.sep, os.getcwd())), path
results = []
for i in range(20):
    transaction.add(results.append, i)
transaction.run()
assert sorted(results) == list(range(20))
print('installed', sys.implementation.name)
PROGRAM
PATH="$folder/a prefix/bin:$PATH"
output=$(env -u PYTHONPATH pypy-stm script.py "$folder/a prefix")
[ "$output" = "installed pypy-stm" ] || { echo "make install: unexpected output: $output" >&2; exit 1; }
