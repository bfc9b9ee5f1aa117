// swift-tools-version: 6.2

import PackageDescription

// Endpoints of Atlas, generated from the definitions of swift-atlas-admin, three of API v1 in the target
// slice and three of API v2 in slice-v2: the modules AtlasAdmin and AtlasAdminV2 are not compiled.
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
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]),
    .executableTarget(
      name: "slice-v2",
      dependencies: [
        .product(name: "AtlasCore", package: "swift-atlas-admin"),
        .product(name: "EndpointSimulator", package: "swift-atlas-admin"),
      ],
      exclude: ["generation.xml"],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]),
  ],
  swiftLanguageModes: [.v6]
)
