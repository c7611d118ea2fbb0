"""Small programs, translated in each mode: the results are the same."""
import os
import re
import subprocess
import pytest

import support


@pytest.mark.parametrize('mode', ['stock', 'seg-gs', 'stm'])
def test_features(mode):
    out, status = support.run(support.build('features', mode))
    assert status == 0
    lines = out.splitlines()
    assert [line for line in lines if not line.endswith(': ok')] == []
    assert len(lines) > 50 and lines[-1] == 'end: ok'


@pytest.mark.parametrize('nursery', ['256K', '4M'])
def test_features_stm_nursery(nursery):
    out, status = support.run(support.build('features', 'stm'),
                              PYPYSTM_NURSERY=nursery)
    assert status == 0
    assert ': WRONG' not in out and 'end: ok' in out


@pytest.mark.parametrize('mode', ['stock', 'stm'])
@pytest.mark.parametrize('threads', ['1', '2', '5'])
def test_threads(mode, threads):
    out, status = support.run(support.build('threads', mode), threads, '30000')
    assert status == 0
    lines = out.splitlines()
    assert [line for line in lines if not line.endswith(': ok')] == []
    assert len(lines) == 9


@pytest.mark.parametrize('mode', ['stock', 'seg-gs', 'stm'])
def test_hashes_of_texts(mode):
    path = support.build('texthash', mode)
    out, status = support.run(path, '0')
    assert status == 0
    lines = out.splitlines()
    # CPython 3.11: python -c 'print(hash("abc"), hash(b"abc"))' and so on, with PYTHONHASHSEED=0
    assert lines[:8] == [
        '-4594863902769663758 -4594863902769663758', '1450545860578130900 1450545860578130900', '-51840243768477018 -51840243768477018',
        '6047309291227476195 -1266968099349302080', '-2810468059467891395 7665272348064829200',
        '3476900567878811119 3476900567878811119', '-2277969972149498111 -674952438468626711',
        '5926611903945376553 -85815365005378152']
    assert lines[8:] == ['-1 0', 'found', '1 2 3 4', '7 801', 'found']
    out, status = support.run(path, '42')
    assert status == 0
    others = out.splitlines()
    assert others[8:] == lines[8:]
    assert [i for i in range(8) if others[i] == lines[i]] == []


def numbers(out):
    return dict([line.split() for line in out.splitlines()])


def test_parallel():
    one, status = support.run(support.build('parallel', 'stm'), '0', '20000')
    assert status == 0
    out, status = support.run(support.build('parallel', 'stm'), '2', '20000')
    assert status == 0
    result = numbers(out)
    assert int(result['result']) == 2 * int(numbers(one)['result'])
    assert int(result['commits']) > 10
    assert int(result['minor_collections']) > 10
    # the threads share nothing until the end
    assert int(result['aborts_conflict']) < int(result['commits']) / 10


def test_log(tmpdir):
    log = tmpdir.join('log')
    out, status = support.run(support.build('parallel', 'stm'), '2', '2000',
                              PYPYSTM_LOG=str(log))
    assert status == 0
    lines = log.read().splitlines()
    events = set([line.split()[3] for line in lines])
    assert set(['commit', 'minor', 'minor-done', 'thread-start']) <= events
    for line in lines:
        assert re.match(r'\d+\.\d{9} T-?\d+ S\d+ [a-z-]+( \[.*\])?'
                        r'( @ target_parallel\.py:42 in work)?( / T.*)?$', line)


def test_log_not_writable():
    process = subprocess.Popen([support.build('parallel', 'stm'), '1', '1'],
                               env=dict(os.environ, PYPYSTM_LOG='/no/such/file'),
                               stderr=subprocess.PIPE)
    _, err = process.communicate()
    assert process.returncode == 1
    assert err == ('PYPYSTM_LOG: cannot write /no/such/file: '
                   'No such file or directory\n')


def test_gs_is_used():
    for mode in ('seg-gs', 'stm'):
        path = support.build('features', mode)
        code = subprocess.check_output(['objdump', '-d', path])
        assert code.count('%gs:') > 1000, mode
    path = support.build('features', 'stock')
    assert '%gs:' not in subprocess.check_output(['objdump', '-d', path])


MEMORY = re.compile(r'\b(memset|memcpy|memmove)\b')


def test_no_stray_memory_functions():
    """The compiler must not turn loops or struct copies on %gs pointers into
    calls of memset or memcpy, which take plain addresses: a generated function
    calls them only where its C code says so.  (In --stm builds only: in the others
    the generated code has a collector in it, with loops on plain addresses.)"""
    support.build('features', 'stm')
    folder = support.sources('features', 'stm')
    checked = 0
    for filename in sorted(os.listdir(folder)):
        if not filename.startswith(('implement', 'rpython_', 'target_')) or (
                not filename.endswith('.o')):
            continue
        with open(os.path.join(folder, filename[:-2] + '.c')) as f:
            text = f.read()
        code = subprocess.check_output(['objdump', '-dr',
                                        os.path.join(folder, filename)])
        function = None
        for line in code.splitlines():
            match = re.match(r'[0-9a-f]+ <(\w+)', line)
            if match:
                function = match.group(1)
            if 'R_X86_64' in line and MEMORY.search(line):
                body = re.search(r'\b%s\(.*\{\n(.*\n)*?\}\n' % function, text)
                where = '%s: %s' % (filename, function)
                assert body is not None, where
                found = re.search(r'mem(set|cpy|move)\(', body.group(0))
                assert found is not None, where
        checked += 1
    assert checked > 3


def test_relink():
    path = support.build('parallel', 'stm')
    before = os.stat(path).st_mtime
    os.utime(os.path.join(support.ROOT, 'rpython_stm', 'glue', 'main.c'), None)
    subprocess.check_call([support.sys.executable, '-m', 'translator', '--stm',
                           '--relink', '--output', path], cwd=support.ROOT)
    assert os.stat(path).st_mtime >= before
    out, status = support.run(path, '1', '100')
    assert status == 0


def test_bad_target():
    process = subprocess.Popen(
        [support.sys.executable, '-m', 'translator', '--output', 'x',
         'no_such_file.py'], cwd=support.ROOT, stderr=subprocess.PIPE)
    _, err = process.communicate()
    assert process.returncode == 1
    assert 'no such target: no_such_file.py' in err


@pytest.mark.parametrize('name', ['big', 'dict', 'order', 'retry', 'pair', 'raise',
                                  'finalize', 'sleep', 'hook', 'one_big', 'files'])
def test_transactions(name):
    out, status = support.run(support.build('transactions', 'stm'), name)
    assert status == 0
    result = numbers(out)
    assert (result['good'], result['wrong']) == ('1', '0')
    if name in ('big', 'dict'):
        # different items of a list, different keys of a dict: no conflict but over what says who starts and who has ended
        assert int(result['aborts']) <= 5 + int(result['commits']) / 20
