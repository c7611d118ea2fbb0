"""The prompt at a terminal: what is typed into a pseudo-terminal, and what comes back."""

import os
import pty
import re
import select
import signal
import time

import pytest

import blackbox

each_build = pytest.mark.parametrize('build', blackbox.BUILDS)
UP, LEFT, HOME, END = b'\x1b[A', b'\x1b[D', b'\x1b[H', b'\x1b[F'


def session(build, arguments, typed, home):
    """Types each text when the program has shown a prompt; returns (exit status, the screen's lines without control sequences)."""
    environment = {'PATH': os.environ.get('PATH', ''), 'HOME': str(home), 'TERM': 'xterm', 'LC_ALL': 'C.UTF-8'}
    command = [blackbox.interpreter(build)] + arguments
    process, fd = pty.fork()
    if process == 0:
        os.execve(command[0], command, environment)
    shown = b''

    def wait_for(pattern):
        seen = b''
        end = time.time() + blackbox.PATIENCE
        while not (pattern and re.search(pattern, seen)):
            assert time.time() < end, (pattern, shown + seen)
            if select.select([fd], [], [], 1)[0]:
                try:
                    data = os.read(fd, 4096)
                except OSError:             # the other end is closed
                    break
                if not data:
                    break
                seen += data
        return seen
    try:
        for expected, text in typed:
            shown += wait_for(expected)
            time.sleep(0.1)                 # it has shown its prompt; now it must be reading
            os.write(fd, text)
        shown += wait_for(None)
        status = os.waitpid(process, 0)[1]
        process = None
    finally:
        if process is not None:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        os.close(fd)
    return os.waitstatus_to_exitcode(status), re.sub(rb'\x1b\[\d*[A-Za-z]', b'', shown).decode().replace('\r\n', '\n').split('\n')


PROMPT, MORE = rb'>>> $', rb'\.\.\. $'


@each_build
def test_statements_and_results(build, tmp_path):
    code, lines = session(build, ['-q'], [
        (PROMPT, b'20 + 1\n'), (PROMPT, b'_ * 2\n'), (PROMPT, b'def f(x):\n'), (MORE, b'    return [x]\n'), (MORE, b'\n'), (PROMPT, b'f("\xc3\xa9")\n'),
        (PROMPT, b'1/0\n'), (PROMPT, b'x = = 2\n'), (PROMPT, b'None\n'), (PROMPT, b'exit(3)\n')], tmp_path)
    assert code == 3
    assert [line for line in lines if not line.startswith(('>>>', '...'))] == [
        '21', '42', "['é']", 'Traceback (most recent call last):', '  File "<stdin>", line 1, in <module>', 'ZeroDivisionError: division by zero',
        '  File "<stdin>", line 1', '    x = = 2', '        ^', 'SyntaxError: invalid syntax', '']


@each_build
def test_interrupt_and_end_of_input(build, tmp_path):
    code, lines = session(build, ['-q'], [
        (PROMPT, b'if True:\n'), (MORE, b'    print("on" + "ce")\n'), (MORE, b'    while True: pass\n'), (MORE, b'\n'), (rb'once', b'\x03'), (PROMPT, b'half a line\x03'), (PROMPT, b'input("name? ")\n'),
        (rb'name\? $', b'me\n'), (PROMPT, b'\x04')], tmp_path)
    assert code == 0
    assert lines.count('KeyboardInterrupt') == 2
    assert "'me'" in lines


@each_build
def test_editing_and_history(build, tmp_path):
    home = tmp_path / 'home'
    home.mkdir()
    code, lines = session(build, ['-q'], [
        (PROMPT, b'12' + LEFT + b'+' + END + b'0\n'), (PROMPT, b'7)' + HOME + b'(5 * \x05 # comment\x17\n'), (PROMPT, UP + UP + b'0\n'),
        (PROMPT, b'wrong line\x15"right"\n'), (PROMPT, b'"ab"' + HOME + b'\x04"c\n'), (PROMPT, b'\x04')], home)
    assert code == 0
    assert [line for line in lines if line and '>>>' not in line] == ['21', '35', '201', "'right'", "'cab'"], lines
    history = (home / '.python_history').read_text()
    assert history.split('\n') == ['1+20', '(5 * 7) # ', '1+200', '"right"', '"cab"', '']
    # the next session has it
    code, lines = session(build, ['-q'], [(PROMPT, b'\x121+\r'), (PROMPT, b'\x04')], home)
    assert '201' in lines


@each_build
def test_startup_file_and_inspection(build, tmp_path):
    (tmp_path / 's.py').write_text('value = 7\nraise SystemExit(3)\n')
    code, lines = session(build, ['-i', '-q', str(tmp_path / 's.py')], [
        (PROMPT, b'value\n'), (PROMPT, b'import sys; sys.last_value\n'), (PROMPT, b'exit(4)\n')], tmp_path)
    assert code == 4 and {'7', 'SystemExit: 3', 'SystemExit(3)'} <= set(lines)


@each_build
def test_end_of_input_in_a_statement(build, tmp_path):
    code, lines = session(build, ['-q'], [
        (PROMPT, b'if True:\n'), (MORE, b'    "bl" + "ock"\n'), (MORE, b'\x04'), (PROMPT, b'(1,\n'), (MORE, b'\x04'), (PROMPT, b'input()\n'), (rb'\n$', b'\x04'),
        (PROMPT, b'def f():\n'), (MORE, b'    x\x03'), (PROMPT, b'1 is 1\n'), (PROMPT, b'while True: pass\n'), (MORE, b'\n'), (rb'\n$', b'\x03'),
        (PROMPT, b'\x04')], tmp_path)
    assert code == -signal.SIGINT           # as CPython: Ctrl-C ended the last statement
    assert [line for line in lines if not line.startswith(('>>>', '...'))] == [
        "'block'", '  File "<stdin>", line 1', '    (1,', '    ^', "SyntaxError: '(' was never closed", 'Traceback (most recent call last):',
        '  File "<stdin>", line 1, in <module>', 'EOFError', 'KeyboardInterrupt', '<stdin>:1: SyntaxWarning: "is" with a literal. Did you mean "=="?', 'True',
        '^CTraceback (most recent call last):', '  File "<stdin>", line 1, in <module>', 'KeyboardInterrupt', ''], lines


@each_build
def test_completion_undo_and_own_prompts(build, tmp_path):
    code, lines = session(build, ['-q'], [
        (PROMPT, b'str.isalnu\t"-")\n'), (PROMPT, b'first_name, first_number = 1, 2\n'), (PROMPT, b'firs\tam\t\n'), (PROMPT, b'first\t\t\t'),
        (rb'first_number *\r\n.*first_n(\x1b\[K)?$', b'umber\n'), (PROMPT, b'if 1:\n'), (MORE, b'\tfirst_na\t\n'), (MORE, b'\n'), (PROMPT, b'11\x01-\x1f\n'),
        (PROMPT, b'class P:\n'), (MORE, b'    n = 0\n'), (MORE, b'    def __str__(self): P.n += 1; return "in %d: " % P.n\n'), (MORE, b'\n'),
        (PROMPT, b'import sys, warnings; sys.ps1 = P()\n'), (rb'in 1: $', b'warnings.warn("up", stacklevel=2)\n'), (rb'in 2: $', b'\x04')], tmp_path)
    assert code == 0
    assert [line.rstrip() for line in lines if not line.lstrip('\r').startswith(('>>>', '...', 'in '))] == [
        'False', '1', 'first_name    first_number', '2', '1', '11', 'sys:1: UserWarning: up', ''], lines
