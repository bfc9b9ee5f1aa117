// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Library",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-atlas-admin", path: "../..")
  ],
  targets: [
    .target(
      name: "Library",
      dependencies: [.product(name: "EndpointRuntime", package: "swift-atlas-admin")],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]
    ),
    .executableTarget(
      name: "library-demo",
      dependencies: [
        "Library",
        .product(name: "EndpointAsyncHTTPClient", package: "swift-atlas-admin"),
        .product(name: "EndpointSimulator", package: "swift-atlas-admin"),
      ],
      exclude: ["generation.xml"],
      plugins: [.plugin(name: "EndpointGenerator", package: "swift-atlas-admin")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
