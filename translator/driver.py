"""rpython's TranslationDriver with our C builder, and with its progress shown."""
from __future__ import absolute_import
import os
import sys
import time
import traceback

from rpython.tool.ansi_print import AnsiLogger
from rpython.translator import driver as rpydriver
from rpython.translator.translator import TranslationContext

from translator import options as optionsmod
from translator import replacements
from translator.builder import Builder

PHASES = {
    'annotate': 'annotate',
    'rtype_lltype': 'rtype',
    'backendopt_lltype': 'optimise',
    'stackcheckinsertion_lltype': 'stack checks',
    'database_c': 'database',
    'source_c': 'write C',
    'compile_c': 'compile C',
}


class Driver(rpydriver.TranslationDriver):
    """Translates one target; `options` are those of translator.options."""

    @classmethod
    def from_target(cls, options, config, targetspec):
        translator = TranslationContext(config=config)
        replacements.install(options.mode)
        AnsiLogger.output_disabled = not options.verbose
        self = cls.from_targetspec(targetspec, config, options.args,
                                   empty_translator=translator,
                                   default_goal='compile')
        self.options = options
        self.exe_name = options.output
        self.started = time.time()
        return self

    def run(self):
        """Do everything; leave the executable and the C sources behind.  Exits
        with 1 after showing what is wrong with the program."""
        goals = ['source'] if self.options.source else ['compile']
        try:
            self.proceed(goals)
        except Exception as e:
            self.show_error(e)
            sys.exit(1)
        self.progress('done')

    def show_error(self, e):
        traceback.print_exc()
        block = getattr(e, '__annotator_block', None)
        if block is not None:
            sys.stderr.write('\nThe block that was being annotated:\n')
            self.translator.about(block, sys.stderr)
        self.progress('failed: %s' % str(e).strip().split('\n')[0])

    def progress(self, what):
        sys.stderr.write('[%s %6.1f s] %s\n' % (
            os.path.basename(self.exe_name), time.time() - self.started, what))
        sys.stderr.flush()

    def _do(self, goal, func, *args, **kwds):
        if goal in self.done:
            return
        self.progress(PHASES.get(goal, goal))
        result = func()
        self.done[goal] = True
        return result

    @rpydriver.taskdef(rpydriver.TranslationDriver.task_database_c.task_deps,
                       "Creating database for generating c source")
    def task_database_c(self):
        self.translator.frozen = True
        self.cbuilder = Builder(self.options, self.translator,
                                self.entry_point, config=self.config,
                                secondary_entrypoints=
                                    self.secondary_entrypoints)
        self.database = self.cbuilder.build_database()
        for line in self.cbuilder.report():
            self.progress(line)

    @rpydriver.taskdef(['database_c'], "Generating c source")
    def task_source_c(self):
        self.cbuilder.generate_source(
            self.database, {}, exe_name=os.path.basename(self.exe_name))
        self.keep_session()

    def keep_session(self):
        """Give the folder of C sources a name that --relink finds."""
        link = os.path.join(optionsmod.SESSIONS,
                            optionsmod.session_name(self.exe_name))
        if os.path.islink(link):
            os.unlink(link)
        os.symlink(os.path.relpath(str(self.cbuilder.targetdir),
                                   optionsmod.SESSIONS), link)
