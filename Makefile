# Each target sets up what it needs, on Debian, Ubuntu and macOS; see Scripts/setup.
.PHONY: demo test setup format lint fuzz compile-budget clean

demo: setup
	swift run atlas-admin demo

test: setup
	swift test

setup:
	@Scripts/setup

format: setup
	swift run endpoints format $(DEFINITIONS)
	swift format --in-place --recursive --configuration .swift-format $(SWIFT_SOURCES)

lint:
	swift format lint --strict --recursive --configuration .swift-format $(SWIFT_SOURCES)

# Feeds mutated definitions to the reader for SECONDS.
fuzz: setup
	Scripts/fuzz $(SECONDS)

# Measures what the code generated for OPENAPI costs to compile; see Benchmarks/README.md.
compile-budget: setup
	Benchmarks/CompileBudget/import-openapi.py $(OPENAPI) Benchmarks/CompileBudget/Definitions/Stress
	Benchmarks/CompileBudget/measure.sh

clean:
	swift package clean

SECONDS = 180
SWIFT_SOURCES = Package.swift Sources Plugins Tests Examples Benchmarks Fuzz
DEFINITIONS = Definitions Tests/GeneratedCodeTests/Definitions \
	Tests/EndpointSimulatorTests/Definitions Examples/Library/Definitions
