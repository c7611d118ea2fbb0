"""lib2to3 over many files, as the standard library's refactoring tool does it: a loop over the files."""

import warnings

warnings.simplefilter('ignore')
from lib2to3 import refactor

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
    def __init__(self):
        self.tool = Tool()

    def refactor(self, filename, changed):
        self.tool.refactor_one(filename, changed)


def run(files):
    job, changed = Job(), dict.fromkeys(files)       # keys that exist are set without conflicts
    for filename in files:
        job.refactor(filename, changed)
    return changed
