#!/bin/sh
# Checks what the build needs; one line a missing thing, exit 1 if anything is missing.
here=$(dirname "$0")
status=0
miss() { echo "pypy-stm: $1" >&2; status=1; }
case "$(uname -sm)" in
    "Linux x86_64") ;;
    *) miss "this machine is $(uname -sm); pypy-stm needs Linux on x86-64" ;;
esac
major=$(gcc -dumpversion 2>/dev/null | cut -d. -f1)
[ "${major:-0}" -ge 12 ] || miss "gcc >= 12 is needed (Debian: apt-get install gcc make)"
"$here/find_python.sh" 2.7 >/dev/null || miss "Python 2.7 is needed to run rpython (pyenv install 2.7.18)"
if python311=$("$here/find_python.sh" 3.11); then
    "$python311" -c 'import venv, ensurepip, json, lib2to3' 2>/dev/null ||
        miss "CPython 3.11 lacks its standard library (Debian: apt-get install python3.11-full)"
else
    miss "CPython 3.11 with its standard library is needed (Debian: apt-get install python3.11-full, or pyenv install 3.11)"
fi
exit $status
