// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built by `make runtime-benchmark`: what it needs, no consumer needs. Its
// endpoints are a slice of Atlas's definitions, so that the module AtlasAdmin is not compiled.
let package = Package(
  name: "runtime-benchmark",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-atlas-admin", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .target(name: "CAllocationCount"),
    .target(name: "CGlobalJobs"),
    .executableTarget(
      name: "runtime-benchmark",
      dependencies: [
        "CAllocationCount", "CGlobalJobs",
        .product(name: "AtlasCore", package: "swift-atlas-admin"),
        .product(name: "EndpointRuntime", package: "swift-atlas-admin"),
        .product(name: "EndpointAsyncHTTPClient", package: "swift-atlas-admin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["generation.xml"],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]),
  ],
  swiftLanguageModes: [.v6]
)
