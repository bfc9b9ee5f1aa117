// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "compile-budget",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-atlas-admin", path: "../..")],
  targets: [
    .target(
      name: "Stress",
      dependencies: [.product(name: "EndpointRuntime", package: "swift-atlas-admin")],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")])
  ],
  swiftLanguageModes: [.v6]
)
