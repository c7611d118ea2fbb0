"""Run by the interpreter under test: one file of CPython's test package, a line for each test in the results file.

usage: one_file.py test_name results_file

Lines: `passed|skipped ID`, `failed|errored ID<tab>last line of the error`, and `end` when all of the file ran.  A crash or a
kill leaves the lines so far.  Exit code 2: the file could not be loaded (its traceback is on stderr).
"""

import sys
import traceback
import unittest


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
        self.line('%s %s\t%s' % (outcome, ' '.join(test.id().split()), error[:300]))

    def startTest(self, test):
        super().startTest(test)
        self.bad = None

    def addSuccess(self, test):
        if self.bad is None:
            self.line('passed ' + test.id())

    def addFailure(self, test, err):
        self.problem('failed', test, err)

    def addError(self, test, err):
        self.problem('errored', test, err)

    def addSkip(self, test, reason):
        # a skipped sub-test arrives here too, before the test's own outcome
        if isinstance(test, unittest.case._SubTest):
            return
        self.line('skipped %s' % test.id())

    def addSubTest(self, test, subtest, err):
        if err is not None and self.bad is None:
            self.bad = 'failed' if issubclass(err[0], test.failureException) else 'errored'
            self.problem(self.bad, test, err)

    def addExpectedFailure(self, test, err):
        self.line('passed ' + test.id())

    def addUnexpectedSuccess(self, test):
        self.line('failed %s\tunexpected success' % test.id())


def main(name, results):
    with open(results, 'wb') as out:
        try:
            module = __import__('test.' + name, fromlist=['*'])
        except unittest.SkipTest as e:
            out.write(('skipped %s: %s\nend\n' % (name, e)).encode())
            return 0
        except Exception:
            traceback.print_exc()
            return 2
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
        result = Result(out)
        suite.run(result)
        result.line('end')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
