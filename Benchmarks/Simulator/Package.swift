// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built by `make simulator-benchmark`: what it needs, no consumer needs.
let package = Package(
  name: "simulator-benchmark",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-atlas-admin", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
  ],
  targets: [
    .executableTarget(
      name: "simulator-benchmark",
      dependencies: [
        .product(name: "EndpointRuntime", package: "swift-atlas-admin"),
        .product(name: "EndpointSimulator", package: "swift-atlas-admin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["generation.xml"],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")])
  ],
  swiftLanguageModes: [.v6]
)
