#!/bin/sh
# Prints the path of a working Python of the version given as $1 ("2.7" or "3.11"): from the PATH, or from pyenv's versions folder.
# Prints nothing and exits 1 when there is none.
version=$1
works() { [ -n "$1" ] && "$1" -c "import sys; assert '%d.%d' % sys.version_info[:2] == '$version'" >/dev/null 2>&1; }
real() { "$1" -c 'import sys; print(sys.executable)'; }
for candidate in $(command -v "python$version") $(command -v "python${version%%.*}") $(command -v python); do
    if works "$candidate"; then real "$candidate"; exit 0; fi
done
for root in "$PYENV_ROOT" "$(pyenv root 2>/dev/null)" "$HOME/.pyenv"; do
    for candidate in "$root"/versions/"$version"*/bin/python"$version"; do
        if works "$candidate"; then real "$candidate"; exit 0; fi
    done
done
exit 1
