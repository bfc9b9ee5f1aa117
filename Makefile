# Each target sets up what it needs, on Debian, Ubuntu and macOS; see Scripts/setup.
.PHONY: demo test setup format lint clean

demo: setup
	swift run atlas-admin demo

test: setup
	swift test

setup:
	@Scripts/setup

format:
	swift format --in-place --recursive --configuration .swift-format $(SWIFT_SOURCES)

lint:
	swift format lint --strict --recursive --configuration .swift-format $(SWIFT_SOURCES)

clean:
	swift package clean

SWIFT_SOURCES = Package.swift Sources Plugins Tests Examples
