"""lib2to3 over many files, as the standard library's refactoring tool does it: a loop over the files."""

import warnings

warnings.simplefilter('ignore')
from lib2to3 import refactor

FIXERS = refactor.get_fixers_from_package('lib2to3.fixes')


class Tool(refactor.RefactoringTool):
    """Collects the new texts instead of writing files."""

    def __init__(self):
        super().__init__(FIXERS)
        self.changed = {}

    def log_message(self, msg, *args):
        pass

    log_debug = log_error = log_message

    def refactor_one(self, filename):
        with open(filename, encoding='utf-8') as f:
            text = f.read()
        try:
            tree = self.refactor_string(text + '\n', filename)
        except Exception as e:
            self.changed[filename] = type(e).__name__
        else:
            if tree is not None and tree.was_changed:
                self.changed[filename] = str(tree)


def run(files):
    tool = Tool()
    for filename in files:
        tool.refactor_one(filename)
    return tool.changed
