# JAMSTAC: satu perintah untuk setiap keperluan. `make help` menyebut semuanya.

SHELL       := /bin/bash
PORT        ?= 8000
PYTHON      ?= $(firstword $(foreach each,python3.11 python3 python3.12 python3.13,$(shell command -v $(each) 2>/dev/null)))
VENV        := .venv
BIN         := $(VENV)/bin
DEMO_HOME   := var/demo

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: mutate docs help run demo demo-new init test test-sqlite test-postgres check lint types layers generated format python system clean

help: ## Menyebut semua perintah
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-14s %s\n' "$$name" "$$text"; done

run: $(VENV)/.base ## Menyiapkan semuanya lalu menjalankan LSP contoh di http://localhost:8000 (PORT=… bila perlu)
	@$(BIN)/python tools/port.py $(PORT)
	@JAMSTAC_HOME=$(DEMO_HOME) JAMSTAC_DEMO=1 JAMSTAC_ORIGIN=http://localhost:$(PORT) JAMSTAC_LOG=WARNING $(BIN)/jamstac demo
	@JAMSTAC_HOME=$(DEMO_HOME) JAMSTAC_DEMO=1 JAMSTAC_ORIGIN=http://localhost:$(PORT) JAMSTAC_LOG=WARNING exec $(BIN)/jamstac serve --port $(PORT)

demo: $(VENV)/.base ## Membuat LSP contoh tanpa menjalankan server
	@JAMSTAC_HOME=$(DEMO_HOME) JAMSTAC_DEMO=1 JAMSTAC_LOG=WARNING $(BIN)/jamstac demo

demo-new: $(VENV)/.base ## Membuang LSP contoh lalu membuatnya lagi dengan tanggal hari ini
	rm -rf $(DEMO_HOME)
	@$(MAKE) --no-print-directory demo

init: $(VENV)/.base ## Membuat instalasi kosong dengan LSP pertama Anda (ditanya satu per satu)
	@$(BIN)/jamstac init

test: $(VENV)/.dev system ## Menjalankan semua pengujian, di SQLite lalu di PostgreSQL
	@$(MAKE) --no-print-directory test-sqlite test-postgres

test-sqlite: $(VENV)/.dev ## Hanya pengujian di SQLite
	$(BIN)/pytest -n 2

# What asks no database was asked once already, on SQLite.
NO_DATABASE := $(addprefix --ignore=tests/,architecture docs kernel rules standards)

test-postgres: $(VENV)/.dev ## Hanya pengujian yang menyentuh basis data, di PostgreSQL sementara
	$(BIN)/python tools/postgres.py $(BIN)/pytest -n 2 $(NO_DATABASE)

check: $(VENV)/.dev lint types layers generated test mutate ## Semua pemeriksaan: gaya, tipe, lapisan, halaman buatan, pengujian

lint: $(VENV)/.dev ## Gaya kode dan migrasi yang tertinggal
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	find src -name '*.html' -print0 | xargs -0 $(BIN)/djade --check
	JAMSTAC_HOME=var/check $(BIN)/jamstac makemigrations --check --dry-run

types: $(VENV)/.dev ## Tipe
	$(BIN)/mypy src tests tools

layers: $(VENV)/.dev ## Lapisan aplikasi yang tidak boleh berbalik
	$(BIN)/lint-imports

generated: $(VENV)/.dev ## Halaman rujukan dan katalog bahasa Inggris sama dengan pembuatnya
	JAMSTAC_HOME=var/check $(BIN)/python tools/reference.py --check
	JAMSTAC_HOME=var/check $(BIN)/python tools/messages.py --check

format: $(VENV)/.dev ## Merapikan kode, membuat ulang halaman rujukan dan katalog
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	find src -name '*.html' -print0 | xargs -0 $(BIN)/djade || true
	JAMSTAC_HOME=var/check $(BIN)/python tools/reference.py
	JAMSTAC_HOME=var/check $(BIN)/python tools/messages.py

clean: ## Membuang lingkungan Python dan LSP contoh (bukan data di var/ yang lain)
	rm -rf $(VENV) $(DEMO_HOME) var/check

# ---------------------------------------------------------------- yang dibutuhkan perintah di atas

python:
	@if [ -z "$(PYTHON)" ]; then echo "Python belum ada. Pasang Python 3.11 atau lebih baru, lalu ulangi."; exit 1; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python $$($(PYTHON) -V 2>&1 | cut -d" " -f2) terlalu lama. JAMSTAC perlu Python 3.11 atau lebih baru: make run PYTHON=/jalan/ke/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Modul venv belum ada. Pada Debian atau Ubuntu: apt-get install python3-venv"; exit 1; }

$(BIN)/python: | python
	@echo "Menyiapkan lingkungan Python (sekali saja) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/build.txt requirements/base.txt pyproject.toml | $(BIN)/python
	@echo "Memasang pustaka menurut daftar terkunci …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt -r requirements/base.txt \
	  || { echo "Pustaka gagal dipasang. Periksa jaringan, lalu ulangi perintah yang sama."; exit 1; }
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@echo "Memasang alat pengujian menurut daftar terkunci …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt \
	  || { echo "Alat pengujian gagal dipasang. Periksa jaringan, lalu ulangi perintah yang sama."; exit 1; }
	@touch $@

system:
	@bash tools/system.sh

mutate: $(VENV)/.dev ## Mengganti tiap aturan dengan "boleh": setiap kali sebuah pengujian harus merah
	$(BIN)/python tools/mutate_rules.py

docs: $(VENV)/.dev ## Membangun dokumentasi ke docs/_build
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build
