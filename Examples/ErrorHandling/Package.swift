// swift-tools-version: 6.2

import PackageDescription

/// The same sources twice, as the compiler's optimizer has had faults of its own with errors.
let package = Package(
  name: "ErrorHandling",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-atlas-admin", path: "../..")
  ],
  targets: [
    .target(
      name: "ErrorHandling",
      dependencies: [.product(name: "AtlasAdmin", package: "swift-atlas-admin")]),
    .target(
      name: "ErrorHandlingOptimized",
      dependencies: [.product(name: "AtlasAdmin", package: "swift-atlas-admin")],
      swiftSettings: [.unsafeFlags(["-O"])]),
  ],
  swiftLanguageModes: [.v6]
)
