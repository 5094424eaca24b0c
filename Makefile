# `make test` installs what is missing and runs every check. Each check is a target of its own, too.
SETUP := setup-rust setup-python setup-node setup-chromium
STEPS := fmt clippy rustdoc rust no-std printed licences wasm node browser python digits

.PHONY: test setup clean $(SETUP) $(STEPS)
.NOTPARALLEL:

test: setup
	@scripts/run-steps $(STEPS)

setup: $(SETUP)

$(SETUP):
	@scripts/$@

$(STEPS):
	@scripts/run-steps $@

# What a step needs when it is asked for alone.
fmt no-std printed licences: setup-rust
clippy rustdoc rust python: setup-rust setup-python
wasm: setup-rust setup-node
node: wasm
browser: wasm setup-chromium
digits: setup-python wasm

clean:
	rm -rf target .venv kpi-wasm/node_modules kpi-wasm/js/kpi_*
