# Each target sets up what it needs, on Debian, Ubuntu and macOS; see Scripts/setup.
.PHONY: check demo test setup format lint docs manual fuzz compile-budget runtime-benchmark simulator-benchmark clean \
	test-thread-sanitizer test-address-sanitizer

demo: setup
	Scripts/swift run atlas-demo

# Some tests have deadlines of real time, which a thousand tests at once would miss on two cores.
test: setup
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16 Scripts/swift test

setup:
	@Scripts/setup

format: setup
	Scripts/swift run endpoints format $(DEFINITIONS)
	swift format --in-place --recursive --configuration .swift-format $(SWIFT_SOURCES)

lint:
	swift format lint --strict --recursive --configuration .swift-format $(SWIFT_SOURCES)
	Scripts/terms

# Does all that CI does.
check:
	.ci/run

# Feeds mutated input to the readers of definitions, challenges and responses, SECONDS each.
fuzz: setup
	Scripts/fuzz $(SECONDS) $(TARGETS)

# Runs the runtime's tests under a sanitizer, in a build of its own.
test-thread-sanitizer: setup
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/ThreadSanitizer.supp \
	  swift test --disable-xctest --sanitize=thread --scratch-path .build-thread --filter EndpointRuntimeTests

# Leaks are not looked for: Swift packs pointers in ways that the sanitizer takes for lost.
test-address-sanitizer: setup
	ASAN_OPTIONS=detect_leaks=0 \
	  swift test --disable-xctest --sanitize=address --scratch-path .build-address --filter EndpointRuntimeTests

# Builds the documentation, whose links must all lead somewhere.
docs: setup
	Scripts/docs

# Measures what generated code costs to compile: AtlasAdmin's, or that for OPENAPI where it is given;
# see Benchmarks/README.md.
compile-budget: setup
ifdef OPENAPI
	Scripts/swift run endpoints import $(OPENAPI) --name Stress \
	  --output Benchmarks/CompileBudget/Definitions/Stress
	Benchmarks/CompileBudget/measure.sh
else
	Benchmarks/CompileBudget/measure-atlas-admin.sh
endif

# Measures what the runtime adds to a call; see Benchmarks/README.md.
runtime-benchmark: setup
	swift run --package-path Benchmarks/Runtime --configuration release runtime-benchmark $(ARGUMENTS)

# Measures how many requests a second the simulator responds to; see Benchmarks/README.md.
simulator-benchmark: setup
	swift run --package-path Benchmarks/Simulator --configuration release simulator-benchmark $(ARGUMENTS)

# Writes the manual pages of the commands.
manual: setup
	Scripts/swift package generate-manual --configuration debug --multi-page

clean:
	swift package clean

SECONDS = 180
SWIFT_SOURCES = Package.swift Sources Plugins Tests Examples Benchmarks Fuzz
DEFINITIONS = Definitions Tests/Zoo/Definitions Examples/Library/Definitions
