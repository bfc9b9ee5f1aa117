// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built by `make fuzz`: libFuzzer needs flags that everything is built with.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-atlas-admin", path: ".."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    .target(name: "FuzzSupport"),
    .executableTarget(
      name: "fuzz-definitions",
      dependencies: [
        "FuzzSupport",
        .product(name: "EndpointGeneration", package: "swift-atlas-admin"),
      ]),
    .executableTarget(
      name: "fuzz-digest",
      dependencies: [
        "FuzzSupport",
        .product(name: "EndpointRuntime", package: "swift-atlas-admin"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .executableTarget(
      name: "fuzz-json",
      dependencies: [
        "FuzzSupport",
        .product(name: "EndpointRuntime", package: "swift-atlas-admin"),
      ]),
    .executableTarget(
      name: "fuzz-responses",
      dependencies: [
        "FuzzSupport",
        .product(name: "EndpointRuntime", package: "swift-atlas-admin"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      // Definitions/fuzz-responses has links to files of Tests/Zoo/Definitions.
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]),
  ],
  swiftLanguageModes: [.v6]
)
