"""Run by the interpreter under test: one file of CPython's test package, a line for each test in the results file.

usage: one_file.py test_name results_file           runs the tests that the results file does not name yet
       one_file.py --list test_name results_file    only names them: `begun ID` for each

Lines: `begun ID`, then `passed|skipped ID` or `failed|errored ID<tab>last line of the error`; `end` when all of the file ran.  A crash
or a kill leaves the lines so far, and a second start goes on behind the test that was running.  Exit code 2: the file could not
be loaded (its traceback is on stderr).
"""

import collections
import sys
import traceback
import unittest


def name_of(test):
    return ' '.join(test.id().split())


class Result(unittest.TestResult):
    def __init__(self, out):
        super().__init__()
        self.out = out
        self.bad = None                 # outcome and error of the running test, sub-tests included

    def line(self, text):
        self.out.write(text.encode('utf-8', 'backslashreplace') + b'\n')
        self.out.flush()

    def problem(self, outcome, test, err):
        error = ''.join(traceback.format_exception_only(*err[:2])).strip().replace('\n', ' | ')
        self.line('%s %s\t%s' % (outcome, name_of(test), error[:300]))

    def startTest(self, test):
        super().startTest(test)
        self.bad = None
        self.line('begun ' + name_of(test))

    def addSuccess(self, test):
        if self.bad is None:
            self.line('passed ' + name_of(test))

    def addFailure(self, test, err):
        if self.bad is None:
            self.bad = 'failed'
            self.problem('failed', test, err)

    def addError(self, test, err):
        if self.bad is None or not hasattr(test, '_testMethodName'):      # the error of a class or module counts by itself
            self.bad = 'errored'
            self.problem('errored', test, err)

    def addSkip(self, test, reason):
        # a skipped sub-test arrives here too, before the test's own outcome
        if isinstance(test, unittest.case._SubTest):
            return
        self.line('skipped %s' % name_of(test))

    def addSubTest(self, test, subtest, err):
        if err is not None and self.bad is None:
            self.bad = 'failed' if issubclass(err[0], test.failureException) else 'errored'
            self.problem(self.bad, test, err)

    def addExpectedFailure(self, test, err):
        self.line('passed ' + name_of(test))

    def addUnexpectedSuccess(self, test):
        self.line('failed %s\tunexpected success' % name_of(test))


def without(suite, done):
    """The suite's tests, in its nesting, that are not counted in `done`."""
    rest = unittest.TestSuite()
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            rest.addTest(type(test)(without(test, done)))
        elif done[name_of(test)]:
            done[name_of(test)] -= 1
        else:
            rest.addTest(test)
    return rest


def begun_before(results):
    done = collections.Counter()
    try:
        with open(results, encoding='utf-8', errors='replace') as f:
            for line in f:
                if line.startswith('begun '):
                    done[line[6:].rstrip('\n')] += 1
    except FileNotFoundError:
        pass
    return done


def names(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from names(test)
        else:
            yield name_of(test)


def main(name, results, only_list=False):
    done = begun_before(results)
    with open(results, 'ab') as out:
        try:
            module = __import__('test.' + name, fromlist=['*'])
        except unittest.SkipTest as e:
            out.write(('skipped %s: %s\nend\n' % (name, e)).encode())
            return 0
        except Exception:
            traceback.print_exc()
            return 2
        suite = without(unittest.defaultTestLoader.loadTestsFromModule(module), done)
        if only_list:
            for test in names(suite):
                out.write(('begun %s\n' % test).encode('utf-8', 'backslashreplace'))
            return 0
        result = Result(out)
        suite.run(result)
        result.line('end')
    return 0


if __name__ == '__main__':
    if sys.argv[1] == '--list':
        sys.exit(main(*sys.argv[2:], only_list=True))
    sys.exit(main(*sys.argv[1:]))
