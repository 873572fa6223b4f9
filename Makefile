# Everything a person does with this repository, one short target each.

SWIFT ?= swift
BUILD_FLAGS := -c release
ifeq ($(shell uname),Linux)
# One file that runs on every Linux, a seventh smaller than with the linker's defaults.
BUILD_FLAGS += --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xcc -Os \
  -Xcc -ffunction-sections -Xcc -fdata-sections -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker --icf=all -Xlinker -O2 -Xlinker -T -Xlinker $(CURDIR)/scripts/unneeded-tables.ld
endif
BIN = $(shell $(SWIFT) build $(BUILD_FLAGS) --show-bin-path)

.PHONY: run help setup build test lint format record bench accuracy fuzz release install clean

run: build ## Build Paddock and look at a leaky Worker project
	@scripts/demo "$(BIN)"

help: ## Print these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## Install the headers of PCRE2 and zlib where they are missing
	@scripts/setup

build: setup ## Build the shipped, fully static program
	@$(SWIFT) build $(BUILD_FLAGS) --product paddock
	@scripts/names "$(BIN)/paddock"
	@$(SWIFT) build $(BUILD_FLAGS) --product fill-fixture

test: setup lint ## Lint, build and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint: setup ## Check formatting and the house rules
	@scripts/lint

format: ## Format all sources
	$(SWIFT) format --in-place --recursive Sources Tests Plugins Package.swift

record: setup ## Rewrite expected reports and generated pages; look at the diff afterwards
	-RECORD=1 $(SWIFT) test --filter 'Fixture|Documentation'

bench: build ## Compare with other scanners on this machine
	@scripts/bench "$(BIN)"

accuracy: setup ## Measure what the rules find of generated values, and what they report in TREES without secrets
	@$(SWIFT) build $(BUILD_FLAGS) --product measure-accuracy
	@scripts/accuracy "$(BIN)"

fuzz: setup ## Run every fuzz target for a minute
	@for target in $(basename $(notdir $(wildcard Fuzz/*.swift))); do Fuzz/run $$target 60 || exit 1; done

release: build ## Put the stripped program into dist/
	@mkdir -p dist && cp "$(BIN)/paddock" dist/paddock && strip dist/paddock && ls -l dist/paddock

PREFIX ?= /usr/local
install: release ## Install into PREFIX
	install -d "$(PREFIX)/bin" && install -m 755 dist/paddock "$(PREFIX)/bin/paddock"

clean: ## Remove everything that was built
	rm -rf .build dist
