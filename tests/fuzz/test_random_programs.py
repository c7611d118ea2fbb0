"""Random programs, run by CPython and by the builds: the same output.

The seeds are fixed: FUZZ_FIRST_SEED (default 1) and FUZZ_PROGRAMS (default 40, of each kind) change them.  By hand:
    python tests/fuzz/test_random_programs.py pypy-nostm expressions|statements FIRST COUNT [messages]
prints the lines that differ; with `messages`, those of exceptions are compared as well.
"""

import os
import re
import sys

if __name__ == '__main__':
    sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]

import blackbox
import expressions
import statements

FIRST = int(os.environ.get('FUZZ_FIRST_SEED', '1'))
PROGRAMS = int(os.environ.get('FUZZ_PROGRAMS', '40'))
EXPRESSIONS_EACH = 300
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'known_differences.txt')) as f:
    # a line: a regular expression for what CPython prints, ` ## `, what is wrong here
    KNOWN = [re.compile(line.split(' ## ')[0]) for line in f if line.strip() and not line.startswith('#')]


def source(kind, seed):
    return statements.program(seed) if kind == 'statements' else expressions.program(seed, EXPRESSIONS_EACH)


def outcome(build, kind, seed, folder, messages=False):
    path = os.path.join(folder, '%s%d.py' % (kind, seed))
    with open(path, 'w') as f:
        f.write(source(kind, seed))
    code, out, err = blackbox.run(build, [path] + ['messages'] * messages)
    return code, out.decode('utf-8', 'replace').splitlines(), err.decode('utf-8', 'replace')


def difference(build, kind, seed, folder, messages=False):
    """'' or what differs, line by line."""
    code, expected, err = outcome('cpython', kind, seed, folder, messages)
    if kind == 'statements' and 'SyntaxError' in err:
        return ''
    assert code == 0, err
    got_code, got, got_err = outcome(build, kind, seed, folder, messages)
    if (got_code, got) == (code, expected):
        return ''
    report = ['%s, seed %d: exit status %d' % (kind, seed, got_code)]
    for i in range(max(len(expected), len(got))):
        right, found = (lines[i] if i < len(lines) else '(no line)' for lines in (expected, got))
        if right != found and not any(known.match(right) for known in KNOWN):
            report += ['  CPython  ' + right, '  %s  %s' % (build, found)]
            if kind == 'statements':
                break
        if found == '(no line)':
            break
    if got_code == code and len(report) == 1:
        return ''
    return '\n'.join(report + got_err.splitlines()[-3:])


def pytest_generate_tests(metafunc):
    if 'kind' in metafunc.fixturenames:
        metafunc.parametrize('seed', range(FIRST, FIRST + PROGRAMS))
        metafunc.parametrize('kind', ['expressions', 'statements'])
        metafunc.parametrize('build', blackbox.BUILDS)


def test_random_program(build, kind, seed, tmp_path):
    report = difference(build, kind, seed, str(tmp_path))
    assert not report, report


def test_most_random_programs_compile():
    compiled = 0
    for seed in range(FIRST, FIRST + PROGRAMS):
        try:
            compile(source('statements', seed), 's', 'exec')
            compiled += 1
        except SyntaxError:
            pass
    assert compiled > PROGRAMS * 0.7


if __name__ == '__main__':
    import tempfile
    build, kind, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with tempfile.TemporaryDirectory() as temporary:
        for number in range(first, first + count):
            text = difference(build, kind, number, temporary, len(sys.argv) > 5)
            if text:
                print(text, flush=True)
