# make         build bin/yiyuan
# make run     build, read the sample corpus into yiyuan.duckdb and ask it a question
# make test    every test that needs nothing but Go; what links DuckDB is tested where a C++ compiler is found
# make e2e     the binary as a user meets it: the commands of the README, the exports opened with Jupyter and LibreOffice;
#              then two seconds of every fuzz target
# make soak    runs that are killed, read from and short of room, 200 times each (docs/soak.md)
# make quality score the annotated texts, run the test suites of other readers and keep the record in docs/quality.md
# make performance   time and memory over the texts of ../shared, written to docs/performance.md

DB      := yiyuan.duckdb
PLACE   := 清流县
FUZZTIME ?= 30s

.DEFAULT_GOAL := build
.PHONY: build run test e2e quality performance bench fuzz soak generate clean go compiler office cron

build: go compiler
	go build -trimpath -o bin/yiyuan ./cmd/yiyuan

run: build
	bin/yiyuan run --db $(DB)
	bin/yiyuan query facts_of_place --param place=$(PLACE) --param limit=12 --db $(DB)

# Without a C++ compiler what links DuckDB is left out, and said.
test: go
	@if .ci/toolchain compiler 2>/dev/null; then packages=./...; else \
		echo "make: no C++ compiler, so the packages that link DuckDB are not tested" >&2; \
		export CGO_ENABLED=0; \
		packages=$$(go list -e -f '{{.ImportPath}} {{.Deps}} {{.TestImports}} {{.XTestImports}}' ./... 2>/dev/null | grep -v duckdb | cut -d ' ' -f 1); fi; \
	go vet $$packages && go test -timeout 20m $$packages

e2e: build .venv/ready office cron
	go test -tags e2e -count 1 -timeout 15m -run '^TestE2E' ./cmd/...
	$(MAKE) fuzz FUZZTIME=2s

quality: go
	go run ./cmd/quality

performance: build
	go run ./cmd/performance

bench: go
	go test -run '^$$' -bench . -benchmem ./...

fuzz: go
	@for p in $$(go list ./...); do \
		for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			.ci/fuzz $$p $$f $(FUZZTIME) || exit 1; \
		done; \
	done

soak: build
	go test -tags soak -count 1 -timeout 2h -run '^TestSoak' -v ./...

generate: go
	go generate ./...

clean:
	rm -rf bin .venv

.venv/ready: .ci/requirements.txt
	@.ci/toolchain python
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
	touch $@

go compiler office cron:
	@.ci/toolchain $@
