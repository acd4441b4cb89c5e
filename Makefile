# make help lists the targets. The scripts behind them are in .ci.
SHELL := /bin/bash
GOLANGCI_LINT := v2.15.0

.DEFAULT_GOAL := help
.PHONY: help build image demo test race lint golden bench corpus clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/pygrader
	@command -v go >/dev/null || { echo "pygrader: Go is missing: install it from https://go.dev/dl" >&2; exit 1; }
	go build -o bin/pygrader ./cmd/pygrader

image: build ## build the sandbox image where it is missing
	@.ci/install mmdebstrap
	bin/pygrader image build

demo: image ## grade a right, a partly right, a hanging and a cheating submission of each exercise
	@.ci/demo

test: ## run every test, those in real containers too, and say what was skipped and why
	@.ci/test

race: ## run the Go tests under the race detector
	@.ci/test -race

lint: ## check Go and Python sources and the layers of the packages
	@.ci/lint $(GOLANGCI_LINT)

golden: ## write the golden files anew; read the difference
	go test ./internal/report ./internal/cli -update

bench: image ## measure against docker run and bare pytest
	go run ./internal/bench

corpus: build ## compare with plain pytest, test by test, over testdata/suites and mutants (10 minutes)
	/usr/bin/python3 testdata/suites/compare.py --mutants 2

clean: ## remove what was built, the sandbox images included
	@if [ -x bin/pygrader ]; then bin/pygrader image remove --all || true; fi
	rm -rf bin
