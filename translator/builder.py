"""Builds the database and the Makefile, in the way that each mode asks for."""
from __future__ import absolute_import
import os

from rpython.annotator import model as annmodel
from rpython.rtyper.annlowlevel import MixLevelHelperAnnotator
from rpython.rtyper.llannotation import lltype_to_annotation
from rpython.rtyper.lltypesystem import rffi
from rpython.rtyper.lltypesystem.lltype import getfunctionptr
from rpython.translator.c import genc
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from rpython_stm.externals import GLUE, RUNTIME
from translator import options as optionsmod
from translator.gspointers import GsShadowStackPolicy

# A plain address for what a GC pointer points to, good for reading at once.
PLAIN_BASE_0 = [
    '#define RPY_PLAIN(p)  ((void *)(unsigned long)(p))',
    '#define RPY_STRING_AS_CHARP(s)  RPyString_AsCharP((RPyString *)RPY_PLAIN(s))',
]

# The linker puts prebuilt objects where stm.h wants them (STM_PREBUILT_START).
# A signal handler must also wake up the threads (glue/rpy_stm.c).
STM_LINK_FLAGS = ['-no-pie', '-Wl,--section-start=stm_prebuilt=0x20000000',
                  '-Wl,--wrap=sigaction']

# The runtime is compiled where it stands, so that --relink finds its changes.
STM_MAKE_RULES = """\
STM_RUNTIME = %(runtime)s
STM_GLUE = %(glue)s
STM_SOURCES = $(wildcard $(STM_RUNTIME)/*.c)
STM_OBJECTS = $(patsubst $(STM_RUNTIME)/%%.c,stm_%%.o,$(STM_SOURCES)) \\
              glue_rpy_stm.o glue_main.o glue_log.o glue_descriptors.o

stm_%%.o: $(STM_RUNTIME)/%%.c $(wildcard $(STM_RUNTIME)/*.h)
\t$(CC) -O2 -g -std=gnu11 -fno-strict-aliasing -fno-pie -pthread $(STM_CFLAGS) -o $@ -c $<

glue_%%.o: $(STM_GLUE)/%%.c $(STM_GLUE)/rpy_stm.h $(STM_RUNTIME)/stm.h
\t$(CC) $(CFLAGS) $(CFLAGSEXTRA) -I. -o $@ -c $< $(INCLUDEDIRS)
"""


class Builder(genc.CStandaloneBuilder):

    def __init__(self, options, *args, **kwds):
        self.options = options
        genc.CStandaloneBuilder.__init__(self, *args, **kwds)

    # ----- the entry point

    def getentrypointptr(self):
        """The C-level entry point: (argc, argv) -> exit code.  Unlike the one that
        it overrides it is optimised: barriers.py sees through inlined address
        computations, not through calls that return an address."""
        if self._entrypoint_wrapper is None:
            self._entrypoint_wrapper = self.make_wrapper(self.entrypoint)
        return self._entrypoint_wrapper

    def make_wrapper(self, entrypoint):
        def entrypoint_wrapper(argc, argv):
            args = [""] * argc
            for i in range(argc):
                args[i] = rffi.charp2str(argv[i])
            return entrypoint(args)
        annotator = MixLevelHelperAnnotator(self.translator.rtyper)
        graph = annotator.getgraph(
            entrypoint_wrapper,
            [annmodel.SomeInteger(), lltype_to_annotation(rffi.CCHARPP)],
            annmodel.SomeInteger())
        annotator.finish()
        annotator.backend_optimize()
        return getfunctionptr(graph)

    # ----- the database

    def get_gcpolicyclass(self):
        if self.options.mode == optionsmod.SEG_GS:
            return GsShadowStackPolicy
        if self.options.mode == optionsmod.STM:
            from translator.stmcode import StmPolicy
            return StmPolicy
        return genc.CStandaloneBuilder.get_gcpolicyclass(self)

    def report(self):
        """Lines to show when the database is complete."""
        if self.options.mode != optionsmod.STM:
            return []
        transformer = self.db.gctransformer
        lines = []
        counts = transformer.barriers.counts
        lines.append('barriers: ' + ', '.join(
            ['%s %d' % item for item in sorted(counts.items())]))
        listing = transformer.inevitability.listing
        lines.append('%d places turn a transaction inevitable, %d more may' % (
            len([1 for name, kind, reason in listing if kind == 'call']),
            len([1 for name, kind, reason in listing if kind == 'store'])))
        if self.options.list_inevitable:
            for name, kind, reason in sorted(listing):
                lines.append('  %-5s %s: %s' % (
                    'turns' if kind == 'call' else 'may', name, reason))
        return lines

    # ----- compilation

    def get_eci(self):
        eci = genc.CStandaloneBuilder.get_eci(self)
        if self.options.mode == optionsmod.SEG_GS:
            return eci.merge(ExternalCompilationInfo(
                pre_include_bits=PLAIN_BASE_0))
        if self.options.mode == optionsmod.STM:
            # the glue first: its src/*.h stand before rpython's
            return ExternalCompilationInfo(
                includes=['rpy_stm.h'], include_dirs=[GLUE, RUNTIME],
                link_extra=STM_LINK_FLAGS).merge(eci)
        return eci

    def gen_makefile(self, targetdir, exe_name=None, headers_to_precompile=[]):
        platform = self.translator.platform
        saved = platform.cflags
        platform.cflags = self.adjust_cflags(saved)
        try:
            genc.CStandaloneBuilder.gen_makefile(
                self, targetdir, exe_name=exe_name,
                headers_to_precompile=headers_to_precompile)
        finally:
            platform.cflags = saved
        if self.options.mode == optionsmod.STM:
            self.add_runtime(targetdir.join('Makefile'))

    def add_runtime(self, makefile):
        text = makefile.read()
        before, after = text.split('\nOBJECTS =', 1)
        rules = STM_MAKE_RULES % {
            'runtime': os.path.relpath(RUNTIME, str(makefile.dirpath())),
            'glue': os.path.relpath(GLUE, str(makefile.dirpath()))}
        definitions, rules = rules.split('\n\n', 1)
        # definitions first: make expands prerequisites as it reads them
        makefile.write(definitions + '\n' + before +
                       '\nOBJECTS = $(STM_OBJECTS)' + after + rules)

    def adjust_cflags(self, cflags):
        """-O2 instead of rpython's -O3: a third less time in the C compiler.
        -fno-strict-aliasing: the generated code casts freely."""
        result = ['-O2' if flag == '-O3' else flag for flag in cflags]
        result.append('-fno-strict-aliasing')
        if self.options.mode == optionsmod.STM:
            result.append('-fno-pie')
            # the caches of rpython's dtoa.c are one for all threads: do without
            result.append('-DPy_USING_MEMORY_DEBUGGER')
        result.extend(self.options.cflags.split())
        return tuple(result)
