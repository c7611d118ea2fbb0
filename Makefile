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
RUNTIME_SOURCES := $(shell find rpython_stm/runtime -name '*.[chS]' 2>/dev/null)

.PHONY: all stm nostm runtime test demo bench conformance install clean check

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

$(STDLIB)/VERSION: scripts/copy_stdlib.py $(BUILD)/py311/done
	@mkdir -p lib-python
	@$(PY311) scripts/copy_stdlib.py $(STDLIB)

# ---- the two builds

pypy-nostm: $(RPYTHON_SOURCES) $(STM_SOURCES) $(BUILD)/py27/done | $(STDLIB)/VERSION
	$(PY27) -m translator --stock --thread --output $@ $(TARGET)

# The generated C is kept: a change of the runtime alone compiles the runtime and links again.
$(BUILD)/stm-source.stamp: $(RPYTHON_SOURCES) $(STM_SOURCES) rpython_stm/runtime/stm.h $(BUILD)/py27/done | $(STDLIB)/VERSION
	$(PY27) -m translator --stm --thread --output pypy-stm $(TARGET)
	@touch $@

pypy-stm: $(BUILD)/stm-source.stamp $(RUNTIME_SOURCES)
	$(PY27) -m translator --relink --output $@ $(TARGET)

runtime: $(BUILD)/py311/done
	$(MAKE) -C rpython_stm/runtime

# ---- tests

# The parts can be run one by one; `test` runs them all, the cheap ones first.
.PHONY: test-runtime test-interpreter test-translator test-builds
test: test-runtime test-interpreter test-translator test-builds

test-runtime: $(BUILD)/py311/done
	$(MAKE) -s -C rpython_stm/runtime tests
	$(PY311) -m pytest -q tests/runtime

test-interpreter: $(BUILD)/py27/done $(STDLIB)/VERSION
	$(PY27) -m pytest -q tests/interpreter

test-translator: $(BUILD)/py27/done
	$(MAKE) -s -C rpython_stm/runtime
	$(PY27) -m pytest -q tests/translator

test-builds: stm nostm
	$(PY311) -m pytest -q tests/scripts

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
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pypy-stm
	cp -r lib lib-python $(DESTDIR)$(PREFIX)/lib/pypy-stm/
	install -m 755 pypy-stm $(DESTDIR)$(PREFIX)/lib/pypy-stm/pypy-stm
	ln -sf ../lib/pypy-stm/pypy-stm $(DESTDIR)$(PREFIX)/bin/pypy-stm

clean:
	rm -rf $(BUILD) pypy-stm pypy-nostm lib-python
