"""lib2to3 over many files, a transaction a file."""

import warnings

warnings.simplefilter('ignore')
from lib2to3 import refactor

import transaction

FIXERS = refactor.get_fixers_from_package('lib2to3.fixes')


class Tool(refactor.RefactoringTool):
    """Collects the new texts instead of writing files."""

    def __init__(self):
        super().__init__(FIXERS)

    def log_message(self, msg, *args):
        pass

    log_debug = log_error = log_message

    def refactor_one(self, filename, changed):
        with open(filename, encoding='utf-8') as f:
            text = f.read()
        try:
            tree = self.refactor_string(text + '\n', filename)
        except Exception as e:
            changed[filename] = type(e).__name__
        else:
            if tree is not None and tree.was_changed:
                changed[filename] = str(tree)


class Job:
    """A tool keeps notes about its file, in itself and in the fixers."""
    tool = transaction.threadlocalproperty(Tool)

    def refactor(self, filename, changed):
        self.tool.refactor_one(filename, changed)


def run(files):
    job, changed = Job(), dict.fromkeys(files)       # keys that exist are set without conflicts
    for filename in files:
        transaction.add(job.refactor, filename, changed)
    transaction.run()
    return changed
