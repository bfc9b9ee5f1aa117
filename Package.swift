// swift-tools-version: 6.2

import PackageDescription

let applePlatforms: [Platform] = [.macOS, .macCatalyst, .iOS, .tvOS, .watchOS, .visionOS]
let otherPlatforms: [Platform] = [.linux, .windows, .android]

let package = Package(
  name: "swift-atlas-admin",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "AtlasAdmin", targets: ["AtlasAdmin"]),
    .library(name: "AtlasAdminV2", targets: ["AtlasAdminV2"]),
    .library(name: "AtlasCore", targets: ["AtlasCore"]),
    .library(name: "AtlasProfiles", targets: ["AtlasProfiles"]),
    .library(name: "EndpointGeneration", targets: ["EndpointGeneration"]),
    .library(name: "AtlasBehavior", targets: ["AtlasBehavior"]),
    .library(name: "AtlasSimulator", targets: ["AtlasSimulator"]),
    .library(name: "EndpointRuntime", targets: ["EndpointRuntime", "EndpointModel"]),
    .library(name: "EndpointAsyncHTTPClient", targets: ["EndpointAsyncHTTPClient"]),
    .library(name: "EndpointURLSession", targets: ["EndpointURLSession"]),
    .library(name: "EndpointRecording", targets: ["EndpointRecording"]),
    .library(name: "EndpointSimulator", targets: ["EndpointSimulator"]),
    .executable(name: "atlas-admin", targets: ["atlas-admin"]),
    .executable(name: "endpoints", targets: ["endpoints"]),
    .plugin(name: "EndpointGenerator", targets: ["EndpointGenerator"]),
    .plugin(name: "EndpointsCommand", targets: ["EndpointsCommand"]),
  ],
  traits: [
    .trait(
      name: "AsyncHTTPClient",
      description:
        "Makes AsyncHTTPClient the default transport where there is no URLSession by default."),
    .default(enabledTraits: ["AsyncHTTPClient"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // What definitions and requests have in common: types, paths, parameters, conventions.
    .target(name: "EndpointModel"),

    // From XML to Swift: nothing here may depend on an HTTP stack, as every consumer's build compiles it.
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .yum(["libxml2-devel"]), .brew(["libxml2"])]
    ),
    .target(name: "EndpointDefinition", dependencies: ["CLibXML2", "EndpointModel"]),
    .target(name: "EndpointGeneration", dependencies: ["EndpointDefinition", "EndpointModel"]),
    .executableTarget(
      name: "endpoint-generator",
      dependencies: [
        "EndpointDefinition", "EndpointGeneration", "EndpointModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .plugin(
      name: "EndpointGenerator", capability: .buildTool(), dependencies: ["endpoint-generator"]),
    // Between definitions and OpenAPI, and between two versions of definitions.
    .target(
      name: "EndpointInterchange",
      dependencies: [
        "EndpointDefinition", "EndpointGeneration", "EndpointModel",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .executableTarget(
      name: "endpoints",
      dependencies: [
        "EndpointDefinition", "EndpointGeneration", "EndpointInterchange", "EndpointModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .plugin(
      name: "EndpointsCommand",
      capability: .command(
        intent: .custom(
          verb: "endpoints", description: "Check, list, explain and generate from definitions.")),
      dependencies: ["endpoints"]),

    // From request to response: knows no XML, no Atlas and no concrete HTTP client.
    .target(
      name: "EndpointRuntime",
      dependencies: [
        "EndpointModel",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Instrumentation", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ]
    ),
    .target(
      name: "EndpointAsyncHTTPClient",
      dependencies: [
        "EndpointRuntime",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]
    ),
    .target(
      name: "EndpointURLSession",
      dependencies: ["EndpointRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),

    // What all Atlas APIs have in common: the client and its credentials.
    .target(
      name: "AtlasCore",
      dependencies: [
        "EndpointRuntime",
        .target(name: "EndpointURLSession", condition: .when(platforms: applePlatforms)),
        .target(
          name: "EndpointAsyncHTTPClient",
          condition: .when(platforms: otherPlatforms, traits: ["AsyncHTTPClient"])),
      ]),

    // The profiles of the Atlas CLI, apart, so that apps compile no TOML reader.
    .target(
      name: "AtlasProfiles",
      dependencies: [
        "AtlasCore", "EndpointRuntime", .product(name: "TOMLKit", package: "TOMLKit"),
      ]),

    // The APIs: generated from Definitions/AtlasAdmin and Definitions/AtlasAdminV2.
    .target(
      name: "AtlasAdmin",
      dependencies: ["AtlasCore", "EndpointModel", "EndpointRuntime"],
      // A link to the definitions: SwiftPM looks for new files in targets' folders only.
      exclude: ["Definitions"], plugins: ["EndpointGenerator"]
    ),

    .target(
      name: "AtlasAdminV2",
      dependencies: ["AtlasCore", "EndpointModel", "EndpointRuntime"],
      exclude: ["Definitions"], plugins: ["EndpointGenerator"]
    ),

    // The descriptions and examples of their endpoints, which apps do not need.
    .target(
      name: "AtlasAdminCatalog", dependencies: ["EndpointModel"], exclude: ["generation.xml"],
      plugins: ["EndpointGenerator"]),

    .target(
      name: "AtlasAdminV2Catalog", dependencies: ["EndpointModel"], exclude: ["generation.xml"],
      plugins: ["EndpointGenerator"]),

    // Beside them.
    .target(
      name: "EndpointRecording",
      dependencies: [
        "EndpointModel", "EndpointRuntime",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    // What help shows of endpoints: parameters with their documentation, and bodies to edit.
    .target(name: "EndpointHelp", dependencies: ["EndpointModel", "EndpointRuntime"]),
    // The page of the simulator, which is a part of the binary.
    .target(
      name: "SimulatorConsole",
      resources: [
        .embedInCode("Assets/console.html"), .embedInCode("Assets/console.css"),
        .embedInCode("Assets/console.js"),
      ]),
    // The behavior of Atlas for any part of its APIs, and the simulator of all of them.
    .target(name: "AtlasBehavior", dependencies: ["EndpointRuntime", "EndpointSimulator"]),
    .target(
      name: "EndpointSimulator",
      dependencies: [
        "EndpointHelp", "EndpointModel", "EndpointRecording", "EndpointRuntime", "SimulatorConsole",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]
    ),
    .target(
      name: "AtlasSimulator",
      dependencies: [
        "AtlasAdminCatalog", "AtlasAdminV2Catalog", "AtlasBehavior", "AtlasCore",
        "EndpointRuntime", "EndpointSimulator",
      ]),
    // Queries of JSON values (RFC 9535).
    .target(name: "JSONPath", dependencies: ["EndpointRuntime"]),
    .executableTarget(
      name: "atlas-admin",
      dependencies: [
        "AtlasAdmin", "AtlasAdminCatalog", "AtlasAdminV2", "AtlasAdminV2Catalog", "AtlasProfiles",
        "AtlasSimulator", "EndpointHelp", "EndpointModel", "EndpointRuntime", "JSONPath",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),

    // The demo, which compiles only what it needs of both APIs.
    .target(
      name: "DemoAPIV1", dependencies: ["AtlasCore", "EndpointModel", "EndpointRuntime"],
      exclude: ["generation.xml"], plugins: ["EndpointGenerator"]),
    .target(
      name: "DemoAPIV2", dependencies: ["AtlasCore", "EndpointModel", "EndpointRuntime"],
      exclude: ["generation.xml"], plugins: ["EndpointGenerator"]),
    .executableTarget(
      name: "atlas-demo",
      dependencies: [
        "AtlasBehavior", "AtlasCore", "DemoAPIV1", "DemoAPIV2", "EndpointRuntime",
        "EndpointSimulator", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "EndpointModelTests", dependencies: ["EndpointModel"]),
    .testTarget(
      name: "EndpointDefinitionTests",
      dependencies: ["CLibXML2", "EndpointDefinition", "EndpointModel", "TestSupport"]),
    .testTarget(
      name: "EndpointGenerationTests", dependencies: ["EndpointGeneration", "EndpointDefinition"],
      exclude: ["Golden", "Mistakes"]),
    .testTarget(
      name: "EndpointInterchangeTests",
      dependencies: ["EndpointDefinition", "EndpointInterchange", "EndpointModel"]),
    .testTarget(
      name: "GeneratedCodeTests",
      dependencies: [
        "EndpointModel", "EndpointRuntime", "Zoo",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(
      name: "EndpointRuntimeTests",
      dependencies: [
        "EndpointRuntime", "EndpointAsyncHTTPClient", "EndpointURLSession", "TestSupport", "Zoo",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "MetricsTestKit", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ]),
    .testTarget(
      name: "EndpointRecordingTests",
      dependencies: [
        "EndpointRecording", "EndpointRuntime", "EndpointSimulator", "TestSupport", "Zoo",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(
      name: "EndpointSimulatorTests",
      dependencies: [
        "EndpointSimulator", "EndpointRuntime", "EndpointAsyncHTTPClient", "TestSupport", "Zoo",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .testTarget(
      name: "AtlasBehaviorTests",
      dependencies: [
        "AtlasAdminCatalog", "AtlasAdminV2Catalog", "AtlasBehavior", "AtlasSimulator",
        "EndpointAsyncHTTPClient", "EndpointModel", "EndpointRuntime", "EndpointSimulator",
        "TestSupport", .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(
      name: "AtlasAdminTests",
      dependencies: [
        "AtlasAdmin", "AtlasAdminCatalog", "AtlasSimulator", "AtlasTestSupport",
        "EndpointDefinition", "EndpointModel", "EndpointRecording", "SampleSupport", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["generation.xml"], plugins: ["EndpointGenerator"]),
    .testTarget(
      name: "AtlasAdminV2Tests",
      dependencies: [
        "AtlasAdmin", "AtlasAdminV2", "AtlasAdminV2Catalog", "AtlasSimulator", "AtlasTestSupport",
        "EndpointDefinition", "EndpointModel", "EndpointRuntime", "SampleSupport", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["generation.xml", "Responses.jsonl"], plugins: ["EndpointGenerator"]),
    .testTarget(
      name: "AtlasCoreTests",
      dependencies: [
        "AtlasCore", "EndpointModel", "EndpointRuntime",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(
      name: "AtlasProfilesTests", dependencies: ["AtlasProfiles", "EndpointRuntime", "TestSupport"]),
    .testTarget(name: "JSONPathTests", dependencies: ["EndpointRuntime", "JSONPath"]),
    .testTarget(
      name: "AtlasCommandTests",
      dependencies: [
        "atlas-admin", "AtlasAdminCatalog", "AtlasAdminV2Catalog", "AtlasCore", "AtlasSimulator",
        "EndpointHelp", "EndpointModel", "EndpointRuntime", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(name: "AtlasDemoTests", dependencies: ["atlas-demo", "TestSupport"]),
    .testTarget(
      name: "EndpointsToolTests",
      dependencies: ["endpoints", "TestSupport", "EndpointDefinition"]),

    // The API that tests use, generated from Tests/Zoo/Definitions.
    .target(
      name: "Zoo", dependencies: ["EndpointModel", "EndpointRuntime"], path: "Tests/Zoo",
      exclude: ["Definitions", "generation.xml"], plugins: ["EndpointGenerator"]),

    // What tests of a whole generated module need: requests with sample arguments, and what they expect.
    .target(
      name: "SampleSupport",
      dependencies: [
        "EndpointDefinition", "EndpointGeneration", "EndpointModel", "EndpointRuntime",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Tests/SampleSupport"),

    // A client of a simulated Atlas, for the tests of both APIs.
    .target(
      name: "AtlasTestSupport",
      dependencies: ["AtlasCore", "AtlasSimulator", "EndpointRuntime", "TestSupport"],
      path: "Tests/AtlasTestSupport"),

    // Shared by test targets: commands, temporary folders, clocks, transports, a seeded generator.
    .target(
      name: "TestSupport",
      dependencies: [
        "EndpointAsyncHTTPClient",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system",
          condition: .when(platforms: otherPlatforms)),
      ],
      path: "Tests/TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)

/// What every Swift target of this package is compiled with.
let upcomingFeatures: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = upcomingFeatures
  if Context.environment["WARNINGS_AS_ERRORS"] != nil {
    target.swiftSettings?.append(.treatAllWarnings(as: .error))
  }
}
