# make            builds ./pypy-stm, with the standard library beside it
# make nostm      builds its twin ./pypy-nostm: the same interpreter with rpython's incminimark GC and a GIL
# make demo       builds what is missing and runs the demos
# make test       builds what is missing and runs every test
# make bench      measures the ratios of docs/performance.md
# make conformance  runs CPython's own test files
# make install PREFIX=/usr/local

PREFIX ?= /usr/local
BUILD := build
PY27 := $(BUILD)/py27/bin/python
PY311 := $(BUILD)/py311/bin/python
TARGET := interpreter/targetpypystm.py
STDLIB := lib-python/3.11

RPYTHON_SOURCES := $(shell find interpreter module -name '*.py' -not -path '*/test/*')
STM_SOURCES := $(shell find translator rpython_stm -name '*.py')
# the generated C includes these; what lies behind them can be compiled and linked alone
RUNTIME_INTERFACE := rpython_stm/runtime/stm.h rpython_stm/glue/rpy_stm.h $(wildcard rpython_stm/glue/src/*.h)
RUNTIME_SOURCES := $(wildcard rpython_stm/runtime/*.[chS] rpython_stm/glue/*.[ch])

PHASE := MAKEFLAGS= sh scripts/phase.sh
ifndef PYPYSTM_MAKE_STARTED
export PYPYSTM_MAKE_STARTED := $(shell date +%s)
endif

.PHONY: all stm nostm both runtime test demo bench conformance install clean

all: stm

stm: pypy-stm $(STDLIB)/VERSION
nostm: pypy-nostm $(STDLIB)/VERSION

# ---- virtual environments

$(BUILD)/platform-ok:
	@sh scripts/check_platform.sh
	@mkdir -p $(BUILD) && touch $@

$(BUILD)/py311/done: requirements-py311.txt requirements-bootstrap.txt | $(BUILD)/platform-ok
	@echo "[setup] Python 3.11 environment for the black-box tests"
	@$$(sh scripts/find_python.sh 3.11) -m venv $(BUILD)/py311
	@$(PY311) -m pip install -q --disable-pip-version-check -r requirements-py311.txt -r requirements-bootstrap.txt
	@touch $@

# rpython's own metadata asks for pytest<3: it is installed without looking at it
$(BUILD)/py27/done: requirements-py27.txt $(BUILD)/py311/done
	@echo "[setup] Python 2.7 environment for rpython"
	@$(BUILD)/py311/bin/virtualenv -q -p $$(sh scripts/find_python.sh 2.7) $(BUILD)/py27
	@grep -v '^rpython' requirements-py27.txt > $(BUILD)/py27-others.txt
	@$(PY27) -m pip install -q --disable-pip-version-check -r $(BUILD)/py27-others.txt 2>$(BUILD)/py27-pip.log || { cat $(BUILD)/py27-pip.log; exit 1; }
	@$(PY27) -m pip install -q --disable-pip-version-check --no-deps $$(grep '^rpython' requirements-py27.txt) 2>>$(BUILD)/py27-pip.log || { cat $(BUILD)/py27-pip.log; exit 1; }
	@touch $@

$(STDLIB)/VERSION: scripts/copy_stdlib.py scripts/multibyte_tables.py $(BUILD)/py311/done
	@mkdir -p lib-python
	@$(PY311) scripts/copy_stdlib.py $(STDLIB)

# ---- the two builds

# (PHASE empties MAKEFLAGS: the translator calls make by itself, outside of our job server)
pypy-nostm: $(RPYTHON_SOURCES) $(STM_SOURCES) $(BUILD)/py27/done | $(STDLIB)/VERSION
	@$(PHASE) "translate $@" $(PY27) -m translator --stock --thread --output $@ $(TARGET)

# The generated C is kept: a change of the runtime alone compiles the runtime and links again.
$(BUILD)/stm-source.stamp: $(RPYTHON_SOURCES) $(STM_SOURCES) $(RUNTIME_INTERFACE) $(BUILD)/py27/done | $(STDLIB)/VERSION
	@$(PHASE) "translate pypy-stm" $(PY27) -m translator --stm --thread --output pypy-stm $(TARGET)
	@touch $@

pypy-stm: $(BUILD)/stm-source.stamp $(RUNTIME_SOURCES)
	@$(PHASE) "link pypy-stm" $(PY27) -m translator --relink --output $@ $(TARGET)

# side by side: each translation keeps one core busy, and needs up to 6 GB
both: $(BUILD)/py27/done $(STDLIB)/VERSION
	@$(MAKE) --no-print-directory -j2 stm nostm

runtime: $(BUILD)/py311/done
	$(MAKE) -C rpython_stm/runtime

# ---- tests

# The parts can be run one by one; `test` runs them all, the cheap ones first.  A part that runs beside another prints when it has ended.
BESIDE := --no-print-directory -j2 --keep-going --output-sync=target
.PHONY: test-runtime test-interpreter test-translator test-blackbox test-conformance
test:
	@$(MAKE) --no-print-directory test-runtime
	@$(MAKE) $(BESIDE) test-interpreter test-translator
	@$(MAKE) --no-print-directory both
	@$(MAKE) $(BESIDE) test-on-pypy-nostm test-on-pypy-stm test-installed
	@$(MAKE) --no-print-directory test-conformance
	@$(PHASE) "all tests passed" true

test-runtime: $(BUILD)/py311/done
	@sh scripts/phase.sh "build the runtime" $(MAKE) -s -C rpython_stm/runtime tests
	@$(PHASE) "tests/runtime" $(PY311) -m pytest -q tests/runtime

test-interpreter: $(BUILD)/py27/done $(STDLIB)/VERSION
	@$(PHASE) "tests/interpreter" $(PY27) -m pytest -q tests/interpreter

test-translator: $(BUILD)/py27/done
	@$(MAKE) -s -C rpython_stm/runtime
	@$(PHASE) "tests/translator" $(PY27) -m pytest -q tests/translator

# what sees a build from outside; -rxX lists what is known to fail, and what is so listed but passes
BLACKBOX := tests/scripts tests/fuzz tests/cli tests/programs tests/stress
test-blackbox: both
	@$(MAKE) $(BESIDE) test-on-pypy-nostm test-on-pypy-stm test-installed

test-on-pypy-nostm: nostm
test-on-pypy-stm: stm
test-on-pypy-nostm test-on-pypy-stm: test-on-%: $(BUILD)/py311/done
	@PYPYSTM_BUILDS=$* $(PHASE) "black-box tests of $*" $(PY311) -m pytest -q -rxX --durations=10 $(BLACKBOX)

test-installed: stm
	@$(PHASE) "make install" sh scripts/check_install.sh

test-conformance: stm
	@$(PHASE) "tests/conformance" $(PY311) -m pytest -q -rs --durations=10 tests/conformance

# FILES="test_grammar test_dict" picks files, ARGS=--failures shows what failed
conformance: stm
	$(PY311) tests/conformance/run_conformance.py $(ARGS) $(FILES)

demo: stm
	./pypy-stm demo/threads.py
	./pypy-stm demo/raytracer.py 240 180 $(BUILD)/raytracer.ppm
	./pypy-stm demo/index.py
	./pypy-stm demo/lib2to3_demo.py

bench: stm nostm
	$(PY311) benchmarks/run.py

install: stm
	mkdir -p "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/lib/pypy-stm"
	cp -r lib lib-python "$(DESTDIR)$(PREFIX)/lib/pypy-stm/"
	install -m 755 pypy-stm "$(DESTDIR)$(PREFIX)/lib/pypy-stm/pypy-stm"
	ln -sf ../lib/pypy-stm/pypy-stm "$(DESTDIR)$(PREFIX)/bin/pypy-stm"

clean:
	rm -rf $(BUILD) pypy-stm pypy-nostm lib-python
