// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built by `make fuzz`: libFuzzer needs flags that everything is built with.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-atlas-admin", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-definitions",
      dependencies: [
        .product(name: "EndpointDefinition", package: "swift-atlas-admin"),
        .product(name: "EndpointGeneration", package: "swift-atlas-admin"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
