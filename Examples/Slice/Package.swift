// swift-tools-version: 6.2

import PackageDescription

// Three endpoints of Atlas, generated from the definitions of swift-atlas-admin: the module AtlasAdmin
// is not compiled.
let package = Package(
  name: "slice",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-atlas-admin", path: "../..")],
  targets: [
    .executableTarget(
      name: "slice",
      dependencies: [
        .product(name: "AtlasCore", package: "swift-atlas-admin"),
        .product(name: "EndpointSimulator", package: "swift-atlas-admin"),
      ],
      exclude: ["generation.xml"],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")])
  ],
  swiftLanguageModes: [.v6]
)
