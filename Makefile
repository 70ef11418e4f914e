# make          builds build/jikji
# make report   installs what is missing, builds, sets the report in out/
# make test     the same, then runs all tests; make quick runs the quick ones
# make bench    measures; see tests/bench

JOBS := $(shell nproc)

.PHONY: all report test quick bench install install-test clean

all:
	@mkdir -p build
	@cmake -S . -B build > build/configure.log 2>&1 || \
	  { cat build/configure.log; exit 1; }
	@cmake --build build -j $(JOBS) --target jikji > build/make.log 2>&1 || \
	  { tail -40 build/make.log; exit 1; }

report: install all
	build/jikji build data -o out

test: install-test
	@bash tests/run_all

quick: install-test
	@bash tests/run_all quick

bench: install-test all
	@bash tests/bench/run

install:
	@bash .ci/install

install-test:
	@bash .ci/install test

clean:
	rm -rf build out
