// swift-tools-version: 6.2

import PackageDescription

// Without the default trait, nothing of SwiftNIO and AsyncHTTPClient is compiled for the client.
let package = Package(
  name: "own-transport",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-atlas-admin", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "own-transport",
      dependencies: [.product(name: "AtlasAdmin", package: "swift-atlas-admin")])
  ],
  swiftLanguageModes: [.v6]
)
